"""Short stays on paper: free places, the whole board, and a decision outside office hours."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.short_term.rows import (
    Holder,
    PlaceRow,
    PlaceStanding,
    QueueRow,
    ShortTermPage,
)

DAYS: Final = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_PROTECTED: Final = "Skyddade personuppgifter"
_SHRED: Final = "Arbetslista. Förstörs enligt rutin när dagen är slut."
_BY_WHOM: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.PERMANENT: ", bara genom chef i beredskap",
}
_TO_DO: Final[Mapping[PlaceStanding, str]] = {
    PlaceStanding.RESERVED: " för någon",
    PlaceStanding.DOUBLE: ", kontrollera",
}
_FREE: Final = (
    ListColumn(label="Plats", weight=4),
    ListColumn(label="Enhet, telefon", weight=5),
    ListColumn(label="Läge", weight=3),
    ListColumn(label="Ledig från", weight=3),
    ListColumn(label="Uppgift från", weight=4),
    ListColumn(label="Ringt, svar", weight=5, write_in=True),
)
_BOARD: Final = (
    ListColumn(label="Plats", weight=4),
    ListColumn(label="Läge", weight=3),
    ListColumn(label="Vem", weight=5),
    ListColumn(label="Till och med", weight=3),
    ListColumn(label="Hålls för", weight=4),
    ListColumn(label="Uppgift från", weight=4),
)
_QUEUE: Final = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Behov", weight=7),
    ListColumn(label="Ansökan", weight=3),
    ListColumn(label="Beslut", weight=4),
    ListColumn(label="Är nu, hos oss", weight=5),
    ListColumn(label="Noterat", weight=4, write_in=True),
)


def free_places(
    page: ShortTermPage, word: Word, foot: PrintFoot, until: Instant | None = None
) -> ListDocument:
    """Make the list of places that are free, or become free before a time; nobody is named.

    This is the list that goes into the weekend packet: `until` is when it ends.
    """
    soon = [row for row in page.places if _is_told_of(row, until)]
    return ListDocument(
        title="Lediga korttidsplatser",
        subtitle=f"Ring innan du räknar med en plats. Sökordning: {_order(page, word)}.",
        columns=_FREE,
        groups=_by_kind(page, soon, _free_row, word),
        foot=foot,
        shred_note=_SHRED,
        empty_note="Ingen plats är ledig enligt det som sagts.",
    )


def whole_board(page: ShortTermPage, word: Word, foot: PrintFoot) -> ListDocument:
    """Make the board for paper; protected persons are not named."""
    return ListDocument(
        title="Korttidsplatser",
        subtitle=_as_of(page),
        columns=_BOARD,
        groups=_by_kind(page, page.places, _board_row, word),
        foot=foot,
        shred_note=_SHRED,
        empty_note="Inga platser på tavlan.",
    )


def queue_list(page: ShortTermPage, foot: PrintFoot) -> ListDocument:
    """Make the list of who waits for a place; protected persons are not named."""
    rows = tuple(_queue_row(row) for row in page.queue)
    return ListDocument(
        title="Väntar på korttidsplats",
        subtitle=_as_of(page),
        columns=_QUEUE,
        groups=(ListGroup(rows=rows),) if rows else (),
        foot=foot,
        shred_note=_SHRED,
        empty_note="Ingen väntar på plats.",
    )


def _is_told_of(row: PlaceRow, until: Instant | None) -> bool:
    if row.standing in (PlaceStanding.FREE, PlaceStanding.RESERVED):
        return True
    return row.free_from is not None and (until is None or row.free_from < until)


def _order(page: ShortTermPage, word: Word) -> str:
    return ", ".join(_kind(kind, word) for kind in page.order)


def _kind(kind: PlaceKind, word: Word) -> str:
    return f"{word(kind)}{_BY_WHOM.get(kind, '')}"


def _standing(standing: PlaceStanding, word: Word) -> str:
    return f"{word(standing)}{_TO_DO.get(standing, '')}"


def _as_of(page: ShortTermPage) -> str:
    return (
        f"Sammanställt {moment_cell(page.at)} av det som sagts. Ring innan du räknar med en plats."
    )


def _by_kind(
    page: ShortTermPage,
    rows: Sequence[PlaceRow],
    make: Callable[[PlaceRow, Word], tuple[str, ...]],
    word: Word,
) -> tuple[ListGroup, ...]:
    kinds = dict.fromkeys((*page.order, *PlaceKind))
    found = ((kind, [row for row in rows if row.facts.place_kind is kind]) for kind in kinds)
    return tuple(
        ListGroup(
            title=f"{_kind(kind, word).capitalize()} ({len(some)})",
            rows=tuple(make(row, word) for row in some),
        )
        for kind, some in found
        if some
    )


def _free_row(row: PlaceRow, word: Word) -> tuple[str, ...]:
    where = "\n".join(part for part in (row.facts.unit, row.facts.phone) if part)
    free = "nu" if row.can_be_had else moment_cell(row.free_from)
    overdue = any(one.overdue for one in row.holders)
    stands = "tiden har gått ut" if overdue else _standing(row.standing, word)
    return (row.facts.name, where, stands, free, _said(row), "")


def _board_row(row: PlaceRow, word: Word) -> tuple[str, ...]:
    return (
        "\n".join(part for part in (row.facts.name, row.facts.unit) if part),
        "\n".join(part for part in (_standing(row.standing, word), row.reason) if part),
        "\n".join(_holder(one) for one in row.holders),
        "\n".join(_until(one) for one in row.holders),
        "\n".join(_PROTECTED if one.masked else one.words for one in row.held_for),
        _said(row),
    )


def _queue_row(row: QueueRow) -> tuple[str, ...]:
    decided = ", ".join(part for part in (moment_cell(row.decided_at), row.caseworker) if part)
    return (
        _PROTECTED if row.masked else row.name,
        row.need,
        moment_cell(row.applied_at),
        f"beviljad {decided}" if decided else "ej beslutad",
        "\n".join(part for part in (row.whereabouts, row.unit) if part),
        "",
    )


def _holder(one: Holder) -> str:
    if one.masked:
        return _PROTECTED
    also = f" (även {', '.join(one.elsewhere)})" if one.elsewhere else ""
    return (one.name or one.note or "ej sagt vem") + also


def _until(one: Holder) -> str:
    until = moment_cell(one.until) if one.until is not None else "ej sagt"
    return f"{until}, väntar på handläggaren" if one.provisional else until


def _said(row: PlaceRow) -> str:
    return ", ".join(part for part in (moment_cell(row.said_at), row.said_by) if part)


def moment_cell(at: Instant | None) -> str:
    """Say day and time: "lör 28/3 08:30"; nothing where there is none."""
    if at is None:
        return ""
    local = to_local(at)
    return f"{DAYS[local.weekday()]} {local.day}/{local.month} {local:%H:%M}"
