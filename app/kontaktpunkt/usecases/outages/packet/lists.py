"""The lists of a stop's packet: what it holds, and who is in hospital."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import PacketPeople
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.outages.packet.knowledge import aged, moment_words
from kontaktpunkt.usecases.outages.packet.people import PacketPerson, by_surname, standing_of
from kontaktpunkt.usecases.rows import CaseRow

PROTECTED: Final = "Skyddade personuppgifter"
_SHRED: Final = "Arbetspapper. Förstörs enligt rutin när stoppet är avslutat."
_CONTENTS: Final = (
    ListColumn(label="I paketet", weight=8),
    ListColumn(label="Antal", weight=2),
    ListColumn(label="Blad kvar, räknat dag och kl", weight=5, write_in=True),
)
_PEOPLE: Final = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Hos oss", weight=4),
    ListColumn(label="Avdelningens telefon", weight=3),
    ListColumn(label="Blad", weight=4),
    ListColumn(label="Det vi vet, och hur gammalt det är", weight=12),
    ListColumn(label="Noterat, dag och klockslag", weight=5, write_in=True),
)
_MARKS: Final = {
    PacketPeople.CALLED_HOME: "▲ KALLAD HEM",
    PacketPeople.READY: "▲ UTSKRIVNINGSKLAR",
    PacketPeople.EXPECTED: "väntas bli klar",
    PacketPeople.IN_HOSPITAL: "",
}
_EMERGENCY: Final = "▲ 23-TIMMARS"
_NO_WARD: Final = "Avdelning inte sagd"


def contents_list(
    what: str, held: Iterable[tuple[str, int]], foot: PrintFoot, *, exercise: bool
) -> ListDocument:
    """Make the first page: which stop, and how many of each thing lie in the packet."""
    rows = tuple((title, str(count), "") for title, count in held)
    return ListDocument(
        title="Driftstoppspaket" + (", övning" if exercise else ""),
        subtitle=what,
        columns=_CONTENTS,
        groups=(ListGroup(rows=rows),),
        foot=foot,
        shred_note=_SHRED,
        landscape=False,
    )


def people_list(
    people: Sequence[PacketPerson],
    foot: PrintFoot,
    now: Instant,
    days: int | None,
    sheets: Mapping[UUID, Sequence[str]] | None = None,
) -> ListDocument:
    """Make the list of who is in hospital, ward by ward, with the age of each thing that is known.

    It is what one rings the wards by: on each those who are ready or called home stand first and
    marked, then by surname. `sheets` are a person's forms by her case, each with its number.
    """
    groups: dict[str, list[tuple[str, ...]]] = {}
    marks = {one.row.case: _mark(one.row, now, days) for one in people}
    for one in sorted(people, key=lambda one: _place(one, marks[one.row.case])):
        papers = (sheets or {}).get(one.row.case, ())
        groups.setdefault(_at(one.row), []).append(_row(one, marks[one.row.case], papers, now))
    count = "1 person" if len(people) == 1 else f"{len(people)} personer"
    first = sum(mark.startswith("▲") for mark in marks.values())
    if first:
        count += f", {first} märkta ▲ står först på sin avdelning"
    return ListDocument(
        title="På sjukhus när paketet gjordes",
        subtitle=f"{count}. Uppgifternas ålder är räknad {foot.printed_at}.",
        columns=_PEOPLE,
        groups=tuple(
            ListGroup(title=f"{title} ({len(rows)})", rows=tuple(rows))
            for title, rows in groups.items()
            if rows
        ),
        foot=foot,
        shred_note=_SHRED,
        empty_note="Ingen är på sjukhus enligt de meddelanden som har kommit.",
    )


def _mark(row: CaseRow, now: Instant, days: int | None) -> str:
    return _EMERGENCY if row.emergency is not None else _MARKS[standing_of(row, now, days)]


def _at(row: CaseRow) -> str:
    """Say on which ward somebody lies; of a protected person that stands on no list."""
    return PROTECTED if row.masked else _ward(row) or _NO_WARD


def _place(one: PacketPerson, mark: str) -> tuple[bool, bool, str, bool, str]:
    """Give where in the list somebody stands; those whose ward is not told come last."""
    ward = _at(one.row)
    return (
        one.row.masked,
        ward == _NO_WARD,
        ward.casefold(),
        not mark.startswith("▲"),
        by_surname(one),
    )


def _row(one: PacketPerson, mark: str, papers: Sequence[str], now: Instant) -> tuple[str, ...]:
    row = one.row
    return (
        _lines(mark, PROTECTED if row.masked else _who(row, now)),
        "" if row.masked else _lines(row.unit or "okänd hos oss", one.phone_with_us),
        "" if row.masked else row.ward_phone,
        "\n".join(papers),
        "\n".join([*(aged(piece, now) for piece in one.known), *_ours(row, now)]),
        "",
    )


def _who(row: CaseRow, now: Instant) -> str:
    return _lines(row.name, shown(row.number, local_day(now)) if row.number else "")


def _ward(row: CaseRow) -> str:
    return ", ".join(part for part in (row.hospital, row.ward) if part)


def _ours(row: CaseRow, now: Instant) -> list[str]:
    """Say what we have done ourselves, which no message tells."""
    home = row.homecoming
    if home.called_at is None:
        return []
    expected = f", väntas {moment_words(home.expected_home, now)}" if home.expected_home else ""
    return [f"Kallad hem av oss {moment_words(home.called_at, now)}{expected}"]


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
