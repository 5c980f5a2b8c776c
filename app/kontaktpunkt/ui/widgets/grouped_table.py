"""A table of words in groups: headings span it, each cell has its lines, what is cut has a tip."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kontaktpunkt.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
_SIDE: Final = 6
_AIR: Final = 3
_MAIN: Final = 14
_SUB: Final = 12.5
_MOST: Final = 4
"""So many lines a row may have; what is more stands in the tip."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A row with its cells and what it stands for; a heading stands for nothing (`key` None).

    A line end begins a new, softer line of a cell. `look` is how the first cell is told: wrong,
    today, soft, or as usual. `tips` say in whole what a cell says in short.
    """

    cells: tuple[str, ...]
    key: object = None
    look: str = ""
    tips: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """Give how many lines it has."""
        return min(_MOST, max(cell.count("\n") + 1 for cell in self.cells))


def heading(words: str) -> GroupLine:
    """Make the line above a group."""
    return GroupLine((words,))


class GroupedModel(QAbstractTableModel):
    """Shows lines under the headings of columns."""

    def __init__(self, columns: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._lines: Sequence[GroupLine] = ()

    def show(self, lines: Sequence[GroupLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rename(self, columns: Sequence[str]) -> None:
        """Call the columns something else."""
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def line(self, place: int) -> GroupLine | None:
        """Give the line at a place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def cell(self, place: int, column: int) -> str:
        """Give a cell's words."""
        cells = self._lines[place].cells
        return cells[column] if column < len(cells) else ""

    def headings(self) -> list[int]:
        """Give the places of the headings."""
        return [place for place, line in enumerate(self._lines) if line.key is None]

    def place_of(self, key: object) -> int:
        """Give the place of what a line stands for, else of the first that can be chosen (-1)."""
        keys = [line.key for line in self._lines]
        if key is not None and key in keys:
            return keys.index(key)
        return next((place for place, each in enumerate(keys) if each is not None), -1)

    def texts(self) -> list[tuple[str, ...]]:
        """Give what the lines say."""
        return [line.cells for line in self._lines]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the lines, headings too."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody choose a heading."""
        line = self.line(index.row())
        if line is None or line.key is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Give a cell's words; in whole as its tip and to a screen reader."""
        line = self.line(index.row())
        if not index.isValid() or line is None:
            return None
        words = self.cell(index.row(), index.column())
        whole = line.tips[index.column()] if index.column() < len(line.tips) else words
        if role == _ROLES.DisplayRole:
            return words
        if role == _ROLES.ToolTipRole:
            return whole or words
        if role == _ROLES.AccessibleTextRole:
            said = (whole or words).replace("\n", ", ")
            return said if line.key is None else f"{self.columns[index.column()]}: {said or 'tomt'}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> object:
        """Give the headings of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return self.columns[section]
        return None


class GroupedTable(QTableView):
    """Never scrolls sideways: columns share the width by weight, and what is cut has a tip.

    `bold` is the column that names a row.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[str],
        weights: Sequence[int],
        *,
        bold: int = 1,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._weights = tuple(weights)
        self.lines = GroupedModel(columns, self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(theme, self.lines, self, bold))
        self.setObjectName("inHospital")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        theme.changed.connect(self._measure)

    def show_lines(self, lines: Sequence[GroupLine]) -> None:
        """Show other lines; what was chosen stays chosen while it is there."""
        before = self.chosen()
        self.lines.show(lines)
        self.clearSpans()
        for place in self.lines.headings():
            self.setSpan(place, 0, 1, len(self._weights))
        self._measure()
        place = self.lines.place_of(before)
        if place >= 0:
            self.selectRow(place)

    def fit_to_lines(self, least: int = 0) -> None:
        """Be as high as the lines are, so that the page scrolls and not the table."""
        rows = sum(self.rowHeight(place) for place in range(self.lines.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(max(least, head + rows + 2 * self.frameWidth() + 4))

    def chosen(self) -> object:
        """Give what the chosen line stands for; None when nothing is chosen."""
        line = self.lines.line(self.currentIndex().row())
        return None if line is None else line.key

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the acts: one that means nothing must not step to somebody else."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width, and give the words the height that they then need."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()

    def _measure(self) -> None:
        room, total = self.viewport().width(), sum(self._weights)
        widths = [room * weight // total for weight in self._weights]
        widths[-1] += room - sum(widths)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        main, sub = self._theme.metrics(_MAIN, bold=True), self._theme.metrics(_SUB)
        air = 2 * self._theme.px(_AIR)
        for place in range(self.lines.rowCount()):
            line = self.lines.line(place)
            more = 0 if line is None else line.height - 1
            self.setRowHeight(place, main.height() + more * sub.height() + air)


class _Delegate(QStyledItemDelegate):
    """Paints the lines of a cell: the first as usual, the others softer; headings across."""

    def __init__(self, theme: Theme, lines: GroupedModel, parent: QObject, bold: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bold = bold
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        room: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]  missing in Qt's stubs
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]  missing in Qt's stubs
        line = self._lines.line(index.row())
        if line is None:
            return
        painter.save()
        # A painter that a fault leaves unrestored takes the whole program down.
        try:
            self._paint_ground(painter, room, line, (state, index.column()))
            self._paint_words(painter, room, line, index)
        finally:
            painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        room: QRect,
        line: GroupLine,
        where: tuple[QStyle.StateFlag, int],
    ) -> None:
        tokens = self._theme.tokens
        state, column = where
        if line.key is None:
            painter.fillRect(room, QColor(tokens.raised))
            return
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            ground = tokens.accent_soft if active else tokens.accent_soft_idle
            painter.fillRect(room, QColor(ground))
            if column == 0:
                painter.fillRect(room.left(), room.top(), 4, room.height(), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _paint_words(self, painter: QPainter, room: QRect, line: GroupLine, index: Index) -> None:
        tokens, column = self._theme.tokens, index.column()
        top = room.top() + self._theme.px(_AIR)
        left, side = room.left() + self._theme.px(_SIDE), self._theme.px(_SIDE)
        for nth, words in enumerate(self._lines.cell(index.row(), column).split("\n")[:_MOST]):
            bold = nth == 0 and (
                line.key is None or column == self._bold or self._is_pressing(line, column)
            )
            font = self._theme.font(_SUB if nth else _MAIN, bold=bold)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            soft = nth > 0 or line.key is None
            painter.setPen(QColor(tokens.text_soft if soft else self._colour(line, column)))
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 2 * side)
            painter.drawText(left, top + metrics.ascent(), short)
            top += metrics.height()

    @staticmethod
    def _is_pressing(line: GroupLine, column: int) -> bool:
        return column == 0 and line.look in ("wrong", "today")

    def _colour(self, line: GroupLine, column: int) -> str:
        tokens = self._theme.tokens
        looks = {"wrong": tokens.wrong, "today": tokens.today, "soft": tokens.text_soft}
        return looks.get(line.look, tokens.text) if column == 0 else tokens.text
