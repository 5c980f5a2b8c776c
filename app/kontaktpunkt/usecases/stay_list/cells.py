"""Reads the cells of one row of a list of stays into a stay."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from kontaktpunkt.domain.payment import Care, PaidStay, RegionalServices, notice_in_force
from kontaktpunkt.domain.times import Instant, to_instant
from kontaktpunkt.usecases.stay_list.faults import FaultyCell, ListFlaw

COLUMNS: Final = (
    "id",
    "admission_notice_sent",
    "ready_notice_sent",
    "ready_withdrawn",
    "sip_needed",
    "summons_sent",
    "regional_services",
    "discharged",
    "home_municipality",
    "placing_municipality",
    "care",
)
NEEDED: Final = tuple(
    name for name in COLUMNS if name not in ("ready_withdrawn", "placing_municipality", "care")
)
"""A column that is not there may not quietly mean that a notice was never sent."""

_SEVERAL: Final = "|"
_YES: Final = frozenset({"1", "true", "yes", "y", "ja", "j", "x"})
_NO: Final = frozenset({"", "0", "false", "no", "n", "nej"})
_YEARS: Final = range(1990, 2101)


def stay_of(header: Sequence[str], fields: Sequence[str]) -> PaidStay:
    """Make a stay of a row; raises FaultyCell with the column of the first fault."""
    _check_length(header, fields)
    given = {name: field.strip() for name, field in zip(header, fields, strict=True) if name}
    if not given["id"]:
        raise FaultyCell(ListFlaw.NO_ID, "id")
    read: dict[str, Any] = {
        name: _READERS[name](name, given[name]) for name in COLUMNS if given.get(name)
    }
    notices = read.pop("ready_notice_sent", ())
    withdrawn = read.pop("ready_withdrawn", ())
    ready, void = notice_in_force(notices, withdrawn)
    return PaidStay(
        **read,
        ready_notice_sent=ready,
        earlier_notices=void,
        ready_withdrawn=max(withdrawn, default=None),
    )


def _check_length(header: Sequence[str], fields: Sequence[str]) -> None:
    if len(fields) < len(header):
        raise FaultyCell(ListFlaw.WRONG_NUMBER_OF_FIELDS, header[len(fields)] or str(len(header)))
    surplus = len(fields) > len(header)
    nameless = [
        at for at, name in enumerate(header, start=1) if not name and fields[at - 1].strip()
    ]
    if surplus or nameless:
        at = nameless[0] if nameless else len(header) + 1
        raise FaultyCell(ListFlaw.WRONG_NUMBER_OF_FIELDS, str(at))


def _text(_name: str, text: str) -> str:
    return text


def _time(name: str, text: str) -> Instant:
    """Read an ISO time with its zone (+01:00 or Z); anything else is a fault, never a guess."""
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        raise FaultyCell(ListFlaw.BAD_TIME, name) from None
    if moment.tzinfo is None:
        raise FaultyCell(ListFlaw.NO_ZONE, name)
    if moment.year not in _YEARS:
        raise FaultyCell(ListFlaw.UNLIKELY_TIME, name)
    return to_instant(moment)


def _times(name: str, text: str) -> tuple[Instant, ...]:
    """Read one or several times, with | between them."""
    return tuple(_time(name, one.strip()) for one in text.split(_SEVERAL))


def _yes_or_no(name: str, text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise FaultyCell(ListFlaw.BAD_CHOICE, name)
    return word in _YES


def _one_of(choices: type[StrEnum]) -> Callable[[str, str], StrEnum]:
    def read(name: str, text: str) -> StrEnum:
        try:
            return choices(text.casefold())
        except ValueError:
            raise FaultyCell(ListFlaw.BAD_CHOICE, name) from None

    return read


_READERS: Final[Mapping[str, Callable[[str, str], object]]] = {
    "id": _text,
    "admission_notice_sent": _time,
    "ready_notice_sent": _times,
    "ready_withdrawn": _times,
    "sip_needed": _yes_or_no,
    "summons_sent": _time,
    "regional_services": _one_of(RegionalServices),
    "discharged": _time,
    "home_municipality": _text,
    "placing_municipality": _text,
    "care": _one_of(Care),
}
