"""The page in the window's place when the store does not open: why, and the way to Nödläge."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.wording.contingency import WHAT_IT_IS
from kontaktpunkt.wording.failures import sentence_unavailable

_DOES_NOT_OPEN: Final = frozenset(
    {
        Obstacle.STORE_DAMAGED,
        Obstacle.WRONG_KEY,
        Obstacle.KEY_LOCKED,
        Obstacle.KEY_MISSING,
        Obstacle.NEWER_STORE,
        Obstacle.NO_STORE,
        Obstacle.NETWORK_PATH,
        Obstacle.DISK_FAILS,
        Obstacle.IN_USE,
    }
)
"""What keeps a store from being opened at all."""

_WIDTH = 640
_TALL = 48


class NoStorePage(QWidget):
    """Says that nothing is shown because the store does not open: this is no calm day."""

    contingency_wanted = Signal()

    def __init__(self, *, with_contingency: bool) -> None:
        """`with_contingency` says whether there is somebody who can open Nödläge."""
        super().__init__()
        self.why = Text("", "strong")
        self.contingency = button("Öppna Nödläge", "primary")
        self.contingency.setMinimumHeight(_TALL)
        self.contingency.clicked.connect(self.contingency_wanted)
        column = QVBoxLayout()
        column.setSpacing(GAP * 2)
        column.addWidget(Text("Lagret går inte att öppna", "title"))
        column.addWidget(self.why)
        column.addWidget(
            Text("Inga personer och inga meddelanden kan visas. Det betyder inte att inga finns.")
        )
        for part in (self.contingency, Text(WHAT_IT_IS, "soft")):
            part.setVisible(with_contingency)
            column.addWidget(part)
        column.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        inside.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP * 4, GAP * 6, GAP * 4, GAP * 4)
        row.addWidget(inside, 1)
        row.addStretch(1)

    def say(self, sentence: str) -> None:
        """Say why; the button has the focus, so that Enter goes on."""
        self.why.setText(sentence)
        self.contingency.setFocus(Qt.FocusReason.OtherFocusReason)


class StoreDoor(QObject):
    """Puts the page over an empty window: an empty inbox looks as if nobody were in hospital."""

    def __init__(self, window: Window, care: StoreCare | None) -> None:
        super().__init__(window)
        self._window = window
        self._care = care
        self.page: NoStorePage | None = None

    def is_shut(self, problem: Unavailable, *, known: bool) -> bool:
        """Show the page when that is what the problem means; `known` says that the store opened."""
        if known or problem.obstacle not in _DOES_NOT_OPEN:
            return False
        if self.page is None:
            self.page = NoStorePage(with_contingency=self._care is not None)
            if self._care is not None:
                self.page.contingency_wanted.connect(self._care.open_contingency)
            self._window.stand_in(self.page)
        self.page.say(sentence_unavailable(problem))
        return True

    def open(self) -> None:
        """Show the work again, where the store was only busy for a moment."""
        if self.page is not None:
            self._window.stand_in(None)
            self.page.deleteLater()
            self.page = None
