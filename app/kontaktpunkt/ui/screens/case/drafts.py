"""The texts that are being typed in a case, kept per case as they are typed."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.workplace import Workplace

TextField = QLineEdit | QPlainTextEdit


class CaseDrafts(QObject):
    """Keeps every watched field as a draft of the case on show, and puts it back there."""

    came_back = Signal(object)  # frozenset[str]: names of the fields that a draft was put back in

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self._fields: dict[str, TextField] = {}
        self._subject = ""

    def watch(self, name: str, field: TextField) -> None:
        """Keep a field under a name."""
        self._fields[name] = field
        field.textChanged.connect(lambda: self._keep(name))

    def show_case(self, case: UUID) -> None:
        """Empty the fields and put back the drafts of another case."""
        self._drafts.flush()
        self._subject = ""
        for field in self._fields.values():
            field.clear()
        self._subject = f"case:{case}"
        self._drafts.load(self._subject, tuple(self._fields), self._put_back)

    def done(self, names: Iterable[str]) -> None:
        """Empty fields and forget their drafts: they have become an act."""
        for name in names:
            self._fields[name].clear()
        self.flush()

    def flush(self) -> None:
        """Keep now what waits."""
        self._drafts.flush()

    def _keep(self, name: str) -> None:
        if self._subject:
            self._drafts.keep(self._subject, name, text_of(self._fields[name]))

    def _put_back(self, found: dict[str, str]) -> None:
        for name, text in found.items():
            field = self._fields[name]
            if not text_of(field):
                _set_text(field, text)
        if found:
            self.came_back.emit(frozenset(found))


def text_of(field: TextField) -> str:
    """Give what stands in a field of either kind."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _set_text(field: TextField, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
