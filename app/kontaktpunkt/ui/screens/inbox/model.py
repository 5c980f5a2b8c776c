"""The inbox as Qt's tables want it: one column of whole rows, fetched as they are looked at."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.inbox.feed import Feed
from kontaktpunkt.ui.screens.inbox.lines import Line, line_of
from kontaktpunkt.usecases.rows import InboxRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LINES_KEPT = 400


class InboxModel(QAbstractTableModel):
    """Shows the feed; the words of a row are made once and kept until a minute has passed."""

    def __init__(self, feed: Feed, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._lines: dict[int, tuple[InboxRow, Line]] = {}
        self._now = Instant(0)
        self._profile: RuleProfile | None = None
        self._whole = False
        self._shown = 0
        feed.arrived.connect(self._arrive)

    def renew(self) -> None:
        """Show the feed as it is now, from the beginning of Qt's knowledge."""
        self.beginResetModel()
        self._lines.clear()
        self._shown = self._feed.total
        self.endResetModel()

    def repaint_rows(self) -> None:
        """Show the same places with their rows of now (when none has come or gone)."""
        self._lines.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(self._shown - 1, 0))

    def set_words(self, now: Instant, profile: RuleProfile | None, *, whole: bool) -> None:
        """Say the rows as of now, in the profile's words."""
        self._now, self._profile, self._whole = now, profile, whole
        self.repaint_rows()

    def row(self, place: int) -> InboxRow | None:
        """Give the row at a place; None while it is on its way."""
        return self._feed.row(place) if 0 <= place < self._shown else None

    def line(self, place: int) -> Line | None:
        """Give the words at a place; None while the row is on its way."""
        row = self.row(place)
        if row is None:
            return None
        kept = self._lines.get(place)
        if kept is not None and kept[0] is row:
            return kept[1]
        if len(self._lines) > _LINES_KEPT:
            self._lines.clear()
        line = line_of(row, self._now, self._profile, whole=self._whole)
        self._lines[place] = (row, line)
        return line

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows of the view."""
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Give one: a row is painted whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, for screen readers and tooltips; the delegate paints lines."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self.line(index.row())
            return line.spoken if line is not None else "Hämtas"
        return None

    def _arrive(self, first: int, last: int) -> None:
        if first < self._shown:
            until = min(last, self._shown - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(until, 0))
