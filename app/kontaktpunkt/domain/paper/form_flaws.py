"""What can be wrong with a form definition, and the rules that find it."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct, structs

from kontaktpunkt.domain.paper.form import (
    COLUMNS,
    PLACEHOLDERS,
    SOURCES,
    Block,
    Field,
    FieldKind,
    FormDefinition,
)

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_BACK_ENTRY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_NUMBER = re.compile(r"[A-Z]{1,3}[0-9]{1,3}[A-Z]?")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MOST_LINES = 40
_MOST_ROWS = 60
_MOST_PAGES = 20
_FEWEST_OPTIONS = 2
_CHOOSING = (FieldKind.CHOICE, FieldKind.CHOICES)


class FlawKind(StrEnum):
    """What is wrong at one place of a form definition."""

    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN_WORD = "unknown_word"
    WRONG_VALUE = "wrong_value"
    OUT_OF_RANGE = "out_of_range"
    BAD_KEY = "bad_key"
    SAME_KEY_TWICE = "same_key_twice"
    UNKNOWN_SOURCE = "unknown_source"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    TOO_FEW_OPTIONS = "too_few_options"
    OPTIONS_WITHOUT_CHOICE = "options_without_choice"
    TABLE_WITHOUT_COLUMNS = "table_without_columns"
    COLUMNS_WITHOUT_TABLE = "columns_without_table"
    PERSON_NOT_FIRST = "person_not_first"
    MISSING_QUOTE = "missing_quote"
    CURLY_QUOTE = "curly_quote"
    HARD_SPACE = "hard_space"
    MISSING_COMMA = "missing_comma"
    MISSING_EQUALS = "missing_equals"
    YES_OR_NO = "yes_or_no"
    ONE_BRACKET = "one_bracket"
    SAID_TWICE = "said_twice"
    NOT_UTF8 = "not_utf8"
    NUMBER_NOT_FILE = "number_not_file"
    NUMBER_TAKEN = "number_taken"
    MESSAGE_TAKEN = "message_taken"


class Flaw(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fault: what, on which line, in which block and field (counted from 1), which setting.

    `wants` is what the setting takes (str, int, bool, array) or the words it may be, with commas
    between; `instead` is what was probably meant, or what is in the way.
    """

    kind: FlawKind
    line: int = 0
    block: int = 0
    field: int = 0
    word: str = ""
    value: str = ""
    wants: str = ""
    instead: str = ""


class FaultyForm(Struct, frozen=True):
    """A text that is no form definition, with every fault that could be told apart."""

    flaws: tuple[Flaw, ...]


def flaws_in(definition: FormDefinition) -> Iterator[Flaw]:
    """Find what a well-shaped definition still gets wrong."""
    yield from _flaws_in_head(definition)
    if _lacks_person(definition):
        first = definition.block[0].key
        yield Flaw(kind=FlawKind.PERSON_NOT_FIRST, block=1, word="key", value=first)
    yield from _flaws_in_words("title", definition.title)
    yield from _flaws_in_words("documented", definition.documented)
    keys = Counter(field.key for block in definition.block for field in block.field)
    blocks = Counter(block.key for block in definition.block)
    for at, block in enumerate(definition.block, start=1):
        yield from (structs.replace(flaw, block=at) for flaw in _flaws_in_block(block, at, blocks))
        for no, field in enumerate(block.field, start=1):
            found = (*_flaws_in_field(field), *_flaws_in_parts(field))
            yield from (structs.replace(flaw, block=at, field=no) for flaw in found)
            if keys[field.key] > 1:
                yield Flaw(
                    kind=FlawKind.SAME_KEY_TWICE, block=at, field=no, word="key", value=field.key
                )


def _flaws_in_head(form: FormDefinition) -> Iterator[Flaw]:
    if not _NUMBER.fullmatch(form.number):
        yield Flaw(kind=FlawKind.WRONG_VALUE, word="number", value=form.number)
    for word, value in (("version", form.version), ("title", form.title)):
        if not value.strip():
            yield Flaw(kind=FlawKind.MISSING, word=word)
    if not 1 <= form.pages <= _MOST_PAGES:
        yield Flaw(kind=FlawKind.OUT_OF_RANGE, word="pages", value=str(form.pages))
    for kind, times in Counter(form.stands_for).items():
        if times > 1:
            yield Flaw(kind=FlawKind.SAME_KEY_TWICE, word="stands_for", value=kind)


