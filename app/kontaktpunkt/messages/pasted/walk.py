"""Walks through the cells of a copied screen and finds what stands after each label.

The layouts that are known: `label: value`, label and value in neighbouring cells, a label alone on
its line with the value alone on the next, a row of labels above one row of values, and for free
text everything up to the next label.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.pasted import PastedField, PastedLabels, as_label
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.messages.pasted.cells import Cell, cells_of
from kontaktpunkt.messages.pasted.clock_times import day_only
from kontaktpunkt.messages.pasted.values import (
    TIMES,
    TYPED,
    Value,
    protection_of,
    says_not_protected,
    value_of,
)

_POSTAL_LINE: Final = re.compile(r"(?:SE-)?[0-9]{3} ?[0-9]{2}\s+\S.*")
_WORDS_OF_A_LABEL: Final = 5


class Found(Struct, frozen=True):
    """A field with its value, and the piece of text, label included, that says so.

    `label` is the label as `as_label` writes it ('' where it does not matter).
    """

    field: PastedField
    value: Value
    words: str
    start: int
    end: int
    label: str = ""


class Walk:
    """One walk through a text: what was found, and the cells that were left over."""

    def __init__(self, text: str, labels: PastedLabels, on: date) -> None:
        self.found: list[Found] = []
        self.left: list[Cell] = []
        self._text = text
        self._labels = labels
        self._on = on
        self._known: dict[int, tuple[PastedField | None, str]] = {}
        cells = list(cells_of(text))
        self._lines = [list(line) for _, line in groupby(cells, key=lambda cell: cell.line)]
        at = 0
        while at < len(self._lines):
            at = self._line(at)

    def _line(self, at: int) -> int:
        """Walk through a line, and those after it that belong to it; give the next one."""
        cells = self._lines[at]
        if len(cells) > 1 and all(self._bare(cell) for cell in cells):
            return self._table(at)
        place = 0
        while place < len(cells):
            field, inline = self._label(cells[place])
            if field is PastedField.TEXT:
                return self._free_text(at, place, inline)
            if field is None:
                self.left.append(cells[place])
                place += 1
                continue
            after = self._after(at, place, inline)
            used = self._take(field, cells[place], inline, after)
            if used is None:
                self.left.append(cells[place])
                place += 1
            elif used and after and after[used - 1].line != cells[place].line:
                # The value stood on the line below, alone: that line is done too.
                return at + 2
            else:
                place += 1 + used
        return at + 1

    def _label(self, cell: Cell) -> tuple[PastedField | None, str]:
        """Give the field that a cell begins with and what follows its label in the cell."""
        known = self._known.get(cell.start)
        if known is None:
            known = self._known[cell.start] = self._looked_up(cell)
        return known

    def _looked_up(self, cell: Cell) -> tuple[PastedField | None, str]:
        bare = self._bare(cell)
        if bare is not None:
            return bare, ""
        before, colon, after = cell.words.partition(":")
        if colon and (field := self._labels.fields.get(as_label(before))):
            return field, after.strip()
        pieces = cell.words.split(" ")
        for count in range(1, min(len(pieces), _WORDS_OF_A_LABEL + 1)):
            field = self._labels.fields.get(as_label(" ".join(pieces[:count])))
            rest = " ".join(pieces[count:])
            if field is not None and field in TYPED and self._value(field, rest) is not None:
                return field, rest
        return None, ""

    def _bare(self, cell: Cell) -> PastedField | None:
        return self._labels.fields.get(as_label(cell.words))

    def _is_label(self, cell: Cell) -> bool:
        return self._label(cell)[0] is not None

    def _value(self, field: PastedField, words: str) -> Value | None:
        return value_of(field, words, self._labels, self._on)

    def _after(self, at: int, place: int, inline: str) -> Sequence[Cell]:
        """Give the cells that may hold the value: on this line, or alone on the next."""
        cells = self._lines[at]
        same = cells[place + 1 : place + 3]
        if same:
            return same
        below = self._lines[at + 1] if at + 1 < len(self._lines) else []
        alone = len(cells) == 1 and len(below) == 1 and below[0].line == cells[0].line + 1
        if not alone or self._is_label(below[0]):
            return ()
        extends = _POSTAL_LINE.fullmatch(below[0].words) is not None
        return below if extends or not inline else ()

    def _take(
        self, field: PastedField, label: Cell, inline: str, after: Sequence[Cell]
    ) -> int | None:
        """Take a field's value; gives how many of the cells after it were used; None: no value."""
        if field is PastedField.PROTECTION:
            return self._protection(label, inline, after)
        beside = () if after and self._is_label(after[0]) else after
        for count, words in _candidates(field, inline, beside):
            value = self._value(field, words)
            if value is not None:
                end = beside[count - 1].end if count else label.end
                name = as_label(label.words.removesuffix(inline))
                self.found.append(Found(field, value, words, label.start, end, name))
                return count
        return None

    def _protection(self, label: Cell, inline: str, after: Sequence[Cell]) -> int:
        """Take a marking of protection: anything but a no means yes, since silence protects."""
        said = inline or (after[0].words if after and not self._is_label(after[0]) else "")
        used = 0 if inline or not said or not _short_answer(said) else 1
        if used == 0 and not inline:
            said = ""
        end = after[0].end if used else label.end
        denied = says_not_protected(said)
        value = Protection.NONE if denied else protection_of(as_label(label.words))
        self.found.append(Found(PastedField.PROTECTION, value, said, label.start, end))
        return used

    def _free_text(self, at: int, place: int, inline: str) -> int:
        """Take everything up to the next label as the message's words."""
        label = self._lines[at][place]
        last = self._lines[at][-1]
        begin = label.end - len(inline) if inline else label.end
        following = at + 1
        while following < len(self._lines) and not self._is_label(self._lines[following][0]):
            last = self._lines[following][-1]
            following += 1
        words = self._text[begin : last.end].strip()
        if not words:
            self.left.append(label)
            return at + 1
        self.found.append(Found(PastedField.TEXT, words, words, label.start, last.end))
        return following

    def _table(self, at: int) -> int:
        """Take a row of labels with one row of values; more rows are more than one person."""
        heads = self._lines[at]
        rows = [line for line in self._lines[at + 1 : at + 3] if len(line) == len(heads)]
        one = len(rows) == 1 and rows[0][0].line == heads[0].line + 1
        values = rows[0] if one else []
        if not one or any(self._is_label(cell) for cell in values):
            self.left += heads
            return at + 1
        for head, cell in zip(heads, values, strict=True):
            field = self._labels.fields[as_label(head.words)]
            value = self._value(field, cell.words)
            if value is None:
                self.left.append(cell)
            else:
                name = as_label(head.words)
                self.found.append(Found(field, value, cell.words, cell.start, cell.end, name))
        return at + 2


def _candidates(
    field: PastedField, inline: str, beside: Sequence[Cell]
) -> Iterator[tuple[int, str]]:
    """Give what may be the value, with how many of the cells beside belong to it.

    It is what follows the label in its cell, else the next cell; or day and time in two pieces, or
    a street with the postal code on the line below.
    """
    pieces = [piece for piece in (inline, *(cell.words for cell in beside)) if piece]
    own = 1 if inline else 0
    if field is PastedField.ADDRESS and inline and beside and _POSTAL_LINE.fullmatch(pieces[1]):
        yield 1, f"{pieces[0]}\n{pieces[1]}"
    if pieces:
        yield 1 - own, pieces[0]
    if field in TIMES and len(pieces) > 1 and day_only(pieces[0]) is not None:
        yield 2 - own, f"{pieces[0]} {pieces[1]}"


def _short_answer(words: str) -> bool:
    return as_label(words) in ("ja", "nej", "ingen", "saknas", "-", "\N{EN DASH}", "x")
