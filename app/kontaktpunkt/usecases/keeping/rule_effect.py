"""What other rules make otherwise: the open messages and cases whose lines or evidence differ."""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.subjects import case_subject, message_subject, person_subject
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.keeping import project
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.rows import Evidence, EvidenceKind, InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.showing.evidence import evidence_of
from kontaktpunkt.usecases.tools import Rules

_AT_A_TIME: Final = 1000
_OPEN: Final = (InboxView.ALL_OPEN, InboxView.WAITING)


class MessageDifference(Struct, frozen=True, kw_only=True):
    """An open message whose line is another under other rules."""

    message: UUID
    case: UUID | None
    due_before: Instant | None = None
    due_after: Instant | None = None


class Difference(Struct, frozen=True, kw_only=True):
    """All that is otherwise under other rules, in the order of the inbox."""

    messages: tuple[MessageDifference, ...] = ()
    evidence: tuple[tuple[UUID, tuple[EvidenceKind, ...]], ...] = ()

    @property
    def cases(self) -> frozenset[UUID]:
        """Give the cases concerned."""
        of_messages = {one.case for one in self.messages if one.case is not None}
        return frozenset(of_messages | {case for case, _ in self.evidence})


def what_differs(room: Workroom, before: Rules, after: Rules) -> Difference:
    """Compare everything open under two sets of rules, as things are now."""
    messages: list[MessageDifference] = []
    cases = dict.fromkeys(row.case for row in room.store.cases_in_hospital())
    names: project.Names = {row.staff: row.name for row in room.store.staff_rows()}
    for batch in _open_messages(room):
        _fetch(room, batch)
        for row in batch:
            messages += _message_difference(room, row, names, (before, after))
            if row.case is not None:
                cases[row.case] = None
    room.fetch([case_subject(case) for case in cases])
    return Difference(
        messages=tuple(messages),
        evidence=tuple(_evidence_differences(room, cases, before, after)),
    )


def touch_what_differs(room: Workroom, before: Rules) -> None:
    """Mark for renewal what is otherwise under the rules of the room than under those before."""
    found = what_differs(room, before, room.rules)
    room.touched.update(message_subject(one.message) for one in found.messages)
    room.touched.update(case_subject(case) for case in found.cases)


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
    room: Workroom, row: InboxRow, names: project.Names, rules: tuple[Rules, Rules]
) -> list[MessageDifference]:
    state = room.message(row.message)
    if state is None:
        return []
    around = project.around(
        room.case(state.case) if state.case else None,
        room.person(state.person) if state.person else None,
    )
    was, is_now = (project.inbox_row(row.message, state, around, names, each) for each in rules)
    if was == is_now:
        return []
    return [
        MessageDifference(
            message=row.message, case=state.case, due_before=was.due_at, due_after=is_now.due_at
        )
    ]


def _evidence_differences(
    room: Workroom, cases: Iterable[UUID], before: Rules, after: Rules
) -> Iterator[tuple[UUID, tuple[EvidenceKind, ...]]]:
    now = room.tools.now()
    for case in cases:
        state = room.case(case)
        if state is not None and state.closed_at is None and not state.voided:
            kinds = _kinds(_said(state, before, now), _said(state, after, now))
            if kinds:
                yield case, kinds


def _said(case: CaseState, rules: Rules, now: Instant) -> dict[EvidenceKind, Evidence]:
    return {line.kind: line for line in evidence_of(case, rules, now)}


def _kinds(
    before: dict[EvidenceKind, Evidence], after: dict[EvidenceKind, Evidence]
) -> tuple[EvidenceKind, ...]:
    either = dict.fromkeys((*before, *after))
    return tuple(kind for kind in either if before.get(kind) != after.get(kind))
