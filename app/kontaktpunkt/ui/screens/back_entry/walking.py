"""Going from field to field of a paper by keys: Enter to the next empty one, blocks by PageDown."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from kontaktpunkt.domain.paper.form import FieldKind
from kontaktpunkt.ui.screens.back_entry.grid import Grid
from kontaktpunkt.ui.screens.back_entry.parts import Part
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet

_LATER: Final = ("found.", "entered.")
"""Where a field goes that is filled in only when the system works again: Enter passes it over."""

_HEADING: Final = 5 * GAP
"""Room for the heading of a block above its first field."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Walking(QObject):
    """Watches the fields of a form for the keys that go on, back, and from block to block."""

    ended = Signal()  # Enter in the last field

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._blocks: Sequence[Sequence[Part]] = ()
        self._parts: Sequence[Part] = ()
        self._asks_who_first = False

    def follow(self, blocks: Sequence[Sequence[Part]]) -> None:
        """Follow these fields, block by block."""
        self._blocks = blocks
        self._parts = [part for block in blocks for part in block]
        for part in self._parts:
            self._watch(part)
            part.ended.connect(self.go_on)
            if isinstance(part.widget, Grid):
                part.widget.grown.connect(lambda part=part: self._watch(part))

    def begin(self) -> None:
        """Begin in the first field where something is to be written; by number when unknown."""
        number = self.number()
        self._asks_who_first = number is not None and number.is_empty
        first = next(iter(_open(self._order())), None)
        if first is not None:
            self.go_to(first)

    def number(self) -> Part | None:
        """Give the field for who it is by number."""
        numbers = (p for p in self._parts if p.field.kind is FieldKind.PERSON_NUMBER)
        return next(numbers, None)

    def go_to(self, part: Part) -> None:
        """Put focus in a field, and bring all of it in sight."""
        part.stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        first = any(part is block[0] for block in self._blocks)
        self._sheet.ensureWidgetVisible(part, 0, _HEADING if first else GAP)

    def go_on(self) -> None:
        """Go from the field with focus to the next where nothing stands."""
        here, order = self._here(), self._order()
        whole = order if here in order else self._parts
        after = order if here is None else whole[whole.index(here) + 1 :]
        upcoming = next(iter(_open(after)), None)
        if upcoming is None:
            self.ended.emit()
        else:
            self.go_to(upcoming)

    def go_back(self) -> None:
        """Go to the field before."""
        here = self._here()
        at = self._parts.index(here) if here is not None else 0
        if at:
            self.go_to(self._parts[at - 1])

    def go_to_block(self, step: int) -> None:
        """Go to the first field of the next or previous block."""
        here = self._here()
        at = next((nth for nth, parts in enumerate(self._blocks) if here in parts), 0)
        self.go_to(self._blocks[max(0, min(at + step, len(self._blocks) - 1))][0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and the keys that go from block to block."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            part = self._part_of(watched)
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if part is not None and not held and self._take(part, watched, event):
                return True
        return super().eventFilter(watched, event)

    def _take(self, part: Part, watched: QObject, event: QKeyEvent) -> bool:
        step = _PAGES.get(Qt.Key(event.key()))
        if step is not None:
            self.go_to_block(step)
            return True
        if event.key() in _ENTER:
            return self._enter(part, watched, event)
        if part.widget is watched and isinstance(watched, QCheckBox):
            return _tick(watched, event.text().casefold())
        return False

    def _enter(self, part: Part, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if isinstance(watched, QPlainTextEdit):
                return False  # a new line
            self.go_back()
            return True
        # A line answers to Enter itself: with a list of names open, Enter chooses among them.
        if isinstance(watched, QLineEdit):
            return False
        self._on_from(part, watched)
        return True

    def _on_from(self, part: Part, watched: QObject) -> None:
        """Go on: within a table to the next cell, until an empty row is left behind."""
        part.take_proposal()
        grid = part.widget
        if isinstance(grid, Grid) and isinstance(watched, QWidget):
            cells = grid.cells
            at = cells.index(watched) if watched in cells else -1
            if 0 <= at < len(cells) - 1 and not grid.row_is_empty(watched):
                cells[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
                self._sheet.ensureWidgetVisible(cells[at + 1], 0, GAP)
                return
        self.go_on()

    def _watch(self, part: Part) -> None:
        for stop in part.stops:
            stop.removeEventFilter(self)
            stop.installEventFilter(self)
            if isinstance(stop, QLineEdit) and not stop.property("walked"):
                stop.setProperty("walked", "yes")
                stop.returnPressed.connect(lambda stop=stop: self._on_from(part, stop))

    def _part_of(self, watched: QObject) -> Part | None:
        return next((part for part in self._parts if watched in part.stops), None)

    def _here(self) -> Part | None:
        return next((p for p in self._parts if any(stop.hasFocus() for stop in p.stops)), None)

    def _order(self) -> list[Part]:
        """Give the fields as Enter visits them: on a blank paper first who it is."""
        parts = [part for part in self._parts if not _is_passed_over(part)]
        number = self.number()
        if number is not None and self._asks_who_first:
            parts.remove(number)
            parts.insert(0, number)
        return parts


def _is_passed_over(part: Part) -> bool:
    """Say whether Enter passes a field over: it is for later, or only told who read the paper."""
    field = part.field
    return field.back_entry.startswith(_LATER) or bool(field.source and not field.back_entry)


def _open(parts: Iterable[Part]) -> list[Part]:
    """Give those where nothing stands, or what stands there is wrong."""
    return [part for part in parts if part.is_empty or part.refusal]


def _tick(box: QCheckBox, letter: str) -> bool:
    """Tick a single box with J or X, empty it with N."""
    if letter not in ("j", "x", "n"):
        return False
    box.setChecked(letter != "n")
    return True
