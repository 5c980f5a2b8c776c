"""The command import: a list of units and contacts, or of persons, told line by line."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.cli.run import DONE, NEEDS_SOMEBODY, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.log import MASK, mask
from kontaktpunkt.usecases.contacts.rows import ImportLine, ImportPage, LineFate
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.wording.contact_lists import (
    columns_words,
    fate_word,
    line_words,
    page_words,
    sheet_fault,
)
from kontaktpunkt.wording.refusals import sentence

MOST_BYTES: Final = 10 * 1024 * 1024
"""No list is larger; one byte more is read, so that the reader says so."""
_DIGITS_OF_SOMEBODY: Final = 10
"""So many a person number has without its century."""


def import_list(wish: Namespace) -> int:
    """Read a list in; 3 when a line could not be read, 2 when the file is no list."""
    data = _read(Path(wish.file))
    if data is None:
        return USAGE
    with opened(wish) as office:
        page = office.desk.read_contact_list(data)
        if isinstance(page, SheetFault):
            complain(sheet_fault(page))
            return USAGE
        _tell(page)
        taken = None if wish.dry_run else office.desk.take_contact_list(data)
    if isinstance(taken, Refused) and taken.reason is not RefusalReason.NOTHING_NEW:
        complain(sentence(taken))
        return NEEDS_SOMEBODY
    if wish.dry_run:
        print("Inget är ändrat.")
    return NEEDS_SOMEBODY if page.count(LineFate.FAULTY) else DONE


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as source:
            return source.read(MOST_BYTES + 1)
    except OSError as problem:
        complain(f"{path}: går inte att öppna ({problem.strerror})")
        return None


def _tell(page: ImportPage) -> None:
    """Say what each line gives; a person is told by her line, never by her number."""
    for line in page.lines:
        if line.fate is not LineFate.SAME:
            print(_line(line))
    for words in (columns_words(page), page_words(page)):
        if words:
            print(words)


def _line(line: ImportLine) -> str:
    # A number that somebody wrote in the wrong column is somebody's number all the same.
    faults = tuple(replace(one, values=tuple(map(_nobodys, one.values))) for one in line.faults)
    parts = (_nobodys(line.name), line_words(replace(line, faults=faults)))
    told = ". ".join(part for part in parts if part)
    return f"rad {line.no}: {fate_word(line.fate)}{f' – {told}' if told else ''}"


def _nobodys(text: str) -> str:
    """Give a text without what may be somebody's number, mistyped or not."""
    digits = sum(sign.isdigit() for sign in text)
    return MASK if digits >= _DIGITS_OF_SOMEBODY else mask(text)
