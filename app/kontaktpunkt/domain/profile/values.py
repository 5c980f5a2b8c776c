"""How the values of a rule profile are read and checked; ValueError for what does not fit."""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

import msgspec

from kontaktpunkt.domain.calendar.local_days import Feast, FreeDay, HolidayPeriod
from kontaktpunkt.domain.calendar.office_hours import OfficeHours, Span
from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.pasted import as_label
from kontaktpunkt.domain.profile.packet import BlankForms, PrefilledForm
from kontaktpunkt.domain.profile.shapes import Amount, DutyHour
from kontaktpunkt.domain.staff import Role

Reader = Callable[[object], object]
"""Turns a plain value of TOML or JSON into its shape; raises ValueError when it does not fit."""

_END_OF_DAY = "24:00"
_TIME = re.compile(r"([01][0-9]|2[0-3])[:.]([0-5][0-9])", re.ASCII)
_WORKDAYS = 5
_MOST_BLANKS = 200


class _HourText(msgspec.Struct, forbid_unknown_fields=True):
    hours: str
    label: str
    role: Role | None = None


class _WeekText(msgspec.Struct, forbid_unknown_fields=True):
    weekday: tuple[str, ...] = ()
    saturday: tuple[str, ...] = ()
    sunday: tuple[str, ...] = ()


class _FreeDayText(msgspec.Struct, forbid_unknown_fields=True):
    day: date
    name: str
    closes: str = ""


class _AmountText(msgspec.Struct, forbid_unknown_fields=True):
    kronor: str | int
    instrument: str = ""


def reader_as(shape: Any) -> Reader:
    """Give the reader of a shape that needs no further look."""

    def read(value: object) -> object:
        return msgspec.convert(value, shape)

    return read


def read_words(value: object) -> str:
    """Read words; there must be some."""
    words = msgspec.convert(value, str).strip()
    if not words:
        raise ValueError("empty words")
    return words


def read_labels(value: object) -> tuple[str, ...]:
    """Read the labels of a field; none empty, none that reads as another."""
    labels = msgspec.convert(value, tuple[str, ...])
    if not all(map(as_label, labels)) or len(set(map(as_label, labels))) < len(labels):
        raise ValueError("empty or doubled label")
    return labels


def read_count(value: object) -> int:
    """Read a whole number that is not below zero."""
    count = msgspec.convert(value, int)
    if count < 0:
        raise ValueError("below zero")
    return count


def read_decimal(value: object) -> Decimal:
    """Read a number written as text (1.7): binary fractions have no place in sums."""
    text = str(value) if isinstance(value, int) else msgspec.convert(value, str)
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as fault:
        raise ValueError(text) from fault
    if not number.is_finite() or number < 0:
        raise ValueError(text)
    return number


def read_clock_time(value: object) -> time:
    """Read a time of day: 08:30, 08.30, or a TOML time."""
    if isinstance(value, time):
        return value
    text = msgspec.convert(value, str).strip()
    if text == _END_OF_DAY:
        return time(0)
    written = _TIME.fullmatch(text)
    if written is None:
        raise ValueError(text)
    return time(int(written[1]), int(written[2]))


def read_clock_times(value: object) -> tuple[time, ...]:
    """Read times of day, in order; none twice."""
    times = tuple(map(read_clock_time, msgspec.convert(value, tuple[Any, ...])))
    if len(set(times)) < len(times):
        raise ValueError("doubled time")
    return tuple(sorted(times))


def _span(text: str) -> Span:
    opens, dash, closes = text.replace("\u2013", "-").partition("-")
    if not dash:
        raise ValueError(text)
    span = Span(read_clock_time(opens), read_clock_time(closes))
    if span.closes <= span.opens and span.closes != time(0):
        raise ValueError(text)
    return span


def _in_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    ordered = tuple(sorted(spans))
    for earlier, later in pairwise(ordered):
        if earlier.closes > later.opens or earlier.closes == time(0):
            raise ValueError("hours overlap")
    return ordered


