"""The keys that a rule profile may hold, and how the value of each is read and checked."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

import msgspec

from kontaktpunkt.domain.calendar.local_days import Feast, FreeDay, HolidayPeriod
from kontaktpunkt.domain.calendar.office_hours import OfficeHours, Span
from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.pasted import PastedField, as_label
from kontaktpunkt.domain.profile.emergency_shapes import EmergencyStep
from kontaktpunkt.domain.profile.shapes import (
    Amount,
    Answerer,
    AverageWindow,
    Code,
    DayKind,
    DutyHour,
    PaymentModel,
    PlanningStep,
    TimeLimit,
    Track,
)
from kontaktpunkt.domain.staff import Role

Reader = Callable[[object], object]
"""Turns a plain value of TOML or JSON into its shape; raises ValueError when it does not fit."""

_END_OF_DAY = "24:00"
_TIME = re.compile(r"([01][0-9]|2[0-3])[:.]([0-5][0-9])", re.ASCII)
_WORKDAYS = 5


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


def reader_of(key: str) -> Reader | None:
    """Give the reader of a key; None for a key that no profile has."""
    reader = _READERS.get(key)
    if reader is not None:
        return reader
    family, dot, member = key.partition(".")
    # Amounts by year cannot be listed beforehand; four digits, as the year is written.
    if dot and family == "amount" and len(member) == len("2026") and member.isdecimal():
        return _amount
    return None


def known_keys() -> tuple[str, ...]:
    """Give the keys in the order in which a settings screen shows them, but for amounts by year."""
    return tuple(_READERS)


def message_name_key(kind: MessageKind) -> str:
    """Give the key of a message kind's name in the region's system."""
    return f"message_name.{kind.value}"


def phone_hours_key(day: DayKind) -> str:
    """Give the key of the phone hours on a kind of day."""
    return f"phone_hours.{day.value}"


def watch_hours_key(day: DayKind) -> str:
    """Give the key of the hours in which the region's inbox is watched on a kind of day."""
    return f"inbox_watch_hours.{day.value}"


def emergency_duty_key(day: DayKind) -> str:
    """Give the key of who takes 23-timmars matters outside office hours on a kind of day."""
    return f"emergency_duty.{day.value}"


def pasted_key(field: PastedField) -> str:
    """Give the key of the labels that stand before a field on a screen of the region's system."""
    return f"pasted.{field.value}"


def _as(shape: Any) -> Reader:
    def read(value: object) -> object:
        return msgspec.convert(value, shape)

    return read


def _words(value: object) -> str:
    words = msgspec.convert(value, str).strip()
    if not words:
        raise ValueError("empty words")
    return words


def _labels(value: object) -> tuple[str, ...]:
    labels = msgspec.convert(value, tuple[str, ...])
    if not all(map(as_label, labels)) or len(set(map(as_label, labels))) < len(labels):
        raise ValueError("empty or doubled label")
    return labels


def _count(value: object) -> int:
    count = msgspec.convert(value, int)
    if count < 0:
        raise ValueError("below zero")
    return count


def _decimal(value: object) -> Decimal:
    """Read a number written as text (1.7): binary fractions have no place in sums."""
    text = str(value) if isinstance(value, int) else msgspec.convert(value, str)
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as fault:
        raise ValueError(text) from fault
    if not number.is_finite() or number < 0:
        raise ValueError(text)
    return number


def _clock_time(value: object) -> time:
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


def _span(text: str) -> Span:
    opens, dash, closes = text.replace("\u2013", "-").partition("-")
    if not dash:
        raise ValueError(text)
    span = Span(_clock_time(opens), _clock_time(closes))
    if span.closes <= span.opens and span.closes != time(0):
        raise ValueError(text)
    return span


def _in_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    ordered = tuple(sorted(spans))
    for earlier, later in pairwise(ordered):
        if earlier.closes > later.opens or earlier.closes == time(0):
            raise ValueError("hours overlap")
    return ordered


def _office_hours(value: object) -> OfficeHours:
    week = msgspec.convert(value, _WeekText)
    weekday, saturday, sunday = (
        _in_order(tuple(map(_span, texts))) for texts in (week.weekday, week.saturday, week.sunday)
    )
    return OfficeHours((weekday,) * _WORKDAYS + (saturday, sunday))


def _duty_hours(value: object) -> tuple[DutyHour, ...]:
    texts = msgspec.convert(value, tuple[_HourText, ...])
    spans = [_span(text.hours) for text in texts]
    _in_order(tuple(spans))
    hours = (
        DutyHour(span.opens, span.closes, text.label, text.role)
        for span, text in zip(spans, texts, strict=True)
    )
    return tuple(sorted(hours, key=lambda hour: hour.opens))


