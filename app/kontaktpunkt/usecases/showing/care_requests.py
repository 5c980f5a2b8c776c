"""The list of care requests and one whole, put together from states, persons and open cases."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import (
    SubjectKind,
    care_request_subject,
    case_subject,
    person_subject,
)
from kontaktpunkt.domain.states import CareRequestState, CaseState, PersonState
from kontaktpunkt.usecases.care_request_rows import CareRequestCard, CareRequestRow, Standing
from kontaktpunkt.usecases.joining.joined import leading_person, persons_with, whole_person
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.rows import CaseRow, InboxQuery, InboxView
from kontaktpunkt.usecases.showing.masking import mask_timeline
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.showing.timeline import timeline

_OPEN_MESSAGES: Final = 2_000
_FAR: Final = date.max
_PLACE: Final = {standing: place for place, standing in enumerate(Standing)}

Kept = Sequence[tuple[UUID, CareRequestState]]


class _Whose(Struct, frozen=True, kw_only=True):
    """A person with the cases that tell where she is and who answers for her."""

    person: UUID
    state: PersonState
    cases: tuple[CaseRow, ...] = ()

    def seen_by(self, me: UUID | None) -> bool:
        """Say whether I may see who it is: open identity, or I answer for an open case of hers."""
        mine = any(case.is_open and case.responsible == me for case in self.cases)
        return not self.state.is_protected or (me is not None and mine)


class CareRequestList:
    """Makes the lines of the list for one reader on one day."""

    def __init__(self, reading: Reading, me: UUID | None, today: date) -> None:
        self._reading = reading
        self._me = me
        self._today = today

    def of_those_kept(self, kept: Kept) -> list[CareRequestRow]:
        """Give a line for each that is kept or waits to be sent."""
        wanted = [(each, state) for each, state in kept if state.is_kept or state.waiting]
        persons = self._persons(each for each, _ in wanted)
        return [self.row(persons[each], state) for each, state in wanted if each in persons]

    def of_those_without(self, kept: Kept) -> list[CareRequestRow]:
        """Give a line for each known with us or in hospital who has none: open cases tell."""
        lead = partial(leading_person, self._reading)
        have = {lead(each) for each, state in kept if state.is_kept or state.waiting}
        ended = {lead(each) for each, state in kept if state.ended_at is not None}
        lacking = dict.fromkeys(each for each in self._met() if each not in have | ended)
        persons = self._persons(lacking)
        none = CareRequestState()
        return [self.row(whose, none) for whose in persons.values() if not whose.state.deceased]

    def row(self, whose: _Whose, state: CareRequestState) -> CareRequestRow:
        """Make the line of one person."""
        who = whose.state
        open_cases = [case for case in whose.cases if case.is_open]
        call = state.waiting
        case = call.case if call else next((one.case for one in open_cases), None)
        row = CareRequestRow(
            person=whose.person,
            standing=standing(state, self._today),
            name=who.name,
            number=who.number,
            birth_date=who.birth_date,
            protection=who.protection,
            unit=who.with_us.unit if who.with_us else "",
            in_hospital=any(one.in_hospital for one in open_cases),
            case=case,
            item=call.item if call else None,
            since=call.since if call else None,
            consent=state.content.consent if state.content else None,
            medical_plan=state.content.medical_plan if state.content else None,
            written_at=state.written_at if state.content else None,
            written_by=self._author(state),
            looked_over_at=state.looked_over_at if state.content else None,
            look_over_by=state.look_over_by,
        )
        if whose.seen_by(self._me):
            return row
        return replace(
            row,
            name="",
            number=None,
            birth_date=None,
            consent=None,
            medical_plan=None,
            masked=True,
        )

    def whose(self, person: UUID) -> _Whose | None:
        """Give one person with her cases."""
        return self._persons((person,)).get(person)

    def _author(self, state: CareRequestState) -> str:
        if state.content is None:
            return ""
        entered = self._reading.names.get(state.written_by, "") if state.written_by else ""
        return state.content.written_by or entered

    def _met(self) -> Iterable[UUID]:
        """Give the persons of open messages and of people in hospital, and of those known to us."""
        query = InboxQuery(view=InboxView.ALL_OPEN)
        rows = self._reading.store.inbox_rows(query, 0, _OPEN_MESSAGES)
        yield from (row.person for row in rows if row.person is not None)
        in_hospital = self._reading.store.cases_in_hospital()
        yield from (case.person for case in in_hospital if case.person is not None)
        yield from (
            persons_with(self._reading, person)[0]
            for person, _ in listed(self._reading.store, SubjectKind.PERSON, only_open=True)
        )

    def _persons(self, ids: Iterable[UUID]) -> dict[UUID, _Whose]:
        store = self._reading.store
        found = store.events_of_many([person_subject(each) for each in dict.fromkeys(ids)])
        persons: dict[UUID, _Whose] = {}
        for subject, events in found.items():
            state = fold(SubjectKind.PERSON, events) if events else None
            if isinstance(state, PersonState):
                if state.ties.joins:
                    state = whole_person(self._reading, subject.id) or state
                cases = store.case_rows_of(persons_with(self._reading, subject.id)[0])
                persons[subject.id] = _Whose(person=subject.id, state=state, cases=cases)
        return persons


def standing(state: CareRequestState, today: date) -> Standing:
    """Say how it stands with a care request on a day."""
    if state.waiting is not None:
        return Standing.TO_SEND
    if not state.is_kept:
        return Standing.MISSING
    is_old = state.look_over_by is not None and state.look_over_by <= today
    return Standing.OLD if is_old else Standing.KEPT


def in_order(rows: Iterable[CareRequestRow]) -> tuple[CareRequestRow, ...]:
    """Put what is to be sent first, the longest waiting on top; then the missing and the old."""

    def key(row: CareRequestRow) -> tuple[int, int, bool, date, str]:
        return (
            _PLACE[row.standing],
            row.since or 0,
            not row.in_hospital,
            row.look_over_by or _FAR,
            row.name.casefold(),
        )

    return tuple(sorted(rows, key=key))


def card_of(reading: Reading, person: UUID, me: UUID | None, today: date) -> CareRequestCard | None:
    """Put one care request together; of a protected person only for who answers for her."""
    lines = CareRequestList(reading, me, today)
    holder = _holder(reading, person)
    whose = lines.whose(holder)
    if whose is None:
        return None
    events = reading.store.events_of(care_request_subject(holder))
    state = fold(SubjectKind.CARE_REQUEST, events) if events else CareRequestState()
    assert isinstance(state, CareRequestState)  # noqa: S101 - the fold of this kind gives no other
    row = lines.row(whose, state)
    text, system = _to_send(reading, state)
    entries = timeline([events], reading.names, me, frozenset())
    return CareRequestCard(
        row=row,
        content=None if row.masked else state.content,
        text="" if row.masked else text,
        system=system,
        timeline=mask_timeline(entries, row.protection, may=not row.masked),
    )


def _holder(reading: Reading, person: UUID) -> UUID:
    """Give under whom of those that are one with a person her care request lies."""
    for each in persons_with(reading, person):
        events = reading.store.events_of(care_request_subject(each))
        state = fold(SubjectKind.CARE_REQUEST, events) if events else None
        if isinstance(state, CareRequestState) and (state.is_kept or state.waiting):
            return each
    return person


def _to_send(reading: Reading, state: CareRequestState) -> tuple[str, str]:
    """Give the text that waits in the case, with the system that it goes to."""
    call = state.waiting
    events = reading.store.events_of(case_subject(call.case)) if call else []
    case = fold(SubjectKind.CASE, events) if events else None
    if call is None or not isinstance(case, CaseState):
        return "", ""
    waiting = (item for item in case.documentation if item.item == call.item)
    return next(((item.text, item.system) for item in waiting), ("", ""))
