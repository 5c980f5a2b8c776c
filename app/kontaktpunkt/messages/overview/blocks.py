"""An overview as blocks: label and value to a line, one person after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kontaktpunkt.domain.overview import OverviewField, Piece
from kontaktpunkt.messages.overview import values
from kontaktpunkt.messages.overview.found import Found
from kontaktpunkt.messages.overview.groups import Context, group_of, is_furniture
from kontaktpunkt.messages.overview.labels import field_of
from kontaktpunkt.messages.overview.person import line_from
from kontaktpunkt.messages.overview.splitting import SPACES, is_ruler, joined, rows_by

F = OverviewField
_WRAPS: Final = frozenset({F.NAME, F.FAMILY_NAME, F.GIVEN_NAME, F.PLACE, F.HOSPITAL, F.WARD})


@dataclass
class _Block:
    """One person's lines so far."""

    line: int = 0
    texts: list[str] = field(default_factory=list[str])
    pieces: list[Piece] = field(default_factory=list[Piece])
    wraps: bool = False

    def has(self, said: OverviewField) -> bool:
        """Say whether the block has said this already."""
        return any(piece.field is said for piece in self.pieces)


def is_in_blocks(lines: Sequence[str]) -> bool:
    """Say whether a text is labels and values: a person's number among at least two kinds."""
    found = {piece.field for line in lines for piece in _labelled(line) or () if piece.field}
    return F.NUMBER in found and len(found) > 1


def read_blocks(lines: Sequence[str], on: date) -> Found:
    """Read the blocks."""
    return _Blocks(on).read(lines)


@dataclass(frozen=True)
class _Labelled:
    """A label with its value; `field` is None for a label that is not known."""

    field: OverviewField | None
    label: str
    text: str


def _labelled(line: str) -> list[_Labelled] | None:
    """Give the labels of a line with their values; None when it has none."""
    found: list[_Labelled] = []
    cells = [
        cell.text for row in rows_by(SPACES, [line.replace("\t", "    ")]) for cell in row.cells
    ]
    place = 0
    while place < len(cells):
        label, colon, value = cells[place].partition(":")
        known = field_of(label)
        if not colon and known is None:
            return found or None
        place += 1
        if not value.strip() and place < len(cells) and ":" not in cells[place]:
            value = cells[place]
            place += 1
        elif not colon:
            return found or None
        found.append(_Labelled(known, label.strip(), value.strip()))
    return found or None


class _Blocks:
    """One pass over the lines."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._found = Found()
        self._context = Context()
        self._block = _Block()

    def read(self, lines: Sequence[str]) -> Found:
        """Read every line once."""
        for no, line in enumerate(lines, start=1):
            self._take(no, line)
        self._end()
        return self._found

    def _take(self, no: int, line: str) -> None:
        if is_ruler(line):
            if self._block.has(F.NUMBER):
                self._end()
            return
        labelled = _labelled(line)
        if labelled is None:
            self._bare(line)
            return
        if any(one.field is not None and self._block.has(one.field) for one in labelled):
            self._end()
        self._block.line = self._block.line or no
        self._block.texts.append(line.strip())
        for one in labelled:
            self._note(one)

    def _note(self, one: _Labelled) -> None:
        self._block.wraps = one.field in _WRAPS
        if one.field is None:
            self._found.not_used(one.label)
            return
        self._found.understood(Piece(one.field, one.label))
        self._block.pieces.append(Piece(one.field, one.text))

    def _bare(self, line: str) -> None:
        """Take a line without a label: the rest of a name or place, a group, or about nobody."""
        text = values.tidy(line)
        if self._block.wraps and not values.is_protected(text):
            last = self._block.pieces[-1]
            self._block.pieces[-1] = Piece(last.field, joined(last.text, text))
            self._block.texts.append(text)
            return
        if self._block.pieces:
            self._block.texts.append(text)
            return
        group = group_of([text])
        if group is not None and not is_furniture(text):
            self._context.open(group)
        else:
            self._found.passed(text)

    def _end(self) -> None:
        block, self._block = self._block, _Block()
        if not block.pieces:
            for text in block.texts:
                self._found.passed(text)
            return
        pieces = [*block.pieces, *self._context.beside(block.pieces)]
        self._found.add(line_from(block.line, "\n".join(block.texts), pieces, self._on))