def _free_days(value: object) -> tuple[FreeDay, ...]:
    days = [
        FreeDay(one.day, one.name, _clock_time(one.closes) if one.closes else None)
        for one in msgspec.convert(value, tuple[_FreeDayText, ...])
    ]
    if len({one.day for one in days}) < len(days) or not all(one.name.strip() for one in days):
        raise ValueError("unnamed or doubled day")
    return tuple(sorted(days, key=lambda one: one.day))


def _periods(value: object) -> tuple[HolidayPeriod, ...]:
    periods = sorted(msgspec.convert(value, tuple[HolidayPeriod, ...]), key=lambda one: one.starts)
    if any(one.ends < one.starts or not one.name.strip() for one in periods):
        raise ValueError("unnamed period, or one that ends before it starts")
    if any(later.starts <= earlier.ends for earlier, later in pairwise(periods)):
        raise ValueError("periods overlap")
    return tuple(periods)


def _feasts(value: object) -> tuple[Feast, ...]:
    feasts = msgspec.convert(value, tuple[Feast, ...])
    if len(set(feasts)) < len(feasts):
        raise ValueError("doubled feast")
    return feasts


def _search_order(value: object) -> tuple[PlaceKind, ...]:
    kinds = msgspec.convert(value, tuple[PlaceKind, ...])
    if len(set(kinds)) < len(kinds):
        raise ValueError("doubled kind of place")
    return kinds


def _amount(value: object) -> Amount:
    text = msgspec.convert(value, _AmountText)
    return Amount(_decimal(text.kronor), text.instrument)


def _unique(shape: Any, field: str) -> Reader:
    def read(value: object) -> object:
        items = msgspec.convert(value, shape)
        names = [getattr(item, field) for item in items]
        if len(set(names)) < len(names) or not all(names):
            raise ValueError("empty or doubled " + field)
        return items

    return read


_READERS: Mapping[str, Reader] = {
    "system_name": _words,
    "system_short_name": _words,
    "overview_name": _words,
    **{message_name_key(kind): _words for kind in MessageKind},
    **{pasted_key(field): _labels for field in PastedField},
    "untaken_minutes": _count,
    "office_hours": _office_hours,
    **{phone_hours_key(day): _duty_hours for day in DayKind},
    "phone_otherwise": _as(Answerer),
    **{watch_hours_key(day): _duty_hours for day in DayKind},
    "watch_otherwise": _as(Answerer),
    "inbox_checks_per_day": _count,
    "major_holidays": _feasts,
    "major_holiday_periods": _periods,
    "own_free_days": _free_days,
    "emergency_hours": _count,
    "emergency_steps": _unique(tuple[EmergencyStep, ...], "key"),
    **{emergency_duty_key(day): _duty_hours for day in DayKind},
    "manager_on_call": _as(Answerer),
    "steps": _unique(tuple[PlanningStep, ...], "key"),
    "tracks": _unique(tuple[Track, ...], "code"),
    "obstacle_codes": _unique(tuple[Code, ...], "code"),
    "deviation_codes": _unique(tuple[Code, ...], "code"),
    "readiness_items": _unique(tuple[Code, ...], "code"),
    "meetings": _unique(tuple[Code, ...], "code"),
    "paused_services": _unique(tuple[Code, ...], "code"),
    "admission_causes": _unique(tuple[Code, ...], "code"),
    "short_term_search_order": _search_order,
    "short_term_valid_until": _clock_time,
    "short_term_tried": _unique(tuple[Code, ...], "code"),
    "short_term_handed_over": _unique(tuple[Code, ...], "code"),
    "short_term_told": _unique(tuple[Code, ...], "code"),
    "home_late_minutes": _count,
    "follow_up_days": _count,
    "readmission_days": _count,
    "small_group": _count,
    "admission_notice_hours": _count,
    "summons_days": _count,
    "planning_answer_hours": _count,
    "planning_answer_weekdays_only": _as(bool),
    "deviation_answer": _as(TimeLimit),
    "fallback_after_minutes": _count,
    "goal_mean_days": _decimal,
    "comparison_home_within_day": _decimal,
    "payment.model": _as(PaymentModel),
    "payment.psychiatric_model": _as(PaymentModel),
    "payment.cut_off": _clock_time,
    "payment.grace_days": _count,
    "payment.grace_days_after_cut_off": _count,
    "payment.psychiatric_grace_days": _count,
    "payment.average_window": _as(AverageWindow),
    "payment.average_counts_zero_days": _as(bool),
    "payment.average_level": _decimal,
    "payment.individual_after_days": _count,
    "payment.compulsory_outpatient_included": _as(bool),
    "payment.discharge_day_paid": _as(bool),
}
