"""The lists of a stop's packet: what it holds, and who is in hospital."""

from collections.abc import Iterable, Sequence
from typing import Final

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import PacketPeople
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.outages.packet.knowledge import aged, moment_words
from kontaktpunkt.usecases.outages.packet.people import PacketPerson, standing_of
from kontaktpunkt.usecases.rows import CaseRow

PROTECTED: Final = "Skyddade personuppgifter"
_SHRED: Final = "Arbetspapper. Förstörs enligt rutin när stoppet är avslutat."
_CONTENTS: Final = (
    ListColumn(label="I paketet", weight=8),
    ListColumn(label="Antal", weight=2),
    ListColumn(label="Blad kvar, räknat kl", weight=5, write_in=True),
)
_PEOPLE: Final = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Hos oss", weight=4),
    ListColumn(label="Avdelning, telefon", weight=4),
    ListColumn(label="Det vi vet, och hur gammalt det är", weight=12),
    ListColumn(label="Noterat, klockan", weight=5, write_in=True),
)
_GROUPS: Final = {
    PacketPeople.CALLED_HOME: "Kallade hem",
    PacketPeople.READY: "Utskrivningsklara",
    PacketPeople.EXPECTED: "Väntas bli klara",
    PacketPeople.IN_HOSPITAL: "Övriga på sjukhus",
}
_EMERGENCY: Final = "23-timmars"


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
    people: Sequence[PacketPerson], foot: PrintFoot, now: Instant, days: int | None
) -> ListDocument:
    """Make the list of who is in hospital, with the age of each thing that is known."""
    groups: dict[str, list[tuple[str, ...]]] = {_EMERGENCY: [], **{t: [] for t in _GROUPS.values()}}
    for one in people:
        standing = standing_of(one.row, now, days)
        title = _EMERGENCY if one.row.emergency is not None else _GROUPS[standing]
        groups[title].append(_row(one, now))
    count = "1 person" if len(people) == 1 else f"{len(people)} personer"
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


def _row(one: PacketPerson, now: Instant) -> tuple[str, ...]:
    row = one.row
    return (
        PROTECTED if row.masked else _who(row, now),
        "" if row.masked else _lines(row.unit or "okänd hos oss", one.phone_with_us),
        "" if row.masked else _lines(_ward(row), row.ward_phone),
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
