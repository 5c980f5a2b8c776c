"""Catches what a scanner types, wherever the focus is: a row of digits and Enter."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kontaktpunkt.domain.paper.exercise_number import is_exercise_number
from kontaktpunkt.domain.paper.sheet_number import SheetNumber, parse

_FAST: Final = 80
"""A scanner's keys come so close (milliseconds); no hand types nine digits at that speed."""

_OF_EXERCISE: Final = "öÖ"
"""What is read on a number of an exercise, and typed; its code has a nought there."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_number(typed: str) -> bool:
    """Say whether digits are the number of a paper, real or of an exercise."""
    digits = typed[1:] if is_exercise_number(typed) else typed
    return isinstance(parse(digits), SheetNumber)


class ScanCatcher(QObject):
    """Watches widgets for digits: on a list or a button they are the beginning of a number.

    In a field where somebody writes, only what comes as fast as a scanner types and is a right
    number is taken, and the field gets back what stood there. `only_right`: elsewhere too only a
    right number counts; what else is typed there means nothing.
    """

    scanned = Signal(str)  # the digits, at Enter
    growing = Signal(str)  # the digits so far; empty when they were given up

    def __init__(self, parent: QObject, field: QLineEdit, *, only_right: bool = False) -> None:
        super().__init__(parent)
        self._only_right = only_right
        self._field = field
        self._digits = ""
        self._before = ("", 0)
        self._last = 0

    def watch(self, *places: QWidget) -> None:
        """Watch these and all in them; the scan field itself answers to Enter on its own."""
        for place in places:
            for part in (place, *place.findChildren(QWidget)):
                if part is not self._field:
                    part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digits, or let the key do what it does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            writes = isinstance(watched, QLineEdit | QPlainTextEdit)
            if event.key() in _ENTER and event.modifiers() in _PLAIN:
                return self._end(watched, writes=writes)
            if self._is_of_number(event.text(), writes=writes):
                return self._grow(watched, event, writes=writes)
            if not writes and self._digits and event.key() == Qt.Key.Key_Backspace:
                self._say(self._digits[:-1])
                return True
            if event.text():
                self._give_up(writes=writes)
        elif event.type() == QEvent.Type.FocusOut:
            self._give_up(writes=True)
        return super().eventFilter(watched, event)

    def _is_of_number(self, text: str, *, writes: bool) -> bool:
        """Say whether a key is a digit, or the Ö that stands before a number of an exercise."""
        if len(text) != 1:
            return False
        begins = not writes and not self._digits
        return text in "0123456789" or (begins and text in _OF_EXERCISE)

    def _grow(self, watched: QObject, event: QKeyEvent, *, writes: bool) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        at = int(event.timestamp())
        slow = at - self._last > _FAST
        self._last = at
        if writes and (slow or not self._digits):
            # What was typed by hand before stays text: a scan begins anew here.
            self._digits, self._before = "", _standing_in(watched)
        self._digits += "0" if event.text() in _OF_EXERCISE else event.text()
        if not writes:
            self._say(self._digits)
        return not writes

    def _end(self, watched: QObject, *, writes: bool) -> bool:
        digits, self._digits = self._digits, ""
        if not digits or ((writes or self._only_right) and not is_number(digits)):
            return False
        if writes:
            _put_back(watched, self._before)
        self.scanned.emit(digits)
        return True

    def _give_up(self, *, writes: bool) -> None:
        if self._digits:
            self._digits = ""
            if not writes:
                self.growing.emit("")

    def _say(self, digits: str) -> None:
        self._digits = digits
        self.growing.emit(digits)


def _standing_in(field: QObject) -> tuple[str, int]:
    if isinstance(field, QLineEdit):
        return field.text(), field.cursorPosition()
    return (field.toPlainText(), 0) if isinstance(field, QPlainTextEdit) else ("", 0)


def _put_back(field: QObject, before: tuple[str, int]) -> None:
    text, place = before
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(place)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
