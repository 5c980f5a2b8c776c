"""The head of a stop: what is down, the clock to the forms, and the next step as a button."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.head import Head
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.usecases.outages.work import OutageWork
from kontaktpunkt.wording.outages import forms_words, head_words, kind_words, next_words


class StopHead(QWidget):
    """Big words, and one button that is always the next thing to do."""

    def __init__(self, next_act: QAction, acts: tuple[QAction, ...]) -> None:
        super().__init__()
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
        rows.addWidget(Head(titles, *self.buttons.values()))
        line = QWidget()
        flow = Flow(line, GAP * 2)
        flow.addWidget(self.next)
        flow.addWidget(self.clock)
        rows.addWidget(line)

    def show_work(self, work: OutageWork, now: Instant) -> None:
        """Say how the stop stands, and what is next."""
        stamp = work.page.stamp
        self.what.setText(head_words(stamp, now))
        self.kind.set_text(kind_words(stamp, now))
        self.clock.setText(forms_words(work.forms_at, stamp, now))
        self.clock.setVisible(bool(self.clock.text()))
        self.next_act.setText(next_words(work.next_step).removesuffix("."))

    def follow(self) -> None:
        """Show the buttons of what can be done now."""
        for act, made in self.buttons.items():
            made.setVisible(act.isVisible())
        self.next.setVisible(self.next_act.isVisible())
