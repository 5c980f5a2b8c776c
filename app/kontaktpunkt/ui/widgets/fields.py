"""Fields with their labels above them, and the sentence of a refusal below."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant, at_local, to_local
from kontaktpunkt.ui.widgets.text import Text, repolish

_HOURS = 24
_MINUTES = 60


class Labelled(QWidget):
    """A field with its label above and, when something is wrong with it, the reason below."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        self.label = Text(label, "label", wrap=False)
        self.label.setBuddy(field)
        self.hint = Text(hint, "soft")
        self.refusal = Text("", "refused")
        for part in (self.label, field, self.hint, self.refusal):
            rows.addWidget(part)
        # Shown before it has a parent, a part would be a window of its own for a moment.
        self.hint.setVisible(bool(hint))
        self.refusal.hide()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the field; an empty sentence says that nothing is."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.field.setProperty("wrong", "true" if sentence else "false")
        self.field.setAccessibleDescription(sentence or self.hint.text())
        repolish(self.field)


class TextBox(QPlainTextEdit):
    """A field of several lines; Tab goes on to the next field."""

    def __init__(self, lines: int = 3, placeholder: str = "") -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number of lines when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(line * self._lines + 2 * round(self.document().documentMargin()) + 10)


class ClockField(QWidget):
    """A day and a time, typed as staff do: 0840, 8.40 or 8:40, and day as 3/3 or 2026-03-03.

    Empty day means today. `instant` is None when it cannot be read.
    """

    edited = Signal()

    def __init__(self, *, with_day: bool = True) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.day = QLineEdit()
        self.day.setAccessibleName("Dag")
        self.day.setPlaceholderText("ÅÅÅÅ-MM-DD")
        self.clock = QLineEdit()
        self.clock.setAccessibleName("Klockslag")
        self.clock.setPlaceholderText("tt:mm")
        self.day.setVisible(with_day)
        width = self.fontMetrics().horizontalAdvance("0")
        self.day.setFixedWidth(width * 12 + 18)
        self.clock.setFixedWidth(width * 6 + 18)
        row.addWidget(self.day)
        row.addWidget(self.clock)
        row.addStretch(1)
        self.setFocusProxy(self.clock)
        self._today = Instant(0)
        for field in (self.day, self.clock):
            field.textEdited.connect(self.edited)

    def set_instant(self, at: Instant, now: Instant) -> None:
        """Show a time; `now` says which day is today."""
        self._today = now
        local = to_local(at)
        self.day.setText(local.date().isoformat())
        self.clock.setText(f"{local:%H:%M}")

    @property
    def instant(self) -> Instant | None:
        """Give the time as typed, or None when it cannot be read."""
        today = to_local(self._today)
        return read_time(self.day.text(), self.clock.text(), today)


def read_time(day: str, clock: str, today: datetime) -> Instant | None:
    """Read a day and a time as staff type them; an empty day is today."""
    digits = "".join(character for character in clock if character.isdigit())
    if len(digits) not in (3, 4) or not set(clock) <= set("0123456789:. "):
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    wanted = _read_day(day.strip(), today)
    return None if wanted is None else at_local(wanted.date(), time(hour, minute))


def _read_day(day: str, today: datetime) -> datetime | None:
    """Read 2026-03-03, 3/3, i morgon; empty is today."""
    words = {"": 0, "i dag": 0, "idag": 0, "i morgon": 1, "imorgon": 1, "i går": -1, "igår": -1}
    if day.lower() in words:
        return today + timedelta(days=words[day.lower()])
    try:
        if "/" in day:
            number, _, month = day.partition("/")
            return today.replace(month=int(month), day=int(number))
        return datetime.fromisoformat(day).replace(tzinfo=today.tzinfo)
    except ValueError:
        return None
