"""What other rules make otherwise: the open messages and cases whose lines or clocks differ."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
    person_subject,
)
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.homecoming import PaymentLine
from kontaktpunkt.usecases.keeping.clocks import evidence_of
from kontaktpunkt.usecases.keeping.renew import Lines
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.rows import InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.tools import Rules

if TYPE_CHECKING:
    from kontaktpunkt.usecases.keeping import project

_AT_A_TIME: Final = 1000
_HELD_AT_MOST: Final = 8000
"""So many subjects are kept at hand, as in a rebuild."""
_OPEN: Final = (InboxView.ALL_OPEN, InboxView.WAITING)


class MessageDifference(Struct, frozen=True, kw_only=True):
    """An open message whose line is another under other rules."""

    message: UUID
    case: UUID | None
    due_before: Instant | None = None
    due_after: Instant | None = None


class CaseDifference(Struct, frozen=True, kw_only=True):
    """An open case whose line or clocks are others under other rules."""

    case: UUID
    clocks: tuple[ClockKind, ...] = ()


class Difference(Struct, frozen=True, kw_only=True):
    """All that is otherwise under other rules, in the order of the inbox."""

    messages: tuple[MessageDifference, ...] = ()
    of_cases: tuple[CaseDifference, ...] = ()

    @property
    def cases(self) -> frozenset[UUID]:
        """Give the cases concerned."""
        of_messages = {one.case for one in self.messages if one.case is not None}
        return frozenset(of_messages | {one.case for one in self.of_cases})


def what_differs(room: Workroom, before: Rules, after: Rules) -> Difference:
    """Compare everything open under two sets of rules, as things are now."""
    names: project.Names = {row.staff: row.name for row in room.store.staff_rows()}
    was, is_now = (Lines(room, names, rules) for rules in (before, after))
    messages: list[MessageDifference] = []
    cases = dict.fromkeys(row.case for row in room.store.open_cases())
    for batch in _open_messages(room):
        _fetch(room, batch)
        for row in batch:
            messages += _message_difference(room, row.message, was, is_now)
            if row.case is not None:
                cases[row.case] = None
    room.fetch([case_subject(case) for case in cases])
    differing: list[CaseDifference] = []
    for case in cases:
        clocks = _clocks_that_differ(room, case, before, after)
        subject = case_subject(case)
        if clocks or was.of_case(subject) != is_now.of_case(subject):
            differing.append(CaseDifference(case=case, clocks=clocks))
    return Difference(messages=tuple(messages), of_cases=tuple(differing))


def touch_what_differs(room: Workroom, before: Rules) -> None:
    """Mark for renewal what is otherwise under the rules of the room than under those before."""
    found = what_differs(room, before, room.rules)
    room.touched.update(message_subject(one.message) for one in found.messages)
    room.touched.update(case_subject(case) for case in found.cases)
    room.touched.update(_closed_that_differ(room, before))


def _closed_that_differ(room: Workroom, before: Rules) -> Iterator[Subject]:
    """Name the closed cases whose line differs: all rows are what a rebuild would make of them."""
    names: project.Names = {row.staff: row.name for row in room.store.staff_rows()}
    closed = (each for each in room.store.subjects(SubjectKind.CASE) if _is_closed(room, each))
    while batch := tuple(islice(closed, _AT_A_TIME)):
        was, is_now = (Lines(room, names, rules) for rules in (before, room.rules))
        room.fetch(batch)
        yield from [each for each in batch if was.of_case(each) != is_now.of_case(each)]
        if room.held > _HELD_AT_MOST:
            room.forget()


def _is_closed(room: Workroom, case: Subject) -> bool:
    """Say whether a case is closed and says something that rules decide: of payment or 23 hours."""
    row = room.store.case_row(case.id)
    if row is None or row.is_open:
        return False
    home = row.homecoming
    by_rule = home.summons.due is not None or home.payment != PaymentLine()
    return by_rule or row.emergency is not None


def _open_messages(room: Workroom) -> Iterator[tuple[InboxRow, ...]]:
    for view in _OPEN:
        start = 0
        while rows := room.store.inbox_rows(InboxQuery(view=view), start, _AT_A_TIME):
            yield rows
            start += len(rows)


def _fetch(room: Workroom, rows: Iterable[InboxRow]) -> None:
    around = {case_subject(row.case) for row in rows if row.case}
    around |= {person_subject(row.person) for row in rows if row.person}
    room.fetch([*(message_subject(row.message) for row in rows), *sorted(around)])


def _message_difference(
    room: Workroom, message: UUID, was: Lines, is_now: Lines
) -> list[MessageDifference]:
    subject, state = message_subject(message), room.message(message)
    if state is None:
        return []
    return [
        MessageDifference(
            message=message, case=state.case, due_before=old.due_at, due_after=new.due_at
        )
        for old, new in zip(was.of_message(subject), is_now.of_message(subject), strict=True)
        if old != new
    ]


def _clocks_that_differ(
    room: Workroom, case: UUID, before: Rules, after: Rules
) -> tuple[ClockKind, ...]:
    state = room.case(case)
    if state is None or state.closed_at is not None or state.voided:
        return ()
    person = room.person(state.person) if state.person else None
    was, is_now = (_clocks(state, person, rules) for rules in (before, after))
    either = dict.fromkeys(clock.kind for clock in (*was, *is_now))
    return tuple(kind for kind in either if _of(was, kind) != _of(is_now, kind))


def _clocks(case: CaseState, person: PersonState | None, rules: Rules) -> list[CaseClock]:
    """Give the clocks without their sources: another source of the same value counts the same."""
    clocks = evidence_of(case, person or PersonState(), rules)
    return [replace(clock, source=None) for clock in clocks]


def _of(clocks: Iterable[CaseClock], kind: ClockKind) -> list[CaseClock]:
    return [clock for clock in clocks if clock.kind is kind]
