"""The head of a screen: its titles with the acts beside them, or below where there is no room."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from kontaktpunkt.ui.widgets.layouts import GAP, Flow

_LEAST_TITLES = 260


class Head(QWidget):
    """Never cuts a button: with large text or a narrow window the acts take lines of their own."""

    def __init__(self, titles: QWidget, *buttons: QPushButton, least: int = _LEAST_TITLES) -> None:
        super().__init__()
        self._titles = titles
        self._least = least
        self._buttons = buttons
        self._acts = QWidget()
        flow = Flow(self._acts)
        for button in buttons:
            flow.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP // 2)
        self._row.addWidget(titles, 1)
        self._row.addWidget(self._acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the acts beside the titles or below them."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit anew when a title or a button has got other words."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + GAP - 2 for button in shown)
        titles = max(self._least, self._titles.minimumSizeHint().width())
        beside = titles + needed <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._acts.setMinimumWidth(needed if beside else 0)
        if self._row.direction() != way:
            self._row.setDirection(way)
