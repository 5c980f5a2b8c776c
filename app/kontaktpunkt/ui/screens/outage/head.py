"""The head of a stop: what is down, the clock to the forms, and the next step as a button."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.outage.acts import may_note_compared, needs_round
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.head import Head
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.usecases.outages.work import NextStep, OutageWork
from kontaktpunkt.wording.outages import (
    NOTE_COMPARED,
    SAY_COMPARED,
    forms_words,
    head_words,
    kind_words,
    next_words,
)

_SHORT: Final = 470
"""Where the screen has fewer pixels in height, at 100 percent, the head folds."""


class StopHead(QWidget):
    """Big words, and one button that is always the next thing to do."""

    def __init__(self, theme: Theme, next_act: QAction, acts: tuple[QAction, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._room: tuple[QWidget, QStackedWidget, QWidget] | None = None
        self.what = Text("", "big", wrap=False)
        self.kind = Elided("", "soft")
        self.clock = Text("", "heading", wrap=False)
        self.next_act = next_act
        self.next = KeyHintButton(next_act, look="primary")
        self.buttons = {act: KeyHintButton(act) for act in acts}
        titles = QWidget()
        lines = QVBoxLayout(titles)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in (self.what, self.kind):
            lines.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        self.titled = Head(titles, *self.buttons.values())
        rows.addWidget(self.titled)
        line = QWidget()
        flow = Flow(line, GAP * 2)
        flow.addWidget(self.next)
        flow.addWidget(self.clock)
        flow.setAlignment(self.clock, Qt.AlignmentFlag.AlignVCenter)
        rows.addWidget(line)

    def show_work(self, work: OutageWork, now: Instant) -> None:
        """Say how the stop stands, and what is next."""
        stamp = work.page.stamp
        self.what.setText(head_words(stamp, now))
        self.kind.set_text(kind_words(stamp, now))
        self.clock.setText(forms_words(work.forms_at, stamp, now))
        self.clock.setVisible(bool(self.clock.text()))
        self.next_act.setText(_next(work))

    def fold(self, *, short: bool, papers: bool) -> None:
        """Give way where there is little height: the tab above names the stop, papers need room."""
        self.what.setVisible(not short)
        self.titled.setVisible(not (short and papers))

    def fold_within(self, screen: QWidget, pages: QStackedWidget, papers: QWidget) -> None:
        """Fold by the room there is, whenever the screen, the text or the tab is another."""
        self._room = screen, pages, papers
        screen.installEventFilter(self)
        pages.currentChanged.connect(self._fold)
        self._theme.changed.connect(self._fold)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure the screen anew when it gets another size."""
        if event.type() == QEvent.Type.Resize:
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        if self._room is None:
            return
        screen, pages, papers = self._room
        short = screen.height() < self._theme.px(_SHORT)
        self.fold(short=short, papers=pages.currentWidget() is papers)

    def follow(self) -> None:
        """Show the buttons of what can be done now."""
        for act, made in self.buttons.items():
            made.setVisible(act.isVisible())
        self.next.setVisible(self.next_act.isVisible())


def _next(work: OutageWork) -> str:
    """Say what the button does: once it can be noted as reconciled, it notes that."""
    if work.next_step is NextStep.RECONCILE and may_note_compared(work):
        return NOTE_COMPARED if needs_round(work) else SAY_COMPARED
    return next_words(work.next_step)
