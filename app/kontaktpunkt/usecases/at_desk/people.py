"""Persons and cases at a desk: pages, search, finding by number, moving a message."""

from uuid import UUID

from kontaktpunkt.domain.commands import DescribePerson, MoveMessage
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.arriving.matching import person_by, person_for
from kontaktpunkt.usecases.at_desk.acts import ActDesk
from kontaktpunkt.usecases.at_desk.inbox import InboxDesk
from kontaktpunkt.usecases.desk import Done, PersonHit
from kontaktpunkt.usecases.joining.joined import leading_person, persons_with, whole_person
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.rows import CasePage, CaseRow, SearchHits
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_inbox_row


class PeopleDesk(InboxDesk, ActDesk):
    """What is asked about persons and cases."""

    def case(self, case: UUID) -> CasePage | None:
        """Show one case; noted in the access log."""
        with self.reading() as reading:
            page = reading.case_page(case)
        if page is not None and page.row.person is not None:
            self._note_reading(page.row.person, case)
        return page

    def read_number(self, number_text: str) -> PersonNumber | Refused:
        """Read a number as staff type it, or say why not."""
        return number_or_refused(number_text, self.now())

    def find_person(self, number_text: str) -> PersonHit | None:
        """Find a known person by number; a protected one comes without address, phone or name."""
        number = self.read_number(number_text)
        if isinstance(number, Refused):
            return None
        with self.room() as room:
            person = leading_person(room, person_by(room, number))
            state = whole_person(room, person)
            if person is None or state is None:
                return None
            access.note_read(room, person, None)
            cases = room.store.case_rows_of(person)
        shown = (mask_case_row(case, self.my_id) for case in cases)
        # Who types a number knows whom she asks about: a masked row would tell where that one is.
        known = tuple(case for case in shown if not case.masked and case.joined_into is None)
        return PersonHit(person=person, facts=_facts(state, number), cases=known)

    def move_message(self, message: UUID, number_text: str, name: str) -> Done | Refused:
        """Move a message to the person with this number, making her known if she is not."""
        number = self.read_number(number_text)
        if isinstance(number, Refused):
            return number
        with self.reading() as reading:
            known = reading.store.person_of_number(number)
        if known is None and not name.strip():
            return Refused(reason=RefusalReason.NO_PERSON)
        with self.room() as room:
            person = person_for(room, (number,))
            case = _open_case_of(room, person)
            fresh = room.tools.new_id()
        described = () if known else (self._describe(person, number, name),)
        move = MoveMessage(
            message=message, person=person, case=case or fresh, opens_case=case is None
        )
        return self.act(*described, move)

    def search(self, text: str) -> SearchHits:
        """Find people, wards, phones, units; one access event with filter and count.

        A protected person is found by those alone who answer for her: even a masked hit would
        tell where she is to whoever typed her number.
        """
        with self.outside.store.reading() as store:
            hits = store.search(text)
        if hits.total:
            noted = AccessNoted(access=AccessKind.SEARCH, filter=text, count=hits.total)
            with self.room() as room:
                access.note(room, noted)
        cases = [
            row
            for row in hits.cases
            if row.joined_into is None and not mask_case_row(row, self.my_id).masked
        ]
        messages = [row for row in hits.messages if not mask_inbox_row(row, self.my_id).masked]
        hidden = len(hits.cases) + len(hits.messages) - len(cases) - len(messages)
        return SearchHits(
            # Wherever one looks, who waits on the emergency ward stands first.
            cases=tuple(sorted(cases, key=lambda row: not (row.emergency and row.in_hospital))),
            messages=tuple(messages),
            total=hits.total - hidden,
            loose=hits.loose,
        )

    def in_hospital(self) -> tuple[CaseRow, ...]:
        """Give everybody in hospital, ready ones first; noted with the count."""
        with self.outside.store.reading() as store:
            rows = store.cases_in_hospital()
        self._note_list("på sjukhus", len(rows))
        return in_order(tuple(mask_case_row(row, self.my_id) for row in rows))

    def _describe(self, person: UUID, number: PersonNumber, name: str) -> DescribePerson:
        given, _, family = name.strip().rpartition(" ")
        facts = PersonFacts(
            numbers=(number,),
            given_name=given,
            family_name=family,
            birth_date=birth_date(number, local_day(self.now())),
            sex=sex(number),
        )
        return DescribePerson(person=person, facts=facts)


def in_order(rows: tuple[CaseRow, ...]) -> tuple[CaseRow, ...]:
    """Put 23-timmars first, then the ready ones, the longest ready on top, then by discharge."""

    def key(row: CaseRow) -> tuple[bool, int, bool, int, int]:
        ready = row.ready_sent_at
        expected = row.expected_discharge
        far = 1 << 62
        return (
            row.emergency is None,
            far if row.emergency is None else row.emergency.due_at,
            ready is None,
            far if ready is None else ready,
            far if expected is None else expected,
        )

    return tuple(sorted(rows, key=key))


def _open_case_of(room: Workroom, person: UUID) -> UUID | None:
    """Give the person's newest open case."""
    for row in room.store.case_rows_of(persons_with(room, person)[0]):
        if row.is_open:
            return row.case
    return None


def _facts(state: PersonState, typed: PersonNumber) -> PersonFacts:
    if state.is_protected:
        return PersonFacts(numbers=(typed,), protection=state.protection)
    return PersonFacts(
        numbers=state.numbers,
        given_name=state.given_name,
        family_name=state.family_name,
        birth_date=state.birth_date,
        sex=state.sex,
        addresses=state.addresses,
        phone=state.phone,
        home_municipality=state.home_municipality,
        deceased=state.deceased,
    )
