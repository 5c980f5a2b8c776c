"""How a key figure is said: its value, how many people are behind it, and its groups."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from kontaktpunkt.domain.events.care_request import MedicalPlan
from kontaktpunkt.domain.figures.days_after_ready import FREE_DAY, WEEKDAY
from kontaktpunkt.domain.figures.figure import (
    Figure,
    FigureUnit,
    FigureValue,
    Measure,
    Shape,
    Split,
)
from kontaktpunkt.domain.figures.slices import Slice
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.figures.watched import SLOWER
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.wording.times import clock
from kontaktpunkt.wording.words import word

_MINUTES: Final = 60
NOBODY: Final = "–"
WITHHELD: Final = "visas inte (för få personer)"
_WEEKDAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_DAY_KINDS: Final = {WEEKDAY: "vardag", FREE_DAY: "helg och röda dagar"}
_SPEEDS: Final = {
    "within_1": "inom 1 timme",
    "within_4": "1 till 4 timmar",
    "within_24": "4 till 24 timmar",
    SLOWER: "mer än ett dygn",
}
_GROUPS: Final[Mapping[Split, Callable[[str], str]]] = {
    Split.WEEKDAY: lambda key: _WEEKDAYS[int(key)],
    Split.DAY_KIND: lambda key: _DAY_KINDS[key],
    Split.SIDE: lambda key: word(Side(key)),
    Split.SPEED: lambda key: _SPEEDS[key],
    Split.PLAN: lambda key: word(MedicalPlan(key)),
}
_UNITS: Final = {
    FigureUnit.PERSONS: "",
    FigureUnit.HOURS: " tim",
    FigureUnit.PERCENT: " %",
}


def decimal(number: Decimal, places: int = 1) -> str:
    """Say a number with decimal comma; a whole one without decimals."""
    if number == number.to_integral_value():
        return f"{int(number)}"
    return f"{number:.{places}f}".replace(".", ",")


def days(number: Decimal) -> str:
    """Say a number of days: "1 dag", "1,5 dagar"."""
    said = decimal(number)
    return f"{said} {'dag' if said == '1' else 'dagar'}"


def value_of(number: Decimal | None, shape: Shape) -> str:
    """Say a figure with its unit; nothing of nobody."""
    if number is None:
        return NOBODY
    if shape.unit is FigureUnit.HOURS and 0 < number < 1:
        return f"{number * _MINUTES:.0f} min"
    if shape.unit is FigureUnit.DAYS:
        return days(number)
    places = 0 if shape.unit is FigureUnit.PERCENT else 1
    said = f"{number:.0f}" if places == 0 else decimal(number, places)
    return f"{said}{_UNITS[shape.unit]}"


def value(figure: FigureValue) -> str:
    """Say the value of a figure, or why it has none."""
    return word(figure.gap) if figure.gap else value_of(figure.value, figure.shape)


def name(figure: FigureValue, at: Instant) -> str:
    """Name a figure; what is counted now with the day and hour on which it was asked."""
    said = word(figure.figure)
    if figure.asked_on is None:
        return said
    return f"{said}, per {local_day(at).isoformat()} {clock(at)}"


def by_law(figure: FigureValue) -> str:
    """Say that days are counted as the law does, where the agreement counts otherwise."""
    return f" Räknat som lagen gör. {word(figure.by_law)}" if figure.by_law else ""


def behind(figure: FigureValue) -> str:
    """Say what stands behind a figure: "3 av 12, 11 personer, 2 utan tid"."""
    said: list[str] = []
    if figure.shape.measure is Measure.SHARE:
        said.append(f"{figure.total} av {len(figure.parts)}")
    if figure.figure is Figure.ACKNOWLEDGE_TIME:
        said.append(_counted(len(figure.parts), "meddelande", "meddelanden"))
    if figure.figure is not Figure.WATCH_KEPT:
        said.append(_counted(figure.persons, "person", "personer"))
    if figure.left_out:
        said.append(f"{figure.left_out} {_LEFT_OUT.get(figure.figure, 'utan uppgift')}")
    return ", ".join(said)


_LEFT_OUT: Final = {
    Figure.MEAN_DAYS: "utan tid för utskrivning",
    Figure.MEDIAN_DAYS: "utan tid för utskrivning",
    Figure.MEAN_DAYS_WITHOUT_ZERO: "utan tid för utskrivning",
    Figure.MEDIAN_DAYS_WITHOUT_ZERO: "utan tid för utskrivning",
    Figure.HOME_WITHIN_DAY: "utan tid för utskrivning",
    Figure.LIABILITY_DAYS: "att bedöma för hand",
    Figure.READY_IN_TIME: "där inget är noterat",
    Figure.ACKNOWLEDGE_TIME: "ej kvitterade",
}


def group_name(split: Split, key: str, profile: RuleProfile | None) -> str:
    """Say a group of a figure."""
    if split is Split.MEETING:
        return _meeting(key, profile)
    say = _GROUPS.get(split)
    return say(key) if say is not None else "alla"


def _meeting(key: str, profile: RuleProfile | None) -> str:
    known = profile.meetings if profile is not None else ()
    return next((one.label for one in known if one.code == key), key)


def slice_value(one: Slice, shape: Shape) -> str:
    """Say a piece of a figure; a small one that could tell of somebody protected is not said."""
    return WITHHELD if one.withheld else value_of(one.value, shape)


def amount(figure: FigureValue, put_in: int) -> str:
    """Say what one case puts into a figure."""
    shape = figure.shape
    if shape.unit is FigureUnit.HOURS:
        return value_of(Decimal(put_in) / HOUR, shape)
    if shape.measure is Measure.SHARE:
        return _YES_NO[figure.figure][0 if put_in else 1]
    if shape.unit is FigureUnit.DAYS or shape.measure is Measure.PER_DAY:
        return _counted(put_in, "dag", "dagar")
    return ""


_YES_NO: Final = {
    Figure.HOME_WITHIN_DAY: ("inom 24 timmar", "senare"),
    Figure.LUNCH_MISSES: ("inte hemma", "hemma"),
    Figure.READY_IN_TIME: ("allt klart", "inte allt klart"),
    Figure.READMISSIONS: ("inskriven igen", "inte inskriven igen"),
    Figure.WATCH_KEPT: ("i tid", "missad"),
    Figure.MEDICAL_PLAN: ("finns", "finns inte"),
}


def period_name(period: Period) -> str:
    """Say a period: "2026-03-01 till 2026-03-31"."""
    if period.first == period.last:
        return period.first.isoformat()
    return f"{period.first.isoformat()} till {period.last.isoformat()}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
