"""The list of care requests as a Qt model: who, and in words how it stands."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.care_request_rows import CareRequestRow
from kontaktpunkt.wording.care_requests import standing_words
from kontaktpunkt.wording.names import person_name

_Index = QModelIndex | QPersistentModelIndex


class CareRequestModel(QAbstractListModel):
    """Rows of care requests, each as two lines of words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[CareRequestRow] = ()
        self._now = Instant(0)
        self._system = ""

    def show_rows(self, rows: Sequence[CareRequestRow], system: str, now: Instant) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._system, self._now = rows, system, now
        self.endResetModel()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        self._now = now
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def place_of(self, person: UUID | None) -> int | None:
        """Say at which place somebody stands."""
        places = (place for place, row in enumerate(self._rows) if row.person == person)
        return next(places, None)

    def row(self, place: int) -> CareRequestRow | None:
        """Give the row at a place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words of a row."""
        row = self.row(index.row())
        if row is None:
            return None
        stands = standing_words(row, self._system, self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{head_of(row)}\n{stands}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{head_of(row)}. {stands}"
        return None


def head_of(row: CareRequestRow) -> str:
    """Say who it is, with birth date and unit."""
    name = person_name(row.name, masked=row.masked)
    born = row.birth_date.isoformat() if row.birth_date is not None else ""
    return " · ".join(part for part in (name, born, row.unit) if part)
