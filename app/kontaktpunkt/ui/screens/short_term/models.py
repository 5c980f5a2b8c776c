"""The board as a table, and the people who wait as a list that can be dragged to it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.rows_table import RowsModel
from kontaktpunkt.usecases.short_term.rows import (
    ArrivalRow,
    DecisionRow,
    PlaceRow,
    QueueRow,
    ShortTermPage,
)
from kontaktpunkt.wording.short_term import (
    arrival_lines,
    decision_lines,
    is_wrong,
    queue_lines,
    said_of,
    standing_of,
    until_of,
    who_of,
)
from kontaktpunkt.wording.words import word

Index = QModelIndex | QPersistentModelIndex
Waiting = DecisionRow | QueueRow | ArrivalRow
_ROLES = Qt.ItemDataRole
_ROOT = QModelIndex()
_CASE: Final = "application/x-kontaktpunkt-case"
HEADINGS: Final = ("Plats", "Läge", "Vem", "Till", "Uppgift från")
WEIGHTS: Final = (4, 4, 6, 5, 6)


class BoardModel(RowsModel):
    """The places, a row each; somebody dragged from the queue can be dropped on a free one."""

    dropped = Signal(object, object)  # UUID of the case, PlaceRow

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(HEADINGS, frozenset(), parent)
        self._theme = theme
        self._places: Sequence[PlaceRow] = ()

    def show_places(self, places: Sequence[PlaceRow], now: Instant) -> None:
        """Show other places, said as of now."""
        self._places = places
        self.show([_cells(row, now) for row in places])

    def place(self, row: int) -> PlaceRow | None:
        """Give the place at a row."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def row_of(self, place: UUID | None) -> int:
        """Give the row of a place, the first one when it is not there."""
        rows = (at for at, row in enumerate(self._places) if row.place == place)
        return next(rows, 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let somebody be dropped on a place that can be had."""
        flags = super().flags(index)
        row = self.place(index.row())
        free = row is not None and row.can_be_had
        return flags | Qt.ItemFlag.ItemIsDropEnabled if free else flags

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Give a cell; what is wrong is red, and said in words as well."""
        row = self.place(index.row())
        if role == _ROLES.ForegroundRole and row is not None and is_wrong(row):
            return QColor(self._theme.tokens.wrong)
        return super().data(index, role)

    def mimeTypes(self) -> list[str]:
        """Take cases."""
        return [_CASE]

    def supportedDropActions(self) -> Qt.DropAction:
        """Take them as links: nobody leaves the queue by being dragged."""
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Tell who was dropped where."""
        place = self.place(parent.row())
        if place is None or not place.can_be_had or not data.hasFormat(_CASE):
            return False
        self.dropped.emit(UUID(bytes=bytes(data.data(_CASE).data())), place)
        return True


class WaitingModel(QAbstractListModel):
    """Who waits, in groups under headings; two lines each."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[Waiting | str] = ()
        self._now = Instant(0)

    def show_page(self, page: ShortTermPage, now: Instant) -> None:
        """Show who waits on a page."""
        lines = tuple(_grouped(page))
        self._now = now
        if list(map(_identity, lines)) == list(map(_identity, self._lines)):
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def waiting(self, row: int) -> Waiting | None:
        """Give who waits at a row; None for a heading."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return None if line is None or isinstance(line, str) else line

    def row_of(self, case: UUID | None) -> int:
        """Give the row of a case, else that of the first one who waits; -1 when nobody does."""
        rows = [at for at, line in enumerate(self._lines) if not isinstance(line, str)]
        hers = [at for at in rows if (one := self.waiting(at)) is not None and one.case == case]
        return next(iter((*hers, *rows)), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the lines, headings too."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people be chosen, and those in the queue be dragged."""
        line = self.waiting(index.row())
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if isinstance(line, QueueRow) else flags

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Give a line's words."""
        at = index.row()
        line = self._lines[at] if 0 <= at < len(self._lines) else None
        if line is None:
            return None
        if isinstance(line, str):
            return self._heading(line, role)
        head, below = _said(line, self._now)
        if role == _ROLES.ForegroundRole and isinstance(line, DecisionRow) and line.late:
            return QColor(self._theme.tokens.wrong)
        if role == _ROLES.DisplayRole:
            return f"{head}\n{below}"
        if role in (_ROLES.ToolTipRole, _ROLES.AccessibleTextRole):
            return f"{head}. {below}"
        return None

    def mimeTypes(self) -> list[str]:
        """Give cases."""
        return [_CASE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give the case that is dragged."""
        data = QMimeData()
        line = self.waiting(indexes[0].row()) if indexes else None
        if line is not None:
            data.setData(_CASE, line.case.bytes)
        return data

    def _heading(self, words: str, role: int) -> object:
        if role == _ROLES.FontRole:
            return self._theme.font(13, bold=True)
        if role == _ROLES.ForegroundRole:
            return QColor(self._theme.tokens.text_soft)
        return words if role in (_ROLES.DisplayRole, _ROLES.AccessibleTextRole) else None


class _Group(Struct, frozen=True):
    heading: str
    lines: Sequence[Waiting]


def _grouped(page: ShortTermPage) -> list[Waiting | str]:
    groups = (
        _Group("Väntar på handläggaren", page.decisions),
        _Group("I kö", page.queue),
        _Group("Kommer till korttid", page.arrivals),
    )
    found: list[Waiting | str] = []
    for group in groups:
        if group.lines:
            found += [f"{group.heading} ({len(group.lines)})", *group.lines]
    return found


def _identity(line: Waiting | str) -> object:
    return line if isinstance(line, str) else (type(line), line.case)


def _said(line: Waiting, now: Instant) -> tuple[str, str]:
    match line:
        case DecisionRow():
            return decision_lines(line, now)
        case QueueRow():
            return queue_lines(line, now)
        case ArrivalRow():
            return arrival_lines(line, now)


def _cells(row: PlaceRow, now: Instant) -> tuple[str, ...]:
    name = f"{row.facts.name}\n{word(row.facts.place_kind)}"
    return (name, standing_of(row, now), who_of(row), until_of(row, now), said_of(row, now))
