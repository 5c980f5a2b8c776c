"""The rail at the left: the screens by name, with a number only where somebody must act."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kontaktpunkt.ui.theme.theme import Theme

WIDTH = 150
LAST_NUMBER = 9
"""Screens have the keys Ctrl+1…9; those further down are chosen with the mouse or Ctrl+K."""
_ROW = 38


class Rail(QWidget):
    """A column of screens to choose from."""

    chosen = Signal(str)  # key of a screen

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: dict[str, RailEntry] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(6, 8, 6, 8)
        self._rows.setSpacing(2)
        self._rows.addStretch(1)
        self.setAccessibleName("Skärmar")
        theme.changed.connect(self._measure)
        self._measure()

    def add(self, key: str, title: str, icon: str, *, last: bool = False) -> None:
        """Add a screen; `last` ones stand at the foot."""
        number = len(self._entries) + 1
        key_of = f"Ctrl+{number}" if number <= LAST_NUMBER else ""
        entry = RailEntry(self._theme, title, icon, key_of)
        entry.clicked.connect(lambda: self.chosen.emit(key))
        if last:
            self._rows.addWidget(entry)
        else:
            self._rows.insertWidget(number - 1, entry)
        self._entries[key] = entry
        self._measure()

    def show_chosen(self, key: str) -> None:
        """Mark the screen that is on top."""
        for name, entry in self._entries.items():
            entry.setChecked(name == key)

    def show_badge(self, key: str, count: int, *, late: bool) -> None:
        """Show how many somebody must act on, and whether one is late."""
        self._entries[key].show_badge(count, late=late)

    def entry(self, key: str) -> "RailEntry":
        """Give an entry by the key of its screen."""
        return self._entries[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.raised))
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())

    def _measure(self) -> None:
        widest = max((entry.sizeHint().width() for entry in self._entries.values()), default=0)
        self.setFixedWidth(max(self._theme.px(WIDTH), widest + 12))
        self.update()


class RailEntry(QAbstractButton):
    """One screen in the rail: icon, name, and a number when somebody must act."""

    def __init__(self, theme: Theme, title: str, icon: str, key: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._count = 0
        self._late = False
        self.setText(title)
        self.setToolTip(f"{title} ({key})" if key else title)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_badge(0, late=False)

    def show_badge(self, count: int, *, late: bool) -> None:
        """Show another number."""
        self._count, self._late = count, late
        words = f", {count} att göra" if count else ""
        words += ", något är sent" if late else ""
        self.setAccessibleName(self.text() + words)
        self.update()

    @property
    def badge(self) -> tuple[int, bool]:
        """Give the number shown, and whether something is late."""
        return self._count, self._late

    def sizeHint(self) -> QSize:
        """Want a row as wide as its words."""
        words = self._theme.metrics(bold=True).horizontalAdvance(self.text())
        return QSize(words + self._theme.px(78), self._theme.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().adjusted(0, 0, -1, -1)
        if self.isChecked() or self.underMouse():
            colour = tokens.accent_soft if self.isChecked() else tokens.hover
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(ground, 5, 5)
        if self.isChecked():
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRect(0, 7, 3, self.height() - 14), 1, 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        colour = tokens.text if self.isChecked() else tokens.text_soft
        picture = self._theme.pixmap(self._icon, colour, 18)
        painter.drawPixmap(px(11), (self.height() - px(18)) // 2, picture)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(bold=self.isChecked()))
        room = self.rect().adjusted(px(39), 0, -px(10), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if not self._count:
            return
        painter.setFont(self._theme.font(14, bold=True))
        painter.setPen(QColor(tokens.wrong if self._late else tokens.text))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, str(self._count))
        if self._late:
            width = self._theme.metrics(14, bold=True).horizontalAdvance(str(self._count))
            paint_late_mark(painter, room.right() - width - px(9), self.height() / 2, px(9))


def paint_late_mark(painter: QPainter, middle: float, height: float, size: float) -> None:
    """Paint the mark that means late, so that colour never says it alone: a filled triangle."""
    half = size / 2
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle, height - half),
                QPointF(middle + half, height + half),
                QPointF(middle - half, height + half),
            ]
        )
    )
