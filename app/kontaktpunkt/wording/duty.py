"""Who does what in words: days and their names, gaps, hours, and the watch of the inbox."""

from collections.abc import Iterable
from typing import Final, cast

from kontaktpunkt.domain.calendar.local_days import (
    Feast,
    FreeDay,
    HolidayPeriod,
    MajorHoliday,
)
from kontaktpunkt.domain.profile import Cover, DutyHour, DutyKind, LayerKind, Manning, ProfileValue
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.duty.rows import DayName, Look, NamedGap, WatchPage
from kontaktpunkt.wording.times import clock, full_day, when
from kontaktpunkt.wording.words import word

NOT_CONFIRMED: Final = "ej bekräftat"
_MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def date_words(on: DayName) -> str:
    """Say a day's date: "6 januari"."""
    return f"{on.day.day} {_MONTHS[on.day.month - 1]}"


def holiday_name(major: MajorHoliday | None) -> str:
    """Name a storhelg: "jul", or as the municipality calls it."""
    if major is None:
        return ""
    return word(major.feast) if major.feast is not None else major.name


def kind_of_day(on: DayName) -> str:
    """Say what kind of day it is: "röd vardag, Trettondedag jul", "storhelg, jul", "vardag"."""
    name = holiday_name(on.major) or on.name
    is_plain = not name or name == "Söndag"
    return word(on.kind) if is_plain else f"{word(on.kind)}, {name}"


def gap_words(gap: NamedGap) -> str:
    """Say which days nobody is named for: "Ingen utsedd för röd vardag 6 januari"."""
    kind = word(gap.on.kind)
    name = holiday_name(gap.on.major)
    dates = date_words(gap.on)
    if gap.to.day != gap.on.day:
        dates = f"{dates}–{date_words(gap.to)}"
        if gap.to.day.month == gap.on.day.month:
            dates = f"{gap.on.day.day}–{date_words(gap.to)}"
    return f"Ingen utsedd för {' '.join(part for part in (kind, name) if part)} {dates}"


def missing_words(duties: Iterable[DutyKind], system: str) -> str:
    """Say what is missing: "telefon, bevakning av SAMSA"."""
    return ", ".join(duty_words(duty, system) for duty in duties)


def duty_words(duty: DutyKind, system: str) -> str:
    """Name a duty, with the region's system by its name."""
    return f"bevakning av {system}" if duty is DutyKind.WATCH else word(duty)


def manning_words(manning: Manning) -> str:
    """Say who has a duty: "Kontaktpunkten", "ej bekräftat (Trygghetscentralen)", "ingen"."""
    who = manning.who.label if manning.who is not None else ""
    if manning.cover is Cover.UNCONFIRMED:
        return f"{NOT_CONFIRMED} ({who} övrig tid)" if who else NOT_CONFIRMED
    return who or "ingen"


def hours_words(hours: Iterable[DutyHour] | None) -> str:
    """Say a day's hours: "08:30–11:30 Kontaktpunkten, 13:00–16:00 Kontaktpunkten"."""
    if hours is None:
        return NOT_CONFIRMED
    said: dict[str, list[str]] = {}
    for hour in hours:
        closes = f"{hour.closes:%H:%M}"
        span = f"{hour.opens:%H:%M}–{'24:00' if closes == '00:00' else closes}"
        said.setdefault(hour.label, []).append(span)
    return "; ".join(f"{' och '.join(spans)} {label}" for label, spans in said.items()) or "ingen"


def value_source(value: ProfileValue) -> str:
    """Say where a value comes from: layer, how sure, source."""
    if value.layer.kind is LayerKind.OWN:
        return "Kommunens eget värde"
    if value.value is None:
        return NOT_CONFIRMED + (f" · {value.source}" if value.source else "")
    return " · ".join(
        part for part in (value.layer.title, word(value.certainty), value.source) if part
    )


def look_words(look: Look, system: str, now: Instant) -> str:
    """Say a look: "SAMSA bevakat 08:35 av A. Berg"."""
    by = f" av {look.by_name}" if look.by_name else ""
    return f"{system} bevakat {when(look.at, now)}{by}"


def last_words(page: WatchPage, now: Instant) -> str:
    """Say who looked last in the region's inbox and when, or that nobody has."""
    if page.last is None:
        return f"Ingen har stämplat att {page.system} är bevakat"
    return look_words(page.last, page.system, now)


def coming_words(page: WatchPage, now: Instant) -> str:
    """Say when the next look is expected, or that nobody has said how often.

    While the system is down it says so: the rounds of calls stand in.
    """
    if page.down_since is not None:
        return f"{page.system} är nere sedan {when(page.down_since, now)}: ring runt i stället"
    if page.coming is None:
        return "hur ofta är ej bekräftat" if page.per_day is None else ""
    due = page.coming.due
    return f"dags nu (väntad {clock(due)})" if due <= now else f"nästa {when(due, now)}"


def missed_words(page: WatchPage, now: Instant) -> str:
    """Say which look was missed, and whom that leaves: "" when none was."""
    if page.missed is None:
        return ""
    said = f"{page.system} skulle ha bevakats {when(page.missed.due, now)}"
    if page.hand_to is None:
        return said
    if not page.hand_confirmed:
        return f"{said}. Nu bemannat: {page.hand_to.label} ({NOT_CONFIRMED})"
    note = page.hand_to.note.rstrip(".")
    told = f", {note[:1].lower()}{note[1:]}" if note else ""
    return f"{said}. Nu bemannat: {page.hand_to.label}{told}"


def short_missed(page: WatchPage, now: Instant) -> str:
    """Say a missed look where there is little room."""
    if page.missed is None:
        return ""
    return f"{page.system} ej bevakat, väntat {when(page.missed.due, now)}"


def calendar_words(value: ProfileValue) -> str:
    """Say which days count as what: "Storhelger: nyår, påsk", "Egna lediga dagar: ej bekräftat"."""
    names = {
        "major_holidays": "Storhelger",
        "major_holiday_periods": "Egna storhelgsperioder",
        "own_free_days": "Egna lediga dagar",
    }
    said = [_day_of(one) for one in cast("tuple[object, ...]", value.value or ())]
    listed = ", ".join(said) or ("inga" if value.value is not None else NOT_CONFIRMED)
    source = f" ({value_source(value)})" if value.value is not None else ""
    return f"{names[value.key]}: {listed}{source}."


def _day_of(one: object) -> str:
    match one:
        case FreeDay(day=free, name=name, closes=closes):
            half = f" från {closes:%H:%M}" if closes is not None else ""
            return f"{full_day(free)} {free.year} {name}{half}"
        case HolidayPeriod(starts=starts, ends=ends, name=name):
            return f"{full_day(starts)}–{full_day(ends)} {ends.year} {name}"
        case Feast():
            return word(one)
        case _:
            return str(one)
