"""The follow-up list as a table: headings of groups, and a line for each person."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.follow_up.columns import Column
from kontaktpunkt.ui.screens.follow_up.lines import (
    Cell,
    Heading,
    Line,
    Terms,
    cells,
    grouped,
    heading_of,
)
from kontaktpunkt.usecases.follow_up.rows import FollowUpRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
_NOTHING = Cell()


class FollowUpModel(QAbstractTableModel):
    """Shows the groups in their order; a person's cells are said when she comes into sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._said: dict[int, Sequence[Cell]] = {}
        self._terms = Terms(now=Instant(0), profile=None)

    def show(self, rows: Sequence[FollowUpRow], terms: Terms, *, with_headings: bool) -> None:
        """Show other rows, said as of now; who stands where they stood keeps the place."""
        lines = grouped(rows, with_headings=with_headings)
        stays = list(map(_identity, lines)) == list(map(_identity, self._lines))
        if not stays:
            self.beginResetModel()
        self._lines, self._terms, self._said = lines, terms, {}
        if not stays:
            self.endResetModel()
        elif lines:
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def row(self, place: int) -> FollowUpRow | None:
        """Give the person's row by place; None for a heading and beyond the end."""
        line = self._lines[place] if 0 <= place < len(self._lines) else None
        return line if isinstance(line, FollowUpRow) else None

    def line(self, place: int) -> Line | None:
        """Give what stands at a place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def cell(self, place: int, column: Column) -> Cell:
        """Give what a cell says."""
        row = self.row(place)
        if row is None:
            return _NOTHING
        if place not in self._said:
            self._said[place] = cells(row, self._terms)
        return self._said[place][column]

    def headings(self) -> list[int]:
        """Give the places of the headings."""
        return [place for place, line in enumerate(self._lines) if isinstance(line, Heading)]

    def place_of(self, case: UUID | None) -> int:
        """Give the place of a case, else that of the first person (0 when nobody is there)."""
        places = {
            line.case.case: at
            for at, line in enumerate(self._lines)
            if isinstance(line, FollowUpRow)
        }
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
        """Give a cell's words, and all of it as its tooltip and to a screen reader."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if isinstance(line, Heading):
            words = (_ROLES.DisplayRole, _ROLES.AccessibleTextRole)
            return line.words if column is Column.PERSON and role in words else None
        if role not in (_ROLES.DisplayRole, _ROLES.ToolTipRole, _ROLES.AccessibleTextRole):
            return None
        cell = self.cell(index.row(), column)
        name = heading_of(column, self._terms.profile)
        return {
            _ROLES.DisplayRole: cell.main,
            _ROLES.ToolTipRole: cell.said,
            _ROLES.AccessibleTextRole: f"{name}: {cell.said or 'tomt'}",
        }[_ROLES(role)]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> object:
        """Give the headings of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return heading_of(Column(section), self._terms.profile)
        return None


def _identity(line: Line) -> object:
    """Tell lines apart by who or what stands there."""
    return line if isinstance(line, Heading) else line.case.case
