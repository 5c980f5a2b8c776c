"""Asks for the store's passphrase, or says why it does not open, before there is a window."""

from collections.abc import Callable
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout

CONTINGENCY: Final = "Öppna Nödläge"
_WIDTH = 460
_TO_CONTINGENCY: Final = 2


class Unlock(QDialog):
    """One field for the passphrase; tries it, and says beside the field when it is not right."""

    def __init__(self, why: str, attempt: Callable[[str], str]) -> None:
        """Show `why` a passphrase is needed; `attempt` opens the store or says what was wrong."""
        super().__init__()
        self._attempt = attempt
        self.setWindowTitle("Kontaktpunkt")
        self.setMinimumWidth(_WIDTH)
        self.why = QLabel(why, wordWrap=True)
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("Lösenfras")
        label = QLabel("&Lösenfras")
        label.setBuddy(self.field)
        self.problem = QLabel(wordWrap=True)
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        self.open_button = buttons.addButton("Öppna", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Avbryt", QDialogButtonBox.ButtonRole.RejectRole)
        self.contingency = buttons.addButton(CONTINGENCY, QDialogButtonBox.ButtonRole.HelpRole)
        # Enter is for the passphrase alone, whichever button the dialog would take for it.
        self.contingency.setAutoDefault(False)
        self.contingency.clicked.connect(lambda: self.done(_TO_CONTINGENCY))
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self._rows = QVBoxLayout(self)
        for part in (self.why, label, self.field, self.problem, buttons):
            self._rows.addWidget(part)
        self._make_room()
        self.field.setFocus()

    def _try(self) -> None:
        problem = self._attempt(self.field.text())
        if not problem:
            self.accept()
            return
        self.problem.setText(problem)
        self._make_room()
        self.field.selectAll()
        self.field.setFocus()

    def _make_room(self) -> None:
        """Give each sentence the height of its lines: a dialog does not ask for that itself."""
        margins = self._rows.contentsMargins()
        width = max(_WIDTH, self.width()) - margins.left() - margins.right()
        for words in (self.why, self.problem):
            words.setMinimumHeight(words.heightForWidth(width) if words.text() else 0)
        self.adjustSize()


class Answered(Enum):
    """What became of a dialog before there is a window."""

    OPENED = QDialog.DialogCode.Accepted.value
    LEFT = QDialog.DialogCode.Rejected.value
    CONTINGENCY = _TO_CONTINGENCY


def unlock(why: str, attempt: Callable[[str], str]) -> Answered:
    """Ask until the passphrase opens the store, the user gives up, or wants Nödläge instead."""
    return _answer(Unlock(why, attempt))


class Told(QDialog):
    """One sentence and a button, for what must be said when there is no window."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("Kontaktpunkt")
        self.setMinimumWidth(_WIDTH)
        words = QLabel(sentence, wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        buttons.addButton("Stäng", QDialogButtonBox.ButtonRole.AcceptRole)
        self.contingency = buttons.addButton(CONTINGENCY, QDialogButtonBox.ButtonRole.HelpRole)
        self.contingency.setAutoDefault(False)
        self.contingency.clicked.connect(lambda: self.done(_TO_CONTINGENCY))
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(buttons)


def tell(sentence: str) -> Answered:
    """Say before there is a window why there will be none; Nödläge can be had instead."""
    return _answer(Told(sentence))


def _answer(dialog: QDialog) -> Answered:
    answer = Answered(dialog.exec())
    dialog.deleteLater()
    return answer