def _lacks_person(form: FormDefinition) -> bool:
    """Say whether a form is about somebody and has no block to find the name in."""
    sources = (field.source for block in form.block for field in block.field)
    asks = bool(form.stands_for) or any(source.startswith("person.") for source in sources)
    return asks and bool(form.block) and all(block.key != "person" for block in form.block)


def nearest(word: str, words: Iterable[str]) -> str:
    """Give the word that was probably meant, or nothing."""
    found = difflib.get_close_matches(word, sorted(words), n=1, cutoff=0.75)
    return found[0] if found else ""


def _flaws_in_block(block: Block, at: int, keys: Counter[str]) -> Iterator[Flaw]:
    if not _KEY.fullmatch(block.key):
        yield Flaw(kind=FlawKind.BAD_KEY, word="key", value=block.key)
    if keys[block.key] > 1:
        yield Flaw(kind=FlawKind.SAME_KEY_TWICE, word="key", value=block.key)
    if block.key == "person" and at != 1:
        # Hands look for the name where it always is; the layout keeps the first block in place.
        yield Flaw(kind=FlawKind.PERSON_NOT_FIRST, word="key", value=block.key)
    yield from _flaws_in_words("title", block.title)


def _flaws_in_field(field: Field) -> Iterator[Flaw]:
    if not _KEY.fullmatch(field.key):
        yield Flaw(kind=FlawKind.BAD_KEY, word="key", value=field.key)
    if not field.label.strip():
        yield Flaw(kind=FlawKind.MISSING, word="label")
    yield from _flaws_in_words("label", field.label)
    if field.source and field.source not in SOURCES:
        meant = nearest(field.source, SOURCES)
        yield Flaw(kind=FlawKind.UNKNOWN_SOURCE, word="source", value=field.source, instead=meant)
    if field.back_entry and not _BACK_ENTRY.fullmatch(field.back_entry):
        yield Flaw(kind=FlawKind.BAD_KEY, word="back_entry", value=field.back_entry)
    ranges = (
        ("width", field.width, 1, COLUMNS),
        ("lines", field.lines, 1, _MOST_LINES),
        ("least_lines", field.least_lines, 1, max(field.lines, 1)),
        ("rows", field.rows, 0, _MOST_ROWS),
    )
    for word, value, low, high in ranges:
        if not low <= value <= high:
            yield Flaw(kind=FlawKind.OUT_OF_RANGE, word=word, value=str(value))


def _flaws_in_parts(field: Field) -> Iterator[Flaw]:
    yield from _misplaced_parts(field)
    for word, parts in (("options", field.options), ("columns", field.columns)):
        counted = Counter(part.key for part in parts)
        twice = [key for key, count in counted.items() if count > 1]
        yield from (Flaw(kind=FlawKind.SAME_KEY_TWICE, word=word, value=key) for key in twice)
    wide = [column.width for column in field.columns if not 1 <= column.width <= COLUMNS]
    for width in wide:
        yield Flaw(kind=FlawKind.OUT_OF_RANGE, word="columns", value=str(width))


def _misplaced_parts(field: Field) -> Iterator[Flaw]:
    if field.kind in _CHOOSING and len(field.options) < _FEWEST_OPTIONS:
        yield Flaw(kind=FlawKind.TOO_FEW_OPTIONS, word="options")
    if field.options and field.kind not in _CHOOSING:
        yield Flaw(kind=FlawKind.OPTIONS_WITHOUT_CHOICE, word="options")
    if field.kind is FieldKind.TABLE and not field.columns:
        yield Flaw(kind=FlawKind.TABLE_WITHOUT_COLUMNS, word="columns")
    if field.columns and field.kind is not FieldKind.TABLE:
        yield Flaw(kind=FlawKind.COLUMNS_WITHOUT_TABLE, word="columns")


def _flaws_in_words(word: str, text: str) -> Iterator[Flaw]:
    """Find words in braces that nothing would replace."""
    for name in _PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            yield Flaw(kind=FlawKind.UNKNOWN_PLACEHOLDER, word=word, value=str(name))
