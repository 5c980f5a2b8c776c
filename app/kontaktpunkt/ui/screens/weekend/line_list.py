"""A short list of rows that shows as many as there is room for, and says how many more."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.broken import broken
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.text import Text

_ONE, _NEXT, _BELOW = 24, 19, 17
_SMALL = 13
_BOLD = ("strong", "wrong", "today")
_MARK = 16
_ON_A_SCREEN = 60
"""More rows than the highest screen has room for; a list may have thousands."""

_LINE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is about, its words, and how they look (strong, wrong, today, soft).

    `mark` is a sign before the words, so that colour never says it alone; `spoken` says it aloud.
    """

    main: str
    sub: str = ""
    look: str = ""
    mark: str = ""
    spoken: str = ""
    about: object = None

    @property
    def aloud(self) -> str:
        """Give what a screen reader says."""
        return ", ".join(part for part in (self.spoken, self.main, self.sub) if part)


class LineList(QListWidget):
    """The rows of a section; arrows move in it, letters are left to the acts."""

    widened = Signal()  # there is another width, so words break elsewhere

    def __init__(self, theme: Theme, name: str, *, most: int = 1, below: int = 1) -> None:
        super().__init__()
        self._theme = theme
        self._most, self._below = most, below
        self._shown: tuple[Line, ...] = ()
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "lines")

    @property
    def chosen(self) -> object:
        """Give what the current row is about; None when there is none."""
        item = self.currentItem()
        line = item.data(_LINE) if item is not None else None  # pyright: ignore[reportUnnecessaryComparison]  Qt gives none
        return line.about if isinstance(line, Line) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show rows, and stay on the one that was looked at wherever it stands now.

        The next key must never settle another line than the one that was looked at.
        """
        at, before = self.currentRow(), _key(self.chosen)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.aloud)
            item.setData(_LINE, line)
            item.setToolTip("\n".join(part for part in (line.main, line.sub) if part))
            self.addItem(item)
        if lines and self.hasFocus():
            near = min(max(at, 0), len(lines) - 1)
            same = (row for row, line in enumerate(lines) if before and _key(line.about) == before)
            self.setCurrentRow(next(same, near))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew when there is another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.widened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look at a row when focus comes."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def height_of(self, line: Line) -> int:
        """Say how high a row is."""
        main, sub = self.broken(line)
        return self._theme.px(_ONE + _NEXT * (len(main) - 1) + _BELOW * len(sub))

    def broken(self, line: Line) -> tuple[list[str], list[str]]:
        """Give the words of a row and what stands below them, in lines as there is room for."""
        font, small = self._theme.font(bold=line.look in _BOLD), self._theme.font(_SMALL)
        room = self.viewport().width() - self._theme.px(10 + (_MARK if line.mark else 0))
        main = broken(line.main, font, room, self._most) or [""]
        return main, broken(line.sub, small, room, self._below) if line.sub else []


def _key(about: object) -> object:
    """Tell what a row is about from what others are about, also when it has changed."""
    named = (getattr(about, name, None) for name in ("line", "message", "case", "outage"))
    return next((one for one in named if isinstance(one, UUID)), about)


class _Painter(QStyledItemDelegate):
    """Paints a row: mark, words, and what stands below them."""

    def __init__(self, theme: Theme, parent: LineList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Want a row as high as its lines."""
        del option
        return QSize(10, self._list.height_of(index.data(_LINE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row."""
        line: Line = index.data(_LINE)
        room: QRect = option.rect  # type: ignore[attr-defined]  # the stubs lack Qt's own field
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            tokens = self._theme.tokens
            ground = tokens.accent_soft if self._list.hasFocus() else tokens.window
            painter.fillRect(room, QColor(ground))
        px = self._theme.px
        self._paint_line(painter, room.adjusted(px(6), px(2), -px(4), -px(1)), line)
        painter.restore()

    def _paint_line(self, painter: QPainter, inside: QRect, line: Line) -> None:
        """Paint mark and words, and what stands below them."""
        tokens, px = self._theme.tokens, self._theme.px
        colours = {"wrong": tokens.wrong, "today": tokens.today, "soft": tokens.text_soft}
        painter.setPen(QColor(colours.get(line.look, tokens.text)))
        bold = line.look in _BOLD
        top = QRect(inside.left(), inside.top(), inside.width(), px(_ONE) - px(3))
        if line.mark:
            painter.setFont(self._theme.font(bold=True))
            painter.drawText(top, _LEFT, line.mark)
            top.setLeft(top.left() + px(_MARK))
        main, sub = self._list.broken(line)
        painter.setFont(self._theme.font(bold=bold))
        for nth, words in enumerate(main):
            painter.drawText(top.translated(0, px(_NEXT * nth)), _LEFT, words)
        painter.setPen(QColor(tokens.text_soft))
        painter.setFont(self._theme.font(_SMALL))
        below = QRect(top.left(), top.bottom() - px(2), top.width(), px(_BELOW))
        below.translate(0, px(_NEXT * (len(main) - 1)))
        for nth, words in enumerate(sub):
            painter.drawText(below.translated(0, px(_BELOW * nth)), _LEFT, words)


class Block(QWidget):
    """A heading with its rows below; what there is no room for is counted beside the heading."""

    opened = Signal()  # all rows are wanted or few again, or rows have another height

    def __init__(
        self, theme: Theme, name: str, empty: str, *, most: int = 1, below: int = 1
    ) -> None:
        super().__init__()
        self.heading = Text(name, "section", wrap=False)
        self.empty = Text(empty, "soft")
        self.list = LineList(theme, name, most=most, below=below)
        self.foot = QWidget()
        self.more = button("", "link")
        self.more.clicked.connect(self._turn)
        for measured in (self.list.widened, theme.changed):
            measured.connect(self.opened, Qt.ConnectionType.QueuedConnection)
        self.lines: tuple[Line, ...] = ()
        self.is_open = False
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addLayout(head)
        rows.addWidget(self.empty)
        rows.addWidget(self.list)
        rows.addWidget(self.foot)
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setContentsMargins(0, 0, 0, 0)
        self.foot_row.setSpacing(0)
        self.foot.hide()
        self.say((), name)

    def add_acts(self, buttons: Sequence[QWidget]) -> None:
        """Put acts on the rows of this section below it; they show while there are rows."""
        for one in buttons:
            self.foot_row.addWidget(one)
        self.foot_row.addStretch(1)

    def say(self, lines: Sequence[Line], heading: str) -> None:
        """Show other rows under another heading."""
        self.lines = tuple(lines)
        self.heading.setText(heading)
        self.list.setAccessibleName(heading)
        self.empty.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self.foot.setVisible(bool(lines) and self.foot_row.count() > 0)

    @property
    def fixed(self) -> int:
        """Say how high the block is without its rows."""
        height = max(self.heading.sizeHint().height(), self.more.sizeHint().height())
        if not self.lines:
            return height + self.empty.sizeHint().height() + 1
        return height + (self.foot.sizeHint().height() + 1 if not self.foot.isHidden() else 0) + 1

    @property
    def heights(self) -> list[int]:
        """Give how high each row is, as far as there can be room for them."""
        looked_at = self.lines if self.is_open else self.lines[:_ON_A_SCREEN]
        return [self.list.height_of(line) for line in looked_at]

    def give(self, count: int) -> None:
        """Show so many rows, and say how many more there are."""
        left = len(self.lines) - count
        self.more.setText(f"och {left} till" if left > 0 else "visa färre" if self.is_open else "")
        self.more.setAccessibleName(f"{self.heading.text()}: {self.more.text()}")
        self.more.setVisible(bool(self.more.text()))
        self.list.show_lines(self.lines[:count])
        self.list.setFixedHeight(sum(self.heights[:count]))

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self.opened.emit()


def share_out(needs: Sequence[Sequence[int]], room: int, least: int = 1) -> list[int]:
    """Share a height among lists of rows: each gets one row in turn until there is no more room.

    The first lists are served first; a list whose next row does not fit gets no more. Each gets at
    least so many rows, even where there is no room: then the column scrolls.
    """
    given = [min(least, len(heights)) for heights in needs]
    room -= sum(sum(heights[:count]) for heights, count in zip(needs, given, strict=True))
    waiting = [at for at, heights in enumerate(needs) if len(heights) > given[at]]
    while waiting:
        for at in tuple(waiting):
            height = needs[at][given[at]]
            if height > room:
                waiting.remove(at)
                continue
            room -= height
            given[at] += 1
            if given[at] == len(needs[at]):
                waiting.remove(at)
    return given
