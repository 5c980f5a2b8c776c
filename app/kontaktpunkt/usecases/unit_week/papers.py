"""A unit's week on paper: for a unit that has no program, with the numbers to ring."""

from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.unit_week.rows import Arrival, ArrivalKind, UnitWeekPage, WeekDay

_PROTECTED: Final = "Skyddade personuppgifter"
_DAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_NAMED: Final = 4
_COLUMNS: Final = (
    ListColumn(label="Kommer", weight=3),
    ListColumn(label="Person", weight=4),
    ListColumn(label="Startar igen", weight=5),
    ListColumn(label="Möts av, färd, till", weight=4),
    ListColumn(label="Saknas hos oss", weight=4),
    ListColumn(label="Avdelning, telefon", weight=4),
    ListColumn(label="Bemanning", weight=4, write_in=True),
)


class Words(Struct, frozen=True):
    """The words of the lists, and the profile's for services and for what has to be in place."""

    services: tuple[Code, ...]
    items: tuple[Code, ...]
    word: Word

    @classmethod
    def of(cls, profile: RuleProfile, word: Word) -> "Words":
        """Take the words of a profile beside those of the lists."""
        items = tuple(Code(code=one.code, label=one.label) for one in profile.readiness_items)
        return cls(services=profile.paused_services, items=items, word=word)


def unit_week_list(page: UnitWeekPage, words: Words, foot: PrintFoot) -> ListDocument:
    """Make the list of a unit's week; days on which nobody comes stand too, said to be empty."""
    parts = (
        ("Skulle varit hemma, inte bekräftad", page.overdue),
        ("23-timmars, väntar på akutmottagningen", page.emergency),
        *((_day(day), day.arrivals) for day in page.days),
        ("Kallade hem, tid inte sagd", page.undated),
        ("Utskrivningsklara, väntar på att kallas hem", page.waiting),
        ("Hemma, insatser kvar att starta", page.restart),
        ("På sjukhus längre, eller dag inte sagd", page.later),
    )
    days = {_day(day) for day in page.days}
    reached = f" Enheten nås: {'; '.join(page.reached_by)}." if page.reached_by else ""
    return ListDocument(
        title=f"Veckan för {page.unit or 'alla enheter'}",
        subtitle=f"{page.coming} väntas hem. Uppgifter från {_stamp(page.at)}.{reached}",
        columns=_COLUMNS,
        groups=tuple(
            ListGroup(
                title=f"{title} ({len(arrivals)})" if arrivals else title,
                rows=tuple(_row(one, words, page) for one in arrivals),
            )
            for title, arrivals in parts
            if arrivals or title in days
        ),
        foot=foot,
        shred_note="Arbetslista. Förstörs enligt rutin när en ny är uttagen.",
        empty_note="Ingen väntas.",
    )


def _day(day: WeekDay) -> str:
    red = ", röd dag" if day.is_red else ""
    return f"{_DAYS[day.day.weekday()].capitalize()} {day.day.isoformat()}{red}"


def _row(arrival: Arrival, words: Words, page: UnitWeekPage) -> tuple[str, ...]:
    case, home = arrival.case, arrival.case.homecoming
    where = ", ".join(part for part in (case.hospital, case.ward) if part)
    return (
        _when(arrival),
        _person(arrival, page),
        starts_again(arrival, words),
        "\n".join(
            part
            for part in (
                f"möts av {home.met_by}" if home.met_by else "",
                words.word(home.travel) if home.travel is not None else "",
                _to(arrival, words),
            )
            if part
        ),
        _lacking(arrival, words),
        "\n".join(part for part in (where, case.ward_phone) if part),
        "",
    )


def starts_again(arrival: Arrival, words: Words) -> str:
    """Say what starts again from which visit, and what is paused with nothing said yet."""
    home = arrival.case.homecoming
    said = [
        label(words.services, one.service)
        + (f" från {one.from_visit}" if one.from_visit else "")
        + (f" {_stamp(one.first_at)}" if one.first_at is not None else "")
        for one in home.restarts
    ]
    said += [f"{label(words.services, code)}: pausad, start inte sagd" for code in home.paused]
    return "\n".join(said) or home.starts


def label(codes: tuple[Code, ...], code: str) -> str:
    """Give the profile's word for a code."""
    return next((one.label for one in codes if one.code == code), code)


def _lacking(arrival: Arrival, words: Words) -> str:
    """Name what of ours is lacking, as much as a line has room for; the rest is counted."""
    home = arrival.case.homecoming
    if arrival.lacking and not (home.done or home.missing or home.asked):
        return "inget sagt än"
    named = [label(words.items, code) for code in arrival.lacking[:_NAMED]]
    more = len(arrival.lacking) - len(named)
    return ", ".join(named) + (f" och {more} till" if more else "")


def _when(arrival: Arrival) -> str:
    if arrival.kind is ArrivalKind.HOME:
        return "" if arrival.at is None else f"hemma {to_local(arrival.at):%H:%M}"
    if arrival.kind is ArrivalKind.WITHDRAWN:
        said = "" if arrival.at is None else f"{to_local(arrival.at):%m-%d %H:%M}\n"
        return f"{said}utskrivningsklar återtagen"
    if arrival.at is None:
        return "inte sagt"
    if arrival.kind is ArrivalKind.EXPECTED:
        return f"beräknad {to_local(arrival.at):%m-%d}, ej kallad"
    return f"{to_local(arrival.at):%m-%d %H:%M}"


def _to(arrival: Arrival, words: Words) -> str:
    home = arrival.case.homecoming
    to = "" if home.destination is None else words.word(home.destination)
    return f"till {', '.join(part for part in (to, home.place) if part)}" if to else ""


def _person(arrival: Arrival, page: UnitWeekPage) -> str:
    case = arrival.case
    if case.masked:
        return _PROTECTED
    number = shown(case.number, local_day(page.at)) if case.number else ""
    unit = "" if page.unit else case.unit
    return "\n".join(part for part in (case.name, number, unit) if part)


def _stamp(at: Instant) -> str:
    return f"{to_local(at):%m-%d %H:%M}"
