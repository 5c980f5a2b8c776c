"""The list of set-aside originals as a Qt model: when, from what file, and why in Swedish."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import InboxRow
from kontaktpunkt.wording.names import person_name
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

_Index = QModelIndex | QPersistentModelIndex


class SetAsideModel(QAbstractListModel):
    """Rows of set-aside originals, each as two lines of words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[InboxRow] = ()
        self._now = Instant(0)

    def show_rows(self, rows: Sequence[InboxRow], now: Instant) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._now = rows, now
        self.endResetModel()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        self._now = now
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, message: UUID | None) -> int | None:
        """Say at which place an original stands."""
        places = (place for place, row in enumerate(self._rows) if row.message == message)
        return next(places, None)

    def row(self, place: int) -> InboxRow | None:
        """Give the original at a place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the originals."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words of an original."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_head(row, self._now)}\n{_why(row)}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_head(row, self._now)}. {_why(row)}"
        return None


def _head(row: InboxRow, now: Instant) -> str:
    """Say when it came, from which file, and about whom where that was seen."""
    name = person_name(row.name, masked=row.masked) if row.name or row.masked else ""
    return " · ".join(part for part in (when(row.received_at, now), row.file_name, name) if part)


def _why(row: InboxRow) -> str:
    return word(row.set_aside) if row.set_aside is not None else ""
