"""The list of people in hospital as a table, in the order that the desk gave it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kontaktpunkt.domain.times import Instant, local_day, minutes_between
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.times import day, span, when

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEADINGS = (
    "Person",
    "Född",
    "Avdelning · sjukhus",
    "Inskriven",
    "Beräknad utskrivning",
    "Utskrivningsklar i",
    "Hos oss",
    "Ansvarig",
)
_EXPECTED, _READY = 4, 5


class InHospitalModel(QAbstractTableModel):
    """Shows the rows in the order that the desk gave them: ready ones first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[CaseRow] = ()
        self._cells: list[tuple[str, ...]] = []
        self._now = Instant(0)

    def show(self, rows: Sequence[CaseRow], now: Instant) -> None:
        """Show other rows, said as of now."""
        self.beginResetModel()
        self._rows = rows
        self._now = now
        self._cells = [cells(row, now) for row in rows]
        self.endResetModel()

    def row(self, place: int) -> CaseRow | None:
        """Give a row by place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell; the whole of it is also its tooltip."""
        if not index.isValid():
            return None
        words = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        said = whole(self._rows[index.row()], index.column(), words, self._now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADINGS[index.column()]}: {said or 'tomt'}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None


def cells(row: CaseRow, now: Instant) -> tuple[str, ...]:
    """Say a case in the words of the list."""
    today = local_day(now)
    ready = row.ready_sent_at
    return (
        person_name(row.name, masked=row.masked),
        _born(row, today),
        " · ".join(part for part in (row.ward, row.hospital) if part),
        day(local_day(row.admitted_at), today) if row.admitted_at is not None else "",
        _expected(row, now),
        span(minutes_between(ready, now)) if ready is not None else "",
        row.unit or "okänd hos oss",
        row.responsible_name or "ingen",
    )


def _born(row: CaseRow, today: date) -> str:
    if row.masked:
        return ""
    return identity(row.number, row.birth_date, today, whole=False).removeprefix("född ")


def _expected(row: CaseRow, now: Instant) -> str:
    if row.on_leave:
        return "permission"
    if row.expected_discharge is None:
        return ""
    return when(row.expected_discharge, now) + (", flyttad" if row.expected_before else "")


def whole(row: CaseRow, column: int, words: str, now: Instant) -> str:
    """Say all there is to say about a cell."""
    if column == _EXPECTED and row.expected_before is not None:
        return f"{words} från {when(row.expected_before, now)}"
    if column == _READY and row.ready_sent_at is not None:
        return f"{words}, sänt {when(row.ready_sent_at, now)}"
    return words
