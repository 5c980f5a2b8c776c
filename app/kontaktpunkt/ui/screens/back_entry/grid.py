"""A table of a form as a small grid: a cell for each column, boxes where the form has them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from kontaktpunkt.domain.paper.form import Field
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text

TICKED: Final = "x"
_FIRST_ROWS: Final = 2
_Cell = QLineEdit | QCheckBox


class Grid(QWidget):
    """Rows with fixed labels are all there; of others one more comes when the last is begun."""

    changed = Signal()
    grown = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._rows: list[list[_Cell]] = []
        self._lay = QGridLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setSpacing(GAP // 2)
        for column, made in enumerate(field.columns):
            self._lay.addWidget(Text(made.label, "soft"), 0, column)
            self._lay.setColumnStretch(column, made.width)
        for _ in range(len(field.row_labels) or min(_FIRST_ROWS, field.rows or _FIRST_ROWS)):
            self._add_row()

    @property
    def cells(self) -> list[QWidget]:
        """Give the cells in reading order."""
        return [cell for row in self._rows for cell in row]

    def row_is_empty(self, cell: QWidget) -> bool:
        """Say whether nothing is written in the row that a cell stands in."""
        row = next((row for row in self._rows if cell in row), list[_Cell]())
        return not any(map(_read, row))

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Give the rows as they stand on the paper; empty ones at the end are left out."""
        found = [self._said(place) for place in range(len(self._rows))]
        written = [any(map(_read, row)) for row in self._rows]
        last = max((at for at, is_written in enumerate(written) if is_written), default=-1)
        return tuple(found[: last + 1])

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Write rows as they stand on the paper."""
        while len(self._rows) < len(rows):
            self._add_row()
        skip = 1 if self._field.row_labels else 0
        for place, row in enumerate(self._rows):
            given = [*(rows[place][skip:] if place < len(rows) else ()), *[""] * len(row)]
            for cell, text in zip(row, given, strict=False):
                _write(cell, text)

    def _said(self, place: int) -> tuple[str, ...]:
        labels = self._field.row_labels
        head = (labels[place],) if place < len(labels) else ()
        return (*head, *map(_read, self._rows[place]))

    def _add_row(self) -> None:
        place, labels = len(self._rows), self._field.row_labels
        columns, row = self._field.columns, list[_Cell]()
        named = labels[place] if place < len(labels) else ""
        if labels:
            self._lay.addWidget(Text(named), place + 1, 0)
        for column, made in enumerate(columns):
            if labels and column == 0:
                continue
            cell: _Cell = QCheckBox() if made.box else QLineEdit()
            cell.setAccessibleName(f"{made.label}, {named or f'rad {place + 1}'}")
            if isinstance(cell, QLineEdit):
                cell.textChanged.connect(self._written)
            else:
                cell.toggled.connect(self._written)
            self._lay.addWidget(cell, place + 1, column)
            row.append(cell)
        self._rows.append(row)

    def _written(self) -> None:
        self.changed.emit()
        most = max(self._field.rows, _FIRST_ROWS)
        is_full = not self._field.row_labels and any(map(_read, self._rows[-1]))
        if is_full and len(self._rows) < most:
            self._add_row()
            self.grown.emit()


def _read(cell: _Cell) -> str:
    if isinstance(cell, QCheckBox):
        return TICKED if cell.isChecked() else ""
    return cell.text().strip()


def _write(cell: _Cell, text: str) -> None:
    if isinstance(cell, QCheckBox):
        cell.setChecked(bool(text.strip()))
    else:
        cell.setText(text)
