"""Entering a paper: its fields become messages or notes in the case, and it is kept whole."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, EnterSheet
from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.person.facts import Address, PersonFacts
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import MessageState, SheetState
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.answers import HandEntry
from kontaktpunkt.usecases.arriving import entry as by_hand
from kontaktpunkt.usecases.arriving import intake
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.arriving.matching import person_by
from kontaktpunkt.usecases.back_entry.becomes import messages_of, told_of
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.back_entry.written import Written, entered_values
from kontaktpunkt.usecases.joining.joined import leading_person, whole_person
from kontaktpunkt.usecases.keeping.workroom import Workroom


class _Made(Struct, frozen=True):
    """A message that a paper became: in which case, and how it stands where it was made before."""

    message: UUID | None
    case: UUID | None
    state: MessageState | None = None

    @property
    def is_matched(self) -> bool:
        """Say whether the same was found in the region's system."""
        return self.state is not None and self.state.matched_into is not None


class Entering:
    """One paper being entered in one transaction.

    Promise: either all of it happens in the one act, or nothing does.
    """

    def __init__(self, room: Workroom, form: FormDefinition, entry: SheetEntry) -> None:
        self._room = room
        self._entry = entry
        self._form = form
        state = room.state(Subject(SubjectKind.SHEET, entry.sheet))
        self._sheet = state if isinstance(state, SheetState) else SheetState()
        self._written = Written(form, entry.values, entry.at, room.tools.now())

    def enter(self) -> UUID | Refused:
        """Enter it; gives the act, or says what cannot be read or may not be."""
        plain = acting.try_out(self._room, self._wish())
        if isinstance(plain, Refused):
            return plain
        issued = self._sheet.issued
        assert issued is not None, "tried out above"  # noqa: S101 - ours
        hands = () if issued.exercise else self._messages(issued)
        faults = self._written.faults
        if faults and not self._entry.as_it_stands:
            return faults[0].refused()
        act = self._room.tools.new_id()
        with self._room.one_act(act):
            made = self._take_in(hands)
            self._do(act, self._wish(made))
        return act

    def _messages(self, issued: SheetIssued) -> tuple[HandEntry, ...]:
        """Give the messages that it becomes; none of a paper that only we send or keep."""
        if issued.direction is not SheetDirection.TOLD_BY_PHONE or not self._form.stands_for:
            return ()
        person = self._person()
        told = told_of(self._written, person or PersonFacts(), self._number_text(person))
        hands = messages_of(self._written, told)
        return hands if person is not None else ()

    def _number_text(self, person: PersonFacts | None) -> str:
        wrong = {one.key for one in self._written.faults}
        fields = (field for block in self._form.block for field in block.field)
        key = next((one.key for one in fields if one.back_entry == "person.number"), "")
        return "" if person is None or key in wrong else self._written.text("person.number")

    def _person(self) -> PersonFacts | None:
        """Say who it is about; None, and a fault, where that cannot be read."""
        written = self._written
        typed, name = written.text("person.number"), written.text("person.name")
        if not typed:
            return self._unnumbered(name)
        number = number_or_refused(typed, self._room.tools.now())
        if isinstance(number, Refused):
            written.fault("person.number", RefusalReason.FIELD_BAD_NUMBER, typed)
            return self._of_case()
        known = whole_person(self._room, leading_person(self._room, person_by(self._room, number)))
        if known is not None and known.name:
            # A name in handwriting never takes the place of one that is known.
            return PersonFacts(numbers=(number,))
        return replace(_named(name, written.text("person.address")), numbers=(number,))

    def _unnumbered(self, name: str) -> PersonFacts | None:
        found = self._of_case()
        if found is not None:
            return found
        if not name:
            self._written.fault("person.number", RefusalReason.FIELD_MISSING)
            return None
        return _named(name, self._written.text("person.address"))

    def _of_case(self) -> PersonFacts | None:
        """Give who the chosen case, or the paper's own, is about."""
        case = self._case()
        state = self._room.case(case) if case is not None else None
        person = whole_person(self._room, state.person) if state is not None else None
        if person is None or not person.numbers:
            return None
        return PersonFacts(numbers=person.numbers[:1])

    def _case(self) -> UUID | None:
        issued = self._sheet.issued
        return self._entry.case or (issued.case if issued is not None else None)

    def _take_in(self, hands: Sequence[HandEntry]) -> tuple[_Made, ...]:
        """Take the messages in; what was made of the paper before is corrected or cancelled.

        What says the same as before stays, and so does what was found in the system since.
        """
        earlier = self._earlier() if hands else {}
        made: list[_Made] = []
        for hand in hands:
            arrival, before = self._arrival(hand), earlier.pop(hand.kind, None)
            if isinstance(arrival, Refused):
                continue
            if before is not None and (before.is_matched or _says_the_same(before, arrival)):
                made.append(before)
                continue
            change = Change.NEW if before is None else Change.CORRECTION
            fate = intake.take_in(self._room, _changing(arrival, change, before))
            made.append(_Made(fate.message, fate.case))
        for kind, before in earlier.items():
            gone = self._arrival(_empty(hands[0], kind))
            if before.is_matched or isinstance(gone, Refused):
                made.append(before)
            else:
                intake.take_in(self._room, _changing(gone, Change.CANCELLATION, before))
        return tuple(made)

    def _earlier(self) -> dict[MessageKind, _Made]:
        """Give the messages that stand of this paper, the last of each kind."""
        found: dict[MessageKind, _Made] = {}
        for entry in self._sheet.entries:
            for message in entry.said.messages:
                state = self._room.message(message)
                if state is not None and state.taken_in is not None and _stands(state):
                    found[state.taken_in.message_kind] = _Made(message, state.case, state)
        return found

    def _arrival(self, hand: HandEntry) -> Arrival | Refused:
        arrival = by_hand.arrival_of(self._room, replace(hand, case=self._case()))
        if isinstance(arrival, Refused) or not isinstance(arrival.read, Notice):
            return arrival
        issued = self._sheet.issued
        digest = hashlib.sha256(msgspec.json.encode((self._entry.sheet, hand), order="sorted"))
        return replace(
            arrival,
            read=replace(arrival.read, digest=digest.digest()),
            sheet=self._entry.sheet,
            paper_number=issued.number if issued is not None else "",
        )

    def _wish(self, made: Sequence[_Made] = ()) -> EnterSheet:
        case = next((one.case for one in made if one.case), None) or self._case()
        state = self._room.case(case) if case is not None else None
        return EnterSheet(
            sheet=self._entry.sheet,
            at=self._entry.at,
            form_version=self._form.version,
            values=tuple(entered_values(self._form, self._entry.values)),
            for_whom=self._entry.for_whom,
            case=case if state is not None else None,
            person=state.person if state is not None else None,
            messages=tuple(one.message for one in made if one.message is not None),
            not_understood=tuple(one.key for one in self._written.faults),
        )

    def _do(self, act: UUID, *wishes: Command) -> None:
        """Do what can be done; what a rule refuses stands in the paper's text all the same."""
        for wish in wishes:
            decision = acting.try_out(self._room, wish)
            if not isinstance(decision, Refused):
                self._room.perform(act, decision)


