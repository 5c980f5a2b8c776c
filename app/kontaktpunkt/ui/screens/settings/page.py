"""What every page of the settings has: a heading, parts below, and the workplace."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kontaktpunkt.ui.widgets.layouts import GAP, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace


class SettingsPage(Sheet):
    """One page; `begin` fetches what it shows each time it comes on top."""

    title = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(margin=0)
        self.workplace = workplace
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setContentsMargins(GAP * 2, 0, GAP * 2, GAP * 2)
        self.heading = Text(self.title, "title", wrap=False)
        self.add(self.heading)

    def begin(self) -> None:
        """Fetch what is shown."""

    def end(self) -> None:
        """Add nothing more: what is above stays at the top."""
        self.rows.addStretch(1)

    def add_row(self, *parts: QWidget) -> None:
        """Add parts side by side, no wider than needed."""
        row = QHBoxLayout()
        row.setSpacing(GAP + GAP // 2)
        for part in parts:
            stretch = 0 if isinstance(part, QPushButton) else 1
            bottom = Qt.AlignmentFlag.AlignBottom if isinstance(part, QPushButton) else None
            if bottom is None:
                row.addWidget(part, stretch)
            else:
                row.addWidget(part, stretch, bottom)
        row.addStretch(1)
        self.add(row)
