"""A table of words that is as high as its words need, for reading and not for choosing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
)

from kontaktpunkt.ui.theme.theme import Theme

_SIDE, _AIR = 11, 3
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and how: strong, soft, wrong, today, or as usual."""

    words: str
    look: str = ""


class WordTable(QTableWidget):
    """Rows of words; the first column names the row. It scrolls with the page, never by itself."""

    def __init__(self, theme: Theme, name: str, shares: Sequence[int]) -> None:
        super().__init__()
        self._theme = theme
        self._shares = tuple(shares)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)
        theme.changed.connect(self._paint)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows, and stay on the row that was looked at."""
        at = self.currentRow()
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(cell.words)
                item.setData(Qt.ItemDataRole.UserRole, cell.look)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                item.setToolTip(cell.words)
                self.setItem(place, column, item)
        self._paint()
        if 0 <= at < len(rows):
            self.selectRow(at)

    def texts(self) -> list[list[str]]:
        """Give what the cells say, row by row."""
        return [
            [self._words(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew, and take the height that the words then need."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        """Give a cell; every place of the table is filled."""
        return self.item(row, column) or QTableWidgetItem()

    def _words(self, row: int, column: int) -> str:
        return self._cell(row, column).text()

    def _paint(self) -> None:
        tokens = self._theme.tokens
        colours = {"soft": tokens.text_soft, "wrong": tokens.wrong, "today": tokens.today}
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self._cell(row, column)
                look = str(item.data(Qt.ItemDataRole.UserRole) or "")
                item.setForeground(QColor(colours.get(look, tokens.text)))
                item.setFont(self._theme.font(bold=look in ("strong", "wrong", "today")))
        self._measure()

    def _measure(self) -> None:
        columns = self.columnCount()
        left = self.viewport().width()
        widest = [self._widest_word(column) for column in range(columns)]
        shares = [*self._shares, *[self._shares[-1]] * columns][:columns]
        spare = max(0, left - sum(widest))
        for column, (least, share) in enumerate(zip(widest, shares, strict=True)):
            wanted = left if column == columns - 1 else least + spare * share // sum(shares)
            self.setColumnWidth(column, wanted)
            left -= wanted
        rows = 0
        for row in range(self.rowCount()):
            needed = max(
                (self._height(row, column) for column in range(columns)),
                default=0,
            )
            self.setRowHeight(row, needed)
            rows += needed
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows + 2 * self.frameWidth() + 2)

    def _widest_word(self, column: int) -> int:
        """Give the width that the longest word of a column needs, so that none is cut."""
        bold = self._theme.metrics(bold=True)
        head = self.horizontalHeaderItem(column)
        words = {head.text()} if head is not None else set[str]()  # pyright: ignore[reportUnnecessaryComparison]  before the first rows
        said = (self._words(row, column) for row in range(self.rowCount()))
        words |= {word for one in said for word in one.split()}
        return max(map(bold.horizontalAdvance, words), default=0) + 2 * self._theme.px(_SIDE)

    def _height(self, row: int, column: int) -> int:
        """Give the height that a cell's words need; Qt forgets the style's padding here."""
        item = self._cell(row, column)
        width = self.columnWidth(column) - 2 * self._theme.px(_SIDE)
        wrap = int(Qt.TextFlag.TextWordWrap)
        box = QFontMetrics(item.font()).boundingRect(0, 0, width, _TALL, wrap, item.text())
        return box.height() + 2 * self._theme.px(_AIR)