def _named(name: str, address: str) -> PersonFacts:
    given, _, family = " ".join(name.split()).rpartition(" ")
    lines = tuple(line.strip() for line in address.splitlines() if line.strip())
    return PersonFacts(
        given_name=given,
        family_name=family,
        addresses=(Address(lines=lines),) if lines else (),
    )


def _stands(state: MessageState) -> bool:
    return not state.voided and state.corrected_by is None and state.cancelled_by is None


def _says_the_same(before: _Made, arrival: Arrival) -> bool:
    taken = before.state.taken_in if before.state is not None else None
    read = arrival.read
    return taken is not None and isinstance(read, Notice) and taken.digest == read.digest.hex()


def _empty(hand: HandEntry, kind: MessageKind) -> HandEntry:
    """Give an entry that says nothing but whom it is about."""
    return HandEntry(
        kind=kind, person=hand.person, number_text=hand.number_text, sent_at=hand.sent_at
    )


def _changing(arrival: Arrival, change: Change, before: _Made | None) -> Arrival:
    taken = before.state.taken_in if before is not None and before.state is not None else None
    if taken is None or not isinstance(arrival.read, Notice):
        return arrival
    notice = replace(arrival.read, change=change, refers_to=(taken.identity.id,))
    return replace(arrival, read=notice)
