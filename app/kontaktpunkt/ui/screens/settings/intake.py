"""How messages come in: the watched folder of this workstation, and when untaken is late."""

from PySide6.QtWidgets import QFileDialog, QLineEdit

from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.screens.settings.rule_words import NO_LIMIT, source_words
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.wording.refusals import sentence

UNTAKEN = "untaken_minutes"


class IntakePage(SettingsPage):
    """The drop folder, and the minutes after which an untaken message is late."""

    title = "Meddelanden in"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder_field = Labelled(
            "Bevakad mapp på den här datorn",
            self.folder,
            "Filer som läggs här läses in och flyttas sedan till en undermapp.",
        )
        self.choose = button("Välj mapp …")
        self.stop = button("Sluta bevaka")
        self.minutes = QLineEdit()
        self.minutes.setPlaceholderText(NO_LIMIT)
        self.minutes_field = Labelled(
            "Ej taget meddelande är sent efter (minuter i kontorstid)",
            self.minutes,
            "Tomt betyder att ingen gräns är satt. Gäller hela kommunen.",
        )
        self.source = Text("", "soft")
        self.save = button("Spara")
        self.add_row(self.folder_field)
        self.add_row(self.choose, self.stop)
        self.add_row(self.minutes_field)
        self.add(self.source)
        self.add_row(self.save)
        self.end()
        self.choose.clicked.connect(self.choose_folder)
        self.stop.clicked.connect(lambda: self.watch(""))
        self.save.clicked.connect(self.save_minutes)
        self.minutes.returnPressed.connect(self.save_minutes)
        self.minutes.textEdited.connect(lambda: self.minutes_field.refuse(""))
        workplace.learned.connect(self._show_minutes)

    def begin(self) -> None:
        """Fetch the folder, and show the minutes."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.drop_folder, self._show_folder, key="settings.folder")
        self._show_minutes()

    def choose_folder(self) -> None:
        """Let somebody choose a folder, without blocking."""
        dialog = QFileDialog(self, "Välj mapp att bevaka", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.watch)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def watch(self, folder: str) -> None:
        """Watch a folder from now on; '' watches none."""
        desk = self.workplace.desk

        def watched(_answer: None) -> None:
            said = f"Bevakar {folder}" if folder else "Ingen mapp bevakas"
            self.workplace.noted.emit(said)
            self._show_folder(folder)

        self.workplace.clerk.ask(lambda: desk.watch_folder(folder), watched)

    def save_minutes(self) -> None:
        """Write down the minutes for the municipality; empty takes the limit away."""
        typed = self.minutes.text().strip()
        if typed and not (typed.isascii() and typed.isdecimal()):
            self.minutes_field.refuse("Skriv hela minuter med siffror, eller lämna tomt.")
            return
        self.workplace.do(
            ChangeSetting(
                key=UNTAKEN,
                value=str(int(typed)) if typed else "null",
                valid_from=local_day(self.workplace.now()),
            ),
            told=f"Ej taget är sent efter {int(typed)} minuter" if typed else "Ingen gräns är satt",
            then=lambda _done: self.workplace.learn(),
            refused=self._refused,
        )

    def _show_folder(self, folder: str) -> None:
        self.folder.setText(folder)
        self.folder.setPlaceholderText("ingen mapp bevakas")
        self.stop.setEnabled(bool(folder))

    def _show_minutes(self) -> None:
        profile = self.workplace.profile
        if profile is None or self.minutes.isModified():
            return
        value = profile.value(UNTAKEN)
        self.minutes.setText(
            "" if profile.untaken_minutes is None else str(profile.untaken_minutes)
        )
        said = source_words(value)
        self.source.setText(f"Nu: {said}" if said else "")

    def _refused(self, refused: Refused) -> None:
        self.minutes_field.refuse(sentence(refused))
