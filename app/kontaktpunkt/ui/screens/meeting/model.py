"""The people of a meeting as a list: a heading for each part, two lines for each person."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.meeting.words import line_of_list
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.usecases.meetings.rows import MeetingLine, MeetingPage, MeetingPart
from kontaktpunkt.wording.words import word

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading (no line) or a person."""

    words: str
    line: MeetingLine | None = None

    @property
    def key(self) -> object:
        """Tell entries apart by who stands there."""
        return self.words if self.line is None else self.line.row.case.case


class MeetingModel(QAbstractListModel):
    """Parts in the order that they are gone through; who has been gone through is told quietly."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: list[_Entry] = []

    def show_page(self, page: MeetingPage, now: Instant, *, discreet: bool) -> None:
        """Show a meeting as it stands; what is chosen stays chosen when nothing else stands."""
        entries = _entries(page, now, discreet=discreet)
        if [one.key for one in entries] == [one.key for one in self._entries]:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def line(self, index: _Index) -> MeetingLine | None:
        """Give the person at a place; None for a heading."""
        return self._entries[index.row()].line if index.isValid() else None

    def next_left(self, after: int) -> int | None:
        """Say at which place the next person stands who has not been gone through."""
        count = len(self._entries)
        places = ((after + step) % count for step in range(1, count + 1))
        left = (one for one in places if _is_left(self._entries[one]))
        return next(left, None)

    def step(self, after: int, by: int) -> int | None:
        """Say at which place the person before or after stands, whether gone through or not."""
        place = after + by
        while 0 <= place < len(self._entries):
            if self._entries[place].line is not None:
                return place
            place += by
        return None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count headings and people."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if self.line(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words, and how they look."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.words.replace("\n", ". ")
        if role == Qt.ItemDataRole.FontRole and entry.line is None:
            return self._theme.font(bold=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            tokens = self._theme.tokens
            quiet = entry.line is not None and entry.line.decision is not None
            return QColor(tokens.text_soft if quiet else tokens.text)
        return None


def _is_left(entry: _Entry) -> bool:
    return entry.line is not None and entry.line.decision is None


def _entries(page: MeetingPage, now: Instant, *, discreet: bool) -> list[_Entry]:
    entries: list[_Entry] = []
    for part in MeetingPart:
        lines = [line for line in page.lines if line.part is part]
        if lines:
            entries.append(_Entry(f"{word(part)} ({len(lines)})"))
            entries += [_Entry(line_of_list(one, now, discreet=discreet), one) for one in lines]
    return entries
