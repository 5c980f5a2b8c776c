"""A clock in one line that opens to what it stands on, and to what may be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.wording.evidence import ClockLine

Act = tuple[str, str, Callable[[], None]]
"""A thing that may be done: its words, what it does in a sentence, and how."""
_CLOSED, _OPEN = "chevron_right", "chevron_down"
_ARROW = 15


class ClockRow(QWidget):
    """One clock: a button with an arrow, its words, and below it the grounds when it is open."""

    opened = Signal()

    def __init__(self, theme: Theme, *, strike: bool = False) -> None:
        super().__init__()
        self.toggle = Arrow(theme)
        self.toggle.toggled.connect(self._turn)
        self.toggle.installEventFilter(self)
        self.words = ClockWords(self.toggle)
        self._strike(on=strike)
        self.grounds = QWidget()
        self._lines = QVBoxLayout(self.grounds)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.acts = QWidget()
        self._act_line = Flow(self.acts)
        self._acts: list[QPushButton] = []
        self._shown: object = None
        # Once the parts have found their places: what opened below the edge comes into view.
        self._into_view = QTimer(self)
        self._into_view.setSingleShot(True)
        self._into_view.timeout.connect(self._come_into_view)
        self._lay_out()

    def say(self, line: ClockLine) -> None:
        """Say the clock anew."""
        whole = " · ".join(part for part in (line.said, line.turn) if part)
        if self.words.text() != whole:
            self.words.setText(whole)
        if self.words.property("role") != line.tone:
            self.words.set_role(line.tone)
        self.toggle.setAccessibleName(f"Visa underlag: {whole}")
        self.toggle.setToolTip("Visa underlag (Enter)")

    def show_grounds(self, grounds: Sequence[tuple[str, str]], acts: Sequence[Act]) -> None:
        """Show what the clock stands on, and what may be done about it."""
        shown = (tuple(grounds), tuple(words for words, _, _ in acts))
        for made, (_, _, do) in zip(self._acts, acts, strict=False):
            made.clicked.disconnect()
            made.clicked.connect(do)
        if shown == self._shown:
            return
        self._shown = shown
        had_focus = any(made.hasFocus() for made in self._acts)
        empty(self._lines)
        for label, text in grounds:
            self._lines.addWidget(Text(f"{label}: {text}", "soft"))
        for made in self._acts:
            made.hide()
            made.deleteLater()
        empty(self._act_line)
        self._acts = [_button(*act) for act in acts]
        for made in self._acts:
            self._act_line.addWidget(made)
        self.acts.setVisible(bool(acts))
        if had_focus:
            # What had focus is gone: whoever pressed it stays at her clock.
            self.toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self, words: str) -> QPushButton:
        """Give the button with these words; KeyError where there is none."""
        found = [made for made in self._acts if made.text() == words]
        if not found:
            raise KeyError(words)
        return found[0]

    @property
    def act_words(self) -> tuple[str, ...]:
        """Give what may be done about the clock."""
        return tuple(made.text() for made in self._acts)

    @property
    def is_open(self) -> bool:
        """Say whether the grounds are shown."""
        return self.toggle.isChecked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter open the clock too, as the space bar does."""
        if isinstance(event, QKeyEvent) and _is_enter(event):
            self.toggle.toggle()
            return True
        return super().eventFilter(watched, event)

    def _turn(self, is_open: bool) -> None:  # noqa: FBT001  a signal's own shape
        self.below.setVisible(is_open)
        if is_open:
            self.opened.emit()
            self._into_view.start(0)

    def _come_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.below, 0, GAP)
            around.ensureWidgetVisible(self.toggle, 0, 0)

    def _strike(self, *, on: bool) -> None:
        if on:
            font = self.words.font()
            font.setStrikeOut(True)
            self.words.setFont(font)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(GAP // 2)
        line.addWidget(self.toggle, 0, _TOP)
        line.addWidget(self.words, 1)
        rows.addLayout(line)
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(GAP * 3, GAP // 2, 0, GAP)
        below.setSpacing(GAP // 2)
        below.addWidget(self.grounds)
        below.addWidget(self.acts)
        rows.addWidget(self.below)
        self.below.hide()


class Arrow(QPushButton):
    """An arrow that points to the right while its part is closed, and down while it is open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "link")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._paint)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        side = self._theme.px(_ARROW)
        self.setIcon(self._theme.icon(_OPEN if self.isChecked() else _CLOSED))
        self.setIconSize(QSize(side, side))


class ClockWords(Text):
    """The words beside the arrow, which wrap as a button's own can't; a click on them opens it."""

    def __init__(self, toggle: QPushButton) -> None:
        super().__init__()
        self._toggle = toggle
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close the clock."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._toggle.click()


_TOP = Qt.AlignmentFlag.AlignTop


def _is_enter(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.type() == QEvent.Type.KeyPress and event.key() in keys


def _button(words: str, tip: str, do: Callable[[], None]) -> QPushButton:
    made = button(words, "", tip)
    made.clicked.connect(do)
    return made
