"""The fields of a paper on the screen: each knows what stands in it, and what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.paper.form import Field, FieldKind
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.back_entry.boxes import Boxes
from kontaktpunkt.ui.screens.back_entry.grid import Grid
from kontaktpunkt.ui.screens.back_entry.reading import read_typed, said_back
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox

_HINTS = {
    FieldKind.DATE: "t.ex. 24/3",
    FieldKind.TIME: "t.ex. 0812",
    FieldKind.PERSON_NUMBER: "ÅÅÅÅMMDD-NNNN",
}
_REQUIRED = "Ska alltid fyllas i."
_ANY_CASE = Qt.CaseSensitivity.CaseInsensitive
_CONTAINS = Qt.MatchFlag.MatchContains


class Part(QWidget):
    """One field: a label with its widget below; a box has its label beside it."""

    edited = Signal()
    left = Signal()  # a day or a clock time is typed to its end
    ended = Signal()  # what it asks is answered: one of the offered names was chosen

    def __init__(self, field: Field, label: str) -> None:
        super().__init__()
        self.field = field
        self._proposed = ""
        self.widget = _widget_of(field, label)
        self.labelled = Labelled(f"{label} *" if field.required else label, self.widget)
        self.labelled.label.setWordWrap(True)
        if isinstance(self.widget, QCheckBox):
            self.labelled.label.setText("")
        if field.required:
            self.labelled.label.set_role("label_strong")
            self.widget.setAccessibleDescription(_REQUIRED)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self.labelled)
        _listen(self.widget, self.edited)
        if isinstance(self.widget, QLineEdit) and field.kind in (FieldKind.DATE, FieldKind.TIME):
            self.widget.editingFinished.connect(self.left)

    @property
    def stops(self) -> list[QWidget]:
        """Give what takes focus in it, in order."""
        if isinstance(self.widget, Boxes):
            return list(self.widget.boxes.values())
        return self.widget.cells if isinstance(self.widget, Grid) else [self.widget]

    @property
    def typed(self) -> PaperValue:
        """Give what stands in it, as it was typed."""
        match self.widget:
            case QLineEdit():
                return self.widget.text().strip()
            case TextBox():
                return self.widget.toPlainText().strip()
            case QCheckBox():
                return self.widget.isChecked()
            case Boxes():
                chosen = self.widget.chosen
                many = self.field.kind is FieldKind.CHOICES
                return chosen if many else next(iter(chosen), "")
            case Grid():
                return self.widget.rows()
            case _:
                return ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing stands in it."""
        return not self.typed

    def read(self, now: Instant) -> tuple[PaperValue, str]:
        """Give what it holds, days and times in one way of writing; and the fault, or ''."""
        typed = self.typed
        return read_typed(self.field, typed, now) if isinstance(typed, str) else (typed, "")

    def fill(self, value: PaperValue) -> None:
        """Write what is known, without telling of it as typed."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own shape
        _write(self.widget, value)
        self.blockSignals(False)  # noqa: FBT003  Qt's own shape

    def refuse(self, sentence: str) -> None:
        """Say beside the field what is wrong with it."""
        self.labelled.refuse(sentence)

    @property
    def refusal(self) -> str:
        """Give what is said to be wrong."""
        return self.labelled.refusal.text()

    def propose(self, words: str) -> None:
        """Propose in grey what may stand in it: Enter writes it, nothing else does."""
        self._proposed = words
        if isinstance(self.widget, QLineEdit) and words:
            self.widget.setPlaceholderText(words)
            self.widget.setAccessibleDescription(f"Förslag: {words}. Enter skriver det.")

    def take_proposal(self) -> None:
        """Write what is proposed, where nothing stands."""
        if self._proposed and self.is_empty and isinstance(self.widget, QLineEdit):
            self.widget.setText(self._proposed)

    def hint(self, words: str) -> None:
        """Say below the field what is known of what was typed."""
        self.labelled.hint.setText(words)
        self.labelled.hint.setVisible(bool(words))

    def say_back(self, now: Instant) -> None:
        """Say below a day which day was understood."""
        if self.field.kind is FieldKind.DATE:
            value, fault = self.read(now)
            told = isinstance(value, str) and not (fault and not value)
            self.hint(said_back(self.field, str(value), now) if told else "")

    def offer(self, names: Sequence[str]) -> None:
        """Offer names that are known while one is typed."""
        if isinstance(self.widget, QLineEdit):
            completer = QCompleter(list(dict.fromkeys(name for name in names if name)), self.widget)
            completer.setCaseSensitivity(_ANY_CASE)
            completer.setFilterMode(_CONTAINS)
            completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
            self.widget.setCompleter(completer)

    def _chosen(self) -> None:
        """Go on when one of the offered names was chosen with Enter."""
        if self.widget.hasFocus():
            self.ended.emit()


def _widget_of(field: Field, label: str) -> QWidget:
    match field.kind:
        case FieldKind.CHECK:
            return QCheckBox(f"{label} *" if field.required else label)
        case FieldKind.CHOICE | FieldKind.CHOICES:
            return Boxes(field.options, many=field.kind is FieldKind.CHOICES)
        case FieldKind.TABLE:
            return Grid(field)
        case _:
            if field.lines > 1:
                return TextBox(field.lines)
            line = QLineEdit()
            line.setPlaceholderText(_HINTS.get(field.kind, ""))
            return line


def _listen(widget: QWidget, edited: SignalInstance) -> None:
    match widget:
        case QLineEdit() | TextBox():
            widget.textChanged.connect(edited)
        case QCheckBox():
            widget.toggled.connect(edited)
        case Boxes() | Grid():
            widget.changed.connect(edited)
        case _:
            pass


def _write(widget: QWidget, value: PaperValue) -> None:
    match widget:
        case QLineEdit():
            widget.setText(_line(value))
            widget.setCursorPosition(0)
        case TextBox():
            widget.setPlainText(value if isinstance(value, str) else "")
        case QCheckBox():
            widget.setChecked(value is True)
        case Boxes():
            chosen = value if isinstance(value, tuple) else (value,)
            widget.choose([key for key in chosen if isinstance(key, str)])
        case Grid():
            rows = value if isinstance(value, tuple) else ()
            widget.fill([row for row in rows if isinstance(row, tuple)])
        case _:
            pass


def _line(value: PaperValue) -> str:
    """Give a text on one line: an address comes in several, parted by commas here."""
    lines = value.splitlines() if isinstance(value, str) else ()
    return ", ".join(line.strip() for line in lines if line.strip())
