"""The card of one message and the page of one case, put together from states and rows."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    care_request_subject,
    case_subject,
    concern_subject,
    message_subject,
    person_subject,
)
from kontaktpunkt.domain.order import void_messages
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.states import CaseState, Homecoming, MessageState, PersonState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.contacts.register import filled_person
from kontaktpunkt.usecases.joining.joined import (
    cases_with,
    persons_with,
    whole_case,
    whole_person,
)
from kontaktpunkt.usecases.keeping.clocks import evidence_of
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.rows import CasePage, InboxRow, MessageCard, SheetRow
from kontaktpunkt.usecases.showing.emergency import emergency_page
from kontaktpunkt.usecases.showing.evidence import mask_clocks
from kontaktpunkt.usecases.showing.masking import (
    mask_case_row,
    mask_documentation,
    mask_inbox_row,
    mask_message,
    mask_person,
    mask_steps,
    mask_timeline,
    may_see,
    owners_of,
)
from kontaktpunkt.usecases.showing.timeline import timeline
from kontaktpunkt.usecases.tools import Rules


class Reading:
    """One reading transaction seen by one user: states on demand, names, masks."""

    def __init__(self, store: StoreView, rules: Rules, me: UUID | None, now: Instant) -> None:
        self.store = store
        self.rules = rules
        self.me = me
        self.now = now
        self._states: dict[Subject, object] = {}
        self.names = {row.staff: row.name for row in store.staff_rows()}

    def card(self, message: UUID) -> MessageCard | None:
        """Put the card of a message together."""
        row = self.store.inbox_row(message)
        events = self.store.events_of(message_subject(message))
        if row is None or not events:
            return None
        state = _message(events)
        case = whole_case(self, state.case)
        person = whole_person(self, state.person) or PersonState()
        owners = owners_of(case, (state, *self._messages_of(state.case)))
        # A set-aside original may speak of a protected person whom nothing else here knows.
        kept_by = row.protection if person.protection is Protection.NONE else person.protection
        may = kept_by is Protection.NONE or (self.me is not None and self.me in owners)
        streams = self._streams(state.case, state.person) if state.case is not None else [events]
        void = void_messages(case) if case else frozenset[UUID]()
        seen = mask_person(filled_person(person, self.store), may=may)
        return MessageCard(
            row=row if may else mask_inbox_row(row, self.me),
            state=mask_message(state, kept_by, may=may),
            person=seen if state.person else None,
            clocks=mask_clocks(evidence_of(case, person, self.rules), may=may) if case else (),
            timeline=mask_timeline(
                timeline(streams, self.names, self.me, void, case.twins if case else ()),
                kept_by,
                may=may,
            ),
            steps=mask_steps(case.steps, may=may) if case else (),
        )

    def case_page(self, case: UUID) -> CasePage | None:
        """Put the page of a case together."""
        leading = cases_with(self, case)[0]
        row = self.store.case_row(leading)
        state = whole_case(self, case)
        if row is None or state is None or state.person is None:
            return None
        # Asked for by the one that was joined into another: her page is the same.
        row = replace(row, case=case)
        person = whole_person(self, state.person) or PersonState()
        messages = self._message_rows(leading)
        may = may_see(person, self.me, owners_of(state, self._messages_of(case)))
        streams = self._streams(case, state.person)
        entries = timeline(streams, self.names, self.me, void_messages(state), state.twins)
        return CasePage(
            row=row if may else mask_case_row(row, self.me),
            person=mask_person(filled_person(person, self.store), may=may),
            clocks=mask_clocks(evidence_of(state, person, self.rules), may=may),
            messages=tuple(
                one
                if may and (person.is_protected or one.protection is Protection.NONE)
                else mask_inbox_row(one, self.me)
                for one in messages
            ),
            timeline=mask_timeline(entries, person.protection, may=may),
            steps=mask_steps(state.steps, may=may),
            documentation=mask_documentation(state.documentation, may=may),
            homecoming=state.homecoming if may else Homecoming(),
            plan_meetings=state.plan_meetings if may else (),
            emergency=emergency_page(state, self.rules, self.now, may=may),
            other_cases=tuple(
                one if may else mask_case_row(one, self.me)
                for one in self.store.case_rows_of(state.person)
                if one.case != leading and one.joined_into is None
            ),
            sheets=self._sheets(case),
        )

    def _message_rows(self, case: UUID) -> list[InboxRow]:
        found = (self.store.inbox_row(each) for each in self.store.links_of_case(case).messages)
        rows = [row for row in found if row is not None and row.matched_into is None]
        return sorted(rows, key=lambda row: row.sent_at or row.received_at, reverse=True)

    def _messages_of(self, case: UUID | None) -> tuple[MessageState | None, ...]:
        if case is None:
            return ()
        messages = self.store.links_of_case(cases_with(self, case)[0]).messages
        found = self.store.events_of_many([message_subject(each) for each in messages])
        return tuple(_message(events) for events in found.values() if events)

    def _streams(self, case: UUID, person: UUID | None) -> list[Sequence[Event]]:
        cases = cases_with(self, case)
        subjects: list[Subject] = [case_subject(each) for each in cases]
        links = self.store.links_of_case(cases[0])
        subjects += [message_subject(each) for each in links.messages]
        if person is not None:
            for each in persons_with(self, person):
                of_person = (person_subject, care_request_subject, concern_subject)
                subjects += [subject(each) for subject in of_person]
        return list(self.store.events_of_many(subjects).values())

    def _sheets(self, case: UUID) -> tuple[SheetRow, ...]:
        found = [row for each in cases_with(self, case) for row in self.store.sheet_rows(each)]
        return tuple(sorted(found, key=lambda row: row.issued_at, reverse=True))

    def case(self, case: UUID) -> CaseState | None:
        """Give a case's state, as its own events make it."""
        state = self._state(case_subject(case))
        return state if isinstance(state, CaseState) else None

    def message(self, message: UUID) -> MessageState | None:
        """Give a message's state, as its own events make it."""
        state = self._state(message_subject(message))
        return state if isinstance(state, MessageState) else None

    def person(self, person: UUID) -> PersonState | None:
        """Give a person's state, as her own events make it."""
        state = self._state(person_subject(person))
        return state if isinstance(state, PersonState) else None

    def _state(self, subject: Subject) -> object:
        if subject not in self._states:
            events = self.store.events_of(subject)
            self._states[subject] = fold(subject.kind, events) if events else None
        return self._states[subject]


def _message(events: Sequence[Event]) -> MessageState:
    state = fold(events[0].envelope.subject.kind, events)
    return state if isinstance(state, MessageState) else MessageState()
