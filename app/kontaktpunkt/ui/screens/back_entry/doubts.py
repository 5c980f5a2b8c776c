"""What is doubtful on a paper that is to be saved: all of it at once, sorted by what is wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.paper.form import Field, FieldKind, FormDefinition
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.ui.screens.back_entry.reading import speaks_of_coming
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.arriving.entry_times import SLACK
from kontaktpunkt.wording.refusals import sentence


class Doubt(StrEnum):
    """What kind of fault it is, in the order that one is led to them."""

    NUMBER = "number"
    UNREAD = "unread"
    TIMES = "times"
    EMPTY = "empty"


class Doubtful(Struct, frozen=True):
    """What is wrong with a field, as a sentence beside it."""

    kind: Doubt
    sentence: str


_EMPTY: Final = "Fyll i det som står på pappret."
_AHEAD: Final = "Tiden har inte varit än. Läs av klockslaget igen."
_BEFORE: Final = {
    "withdrawn": ("ready", "Återtagen före utskrivningsklar. Läs av båda tiderna igen."),
    "discharged": ("admitted", "Utskriven före inskriven. Läs av båda tiderna igen."),
}
"""What cannot have been before what, by where the fields go, and how that is said."""

_SAID: Final[Mapping[Doubt, Callable[[int], str]]] = {
    Doubt.NUMBER: lambda _count: "personnumret stämmer inte",
    Doubt.UNREAD: lambda count: f"{count} fält går inte att tolka",
    Doubt.TIMES: lambda count: f"{count} {'tid' if count == 1 else 'tider'} kan inte stämma",
    Doubt.EMPTY: lambda count: f"{count} fält är {'tomt' if count == 1 else 'tomma'}",
}
_NEXT: Final = "Rätta, eller tryck Ctrl+Enter för att se nästa slag: {}."
LAST: Final = "Rätta, eller tryck Ctrl+Enter igen för att spara som det står på pappret."


def doubts(
    form: FormDefinition,
    values: Mapping[str, str],
    unread: Mapping[str, str],
    now: Instant,
    *,
    exercise: bool = False,
) -> dict[str, Doubtful]:
    """Give what is doubtful by field key; `values` as read, `unread` what could not be.

    In an exercise numbers and times are the script's, whatever day and hour it is held.
    """
    found: dict[str, Doubtful] = {}
    for field in (field for block in form.block for field in block.field):
        typed = values.get(field.key, "")
        if field.key in unread:
            found[field.key] = Doubtful(Doubt.UNREAD, unread[field.key])
        elif not typed and field.required and _is_asked(field):
            found[field.key] = Doubtful(Doubt.EMPTY, _EMPTY)
        elif typed and field.kind is FieldKind.PERSON_NUMBER and not exercise:
            read = number_or_refused(typed, now)
            if isinstance(read, Refused):
                found[field.key] = Doubtful(Doubt.NUMBER, sentence(read))
    latest = None if exercise else Instant(now + SLACK)
    for key, words in _impossible(form, values, now, latest):
        found.setdefault(key, Doubtful(Doubt.TIMES, words))
    return found


def kinds_of(found: Mapping[str, Doubtful]) -> list[Doubt]:
    """Give the kinds that there are, in order."""
    there = {one.kind for one in found.values()}
    return [kind for kind in Doubt if kind in there]


def words_of(found: Mapping[str, Doubtful], left: Sequence[Doubt]) -> str:
    """Say all that is wrong, and what Ctrl+Enter does next; `left` are kinds not led to yet."""

    def said(kind: Doubt) -> str:
        return _SAID[kind](sum(one.kind is kind for one in found.values()))

    whole = ", ".join(said(kind) for kind in kinds_of(found))
    return f"{whole[:1].upper()}{whole[1:]}. {_NEXT.format(said(left[0])) if left else LAST}"


def moments(
    form: FormDefinition, values: Mapping[str, str], now: Instant
) -> Iterator[tuple[Field, Field, Instant]]:
    """Give the days and clock times that stand beside each other, as the instants they mean.

    A clock time without its day is of today.
    """
    for day, clock in pairs(form):
        said_day, said_clock = values.get(day.key, ""), values.get(clock.key, "")
        if not said_clock:
            continue
        try:
            on = date.fromisoformat(said_day) if said_day else local_day(now)
            yield day, clock, at_local(on, time.fromisoformat(said_clock))
        except ValueError:
            continue  # told beside the field as not read


def pairs(form: FormDefinition) -> Iterator[tuple[Field, Field]]:
    """Give the fields of a day with the clock time that follows it."""
    for block in form.block:
        for one, other in zip(block.field, block.field[1:], strict=False):
            if one.kind is FieldKind.DATE and other.kind is FieldKind.TIME:
                yield one, other


def _impossible(
    form: FormDefinition, values: Mapping[str, str], now: Instant, latest: Instant | None
) -> Iterator[tuple[str, str]]:
    """Point at times of what has been that are too late, and at what came before its time."""
    known: dict[str, Instant] = {}
    for day, clock, at in moments(form, values, now):
        if latest is not None and not speaks_of_coming(day) and at > latest:
            yield clock.key, _AHEAD
        name = _what(day)
        known[name] = at
        first, words = _BEFORE.get(name, ("", ""))
        if first in known and at < known[first]:
            yield clock.key, words


def _what(day: Field) -> str:
    """Name what a day tells of: "ready", "withdrawn", "admitted"."""
    head, _, tail = day.back_entry.partition(".")
    return tail.removesuffix("_on") if head == "stay" else head


def _is_asked(field: Field) -> bool:
    return field.kind not in (FieldKind.SIGNATURE, FieldKind.WORDS)
