"""Our own care requests at a desk: the list, one whole, writing one, and sending somebody."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands import (
    Command,
    DescribePerson,
    PrepareCareRequest,
    SendToEmergency,
)
from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CareRequestState, PersonState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.arriving.matching import person_for
from kontaktpunkt.usecases.at_desk.acts import ActDesk
from kontaktpunkt.usecases.at_desk.inbox import InboxDesk
from kontaktpunkt.usecases.care_request_rows import CareRequestCard, CareRequestRow, Going, Whom
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.joining.joined import persons_with
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.showing.care_requests import CareRequestList, card_of, in_order


class CareRequestDesk(InboxDesk, ActDesk):
    """What is asked about our own care requests."""

    def care_requests(self) -> tuple[CareRequestRow, ...]:
        """Give who has one and who lacks one, the most pressing first; noted with the count."""
        with self.reading() as reading:
            kept = _listed(reading.store)
            lines = CareRequestList(reading, self.my_id, local_day(self.now()))
            rows = (*lines.of_those_kept(kept), *lines.of_those_without(kept))
        self._note_list("vårdbegäran", len(rows))
        return in_order(rows)

    def care_requests_to_send(self) -> tuple[Instant, ...]:
        """Give since when each waits that is to be sent."""
        with self.reading() as reading:
            wanted = _listed(reading.store, only_open=True)
        calls = (state.waiting for _, state in wanted)
        return tuple(call.since for call in calls if call is not None)

    def care_request(self, person: UUID) -> CareRequestCard | None:
        """Show one; noted in the access log before it is shown."""
        with self.reading() as reading:
            card = card_of(reading, person, self.my_id, local_day(self.now()))
        if card is not None:
            self._note_reading(person, card.row.case)
        return card

    def prepare_care_request(
        self, whom: Whom, content: CareRequestContent, look_over_by: date | None
    ) -> Done | Refused:
        """Write one, making the person known if she is not."""
        known = self._known(whom)
        if isinstance(known, Refused):
            return known
        person, described = known
        wish = PrepareCareRequest(person=person, content=content, look_over_by=look_over_by)
        return self.act(*described, wish)

    def send_to_emergency(self, going: Going) -> Done | Refused:
        """Note that somebody went to hospital, in her open case or a new one that waits."""
        known = self._known(going.whom)
        if isinstance(known, Refused):
            return known
        person, described = known
        with self.room() as room:
            case = _stay_of(room, person)
            fresh, item = room.tools.new_id(), room.tools.new_id()
        wish = SendToEmergency(
            at=going.at,
            person=person,
            case=case or fresh,
            opens_case=case is None,
            item=item,
            system=going.system,
            text=going.text,
            hospital=going.hospital,
            by=going.by,
            on_word=going.on_word,
            note=going.note,
        )
        return self.act(*described, wish)

    def _known(self, whom: Whom) -> tuple[UUID, tuple[Command, ...]] | Refused:
        """Find the person, with what makes her known when she is not."""
        if whom.person is not None:
            return whom.person, ()
        number = number_or_refused(whom.number_text, self.now())
        if isinstance(number, Refused):
            return number
        with self.room() as room:
            person = person_for(room, (number,))
            is_known = isinstance(room.person(person), PersonState)
        if is_known:
            return person, ()
        if not whom.name.strip():
            return Refused(reason=RefusalReason.NO_PERSON)
        given, _, family = whom.name.strip().rpartition(" ")
        facts = PersonFacts(
            numbers=(number,),
            given_name=given,
            family_name=family,
            birth_date=birth_date(number, local_day(self.now())),
            sex=sex(number),
        )
        return person, (DescribePerson(person=person, facts=facts),)


def _listed(
    store: StoreView, *, only_open: bool = False
) -> Sequence[tuple[UUID, CareRequestState]]:
    return listed(store, SubjectKind.CARE_REQUEST, only_open=only_open)


def _stay_of(room: Workroom, person: UUID) -> UUID | None:
    """Give the open case of somebody who is in hospital already: no second one is opened for it."""
    for row in room.store.case_rows_of(persons_with(room, person)[0]):
        if row.is_open and row.in_hospital:
            return row.case
    return None
