"""The first page of Nödläge: how old the copy is, who asks, and the passphrase where needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.contingency.rows import CopyFound
from kontaktpunkt.wording.contingency import NO_COPY, age_words

_WIDTH = 560


class OpenPage(QWidget):
    """Asks for a name, and for the passphrase where no key ring opens the copy."""

    open_wanted = Signal(str, str, bool)  # passphrase, name, exercise
    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._needs_passphrase = False
        self.age = Text("", "strong")
        self.flaw = Text("", "wrong")
        self.place = Text("", "soft")
        self.name = QLineEdit()
        self.name_field = Labelled(
            "Ditt namn", self.name, "Noteras med det du läser och tar ut på papper."
        )
        self.passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.passphrase_field = Labelled(
            "Nödlägets lösenfras", self.passphrase, "Ligger förseglad i reservpärmen."
        )
        self.exercise = QCheckBox("Övning: påhittade personer, inga nummer tas, och pappret märks")
        self.problem = Text("", "wrong")
        self.open_button = button("Öppna kopian", "primary")
        self.other_button = button("Välj en annan kopia …")
        self.open_button.clicked.connect(self.ask)
        self.other_button.clicked.connect(self.other_wanted)
        self.name.returnPressed.connect(self._from_name)
        self.passphrase.returnPressed.connect(self.ask)
        self._lay_out()

    def show_found(self, found: CopyFound, now: Instant) -> None:
        """Say which copy there is; without one, how to find another."""
        is_there = found.made_at is not None
        self._needs_passphrase = found.needs_passphrase
        if found.made_at is not None:
            self.age.setText(f"Kopian gjordes {age_words(found.made_at, now)}.")
        else:
            self.age.setText(NO_COPY)
        self.flaw.setText(found.flaw)
        self.flaw.setVisible(bool(found.flaw))
        self.place.setText(found.place)
        self.problem.setText("")
        for part in (self.name_field, self.exercise, self.open_button):
            part.setVisible(is_there)
        self.passphrase_field.setVisible(is_there)
        self.passphrase_field.hint.setText(
            "Ligger förseglad i reservpärmen."
            if found.needs_passphrase
            else "Behövs inte på den här datorn. Skriv den ändå för att pröva den."
        )
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the copy to be opened, once it is known who asks."""
        name, passphrase = self.name.text().strip(), self.passphrase.text()
        self.name_field.refuse("" if name else "Skriv ditt namn.")
        missing = self._needs_passphrase and not passphrase
        self.passphrase_field.refuse("Skriv lösenfrasen." if missing else "")
        if name and not missing:
            self.problem.setText("")
            self.open_button.setEnabled(False)
            self.open_wanted.emit(passphrase, name, self.exercise.isChecked())

    def refuse(self, sentence: str) -> None:
        """Say why the copy did not open; the passphrase can be typed again."""
        self.open_button.setEnabled(True)
        self.problem.setText(sentence)
        self.passphrase.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _from_name(self) -> None:
        if self._needs_passphrase and not self.passphrase.text():
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(GAP * 2)
        acts = QHBoxLayout()
        acts.addWidget(self.open_button)
        acts.addWidget(self.other_button)
        acts.addStretch(1)
        for part in (self.age, self.flaw, self.place, self.name_field, self.passphrase_field):
            column.addWidget(part)
        column.addWidget(self.exercise)
        column.addWidget(self.problem)
        column.addLayout(acts)
        column.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        inside.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP * 4, GAP * 4, GAP * 4, GAP * 4)
        row.addWidget(inside, 1)
        row.addStretch(1)