def read_office_hours(value: object) -> OfficeHours:
    """Read the hours of a week; those of a day do not overlap."""
    week = msgspec.convert(value, _WeekText)
    weekday, saturday, sunday = (
        _in_order(tuple(map(_span, texts))) for texts in (week.weekday, week.saturday, week.sunday)
    )
    return OfficeHours((weekday,) * _WORKDAYS + (saturday, sunday))


def read_duty_hours(value: object) -> tuple[DutyHour, ...]:
    """Read who has which hours of a day, in order; they do not overlap."""
    texts = msgspec.convert(value, tuple[_HourText, ...])
    spans = [_span(text.hours) for text in texts]
    _in_order(tuple(spans))
    hours = (
        DutyHour(span.opens, span.closes, text.label, text.role)
        for span, text in zip(spans, texts, strict=True)
    )
    return tuple(sorted(hours, key=lambda hour: hour.opens))


def read_free_days(value: object) -> tuple[FreeDay, ...]:
    """Read days that are free, in order; each named, none twice."""
    days = [
        FreeDay(one.day, one.name, read_clock_time(one.closes) if one.closes else None)
        for one in msgspec.convert(value, tuple[_FreeDayText, ...])
    ]
    if len({one.day for one in days}) < len(days) or not all(one.name.strip() for one in days):
        raise ValueError("unnamed or doubled day")
    return tuple(sorted(days, key=lambda one: one.day))


def read_periods(value: object) -> tuple[HolidayPeriod, ...]:
    """Read periods in order; each named and whole, none within another."""
    periods = sorted(msgspec.convert(value, tuple[HolidayPeriod, ...]), key=lambda one: one.starts)
    if any(one.ends < one.starts or not one.name.strip() for one in periods):
        raise ValueError("unnamed period, or one that ends before it starts")
    if any(later.starts <= earlier.ends for earlier, later in pairwise(periods)):
        raise ValueError("periods overlap")
    return tuple(periods)


def read_feasts(value: object) -> tuple[Feast, ...]:
    """Read feasts, none of them twice."""
    feasts = msgspec.convert(value, tuple[Feast, ...])
    if len(set(feasts)) < len(feasts):
        raise ValueError("doubled feast")
    return feasts


def read_search_order(value: object) -> tuple[PlaceKind, ...]:
    """Read in which order kinds of place are asked for, none of them twice."""
    kinds = msgspec.convert(value, tuple[PlaceKind, ...])
    if len(set(kinds)) < len(kinds):
        raise ValueError("doubled kind of place")
    return kinds


def read_roles(value: object) -> tuple[Role, ...]:
    """Read who may do something, by role, none of them twice; there must be somebody."""
    roles = msgspec.convert(value, tuple[Role, ...])
    if not roles or len(set(roles)) < len(roles):
        raise ValueError("no role, or a doubled one")
    return roles


def read_amount(value: object) -> Amount:
    """Read an amount of kronor with what it was laid down in."""
    text = msgspec.convert(value, _AmountText)
    return Amount(read_decimal(text.kronor), text.instrument)


def read_prefilled(value: object) -> tuple[PrefilledForm, ...]:
    """Read which forms are filled in beforehand for whom; nothing twice."""
    rules = msgspec.convert(value, tuple[PrefilledForm, ...])
    if len(set(rules)) < len(rules) or not all(one.form.strip() for one in rules):
        raise ValueError("unnamed or doubled form")
    return rules


def read_blanks(value: object) -> tuple[BlankForms, ...]:
    """Read how many blank copies of which forms there are; no form twice, no count absurd."""
    rules = msgspec.convert(value, tuple[BlankForms, ...])
    if len({one.form for one in rules}) < len(rules) or not all(one.form.strip() for one in rules):
        raise ValueError("unnamed or doubled form")
    if not all(0 <= one.count <= _MOST_BLANKS for one in rules):
        raise ValueError("count out of range")
    return rules


def reader_of_unique(shape: Any, field: str) -> Reader:
    """Give the reader of items that are told apart by a field; none empty, none twice."""

    def read(value: object) -> object:
        items = msgspec.convert(value, shape)
        names = [getattr(item, field) for item in items]
        if len(set(names)) < len(names) or not all(names):
            raise ValueError("empty or doubled " + field)
        return items

    return read
