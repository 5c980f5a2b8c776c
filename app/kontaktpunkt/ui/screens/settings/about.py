"""About the program, and the ways out of the demo."""

from PySide6.QtWidgets import QHBoxLayout

from kontaktpunkt import __version__
from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace

PURPOSE = (
    "Samordning och administration av meddelanden, frister och planering när någon kommer hem från "
    "sjukhuset, på kommunens sida. Arbetsmaterial bredvid journalen, aldrig en journal."
)


class AboutPage(SettingsPage):
    """Version and purpose; in the demo also how to leave it."""

    title = "Om programmet"

    def __init__(self, workplace: Workplace, care: StoreCare | None) -> None:
        super().__init__(workplace)
        self.add(Text(f"Kontaktpunkt {__version__}", "strong"))
        self.add(Text(PURPOSE))
        self.demo = Section("Demo")
        self.demo.add(
            Text("Alla personer här är påhittade. Inget i demon hamnar i ett riktigt lager.")
        )
        self.real = button("Börja på riktigt", "primary")
        self.new_day = button("Gör en ny demodag")
        row = QHBoxLayout()
        for part in (self.real, self.new_day):
            part.setEnabled(care is not None)
            row.addWidget(part)
        row.addStretch(1)
        self.demo.add(row)
        if care is not None:
            self.real.clicked.connect(care.begin_for_real)
            self.new_day.clicked.connect(care.restart_demo_day)
        self.add(self.demo)
        self.end()
        workplace.learned.connect(self.begin)

    def begin(self) -> None:
        """Show the ways out of the demo only there."""
        info = self.workplace.info
        self.demo.setVisible(info is not None and info.demo)
