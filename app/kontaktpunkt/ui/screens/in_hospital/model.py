"""The list of people in hospital as a table: headings of groups, and a line for each person."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.in_hospital.lines import (
    HEADINGS,
    Column,
    Heading,
    Line,
    cells,
    grouped,
    shape,
    whole,
)
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.usecases.rows import CaseRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole


class InHospitalModel(QAbstractTableModel):
    """Shows the groups in their order, each in the order that the desk gave."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._cells: Sequence[Sequence[str]] = ()
        self._now = Instant(0)

    def show(self, rows: Sequence[CaseRow], now: Instant) -> None:
        """Show other rows, said as of now; who stands where they stood keeps the place."""
        lines = grouped(rows)
        said = [cells(line, now) if not isinstance(line, Heading) else () for line in lines]
        stays = list(map(_identity, lines)) == list(map(_identity, self._lines))
        if not stays:
            self.beginResetModel()
        self._lines, self._cells, self._now = lines, said, now
        if not stays:
            self.endResetModel()
        elif lines:
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, place: int) -> CaseRow | None:
        """Give the person's row by place; None for a heading and beyond the end."""
        line = self._lines[place] if 0 <= place < len(self._lines) else None
        return line if isinstance(line, CaseRow) else None

    def headings(self) -> list[int]:
        """Give the places of the headings."""
        return [place for place, line in enumerate(self._lines) if isinstance(line, Heading)]

    def place_of(self, case: UUID | None) -> int:
        """Give the place of a case, else that of the first person (0 when nobody is there)."""
        places = {line.case: at for at, line in enumerate(self._lines) if isinstance(line, CaseRow)}
        first = min(places.values(), default=0)
        return first if case is None else places.get(case, first)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the lines, headings too."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody choose a heading."""
        if index.isValid() and self.row(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Give a cell: short words, a shape before them, and all of it as its tooltip."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if isinstance(line, Heading):
            return self._of_heading(line, column, role)
        said = whole(line, column, self._now)
        name = shape(line, column) if role == _ROLES.DecorationRole else ""
        return {
            _ROLES.DisplayRole: self._cells[index.row()][column],
            _ROLES.ToolTipRole: said,
            _ROLES.AccessibleTextRole: f"{HEADINGS[column]}: {said or 'tomt'}",
            _ROLES.DecorationRole: self._theme.pixmap(name) if name else None,
        }.get(_ROLES(role))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _ROLES.DisplayRole,
    ) -> object:
        """Give the headings of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return HEADINGS[Column(section)]
        return None

    def _of_heading(self, line: Heading, column: Column, role: int) -> object:
        """Say a group's name once, in the column that spans the whole line."""
        if column is Column.PERSON and role in (_ROLES.DisplayRole, _ROLES.AccessibleTextRole):
            return line.words
        if role == _ROLES.FontRole:
            return self._theme.font(14, bold=True)
        return None


def _identity(line: Line) -> object:
    """Tell lines apart by who or what stands there."""
    return line if isinstance(line, Heading) else line.case
