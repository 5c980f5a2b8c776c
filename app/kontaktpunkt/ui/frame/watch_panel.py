"""Bevakat (Ctrl+B): a small panel that asks whether there was anything new, and stamps the look."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import IconButton, button
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.duty.rows import WatchPage
from kontaktpunkt.wording.duty import coming_words, last_words, missed_words

_WIDTH: Final = 400
_EDGE: Final = 12


class WatchPanel(QFrame):
    """Stands over the corner of the window; N and J answer, Esc closes and stamps nothing."""

    answered = Signal(bool)  # whether there was anything new
    closed = Signal()

    def __init__(self, theme: Theme, whole: QWidget, below: QWidget) -> None:
        super().__init__(whole)
        self._theme = theme
        self._whole = whole
        self._below = below
        self.single_keys = True
        self.setObjectName("watchPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Text("", "heading")
        self.close_button = IconButton(theme, "close", "Stäng utan att stämpla", "Esc")
        self.close_button.clicked.connect(self.close_panel)
        self.state = Text("", "soft")
        self.missed = Text("", "wrong")
        self.question = Text("", "strong")
        self.no = button("Nej   N", "primary")
        self.yes = button("Ja, skriv in   J")
        self.no.clicked.connect(lambda: self._answer(found_new=False))
        self.yes.clicked.connect(lambda: self._answer(found_new=True))
        self._lay_out()
        whole.installEventFilter(self)
        theme.changed.connect(self._put)
        self.hide()

    def open_for(self, page: WatchPage, now: Instant) -> None:
        """Ask about the system of the page."""
        self.say(page, now)
        self.show()
        self.raise_()
        self._put()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, page: WatchPage, now: Instant) -> None:
        """Say who looked last, what is next and what was missed, as of now."""
        self.heading.setText(f"Bevakat {page.system}")
        self.setAccessibleName(f"Bevakat {page.system}")
        parts = (last_words(page, now), coming_words(page, now))
        self.state.setText(", ".join(part for part in parts if part) + ".")
        missed = missed_words(page, now)
        self.missed.setText(f"{missed}." if missed else "")
        self.missed.setVisible(bool(missed))
        self.question.setText(f"Du har tittat i {page.system} nu. Något nytt?")
        self.no.setAccessibleName(f"Nej, inget nytt i {page.system}")
        self.yes.setAccessibleName(f"Ja, något nytt i {page.system}: skriv in det")
        if self.isVisible():
            self._put()

    def close_panel(self) -> None:
        """Go away; nothing is stamped."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with one key."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif self.single_keys and event.key() == Qt.Key.Key_N:
            self._answer(found_new=False)
        elif self.single_keys and event.key() == Qt.Key.Key_J:
            self._answer(found_new=True)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._put()
        return super().eventFilter(watched, event)

    def _answer(self, *, found_new: bool) -> None:
        self.hide()
        self.answered.emit(found_new)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        answers = QHBoxLayout()
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        answers.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 8, 12)
        rows.addLayout(head)
        for part in (self.state, self.missed, self.question):
            rows.addWidget(part)
        rows.addLayout(answers)

    def _put(self) -> None:
        room = self._whole.width()
        width = min(self._theme.px(_WIDTH), room - 2 * _EDGE)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self.heightForWidth(width), self.minimumSizeHint().height()))
        top = self._below.geometry().bottom() + _EDGE // 2
        self.move(room - width - _EDGE, top)
