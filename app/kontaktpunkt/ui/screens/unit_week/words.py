"""What a unit's week says, in words: pure, with the profile's names handed in."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.grouped_table import GroupLine, heading
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.unit_week.rows import (
    Arrival,
    ArrivalKind,
    LoadLine,
    UnitWeekPage,
    WeekDay,
)
from kontaktpunkt.wording.lines.homecoming import readiness_label, service_label
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.times import ago, clock, day, full_day, planned, when
from kontaktpunkt.wording.words import word

COLUMNS = (
    "Kommer",
    "Person · hos oss",
    "Startar igen, från",
    "Möts av · till",
    "Saknas hos oss",
    "Avdelning · telefon",
    "Ansvarig",
)
WEIGHTS = (11, 17, 21, 15, 17, 15, 10)
_LONG = 16
LOAD_COLUMNS = ("Vem", "Öppna", "Klara", "Kommer")
LOAD_WEIGHTS = (10, 5, 5, 6)


class OfUnit(Struct, frozen=True):
    """A line of the load that stands for a unit."""

    unit: str


class OfStaff(Struct, frozen=True):
    """A line of the load that stands for somebody by name; None for nobody."""

    staff: UUID | None


def week_lines(page: UnitWeekPage, telling: Telling) -> list[GroupLine]:
    """Say the page from the top: who is late, who waits in the emergency ward, then the days."""
    groups: list[tuple[str, Sequence[Arrival], bool]] = [
        ("Skulle varit hemma, inte bekräftad", page.overdue, False),
        ("23-timmars, väntar på akutmottagningen", page.emergency, False),
        *((_day(each, page.at), each.arrivals, True) for each in page.days),
        ("Kallade hem, tid inte sagd", page.undated, False),
        ("Utskrivningsklara, väntar på att kallas hem", page.waiting, False),
        ("Hemma, insatser kvar att starta", page.restart, False),
        ("På sjukhus längre, eller dag inte sagd", page.later, False),
    ]
    lines: list[GroupLine] = []
    for title, arrivals, always in groups:
        if arrivals:
            lines.append(heading(f"{title} ({len(arrivals)})"))
        elif always:
            lines.append(heading(f"{title}: ingen"))
        late = arrivals is page.overdue
        lines += [_line(one, page.at, telling, late=late) for one in arrivals]
    return lines


def load_lines(page: UnitWeekPage) -> list[GroupLine]:
    """Say what every unit carries, and everybody with a case of the unit that is shown."""
    units = [_load(line, OfUnit(line.name), "okänd hos oss") for line in page.by_unit]
    staff = [_load(line, OfStaff(line.staff), "ingen ansvarig") for line in page.by_staff]
    title = f"Handläggare, {page.unit}" if page.unit else "Handläggare"
    return [heading("Enheter"), *units, heading(title), *staff]


def state_words(page: UnitWeekPage) -> str:
    """Say how many, and from when."""
    whole = len(page.everybody)
    return f"{page.coming} väntas hem, {whole} i allt. Uppgifter från {clock(page.at)}."


def _day(each: WeekDay, now: Instant) -> str:
    today = local_day(now)
    near = day(each.day, today)
    named = full_day(each.day, today)
    words = named if near == named else f"{near.capitalize()}, {named}"
    return f"{words[0].upper()}{words[1:]}{', röd dag' if each.is_red else ''}"


def _line(arrival: Arrival, now: Instant, telling: Telling, *, late: bool) -> GroupLine:
    case = arrival.case
    today = local_day(now)
    wrong = late or arrival.kind is ArrivalKind.WITHDRAWN
    soon = arrival.at is not None and local_day(arrival.at) == today
    is_due = arrival.kind is ArrivalKind.CALLED and soon
    whole = ", ".join(readiness_label(telling, code) for code in arrival.lacking)
    return GroupLine(
        cells=(
            _when(arrival, now, late=late),
            _person(arrival, today),
            _starts(arrival, now, telling),
            _met(arrival),
            _lacking(arrival, telling),
            "\n".join(
                part for part in (case.ward, case.hospital, unbroken(case.ward_phone)) if part
            ),
            case.responsible_name or "ingen",
        ),
        tips=("", "", "", "", whole),
        key=case.case,
        look="wrong" if wrong else "today" if is_due else "",
    )


def _when(arrival: Arrival, now: Instant, *, late: bool) -> str:
    at, ready = arrival.at, arrival.case.ready_sent_at
    if arrival.case.emergency is not None and arrival.case.admitted_at is not None:
        return f"kom\n{ago(arrival.case.admitted_at, now)}"
    if arrival.kind is ArrivalKind.HOME:
        return f"hemma {when(at, now)}" if at is not None else "hemma"
    if late and at is not None:
        return f"skulle\n{planned(at, now, short=True)}"
    if ready is not None and arrival.kind is not ArrivalKind.CALLED:
        return f"klar\n{ago(ready, now)}"
    said = "inte sagt" if at is None else planned(at, now, short=True)
    if arrival.kind is ArrivalKind.WITHDRAWN:
        return f"{said}\nklar återtagen"
    is_word = at is None or arrival.kind is ArrivalKind.CALLED
    return said if is_word else f"beräknad\n{said}\nej kallad"


def _person(arrival: Arrival, today: date) -> str:
    case = arrival.case
    number = "" if case.masked else identity(case.number, case.birth_date, today, whole=False)
    parts = (
        person_name(case.name, masked=case.masked),
        number.replace("född ", "f. "),
        case.unit or "okänd hos oss",
    )
    return "\n".join(part for part in parts if part)


def _starts(arrival: Arrival, now: Instant, telling: Telling) -> str:
    home = arrival.case.homecoming
    said = [
        service_label(telling, one.service)
        + (f" från {one.from_visit}" if one.from_visit else "")
        + (f" {planned(one.first_at, now, short=True)}" if one.first_at is not None else "")
        for one in home.restarts
    ]
    said += [f"{service_label(telling, code)}: pausad, start inte sagd" for code in home.paused]
    return "\n".join(said) or home.starts or "inget pausat"


def _lacking(arrival: Arrival, telling: Telling) -> str:
    """Say how much of ours is lacking, and what first; before anybody has spoken, only that."""
    home = arrival.case.homecoming
    if not arrival.lacking:
        return "inget"
    if not (home.done or home.missing or home.asked):
        return "inget sagt än"
    first, *others = (readiness_label(telling, code) for code in arrival.lacking)
    rest = f"och {len(others)} till" if len(others) > 1 else "".join(others)
    return "\n".join(part for part in (first, rest) if part)


def _met(arrival: Arrival) -> str:
    home = arrival.case.homecoming
    to = "" if home.destination is None else word(home.destination)
    lines = (
        f"möts av {home.met_by}" if home.met_by else "",
        word(home.travel) if home.travel is not None else "",
        ", ".join(part for part in (to, home.place) if part),
    )
    return "\n".join(line for line in lines if line)


def _load(line: LoadLine, key: object, nobody: str) -> GroupLine:
    ready = f"{line.ready}" + (f"\n+ {line.emergency} akut" if line.emergency else "")
    name = line.name or nobody
    if len(name) > _LONG:
        name = "\n".join(name.rsplit(" ", 1))
    return GroupLine((name, f"{line.open}", ready, f"{line.coming}"), key)


def units_of(units: Iterable[str], own: str) -> list[str]:
    """Give the units to choose from, the user's own first."""
    others = [unit for unit in units if unit != own]
    return [own, *others] if own else others
