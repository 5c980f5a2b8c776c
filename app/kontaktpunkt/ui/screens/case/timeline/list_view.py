"""Paints the timeline: when at the left, what in words, what no longer holds struck through."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.ui.screens.case.timeline.model import LINE_ROLE, Line, TimelineModel
from kontaktpunkt.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap)
_PAD = 7
_WHEN = 122
_ICON = 16
_NARROW = 330
"""Below this width the time stands above the words: beside them it would leave them no room."""
_TALL = 10_000


class TimelineList(QListView):
    """A list of lines of different height; arrows step, and what was chosen stays chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = TimelineModel()
        self.setModel(self.lines)
        self.setItemDelegate(TimelineDelegate(theme, self))
        self.setAccessibleName("Händelser, nyast först")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def chosen(self) -> Line | None:
        """Give the chosen line."""
        index = self.currentIndex()
        return cast("Line", index.data(LINE_ROLE)) if index.isValid() else None

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines, with the same one chosen as before where it is still there."""
        before = self.chosen
        self.lines.show_lines(lines)
        same = [
            row
            for row, line in enumerate(lines)
            if before and line.entry.event == before.entry.event
        ]
        if same:
            self.setCurrentIndex(self.lines.index(same[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew: a narrower list has taller lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class TimelineDelegate(QStyledItemDelegate):
    """Measures and paints one line."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Take the height that the words need at the width of the list."""
        line = cast("Line", index.data(LINE_ROLE))
        width = self._view.viewport().width()
        room = self._words_room(QRect(0, 0, width, _TALL))
        height = sum(
            QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), _TALL), _WRAP, text).height()
            for text, font, _ in self._parts(line)
        )
        above = self._line_height() if self._is_narrow(width) else 0
        return QSize(width, above + height + 2 * self._theme.px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, time, sign and words."""
        line = cast("Line", index.data(LINE_ROLE))
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]  missing in Qt's stubs
        painter.save()
        self._paint_ground(painter, option, rect)
        pad, tokens = self._theme.px(_PAD), self._theme.tokens
        painter.setFont(self._theme.font())
        painter.setPen(QColor(tokens.text_soft))
        when = rect.adjusted(pad, pad, 0, 0)
        painter.drawText(when, int(Qt.AlignmentFlag.AlignTop), line.at)
        if line.icon:
            sign = self._theme.pixmap(line.icon, tokens.text_soft, _ICON)
            painter.drawPixmap(rect.left() + self._theme.px(_WHEN), rect.top() + pad + 2, sign)
        room = self._words_room(rect)
        if self._is_narrow(rect.width()):
            room.setTop(room.top() + self._line_height())
        for text, font, colour in self._parts(line):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            taken = painter.drawText(room, _WRAP, text)
            height = QFontMetrics(font).boundingRect(room, _WRAP, text).height()
            room.setTop(room.top() + max(height, taken.height() if taken else 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]  missing in Qt's stubs
        tokens = self._theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            focused = self._view.hasFocus()
            ground = tokens.accent_soft if focused else tokens.accent_soft_idle
            painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _words_room(self, rect: QRect) -> QRect:
        pad = self._theme.px(_PAD)
        beside = self._theme.px(_WHEN + _ICON + _PAD)
        left = pad if self._is_narrow(rect.width()) else beside
        return rect.adjusted(left, pad, -pad, -pad)

    def _is_narrow(self, width: int) -> bool:
        return width < self._theme.px(_NARROW)

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font()).lineSpacing()

    def _parts(self, line: Line) -> list[tuple[str, QFont, str]]:
        """Give the texts of a line with font and colour, from above."""
        tokens = self._theme.tokens
        title = self._theme.font(bold=isinstance(line.entry.body, MessageTakenIn))
        plain = self._theme.font()
        for font in (title, plain):
            font.setStrikeOut(line.entry.struck)
        parts = [(line.title, title, tokens.text_soft if line.entry.struck else tokens.text)]
        parts += [(detail, plain, tokens.text_soft) for detail in line.details]
        gone = "gäller inte längre" if line.entry.struck else ""
        foot = " · ".join(part for part in (line.by, gone) if part)
        if foot:
            parts.append((foot, self._theme.font(13), tokens.text_soft))
        return parts
