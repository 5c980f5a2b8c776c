"""Reads a form definition from its TOML text, or says exactly what is wrong with it and where."""

import re
import tomllib
from collections.abc import Iterable
from typing import TypeVar, cast

import msgspec
from msgspec import structs

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import Block, Field, FieldKind, FormDefinition
from kontaktpunkt.domain.paper.form_flaws import FaultyForm, Flaw, FlawKind, flaws_in, nearest
from kontaktpunkt.domain.paper.form_slips import slips_in

_Part = TypeVar("_Part")
_UNKNOWN = re.compile(r"unknown field `(?P<word>[^`]+)`")
_MISSING = re.compile(r"missing required field `(?P<word>[^`]+)`")
_AT = re.compile(r"at `\$\.(?P<word>[a-z_]+)")
_GOT = re.compile(r"Invalid enum value '(?P<value>[^']*)'")
_EXPECTED = re.compile(r"Expected `(?P<wants>str|int|bool|array)")
_ONE_OF = {"kind": FieldKind, "direction": SheetDirection, "stands_for": MessageKind}
_TOML_LINE = re.compile(r"at line (\d+)")
_HEADER = re.compile(r"^\s*\[\[\s*block(?P<field>\s*\.\s*field)?\s*\]\]")


def read_form(text: str) -> FormDefinition | FaultyForm:
    """Read a form definition; on any fault give all faults that can be told apart, with lines."""
    try:
        raw = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as fault:
        return FaultyForm(tuple(slips_in(text)) or (_not_toml(str(fault)),))
    slips = tuple(slip for slip in slips_in(text) if slip.kind is FlawKind.ONE_BRACKET)
    if slips:
        return FaultyForm(slips)
    reader = _Reader(_Lines(text))
    definition = reader.read(raw)
    if reader.flaws or definition is None:
        return FaultyForm(tuple(reader.flaws))
    found = tuple(reader.with_line(flaw) for flaw in flaws_in(definition))
    return FaultyForm(found) if found else definition


def placed_in(text: str, flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """Add the lines to flaws that say only block, field and setting."""
    reader = _Reader(_Lines(text))
    return tuple(reader.with_line(flaw) for flaw in flaws)


def _not_toml(message: str) -> Flaw:
    """Say where a text stops being TOML, where no slip of the hand explains it."""
    line = _TOML_LINE.search(message)
    kind = FlawKind.SAID_TWICE if "overwrite" in message else FlawKind.NOT_TOML
    return Flaw(kind=kind, line=int(line[1]) if line else 0)


class _Lines:
    """Knows on which line each block and field of the text begins."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._starts: dict[tuple[int, int], int] = {(0, 0): 1}
        block = field = 0
        for at, line in enumerate(self._lines, start=1):
            header = _HEADER.match(line)
            if header is None:
                continue
            block, field = (block, field + 1) if header["field"] else (block + 1, 0)
            self._starts[block, field] = at

    def line_of(self, block: int, field: int, word: str) -> int:
        """Give the line of a setting, else of its field, else of its block."""
        start = self._starts.get((block, field)) or self._starts.get((block, 0), 0)
        setting = re.compile(rf"^\s*{re.escape(word)}\s*=") if word else None
        for at in range(start, len(self._lines) if start else 0):
            if _HEADER.match(self._lines[at]):
                break
            if setting and setting.match(self._lines[at]):
                return at + 1
        # The form's own settings stand from the first line on, where there is no header.
        if start == 1 and setting and self._lines and setting.match(self._lines[0]):
            return 1
        return start


class _Reader:
    """Turns the parsed TOML into a definition part by part, collecting flaws as it goes."""

    def __init__(self, lines: _Lines) -> None:
        self.flaws: list[Flaw] = []
        self._lines = lines

    def read(self, raw: dict[str, object]) -> FormDefinition | None:
        """Read the whole form; None where a flaw left it unbuilt."""
        head = self._part({**raw, "block": ()}, FormDefinition, 0, 0)
        blocks = [self._block(part, at) for at, part in enumerate(_tables(raw.get("block")), 1)]
        if not blocks:
            self.flaws.append(Flaw(kind=FlawKind.MISSING, word="block"))
        whole = tuple(block for block in blocks if block is not None)
        return structs.replace(head, block=whole) if head and len(whole) == len(blocks) else None

    def with_line(self, flaw: Flaw) -> Flaw:
        """Add the line to a flaw that says only block and field."""
        line = self._lines.line_of(flaw.block, flaw.field, flaw.word)
        return structs.replace(flaw, line=line)

    def _block(self, raw: dict[str, object], at: int) -> Block | None:
        head = self._part({**raw, "field": ()}, Block, at, 0)
        parts = _tables(raw.get("field"))
        fields = [self._part(part, Field, at, no) for no, part in enumerate(parts, 1)]
        if not fields:
            self.flaws.append(self.with_line(Flaw(kind=FlawKind.MISSING, block=at, word="field")))
        whole = tuple(field for field in fields if field is not None)
        return structs.replace(head, field=whole) if head and len(whole) == len(fields) else None

    def _part(
        self, raw: dict[str, object], shape: type[_Part], block: int, field: int
    ) -> _Part | None:
        try:
            return msgspec.convert(raw, shape)
        except msgspec.ValidationError as fault:
            told = _told(str(fault), raw, shape)
            self.flaws.append(self.with_line(structs.replace(told, block=block, field=field)))
            return None


def _tables(value: object) -> list[dict[str, object]]:
    """Give the tables of a list, leaving out what is no table."""
    if not isinstance(value, list):
        return []
    return [
        cast("dict[str, object]", part)
        for part in cast("list[object]", value)
        if isinstance(part, dict)
    ]


def _told(message: str, raw: dict[str, object], shape: type) -> Flaw:
    """Understand msgspec's sentence: which setting, what is wrong with it, and what it takes."""
    if found := _UNKNOWN.search(message):
        word = found["word"]
        meant = nearest(word, (field.name for field in structs.fields(shape)))
        return Flaw(kind=FlawKind.UNKNOWN_WORD, word=word, instead=meant)
    if found := _MISSING.search(message):
        return Flaw(kind=FlawKind.MISSING, word=found["word"])
    at = _AT.search(message)
    word = at["word"] if at else ""
    if got := _GOT.search(message):
        words = [str(one) for one in _ONE_OF.get(word, ())]
        meant = nearest(got["value"], words)
        wants = ", ".join(words)
        return Flaw(
            kind=FlawKind.WRONG_VALUE, word=word, value=got["value"], wants=wants, instead=meant
        )
    expected = _EXPECTED.search(message)
    wants = expected["wants"] if expected else ""
    return Flaw(kind=FlawKind.WRONG_VALUE, word=word, value=str(raw.get(word, "")), wants=wants)
