"""What stands in a cell: a number, a time, a status, a name; what is not clear is left as it is."""

import re
from datetime import date, datetime, time
from typing import Final

from kontaktpunkt.domain.overview import OverviewMoment, OverviewStatus
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.person.number import read_number
from kontaktpunkt.domain.times import at_local, to_instant
from kontaktpunkt.usecases.arriving.entry_times import Direction, TypedTime, read_time

_S = OverviewStatus
_NOTHING: Final = frozenset(
    {"", "-", "–", "—", "--", "ej satt", "ej angivet", "ej angiven", "saknas"}
)
_NO: Final = frozenset({"nej", "n", "ej", "ej klar", "false", "0"})
_YES: Final = frozenset({"ja", "j", "x", "✓", "✔", "klar", "true", "1"})

_NUMBER: Final = re.compile(
    r"(?<![0-9A-Za-z-])(?:[0-9]{6}|[0-9]{8})[-+\u2010-\u2013][0-9A-Za-z]{4}(?![0-9A-Za-z-])"
    r"|(?<![0-9A-Za-z-])[0-9]{12}(?![0-9A-Za-z-])"
)
_WEEKDAY: Final = re.compile(
    r"^(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?\.?,? (?:den )?(?=[0-9])", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SECONDS: Final = re.compile(r"\b([0-9]{1,2}:[0-9]{2}):[0-9]{2}(?:[.,][0-9]+)?\b")
_DAYS: Final = frozenset({"idag", "igår", "imorgon", "i dag", "i går", "i morgon", "i förrgår"})
_CLOCK_ALONE: Final = re.compile(r"^(?:kl\.? ?)?[0-9]{1,2}[:.]?(?:[0-9]{2})?$", re.IGNORECASE)
_AGE: Final = re.compile(r",?\s*\b[0-9]{1,3} år\b", re.IGNORECASE)
_PROTECTED: Final = re.compile(
    r"skyddad(?:e)?\s+(?:identitet|personuppgift|folkbokföring)|sekretessmarker|skyddad\s+id\b"
    r"|fingerad",
    re.IGNORECASE,
)

_STATUSES: Final = (
    (_S.NOT_READY, ("ej utskrivningsklar", "inte utskrivningsklar", "återtag")),
    (_S.DECEASED, ("avliden", "avlidna", "dödsfall")),
    (_S.READY, ("utskrivningsklar", "utskr klar", "utskr.klar")),
    (_S.DISCHARGED, ("utskriven", "utskrivna", "avslutad", "avslutat", "hemskriv", "hemgången")),
    (_S.ON_LEAVE, ("permission",)),
    (_S.IN_HOSPITAL, (
        "inskriven", "inskrivna", "inneliggande", "inlagd", "pågående", "pågår", "planer",
        "kartlägg", "vårdas",
    )),
)  # fmt: skip
"""Words of each status, tried in this order: "ej utskrivningsklar" is not "utskrivningsklar"."""


def tidy(text: str) -> str:
    """Give a text on one line with single spaces."""
    return " ".join(text.split())


def says_nothing(text: str) -> bool:
    """Say whether a cell is empty, or only says that it is."""
    return tidy(text).casefold() in _NOTHING


def is_no(text: str) -> bool:
    """Say whether a cell says no."""
    return tidy(text).casefold() in _NO


def is_yes(text: str) -> bool:
    """Say whether a cell says yes and no more."""
    return tidy(text).casefold() in _YES


def is_protected(text: str) -> bool:
    """Say whether a text says that the identity is protected."""
    return _PROTECTED.search(text) is not None


def number_in(cell: str, on: date) -> PersonNumber | None:
    """Read the cell of a number column; words around one single number are left out."""
    whole = read_number(cell, on)
    if isinstance(whole, PersonNumber):
        return whole
    within = numbers_in(cell, on)
    return within[0] if len(within) == 1 else None


def numbers_in(text: str, on: date) -> list[PersonNumber]:
    """Find numbers in any text: with a sign or in twelve digits, for a phone has neither."""
    read = (read_number(found[0], on) for found in _NUMBER.finditer(text))
    return list(dict.fromkeys(one for one in read if isinstance(one, PersonNumber)))


def looks_numbered(text: str) -> bool:
    """Say whether something shaped as a number stands in a text, right or wrong."""
    return _NUMBER.search(text) is not None


def without_number(text: str) -> str:
    """Give a text without the numbers in it: what is left beside a number is a name."""
    return tidy(_NUMBER.sub(" ", text)).strip(" ,;·-–")


def moment_in(cell: str, on: date, direction: Direction) -> OverviewMoment | None:
    """Read a time that has its day; a clock alone says too little in a list, and is left."""
    zoned = _zoned(cell)
    if zoned is not None:
        return zoned
    words = _IN_BRACKETS.sub("", tidy(cell))
    words = _SECONDS.sub(r"\1", _WEEKDAY.sub("", words)).strip(" .,;")
    if _CLOCK_ALONE.match(words) or not (words[:1].isdigit() or _begins_with_day(words)):
        return None
    read = read_time(words, at_local(on, time(23, 59)), direction)
    return OverviewMoment(read.instant, read.clock_given) if isinstance(read, TypedTime) else None


def _begins_with_day(words: str) -> bool:
    return any(words.casefold().startswith(day) for day in _DAYS)


def _zoned(cell: str) -> OverviewMoment | None:
    """Read an ISO time that names its zone."""
    try:
        found = datetime.fromisoformat(cell.strip())
    except ValueError:
        return None
    if found.tzinfo is None:
        return None
    try:
        return OverviewMoment(to_instant(found))
    except OverflowError:
        return None


def status_in(cell: str) -> OverviewStatus | None:
    """Read a status by its words; None when none of them is known."""
    words = tidy(cell).casefold()
    for status, known in _STATUSES:
        if any(word in words for word in known):
            return status
    return None


def name_in(cell: str) -> tuple[str, str, str]:
    """Give a name as it stands, and its family and given name where a comma tells them apart."""
    words = _AGE.sub("", _IN_BRACKETS.sub("", tidy(cell))).strip(" ,;")
    family, comma, given = words.partition(",")
    if not comma:
        return words, "", ""
    return f"{given.strip()} {family.strip()}".strip(), family.strip(), given.strip()


def place_in(cell: str) -> tuple[str, str]:
    """Give hospital and ward of a cell that holds both; what is not clearly two is the ward."""
    words = tidy(cell)
    for mark in (" · ", " / ", "/", " – ", " - ", ", "):
        first, found, second = words.partition(mark)
        if found and mark not in second and first.strip() and second.strip():
            return first.strip(), second.strip()
    return "", words


def number_text(text: str) -> str:
    """Give the first number of a text as it is written there ('' when there is none)."""
    found = _NUMBER.search(text)
    return found[0] if found else ""
