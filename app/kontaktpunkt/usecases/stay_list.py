"""Reads a list of stays for invoice control: stays, or the first fault with its place."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from kontaktpunkt.domain.payment import Care, PaidStay, RegionalServices
from kontaktpunkt.domain.times import Instant, to_instant

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
_NEEDED: Final = frozenset({"id", "ready_notice_sent", "home_municipality"})
_YES: Final = frozenset({"1", "true", "yes", "ja", "j", "x"})
_NO: Final = frozenset({"", "0", "false", "no", "nej", "n"})


class ListFlaw(StrEnum):
    """What is wrong with a list of stays."""

    NOT_TEXT = "not_text"
    EMPTY = "empty"
    MISSING_COLUMN = "missing_column"
    UNKNOWN_COLUMN = "unknown_column"
    WRONG_NUMBER_OF_FIELDS = "wrong_number_of_fields"
    NO_ID = "no_id"
    SAME_ID_TWICE = "same_id_twice"
    BAD_TIME = "bad_time"
    NO_ZONE = "no_zone"
    BAD_CHOICE = "bad_choice"
    WRONG_ORDER = "wrong_order"


class FaultyList(Struct, frozen=True):
    """A list that cannot be read: what is wrong, on which line (from 1) and in which column."""

    flaw: ListFlaw
    line: int = 1
    column: str = ""


class _Fault(Exception):
    def __init__(self, flaw: ListFlaw, column: str = "") -> None:
        super().__init__(flaw)
        self.flaw = flaw
        self.column = column


def read_stays(data: bytes) -> tuple[PaidStay, ...] | FaultyList:
    """Read stays from CSV bytes (UTF-8, comma, semicolon or tab); the header names the columns."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return FaultyList(ListFlaw.NOT_TEXT, data.count(b"\n", 0, problem.start) + 1)
    if not text.strip():
        return FaultyList(ListFlaw.EMPTY)
    first = text.splitlines()[0]
    divider = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=divider)
    header = [name.strip() for name in next(reader)]
    flaw = _header_fault(header)
    return flaw or _rows(reader, header)


def _header_fault(header: list[str]) -> FaultyList | None:
    for name in header:
        if name not in COLUMNS:
            return FaultyList(ListFlaw.UNKNOWN_COLUMN, 1, name)
    missing = sorted(_NEEDED - set(header))
    return FaultyList(ListFlaw.MISSING_COLUMN, 1, missing[0]) if missing else None


def _rows(reader: Any, header: list[str]) -> tuple[PaidStay, ...] | FaultyList:
    stays: dict[str, PaidStay] = {}
    for fields in reader:
        if not any(field.strip() for field in fields):
            continue
        try:
            stay = _stay(header, fields)
        except _Fault as fault:
            return FaultyList(fault.flaw, reader.line_num, fault.column)
        if stay.id in stays:
            return FaultyList(ListFlaw.SAME_ID_TWICE, reader.line_num, "id")
        stays[stay.id] = stay
    return tuple(stays.values())


def _stay(header: list[str], fields: list[str]) -> PaidStay:
    if len(fields) != len(header):
        raise _Fault(ListFlaw.WRONG_NUMBER_OF_FIELDS)
    given = {name: field.strip() for name, field in zip(header, fields, strict=True)}
    if not given["id"]:
        raise _Fault(ListFlaw.NO_ID, "id")
    read: dict[str, Any] = {
        name: _READERS[name](name, text)
        for name, text in given.items()
        if text or name == "sip_needed"
    }
    stay = PaidStay(**read)
    ready, left = stay.ready_notice_sent, stay.discharged
    if ready is not None and left is not None and left < ready:
        raise _Fault(ListFlaw.WRONG_ORDER, "discharged")
    return stay


def _text(_name: str, text: str) -> str:
    return text


def _time(name: str, text: str) -> Instant:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _Fault(ListFlaw.BAD_TIME, name) from None
    if moment.tzinfo is None:
        raise _Fault(ListFlaw.NO_ZONE, name)
    return to_instant(moment)


def _yes_or_no(name: str, text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise _Fault(ListFlaw.BAD_CHOICE, name)
    return word in _YES


def _one_of(choices: type[StrEnum]) -> Callable[[str, str], StrEnum]:
    def read(name: str, text: str) -> StrEnum:
        try:
            return choices(text.casefold())
        except ValueError:
            raise _Fault(ListFlaw.BAD_CHOICE, name) from None

    return read


_READERS: Final[Mapping[str, Callable[[str, str], object]]] = {
    "id": _text,
    "admission_notice_sent": _time,
    "ready_notice_sent": _time,
    "ready_withdrawn": _time,
    "sip_needed": _yes_or_no,
    "summons_sent": _time,
    "regional_services": _one_of(RegionalServices),
    "discharged": _time,
    "home_municipality": _text,
    "placing_municipality": _text,
    "care": _one_of(Care),
}
