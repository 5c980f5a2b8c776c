"""Paints a cell of the follow-up list: two lines, told by words and shapes beside any colour."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kontaktpunkt.ui.screens.follow_up.columns import Column
from kontaktpunkt.ui.screens.follow_up.lines import Cell, Heading
from kontaktpunkt.ui.screens.follow_up.model import FollowUpModel
from kontaktpunkt.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MAIN, _SUB = 14, 12.5
_INDENT = 5


class FollowUpDelegate(QStyledItemDelegate):
    """Paints only what is in sight, so that two thousand people cost no more than twenty."""

    def __init__(self, theme: Theme, model: FollowUpModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._short: dict[tuple[str, int, bool, int], str] = {}
        theme.changed.connect(self._short.clear)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        room: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]  missing in Qt's stubs
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]  missing in Qt's stubs
        painter.save()
        # A painter that a fault leaves unrestored takes the whole program down.
        try:
            line = self._model.line(index.row())
            if isinstance(line, Heading):
                self._paint_heading(painter, room, line, index.column())
            else:
                self._paint_ground(painter, room, state, index.column())
                cell = self._model.cell(index.row(), Column(index.column()))
                self._paint_cell(painter, room, cell)
        finally:
            painter.restore()

    def _paint_heading(self, painter: QPainter, room: QRect, line: Heading, column: int) -> None:
        tokens = self._theme.tokens
        painter.fillRect(room, QColor(tokens.raised))
        if column == Column.PERSON:
            painter.setFont(self._theme.font(_MAIN, bold=True))
            painter.setPen(QColor(tokens.text_soft))
            inside = room.adjusted(self._theme.px(_INDENT), 0, 0, 0)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), line.words)

    def _paint_ground(
        self, painter: QPainter, room: QRect, state: QStyle.StateFlag, column: int
    ) -> None:
        tokens = self._theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            ground = tokens.accent_soft if active else tokens.accent_soft_idle
            painter.fillRect(room, QColor(ground))
            if column == Column.PERSON:
                painter.fillRect(room.left(), room.top(), 4, room.height(), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _paint_cell(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        tokens = self._theme.tokens
        left = room.left() + self._theme.px(_INDENT)
        if cell.shape:
            icon = self._theme.pixmap(cell.shape, tokens.text_soft, 15)
            painter.drawPixmap(left, room.top() + self._theme.px(4), icon)
        width = room.right() - left - self._theme.px(3)
        aside = self._theme.px(18) if cell.shape else 0
        main = self._theme.font(_MAIN, bold=cell.is_bold)
        sub = self._theme.font(_SUB)
        high, low = QFontMetrics(main), QFontMetrics(sub)
        both = high.height() + (low.height() if cell.sub else 0)
        top = room.top() + (room.height() - both) // 2
        self._draw(
            painter,
            (cell.main, main, high, getattr(tokens, cell.tone.value)),
            (left + aside, top + high.ascent(), width - aside),
        )
        if cell.sub:
            self._draw(
                painter,
                (cell.sub, sub, low, getattr(tokens, cell.sub_tone.value)),
                (left, top + high.height() + low.ascent(), width),
            )

    def _draw(
        self,
        painter: QPainter,
        said: tuple[str, QFont, QFontMetrics, str],
        where: tuple[int, int, int],
    ) -> None:
        text, font, metrics, colour = said
        left, baseline, width = where
        key = (text, width, font.bold(), font.pixelSize())
        if key not in self._short:
            self._short[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(left, baseline, self._short[key])
