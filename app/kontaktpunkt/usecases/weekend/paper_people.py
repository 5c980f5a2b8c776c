"""The people of a packet: who is in hospital, what was decided of each, who comes to a place."""

from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.paper.printout import ListColumn
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile.unstaffed import Unstaffed
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.short_term.papers import DAYS, moment_cell
from kontaktpunkt.usecases.short_term.rows import ArrivalRow
from kontaktpunkt.usecases.weekend.people import is_emergency, is_late_home, said_for
from kontaktpunkt.usecases.weekend.rows import WeekendPage

PROTECTED: Final = "Skyddad identitet, se ärendet"
_SAID: Final = {True: "ja", False: "nej", None: "inte sagt"}
_WHAT_FOLLOWS: Final = " …"
_BEFORE_TEXT: Final = {
    WeekendAnswer.YES: ",",
    WeekendAnswer.YES_IF: "",
    WeekendAnswer.NO: ", därför att",
}
PEOPLE: Final = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Avdelning, telefon", weight=5),
    ListColumn(label="Läge", weight=4),
    ListColumn(label="Helgbesked", weight=6),
    ListColumn(label="Ring", weight=4),
    ListColumn(label="Noterat", weight=5, write_in=True),
)
ARRIVALS: Final = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Kommer, till", weight=4),
    ListColumn(label="Rapport", weight=2),
    ListColumn(label="Läkemedel, lista med", weight=3),
    ListColumn(label="Smitta", weight=3),
    ListColumn(label="Hjälpmedel", weight=4),
    ListColumn(label="Noterat", weight=4, write_in=True),
)


class Row(Struct, frozen=True, kw_only=True):
    """A row of the packet: its key, its cells, under which heading, and whom it is about."""

    key: str
    cells: tuple[str, ...]
    group: str = ""
    case: UUID | None = None


def people_rows(page: WeekendPage, word: Word) -> list[Row]:
    """Give a row for each person: who waits on the emergency ward first, then who comes."""
    first = [case for case in page.people if is_emergency(case)]
    groups = (
        ("23-timmars", first),
        ("Hem i dag, före stängning", page.home_before),
        ("Hem under tiden", page.homeward),
        ("Kommer till korttid", page.to_short_term),
        ("Övriga på sjukhus", page.people),
    )
    ordered: dict[UUID, tuple[CaseRow, str]] = {}
    for group, cases in groups:
        for case in cases:
            ordered.setdefault(case.case, (case, group))
    return [
        Row(
            key=f"case:{case.case}",
            cells=(
                person_cell(case, page.at),
                ward_cell(case),
                _standing(case, page.at),
                _weekend(case, page.period, word),
                _ring(case, page.period),
                "",
            ),
            group=group,
            case=case.case,
        )
        for case, group in ordered.values()
    ]


def person_cell(case: CaseRow, now: Instant) -> str:
    """Say who somebody is and with whom with us; of a protected person nothing."""
    if case.masked:
        return PROTECTED
    number = shown(case.number, local_day(now)) if case.number else ""
    unit = case.unit or "okänd hos oss"
    return "\n".join(part for part in (case.name, number, unit) if part)


def ward_cell(row: CaseRow | InboxRow) -> str:
    """Say hospital and ward, and the number of the ward; of a protected person nothing."""
    if row.masked:
        return ""
    where = ", ".join(part for part in (row.hospital, row.ward) if part)
    return "\n".join(part for part in (where, row.ward_phone) if part)


def _standing(case: CaseRow, now: Instant) -> str:
    late = "inte bekräftad hemma" if is_late_home(case, now) else ""
    now_at = "23-timmars" if is_emergency(case) else _how_far(case)
    return "\n".join(part for part in (now_at, late) if part)


def _how_far(case: CaseRow) -> str:
    home = case.homecoming
    if home.left_at is not None and home.expected_home is None:
        return f"Lämnade avdelningen {moment_cell(home.left_at)}"
    if home.called_at is not None:
        called = f"Kallad hem {moment_cell(home.expected_home)}".strip()
        back = home.withdrawn_at is not None
        return f"{called}\nUtskrivningsklar återtagen" if back else called
    if case.discharged_at is not None:
        return f"Utskriven {moment_cell(case.discharged_at)}"
    if case.ready_sent_at is not None:
        return f"Utskrivningsklar {moment_cell(case.ready_sent_at)}"
    if case.expected_discharge is not None:
        return f"Beräknad {moment_cell(case.expected_discharge)}"
    return "Inskriven"


def _weekend(case: CaseRow, period: Unstaffed, word: Word) -> str:
    said = case.weekend
    if said is None or not said_for(case, period):
        return "Inget besked"
    # As on the screen: who wrote "om larmet är på plats" is not read as "om om".
    typed = said.text.removeprefix("om ").removeprefix("därför att ")
    text = f"{_BEFORE_TEXT[said.answer]} {typed}" if typed else ""
    days = ", ".join(f"{DAYS[day.weekday()]} {day.day}/{day.month}" for day in said.days)
    earliest = f", tidigast {said.earliest:%H:%M}" if said.earliest is not None else ""
    names = " och ".join(name for name in (said.unit_manager, said.licensed) if name)
    awaited = " och ".join(word(side) for side in said.awaited)
    waits = f"Väntar på {awaited}" if awaited else ""
    answer = f"{word(said.answer).removesuffix(_WHAT_FOLLOWS).capitalize()}{text}{earliest}"
    return "\n".join(part for part in (answer, days, names, waits) if part)


def _ring(case: CaseRow, period: Unstaffed) -> str:
    said = case.weekend
    if said is None or not said_for(case, period):
        return ""
    return "\n".join(part for part in (said.ring, said.ring_phone) if part)


def arrival_rows(page: WeekendPage) -> list[Row]:
    """Give a row for each who goes to a short stay, with what was said to come along."""
    planned = [_arrival(row) for row in page.arrivals]
    return planned + [_unplanned(case) for case in page.unplanned]


def _unplanned(case: CaseRow) -> Row:
    """Give the row of somebody who goes to a short stay that nobody has planned her arrival to."""
    home = case.homecoming
    place = "" if case.masked else home.place
    cells = (
        PROTECTED if case.masked else case.name,
        "\n".join(part for part in (moment_cell(home.expected_home), place) if part),
        _SAID[None],
        f"läkemedel {_SAID[None]}\nlista {_SAID[None]}",
        "",
        "",
        "",
    )
    return Row(key=f"arrival:{case.case}", cells=cells, case=case.case)


def _arrival(row: ArrivalRow) -> Row:
    said = row.planned
    place = "" if row.masked else said.place_name
    return Row(
        key=f"arrival:{row.case}",
        cells=(
            PROTECTED if row.masked else row.name,
            "\n".join(part for part in (moment_cell(said.arrives_at), place) if part),
            _SAID[said.report_taken],
            f"läkemedel {_SAID[said.medicines_along]}\nlista {_SAID[said.list_along]}",
            said.infection,
            said.aids,
            "",
        ),
        case=row.case,
    )
