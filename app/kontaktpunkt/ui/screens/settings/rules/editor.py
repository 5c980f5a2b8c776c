"""Types a rule in its cells: one row, or rows that are added, moved and taken away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.ui.screens.settings.rules.cells import Cell, CellKind, Raw, Shape
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, empty

_USUAL, _WIDE, _NARROW = 190, 330, 110
_SHORT = (CellKind.NUMBER, CellKind.DECIMAL, CellKind.CLOCK)
NOTHING_CHOSEN = "–"


class CellField(Labelled):
    """A cell with its label; what stands in it is always text."""

    edited = Signal()

    def __init__(self, cell: Cell, theme: Theme) -> None:
        self.cell = cell
        made, self._take, self._put = _made(cell, self._note)
        super().__init__(cell.label, made)
        width = _NARROW if cell.kind in _SHORT else _WIDE if cell.wide else _USUAL
        if cell.kind is not CellKind.CHECKS:
            made.setMinimumWidth(theme.px(width))
            made.setMaximumWidth(theme.px(width))

    def text(self) -> str:
        """Give what stands in the cell."""
        return self._take()

    def put(self, text: str) -> None:
        """Put a text in the cell; nobody has edited it."""
        self._put(text)
        self.refuse("")

    def _note(self) -> None:
        self.refuse("")
        self.edited.emit()


class RowEditor(QWidget):
    """One row: its cells in a line, going on in the next where there is no room."""

    edited = Signal()
    raised = Signal()
    lowered = Signal()
    removed = Signal()

    def __init__(self, shape: Shape, row: Raw, theme: Theme) -> None:
        super().__init__()
        self._kept = {
            cell.name: row.get(cell.name, "") for cell in shape.cells if cell.kind is CellKind.KEPT
        }
        self.fields = {
            cell.name: CellField(cell, theme)
            for cell in shape.cells
            if cell.kind is not CellKind.KEPT
        }
        flow = Flow(self, GAP + GAP // 2)
        for name, field in self.fields.items():
            field.put(row.get(name, ""))
            field.edited.connect(self.edited)
            flow.addWidget(field)
        if shape.many:
            flow.addWidget(self._buttons(shape.row_name))

    def row(self) -> Raw:
        """Give what stands in the row."""
        return {**self._kept, **{name: field.text() for name, field in self.fields.items()}}

    def begin(self) -> None:
        """Put focus in the first cell."""
        first = next(iter(self.fields.values()))
        target = first.field if first.cell.kind is not CellKind.CHECKS else first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self, name: str) -> QWidget:
        up, down = button("Upp", "link", f"Flytta {name} upp"), button("Ned", "link")
        away = button("Ta bort", "link", f"Ta bort {name}")
        down.setToolTip(f"Flytta {name} ned")
        up.clicked.connect(self.raised)
        down.clicked.connect(self.lowered)
        away.clicked.connect(self.removed)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (up, down, away):
            row.addWidget(part)
        return whole


class RuleEditor(QWidget):
    """The rows of a rule."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shape = Shape(())
        self.editors: list[RowEditor] = []
        self.add_button = button("Lägg till")
        self.add_button.clicked.connect(lambda: self._add({}, begin=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, shape: Shape, rows: Sequence[Raw]) -> None:
        """Show rows to be edited."""
        self.shape = shape
        empty(self._rows)
        self.editors = []
        self.add_button.setVisible(shape.many)
        self.add_button.setText(f"Lägg till {shape.row_name}")
        for row in rows:
            self._add(row)

    def rows(self) -> list[Raw]:
        """Give what is typed."""
        return [editor.row() for editor in self.editors]

    def refuse(self, row: int, cell: str, sentence: str) -> None:
        """Say what is wrong in a cell, beside it; focus stays where somebody is typing."""
        self.editors[row].fields[cell].refuse(sentence)

    def to_fault(self) -> None:
        """Put focus in the first cell that is wrong, when the change was to be saved."""
        for field in (one for editor in self.editors for one in editor.fields.values()):
            if field.refusal.text():
                field.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add(self, row: Raw, *, begin: bool = False) -> None:
        editor = RowEditor(self.shape, row, self._theme)
        editor.edited.connect(self.edited)
        editor.raised.connect(lambda one=editor: self._move(one, -1))
        editor.lowered.connect(lambda one=editor: self._move(one, 1))
        editor.removed.connect(lambda one=editor: self._remove(one))
        self.editors.append(editor)
        self._rows.addWidget(editor)
        if begin:
            editor.begin()
            self.edited.emit()

    def _move(self, editor: RowEditor, by: int) -> None:
        place = self.editors.index(editor)
        target = place + by
        if not 0 <= target < len(self.editors):
            return
        self.editors.insert(target, self.editors.pop(place))
        self._rows.removeWidget(editor)
        self._rows.insertWidget(target, editor)
        self.edited.emit()

    def _remove(self, editor: RowEditor) -> None:
        place = self.editors.index(editor)
        self.editors.remove(editor)
        self._rows.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        if self.editors:
            self.editors[min(place, len(self.editors) - 1)].begin()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


_Made = tuple[QWidget, Callable[[], str], Callable[[str], None]]


def _made(cell: Cell, note: Callable[[], None]) -> _Made:
    """Make the field of a cell, and how its text is taken and put."""
    if cell.kind is CellKind.CHOICE:
        return _choice(cell, note)
    if cell.kind is CellKind.CHECKS:
        return _checks(cell, note)
    line = QLineEdit()
    line.setPlaceholderText(cell.hint)
    line.textEdited.connect(note)
    return line, line.text, line.setText


def _choice(cell: Cell, note: Callable[[], None]) -> _Made:
    box = QComboBox()
    box.addItem(NOTHING_CHOSEN, "")
    for value, label in cell.options:
        box.addItem(label, value)
    box.activated.connect(note)

    def put(text: str) -> None:
        if box.findData(text) < 0:
            box.addItem(text, text)  # something that only an earlier version could choose
        box.setCurrentIndex(box.findData(text))

    return box, lambda: str(box.currentData()), put


def _checks(cell: Cell, note: Callable[[], None]) -> _Made:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    boxes = {value: QCheckBox(label) for value, label in cell.options}
    for box in boxes.values():
        box.clicked.connect(note)
        row.addWidget(box)
    if boxes:
        whole.setFocusProxy(next(iter(boxes.values())))

    def put(text: str) -> None:
        chosen = text.split(",")
        for value, box in boxes.items():
            box.setChecked(value in chosen)

    return whole, lambda: ",".join(one for one, box in boxes.items() if box.isChecked()), put
