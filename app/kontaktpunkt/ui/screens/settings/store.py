"""The store: recovery sheet, passphrase, backup, and (in a trial) erasing it with a protocol."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from kontaktpunkt.domain.commands import NoteRecoveryPrinted
from kontaktpunkt.ui.care import SHORTEST_PASSPHRASE, ErasureProtocol, StoreCare
from kontaktpunkt.ui.printing.saving import FileOut, QtFileOut, write_file
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.screens.settings.recovery import RecoveryPart
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.wording.failures import sentence_unavailable
from kontaktpunkt.wording.words import word

ERASE_DEMO = "Kasta demodata"
ERASE_TRIAL = "Avsluta försöket och radera allt"
ERASE_EXPLAINED = (
    "Allt i lagret raderas för gott och går inte att få tillbaka. Du får ett protokoll över vad "
    "som raderades, och fönstret stängs."
)
_FIELD = 360
BACKUP_NAME = "kontaktpunkt-sakerhetskopia.kpb"


class StorePage(SettingsPage):
    """What keeps acknowledged work safe, and what ends it."""

    title = "Lagret på den här datorn"

    def __init__(
        self, workplace: Workplace, care: StoreCare | None, files: FileOut | None = None
    ) -> None:
        super().__init__(workplace)
        self._care = care
        self._files = files or QtFileOut("Spara säkerhetskopia", "Säkerhetskopia (*.kpb)")
        self._texts = files or QtFileOut("Spara protokollet", "Text (*.txt)")
        self._protocol: ErasureProtocol | None = None
        self._going = False
        self.place = Text("", "soft")
        self.recovery = RecoveryPart(workplace)
        self.add(self.place)
        self.add(self.recovery)
        self.add(self._passphrase_part())
        self.add(self._backup_part())
        self.add(self._erase_part())
        self.add(self._protocol_part())
        self.end()
        self.recovery.printed.connect(self._note_printed)
        workplace.learned.connect(self._show_info)
        workplace.closing.connect(self._leave)

    def begin(self) -> None:
        """Show where the store lies, and whether a passphrase holds its key."""
        self._show_info()
        if self._care is not None:
            self.workplace.clerk.ask(
                self._care.uses_passphrase, self.passphrase.setVisible, key="settings.passphrase"
            )

    # --- passphrase -------------------------------------------------------------------------
    def change_passphrase(self) -> None:
        """Check what is typed, then have the key sealed anew."""
        old, new, again = self.old.text(), self.new.text(), self.again.text()
        short = len(new.strip()) < SHORTEST_PASSPHRASE
        self.new_field.refuse(f"För kort: minst {SHORTEST_PASSPHRASE} tecken." if short else "")
        self.again_field.refuse("" if new == again else "De två lösenfraserna är inte lika.")
        self.old_field.refuse("")
        care = self._care
        if care is not None and not short and new == again:
            self.workplace.clerk.ask(lambda: care.change_passphrase(old, new), self._changed)

    def _changed(self, right: bool) -> None:  # noqa: FBT001  what the store answers
        if not right:
            self.old_field.refuse("Det är inte den nuvarande lösenfrasen.")
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for field in (self.old, self.new, self.again):
            field.clear()
        self.workplace.noted.emit("Lösenfrasen är bytt")

    # --- backup -----------------------------------------------------------------------------
    def back_up(self) -> None:
        """Ask where, then write the copy."""
        self._files.choose(self, BACKUP_NAME, self._write_backup)

    def _write_backup(self, path: str) -> None:
        care = self._care
        if care is not None:
            self.backup_told.setText("Skriver säkerhetskopian …")
            self.workplace.clerk.ask(
                lambda: care.backup(path), self._backed_up, failed=self._not_backed_up
            )

    def _backed_up(self, path: str) -> None:
        self.backup_told.setText(f"Skriven och kontrollerad: {path}")
        self.workplace.noted.emit("Säkerhetskopian är skriven och kontrollerad")

    def _not_backed_up(self, problem: Unavailable) -> None:
        self.backup_told.setText(sentence_unavailable(problem))

    # --- erasing ----------------------------------------------------------------------------
    def ask_to_erase(self) -> None:
        """Ask before anything is erased."""
        words = self.erase.text().removesuffix(" …")
        self.workplace.alerts.ask(f"{words}?", ERASE_EXPLAINED, words, self._erase)

    def _erase(self) -> None:
        care = self._care
        if care is not None:
            self._going = True
            self.workplace.leave_store()
            # Nothing of the store can be worked with any more, whatever comes of the erasing.
            for part in (self.recovery, self.passphrase, self.backup, self.erasing, self.place):
                part.setEnabled(False)
            self.workplace.clerk.ask(care.erase_trial, self._erased)

    def _erased(self, protocol: ErasureProtocol) -> None:
        self._protocol = protocol
        for part in (self.recovery, self.passphrase, self.backup, self.erasing, self.place):
            part.hide()
        self.protocol_text.setPlainText(protocol.text)
        self.protocol.show()
        self.save_protocol.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_protocol_place(self) -> None:
        if self._protocol is not None:
            self._texts.choose(self, self._protocol.file_name, self._write_protocol)

    def _write_protocol(self, path: str) -> None:
        protocol = self._protocol
        if protocol is not None:
            self.workplace.clerk.ask(
                lambda: write_file(path, protocol.text.encode()), self._protocol_written
            )

    def _protocol_written(self, path: str) -> None:
        self.workplace.noted.emit(f"Protokollet är sparat: {path}")

    def _leave(self) -> None:
        """Tell whoever started the window, however it is closed, that the store is gone."""
        if self._going and self._care is not None:
            self._going = False
            self._care.trial_erased()

    def _note_printed(self) -> None:
        self.workplace.do(
            NoteRecoveryPrinted(),
            told="Återställningsbladet är uttaget. Lås in det",
            then=lambda _done: self.workplace.learn(),
        )

    def _show_info(self) -> None:
        info = self.workplace.info
        if info is None:
            return
        why = word(info.passphrase_reason) if info.passphrase_reason is not None else ""
        self.place.setText("\n".join(part for part in (info.place, why) if part))
        self.recovery.say(printed=info.recovery_printed, demo=info.demo)
        self.erase.setText(f"{ERASE_DEMO if info.demo else ERASE_TRIAL} …")

    # --- making -----------------------------------------------------------------------------
    def _passphrase_part(self) -> QWidget:
        self.passphrase = Section("Byt lösenfras")
        self.old, self.new, self.again = _secret(), _secret(), _secret()
        self.old_field = Labelled("Nuvarande lösenfras", self.old)
        self.new_field = Labelled("Ny lösenfras", self.new, f"Minst {SHORTEST_PASSPHRASE} tecken.")
        self.again_field = Labelled("Ny lösenfras en gång till", self.again)
        change = button("Byt lösenfras")
        change.clicked.connect(self.change_passphrase)
        self.again.returnPressed.connect(self.change_passphrase)
        for part in (self.old_field, self.new_field, self.again_field):
            part.setMaximumWidth(self.workplace.theme.px(_FIELD))
            self.passphrase.add(part)
        self.passphrase.add(_left(change))
        self.passphrase.hide()
        return self.passphrase

    def _backup_part(self) -> QWidget:
        self.backup = Section("Säkerhetskopia")
        self.backup_told = Text(
            "En krypterad kopia av allt, som kontrolleras innan den är klar.", "soft"
        )
        copy = button("Skriv säkerhetskopia …")
        copy.setEnabled(self._care is not None)
        copy.clicked.connect(self.back_up)
        self.backup.add(self.backup_told)
        self.backup.add(_left(copy))
        return self.backup

    def _erase_part(self) -> QWidget:
        self.erasing = Section("Radera")
        self.erase = button(f"{ERASE_DEMO} …")
        self.erase.setEnabled(self._care is not None)
        self.erase.clicked.connect(self.ask_to_erase)
        self.erasing.add(Text(ERASE_EXPLAINED, "soft"))
        self.erasing.add(_left(self.erase))
        return self.erasing

    def _protocol_part(self) -> QWidget:
        self.protocol = Section("Protokoll över raderingen")
        self.protocol_text = QPlainTextEdit()
        self.protocol_text.setReadOnly(True)
        self.protocol_text.setAccessibleName("Protokoll över raderingen")
        self.save_protocol = button("Spara protokollet …", "primary")
        self.save_protocol.clicked.connect(self._choose_protocol_place)
        leave = button("Stäng programmet")
        leave.clicked.connect(lambda: self.window().close())
        self.protocol.add(self.protocol_text)
        self.protocol.add(_left(self.save_protocol, leave))
        self.protocol.hide()
        return self.protocol


def _left(*buttons: QPushButton) -> QHBoxLayout:
    """Lay buttons from the left, no wider than their words."""
    row = QHBoxLayout()
    for one in buttons:
        row.addWidget(one)
    row.addStretch(1)
    return row


def _secret() -> QLineEdit:
    """Make a field whose text is not shown."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
