"""A paper on the screen: its blocks and fields in its own order, generated from its definition."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kontaktpunkt.domain.paper.form import COLUMNS, FieldKind, FormDefinition
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.back_entry.parts import Part
from kontaktpunkt.ui.screens.back_entry.walking import Walking
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.layouts import GAP, Section, Sheet, empty

_NOT_ENTERED: Final = (FieldKind.SIGNATURE, FieldKind.WORDS)
_TWELFTH: Final = 66
"""So wide must a twelfth of the row be, at usual text size, for the rows to be as on the paper."""


class PaperForm(Sheet):
    """Enter goes to the next field where nothing stands, Tab to the next, PageDown a block on."""

    edited = Signal(object)  # Part
    left = Signal(object)  # Part: a day or time that is typed to its end

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=GAP)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.walking = Walking(self)
        self.parts: dict[str, Part] = {}
        self._blocks: list[tuple[QGridLayout, list[Part]]] = []
        self._twice: bool | None = None
        theme.changed.connect(self._arrange)

    def show_form(self, form: FormDefinition, words: Callable[[str], str]) -> None:
        """Show a form; `words` puts names in the place of its words in braces."""
        empty(self.rows)
        self.parts, self._blocks, self._twice = {}, [], None
        for block in form.block:
            fields = [field for field in block.field if field.kind not in _NOT_ENTERED]
            if not fields:
                continue
            section, held, grid = Section(words(block.title)), QWidget(), QGridLayout()
            held.setLayout(grid)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(GAP + GAP // 2)
            grid.setVerticalSpacing(GAP // 2)
            made = [self._make(Part(field, words(field.label))) for field in fields]
            self._blocks.append((grid, made))
            section.add(held)
            self.add(section)
        self.rows.addStretch(1)
        self.walking.follow([parts for _, parts in self._blocks])
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def typed(self) -> dict[str, PaperValue]:
        """Give what stands in the fields, by key; what is empty is left out."""
        return {key: part.typed for key, part in self.parts.items() if not part.is_empty}

    def fill(self, values: Mapping[str, PaperValue], now: Instant) -> None:
        """Write in all fields; one that is not named is emptied."""
        for key, part in self.parts.items():
            part.fill(values.get(key, ""))
            part.refuse("")
            part.say_back(now)

    def read(self, now: Instant) -> tuple[dict[str, PaperValue], dict[str, str]]:
        """Give the values as they are to be kept, and what is wrong by key."""
        found = {key: part.read(now) for key, part in self.parts.items()}
        values = {key: value for key, (value, _) in found.items() if value}
        faults = {key: fault for key, (_, fault) in found.items() if fault}
        return values, faults

    def refuse(self, faults: Mapping[str, str], begin: Collection[str] = ()) -> None:
        """Say what is wrong beside each field, and put focus in the first, of `begin` if given."""
        for key, part in self.parts.items():
            part.refuse(faults.get(key, ""))
        first = next((key for key in self.parts if key in (begin or faults)), "")
        if first:
            self.walking.go_to(self.parts[first])

    def from_source(self, source: str) -> Part | None:
        """Give the field that a source fills."""
        return next((part for part in self.parts.values() if part.field.source == source), None)

    def to_entry(self, name: str) -> Part | None:
        """Give the field that goes to a place when the paper is entered."""
        return next((part for part in self.parts.values() if part.field.back_entry == name), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows anew when there is more or less room."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, part: Part) -> Part:
        self.parts[part.field.key] = part
        part.edited.connect(lambda: self.edited.emit(part))
        part.left.connect(lambda: self.left.emit(part))
        return part

    def _arrange(self) -> None:
        """Set the fields in rows of twelve parts; twice as wide each where there is less room."""
        room = self.viewport().width() - 2 * GAP
        twice = room < self._theme.px(_TWELFTH) * COLUMNS
        if twice is self._twice:
            return
        self._twice = twice
        for grid, parts in self._blocks:
            _set_in_rows(grid, parts, 2 if twice else 1)


def _set_in_rows(grid: QGridLayout, parts: Sequence[Part], times: int) -> None:
    """Fill rows from the left, as the layout of the paper does."""
    row, column = 0, 0
    for part in parts:
        grid.removeWidget(part)
    for part in parts:
        wide = min(COLUMNS, part.field.width * times)
        if column + wide > COLUMNS:
            row, column = row + 1, 0
        grid.addWidget(part, row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        column += wide
    for at in range(COLUMNS):
        grid.setColumnStretch(at, 1)
