"""How parts stand together: flow, sections, rows of facts, and sheets that scroll."""

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.widgets.text import Text

GAP = 8


class Flow(QLayout):
    """Lays parts in a line and goes on to the next line when there is no more room."""

    def __init__(self, parent: QWidget | None = None, gap: int = GAP - 2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Add a part last."""
        self._items.append(item)

    def count(self) -> int:
        """Count the parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]  Qt wants None past the end
        """Give a part by place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]  Qt wants None past the end
        """Take a part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width; the answer is kept until a part has changed."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: a part has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, room: QRect) -> None:
        """Place the parts."""
        super().setGeometry(room)
        self._lay(room, place=True)

    def sizeHint(self) -> QSize:
        """Want what is needed."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Need the room of the widest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, room: QRect, *, place: bool) -> int:
        below = min(self._gap, GAP - 2)  # lines stand closer than the parts on them
        top = room.y() - below
        for line in self._lines(room.width()):
            left, top = room.x(), top + below
            height = max(item.sizeHint().height() for item in line)
            for item in line:
                hint = item.sizeHint()
                if place:
                    middle = item.alignment() & Qt.AlignmentFlag.AlignVCenter
                    down = (height - hint.height()) // 2 if middle else 0
                    item.setGeometry(QRect(QPoint(left, top + down), hint))
                left += hint.width() + self._gap
            top += height
        return max(0, top - room.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Share the parts that are shown out on lines."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            part = item.widget()
            if part is None or part.isHidden():
                continue
            wide = item.sizeHint().width()
            if lines and used + wide <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
                used = 0
            used += wide + self._gap
        return lines


class Section(QWidget):
    """A heading with its parts below; white space groups, no box."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP // 2)
        self.heading = Text(title, "section", wrap=False)
        self._rows.addWidget(self.heading)
        self.heading.setVisible(bool(title))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a part below the others."""
        if isinstance(part, QLayout):
            self._rows.addLayout(part)
        else:
            self._rows.addWidget(part)

    def clear(self) -> None:
        """Take all parts away, but not the heading."""
        empty(self._rows, keep=1)


class Fact(QWidget):
    """A label and what it says, side by side; hidden while it says nothing."""

    def __init__(self, label: str, text: str = "", role: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.label = Text(label, "label", wrap=False)
        self.text = Text(text, role)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label)
        row.addWidget(self.text, 1)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say something else; nothing hides the fact."""
        self.text.setText(text)
        self.text.setAccessibleName(f"{self.label.text()}: {text}")
        # Shown before it has a parent, it would be a window of its own for a moment.
        if self.parent() is not None or not text:
            self.setVisible(bool(text))


class Sheet(QScrollArea):
    """A column of parts that scrolls up and down, never sideways.

    One that can have focus is named for the screen reader.
    """

    def __init__(self, margin: int = GAP * 2, name: str = "") -> None:
        super().__init__()
        self._kept: QWidget | None = None
        # Waits until every part has got its new height.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place)
        self.setAccessibleName(name)
        self.inside = QWidget()
        self.inside.setObjectName("sheet")
        self.rows = QVBoxLayout(self.inside)
        self.rows.setContentsMargins(margin, margin, margin, margin)
        self.rows.setSpacing(GAP + GAP // 2)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure anew when a part has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        if watched is self._kept and event.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            self._placing.start()
        return super().eventFilter(watched, event)

    def keep_in_sight(self, part: QWidget) -> None:
        """Scroll to a part, as far as its last line, whenever it opens or changes its height."""
        self._kept = part
        part.installEventFilter(self)

    def begin_at_top(self) -> None:
        """Scroll to the top, unless a part that is kept in sight is open."""
        self.verticalScrollBar().setValue(0)
        self._placing.start()

    def _place(self) -> None:
        part, bar = self._kept, self.verticalScrollBar()
        if part is None or part.isHidden():
            bar.setValue(0)
            return
        top = part.mapTo(self.inside, QPoint()).y()
        bar.setValue(min(bar.value(), max(0, top - GAP)))
        bar.setValue(max(bar.value(), top + part.height() + GAP - self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew: what is narrower is taller."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Give the column the height that its texts need at this width; Qt itself does not ask."""
        width = self.viewport().width()
        needed = self.rows.totalHeightForWidth(width) if self.rows.hasHeightForWidth() else 0
        self.inside.setMinimumHeight(max(0, needed))

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a part below the others."""
        if isinstance(part, QLayout):
            self.rows.addLayout(part, stretch)
        else:
            self.rows.addWidget(part, stretch)


def rule() -> QFrame:
    """Make a thin line between groups, where white space is not enough."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def empty(layout: QLayout, keep: int = 0) -> None:
    """Take the parts of a layout away, all but the first `keep`."""
    while layout.count() > keep:
        item = layout.takeAt(keep)
        if item is None:
            return
        part = item.widget()
        if part is not None:  # pyright: ignore[reportUnnecessaryComparison]  a layout or a gap has none
            part.hide()
            part.deleteLater()
        elif (inner := item.layout()) is not None:  # pyright: ignore[reportUnnecessaryComparison]  a gap has none
            empty(inner)
