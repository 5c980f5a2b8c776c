"""A column of parts that scrolls up and down, what is brought in sight there, and its Tab order."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget

from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet


class Column(Sheet):
    """A sheet that the splitter can't squeeze until words are cut off at the edge."""

    def __init__(self) -> None:
        super().__init__(margin=0)
        # Its parts take focus themselves; a stop on the column would be one Tab too many.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the splitter when a part has become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Need the width of the widest part and the scroll bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        height = super().minimumSizeHint().height()
        return QSize(self.rows.minimumSize().width() + bar, height)


def bring_in_sight(refused: Labelled) -> None:
    """Give a refused field the focus, and scroll until it and the reason below it are seen."""
    refused.field.setFocus(Qt.FocusReason.OtherFocusReason)
    # Where the reason stands is known when its place has been laid out.
    QTimer.singleShot(0, refused, lambda: _scroll_to(refused))


def _scroll_to(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(part, 0, GAP)
        around.horizontalScrollBar().setValue(0)


def tab_in_reading_order(screen: QWidget) -> None:
    """Let Tab go as the eye does; parts made later otherwise come last, wherever they stand."""
    for one, other in pairwise(_stops(screen)):
        QWidget.setTabOrder(one, other)


def _stops(part: QWidget | None) -> Iterator[QWidget]:
    if part is None:
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    if isinstance(part, QSplitter):
        for place in range(part.count()):
            yield from _stops(part.widget(place))
    elif isinstance(part, QScrollArea):
        yield from _stops(part.widget())
    else:
        yield from _in_layout(part.layout())


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None:
            yield from _stops(item.widget())
            yield from _in_layout(item.layout())
