"""Models of lists of words: rows of two lines, and rows under headings that are passed over."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class Entry(Protocol):
    """What stands at a place: its words, whether it is a heading, and what it is known again by."""

    @property
    def words(self) -> str:
        """Give the words, a line or two."""
        ...

    @property
    def key(self) -> object:
        """Tell entries apart."""
        ...

    @property
    def is_heading(self) -> bool:
        """Say whether it only stands above others."""
        ...


EntryT = TypeVar("EntryT", bound=Entry)
RowT = TypeVar("RowT")


class HeadedModel(QAbstractListModel, Generic[EntryT]):
    """Entries under bold headings; shown anew, what is chosen stays while the same things stand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: list[EntryT] = []

    def show_entries(self, entries: list[EntryT]) -> None:
        """Show other entries, or the same ones in other words."""
        if [one.key for one in entries] == [one.key for one in self._entries]:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings and entries."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self._entries[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words, and how they look."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role in _SPOKEN:
            return entry.words.replace("\n", ". ")
        if role == Qt.ItemDataRole.FontRole and entry.is_heading:
            return self._theme.font(bold=True)
        return self.look(entry, role)

    def look(self, entry: EntryT, role: int) -> object:
        """Give more of how an entry looks: as usual."""
        del entry, role

    def colour(self, *, quiet: bool) -> QColor:
        """Give the colour of words that are as usual, or of what has been dealt with."""
        tokens = self._theme.tokens
        return QColor(tokens.text_soft if quiet else tokens.text)


class TwoLineModel(QAbstractListModel, Generic[RowT]):
    """Rows, each in two lines of words that are told at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RowT] = ()
        self._now = Instant(0)

    @abstractmethod
    def lines(self, row: RowT, now: Instant) -> tuple[str, str]:
        """Give the two lines of a row."""

    def show_rows(self, rows: Sequence[RowT], now: Instant) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._now = rows, now
        self.endResetModel()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        self._now = now
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, place: int) -> RowT | None:
        """Give the row at a place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words of a row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self.lines(row, self._now))
        return ". ".join(self.lines(row, self._now)) if role in _SPOKEN else None
