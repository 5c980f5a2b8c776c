"""Pasted text at a desk: what is understood of it, and whether it is known here already."""

import hashlib

from msgspec.structs import replace

from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.ledger.subjects import message_subject
from kontaktpunkt.domain.notice import StayFacts
from kontaktpunkt.domain.pasted import Pasted, hospital_and_ward
from kontaktpunkt.domain.times import MINUTE, Instant, local_day
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.joining.joined import persons_with
from kontaktpunkt.usecases.pasted_rows import KnownAs, WardSeen
from kontaktpunkt.usecases.rows import InboxQuery, InboxView

_TIMES = ("admitted_at", "expected_discharge", "ready_at", "discharged_at", "leave_at")
_LOOKED_THROUGH = 500


class PasteDesk(Office):
    """What somebody copies from the region's screen."""

    def understand(self, text: str) -> Pasted:
        """Understand a copied text; nothing is kept until it is entered (`enter`)."""
        labels = self.profile().pasted_labels
        pasted = self.outside.read_pasted(text, labels, local_day(self.now()))
        stay = pasted.stay
        if stay.hospital or "," not in stay.ward:
            return pasted
        known = {one.hospital.casefold() for one in self.wards_seen()}
        hospital, ward = hospital_and_ward(stay.ward, known)
        return replace(pasted, stay=replace(stay, hospital=hospital, ward=ward))

    def known_as(self, text: str) -> KnownAs | None:
        """Find the message that a copied text is, if that has come in or been entered already.

        It is the same when the very text has been kept, or when the person has a message of the
        same kind that says the same times to the minute; what says no time is never the same.
        """
        pasted = self.understand(text)
        sha256 = hashlib.sha256(text.encode(errors="replace")).hexdigest()
        with self.reading() as reading:
            store = reading.store
            numbers = pasted.person.numbers
            found = (store.person_of_number(number) for number in numbers)
            person = next((one for one in found if one is not None), None)
            if person is None:
                return None
            links = store.links_of_person(persons_with(reading, person)[0])
            subjects = [message_subject(each) for each in links.messages]
            for subject, events in store.events_of_many(subjects).items():
                taken = events[0].body if events else None
                if not isinstance(taken, MessageTakenIn):
                    continue
                if taken.original == sha256 or _says_the_same(taken, pasted):
                    row = store.inbox_row(subject.id)
                    return KnownAs(
                        message=subject.id,
                        case=row.case if row else taken.case,
                        kind=taken.message_kind,
                        received_at=events[0].envelope.noted_at,
                    )
        return None

    def text_of(self, data: bytes) -> str:
        """Give the text of a dropped file (text, PDF, .eml), '' when it has none."""
        return self.outside.legible(data)

    def wards_seen(self) -> tuple[WardSeen, ...]:
        """Give the hospitals and wards that open cases and messages have named, by name."""
        with self.outside.store.reading() as store:
            cases = store.cases_in_hospital()
            rows = store.inbox_rows(InboxQuery(view=InboxView.ALL_OPEN), 0, _LOOKED_THROUGH)
        seen = {
            (row.hospital, row.ward): WardSeen(
                hospital=row.hospital, ward=row.ward, phone=row.ward_phone
            )
            for row in (*rows, *cases)
            if row.hospital
        }
        return tuple(seen[place] for place in sorted(seen))


def _says_the_same(taken: MessageTakenIn, pasted: Pasted) -> bool:
    if taken.message_kind is not pasted.kind:
        return False
    said = [(pasted.sent_at, taken.sent_at), *_pairs(pasted.stay, taken.stay)]
    both = [(one, other) for one, other in said if one is not None]
    return bool(both) and all(_same_minute(one, other) for one, other in both)


def _pairs(one: StayFacts, other: StayFacts) -> list[tuple[Instant | None, Instant | None]]:
    return [(getattr(one, name), getattr(other, name)) for name in _TIMES]


def _same_minute(one: Instant, other: Instant | None) -> bool:
    return other is not None and one // MINUTE == other // MINUTE
