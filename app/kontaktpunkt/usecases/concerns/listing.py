"""Puts the list of concerns together from states, persons and their cases."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.states import CareRequestState, Concern, ConcernState
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.concerns.rows import ConcernPage, ConcernRow
from kontaktpunkt.usecases.joining.joined import leading_person
from kontaktpunkt.usecases.showing.care_requests import CareRequestList
from kontaktpunkt.usecases.showing.pages import Reading

_SHOWN: Final = 30 * 24 * HOUR
"""What was settled within a month stands below what waits."""

States = Sequence[tuple[UUID, ConcernState]]
CareRequests = Sequence[tuple[UUID, CareRequestState]]


def concern_page(
    reading: Reading, states: States, requests: CareRequests, today: date
) -> ConcernPage:
    """Put the page together as one reader may see it."""
    have = {leading_person(reading, one) for one, state in requests if state.is_kept}
    lines = CareRequestList(reading, reading.me, today)
    rows: list[ConcernRow] = []
    for person, state in states:
        recent = [one for one in state.concerns if _is_shown(one, reading.now)]
        if recent:
            rows += _rows_of(lines, reading, person, recent)
    found = [replace(row, has_care_request=row.person in have) for row in rows]
    return ConcernPage(
        at=reading.now,
        waiting=_in_order(row for row in found if row.settled_at is None),
        settled=_newest(row for row in found if row.settled_at is not None),
    )


def _is_shown(one: Concern, now: Instant) -> bool:
    return one.settled_at is None or now - one.settled_at < _SHOWN


def _rows_of(
    lines: CareRequestList, reading: Reading, person: UUID, found: Iterable[Concern]
) -> list[ConcernRow]:
    """Make the rows about one person; who is to look sees whom it is about."""
    leading = leading_person(reading, person) or person
    whose = lines.whose(leading)
    if whose is None:
        return []
    who, me = whose.state, reading.me
    rows: list[ConcernRow] = []
    for one in found:
        row = ConcernRow(
            person=leading,
            concern=one.concern,
            about=one.about,
            text=one.text,
            to=one.to,
            due=one.due,
            raised_at=one.raised_at,
            raised_by_name=reading.names.get(one.raised_by, "") if one.raised_by else "",
            name=who.name,
            number=who.number,
            birth_date=who.birth_date,
            protection=who.protection,
            unit=who.with_us.unit if who.with_us else "",
            case=next((case.case for case in whose.cases if case.is_open), None),
            settled_at=one.settled_at,
            outcome=one.outcome,
        )
        mine = me is not None and me in (one.to.staff, one.raised_by)
        rows.append(row if mine or whose.seen_by(me) else masked(row))
    return rows


def masked(row: ConcernRow) -> ConcernRow:
    """Hide whom it is about, and the words that could tell."""
    return replace(
        row, name="", number=None, birth_date=None, text="", outcome="", unit="", masked=True
    )


def _in_order(rows: Iterable[ConcernRow]) -> tuple[ConcernRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.due, row.raised_at, row.concern.bytes)))


def _newest(rows: Iterable[ConcernRow]) -> tuple[ConcernRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-(row.settled_at or 0), row.concern.bytes)))
