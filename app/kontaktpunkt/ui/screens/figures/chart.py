"""A chart drawn for reading: bars by group or along time, with a goal line where there is one."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kontaktpunkt.ui.theme.theme import Theme

_HEIGHT: Final = 190
_LEFT: Final = 46
_TOP: Final = 14
_BOTTOM: Final = 26
_RIGHT: Final = 12
_BAR: Final = 0.68
_WIDEST: Final = 54
_STEPS: Final = (1, 2, 5)
_LINES: Final = 4
_LABELLED: Final = 34
_SAMPLE: Final = 24
_FEW: Final = 8


class Bar(Struct, frozen=True):
    """One bar: its label, its value (None = of nobody), and all of it in words."""

    label: str
    value: Decimal | None
    words: str


class Mark(Struct, frozen=True):
    """A line across the chart: at which value, and what it is (mål 1,7)."""

    value: Decimal
    words: str
    dashed: bool = False


class Chart(QWidget):
    """Bars with a value axis; arrows go from bar to bar, and each says itself in words."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: Sequence[Bar] = ()
        self._marks: Sequence[Mark] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._measure)
        self._measure()

    def show_bars(self, title: str, bars: Sequence[Bar], marks: Sequence[Mark]) -> None:
        """Show other bars; the whole chart in words is its accessible description."""
        self._bars, self._marks, self._at = bars, marks, -1
        self.setAccessibleName(title)
        lines = [mark.words for mark in marks] + [bar.words for bar in bars]
        self.setAccessibleDescription(". ".join(lines))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell what the bar under the mouse is."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip("")
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the bar under the mouse."""
        at = self._place_at(event.position().x())
        self.setToolTip(self._bars[at].words if at >= 0 else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar that is clicked."""
        self._choose(self._place_at(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the bar that is double-clicked."""
        at = self._place_at(event.position().x())
        if at >= 0:
            self.opened.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar, and open one."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._bars:
            step = 1 if key == Qt.Key.Key_Right else -1
            self._choose(max(0, min(len(self._bars) - 1, self._at + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, bars, lines and labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(12))
        top = self._top()
        self._paint_axis(painter, top)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, place, bar, top)
        for nth, mark in enumerate(self._marks):
            self._paint_mark(painter, nth, mark, top)
        for place, bar in enumerate(self._bars):
            self._paint_value(painter, place, bar, top)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    # --- painting ---------------------------------------------------------------------------
    def _paint_axis(self, painter: QPainter, top: Decimal) -> None:
        tokens, room = self._theme.tokens, self._room()
        for value in ticks(top):
            y = self._y(value, top)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(tokens.text_soft))
            label = QRectF(0, y - 9, room.left() - 6, 18)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), _plain(value))

    def _paint_bar(self, painter: QPainter, place: int, bar: Bar, top: Decimal) -> None:
        tokens, room = self._theme.tokens, self._room()
        wide = room.width() / len(self._bars)
        middle = room.left() + (place + 0.5) * wide
        if bar.value is not None:
            width = min(wide * _BAR, self._theme.px(_WIDEST))
            y = self._y(bar.value, top)
            chosen = place == self._at
            painter.setPen(QPen(QColor(tokens.text), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_hover if chosen else tokens.accent))
            painter.drawRect(QRectF(middle - width / 2, y, width, room.bottom() - y))
        few = len(self._bars) <= _FEW
        wanted = self._theme.px(self._widest_label()) / max(1, wide)
        every = 1 if few else max(1, round(wanted + 0.5))
        if place % every == 0:
            painter.setPen(QColor(tokens.text_soft))
            space = wide * every
            under = QRectF(middle - space / 2, room.bottom() + 3, space, self._theme.px(18))
            label = painter.fontMetrics().elidedText(
                bar.label, Qt.TextElideMode.ElideRight, round(space)
            )
            painter.drawText(under, int(_CENTRE), label)

    def _paint_value(self, painter: QPainter, place: int, bar: Bar, top: Decimal) -> None:
        """Write a bar's value above it where there is room, legible also across a line."""
        tokens, room = self._theme.tokens, self._room()
        wide = room.width() / len(self._bars)
        if bar.value is None or wide <= self._theme.px(_LABELLED):
            return
        words, metrics = _plain(bar.value), painter.fontMetrics()
        width, height = metrics.horizontalAdvance(words) + 4, metrics.height()
        middle, y = room.left() + (place + 0.5) * wide, self._y(bar.value, top)
        box = QRectF(middle - width / 2, y - height - 1, width, height)
        painter.fillRect(box, QColor(tokens.window))
        painter.setPen(QColor(tokens.text))
        painter.drawText(box, int(_CENTRE), words)

    def _paint_mark(self, painter: QPainter, nth: int, mark: Mark, top: Decimal) -> None:
        tokens, room = self._theme.tokens, self._room()
        y = self._y(mark.value, top)
        style = Qt.PenStyle.DashLine if mark.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(tokens.text), 1.6, style))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        metrics = painter.fontMetrics()
        width, middle = metrics.horizontalAdvance(mark.words), metrics.height() / 2
        left = room.right() - (width + self._theme.px(_SAMPLE) + 8) * (nth + 1)
        painter.drawLine(QPointF(left, middle), QPointF(left + self._theme.px(_SAMPLE), middle))
        words = QRectF(left + self._theme.px(_SAMPLE) + 6, 0, width + 2, metrics.height())
        painter.drawText(words, int(_CENTRE), mark.words)

    # --- measures ---------------------------------------------------------------------------
    def _widest_label(self) -> int:
        metrics = self._theme.metrics(12)
        wide = [metrics.horizontalAdvance(bar.label) for bar in self._bars]
        return round((max(wide, default=0) + 8) * 100 / self._theme.percent)

    def _room(self) -> QRectF:
        px = self._theme.px
        above = px(_TOP) + 6 + (px(_TOP) if self._marks else 0)
        return QRectF(self.rect()).adjusted(px(_LEFT), above, -px(_RIGHT), -px(_BOTTOM))

    def _top(self) -> Decimal:
        values = [bar.value for bar in self._bars if bar.value is not None]
        highest = max([*values, *(mark.value for mark in self._marks)], default=Decimal())
        # Nothing but noughts has no measure of its own: whole ones are what is counted.
        return ticks(highest or Decimal(1))[-1]

    def _y(self, value: Decimal, top: Decimal) -> float:
        room = self._room()
        return room.bottom() - room.height() * float(value / top)

    def _place_at(self, x: float) -> int:
        room = self._room()
        if not self._bars or not room.left() <= x < room.right():
            return -1
        return int((x - room.left()) / (room.width() / len(self._bars)))

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._bars):
            self._at = place
            self.setToolTip(self._bars[place].words)
            self.update()
            self.chosen.emit(place)

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.update()


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def ticks(top: Decimal) -> list[Decimal]:
    """Give round values from nothing to above the highest, some four of them."""
    top = max(top, Decimal("0.1"))
    power = Decimal(10) ** (top.adjusted() - 1)
    while True:
        for step in _STEPS:
            one = power * step
            if one * _LINES >= top:
                count = int((top / one).to_integral_value(ROUND_CEILING))
                return [one * nth for nth in range(count + 1)]
        power *= 10


def _plain(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value)}"
    return f"{value:.1f}".replace(".", ",")
