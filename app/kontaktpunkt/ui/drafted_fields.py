"""The fields of a form, kept as a draft while they are typed in."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.widgets.fields import TextBox
from kontaktpunkt.ui.widgets.ticks import Ticks
from kontaktpunkt.ui.workplace import Workplace

_DRAFT = "form"


class DraftedFields(QObject):
    """Reads and fills named fields, and keeps what is typed under a subject."""

    def __init__(
        self, workplace: Workplace, parent: QObject, fields: Mapping[str, QWidget]
    ) -> None:
        super().__init__(parent)
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self._fields = fields
        self._subject = ""
        self._is_filling = False
        for field in fields.values():
            if isinstance(field, QLineEdit | TextBox):
                field.textChanged.connect(self._keep)
            elif isinstance(field, QComboBox):
                field.currentIndexChanged.connect(self._keep)
            elif isinstance(field, Ticks):
                field.changed.connect(self._keep)

    def open(self, subject: str, known: Mapping[str, str]) -> None:
        """Show what is known; what was typed before under this subject comes back over it."""
        self._drafts.flush()
        self._subject = subject
        self.fill(known)
        self._drafts.load(subject, (_DRAFT,), self._put_back)

    def typed(self) -> dict[str, str]:
        """Give what stands in the fields."""
        return {name: _read(field) for name, field in self._fields.items()}

    def fill(self, known: Mapping[str, str]) -> None:
        """Write in all fields; one that is not named is emptied."""
        # Told to the rest of the form, which follows what stands there; but it is no draft.
        self._is_filling = True
        for name, field in self._fields.items():
            _write(field, known.get(name, ""))
        self._is_filling = False

    def done(self) -> None:
        """Forget the draft: it has become an act, or is given up."""
        if self._subject:
            self._drafts.forget(self._subject, _DRAFT)
        self._subject = ""

    def flush(self) -> None:
        """Keep now what waits."""
        self._drafts.flush()

    def _put_back(self, found: dict[str, str]) -> None:
        if _DRAFT in found:
            self.fill(msgspec.json.decode(found[_DRAFT], type=dict[str, str]))

    def _keep(self) -> None:
        if self._subject and not self._is_filling:
            kept = msgspec.json.encode(self.typed()).decode()
            self._drafts.keep(self._subject, _DRAFT, kept)


def _read(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text().strip()
    if isinstance(field, TextBox):
        return field.toPlainText().strip()
    if isinstance(field, QComboBox):
        chosen: str = field.currentData() or ""
        return chosen
    return " ".join(field.chosen) if isinstance(field, Ticks) else ""


def _write(field: QWidget, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, TextBox):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(max(0, field.findData(text)))
    elif isinstance(field, Ticks):
        field.choose(text.split())
