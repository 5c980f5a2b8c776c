"""Entering a paper: its fields become messages or notes in the case, and it is kept whole."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, DescribePerson, EnterSheet
from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.paper.form import FormDefinition, fields_of
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, SheetState
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.answers import HandEntry
from kontaktpunkt.usecases.arriving import entry as by_hand
from kontaktpunkt.usecases.arriving import intake
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.arriving.matching import is_hers, person_for
from kontaktpunkt.usecases.back_entry.aside import (
    as_set_aside,
    not_aside_any_more,
    waits_aside,
)
from kontaktpunkt.usecases.back_entry.becomes import messages_of, told_of
from kontaktpunkt.usecases.back_entry.document_text import lines_of, text_to_document
from kontaktpunkt.usecases.back_entry.made import Made, says_the_same, stands
from kontaktpunkt.usecases.back_entry.names import OF_THE_PAPER, PERSON
from kontaktpunkt.usecases.back_entry.own import Own, acts_of, happens_once, opens_case
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.back_entry.whose import open_case_of, whose
from kontaktpunkt.usecases.back_entry.written import Written, entered_values, values_of
from kontaktpunkt.usecases.joining.joined import cases_with, leading_person, whole_case
from kontaktpunkt.usecases.keeping.paper_twins import made_of
from kontaktpunkt.usecases.keeping.workroom import Workroom


class _Ours(Struct, frozen=True):
    """What a paper of ours says that we did, and in which case."""

    case: UUID
    wishes: tuple[Command, ...]


class _Placed(Struct, frozen=True):
    """Where a paper belongs: its case, and who it is about where that is somebody known."""

    case: UUID | None
    person: UUID | None = None


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
        self._at = _Placed(self._case())

    def enter(self) -> UUID | Refused:
        """Enter it; gives the act, or says what cannot be read or may not be."""
        plain = acting.try_out(self._room, self._wish())
        if isinstance(plain, Refused):
            return plain
        issued = self._sheet.issued
        assert issued is not None, "tried out above"  # noqa: S101 - ours
        told = issued.direction is SheetDirection.TOLD_BY_PHONE and bool(self._form.stands_for)
        whom = None if issued.exercise else self._whom(needed=told)
        self._at = self._hers(whom)
        hands = self._messages(whom) if told and whom is not None else ()
        ours = self._ours(whom) if not told and whom is not None else None
        faults = self._written.faults
        if faults and not self._entry.as_it_stands:
            return faults[0].refused()
        if self._would_move_evidence(hands):
            return Refused(reason=RefusalReason.TWINS_STAND)
        placed = bool(hands) or ours is not None or self._at.case is not None
        aside = None if placed or issued.exercise else self._set_aside()
        act = self._room.tools.new_id()
        with self._room.one_act(act):
            made = self._take_in(hands)
            for wish in ours.wishes if ours is not None else ():
                self._do(act, wish)
            for wish in not_aside_any_more(self._sheet, aside):
                self._do(act, wish)
            wish = replace(self._wish(made, ours), set_aside=aside)
            entered = acting.try_out(self._room, wish)
            assert not isinstance(entered, Refused), entered  # noqa: S101 - tried out above
            self._room.perform(act, entered)
        return act

    def _set_aside(self) -> UUID | None:
        """Lay a paper of whom nobody can place where it waits for somebody (ej inläst).

        An act of its own: who takes the entry back does not take the person away with it.
        """
        issued = self._sheet.issued
        whose_number = {one.key for one in fields_of(self._form) if one.back_entry in PERSON}
        lost = any(one.key in whose_number for one in self._written.faults)
        if issued is None or not lost:
            return None
        arrival = as_set_aside(self._written, issued.number, self._entry.for_whom)
        return intake.take_in(self._room, arrival).message

    def _whom(self, *, needed: bool) -> PersonFacts | None:
        """Say whom it is about; one that opens a case, or becomes a message, must tell."""
        must = needed or opens_case(self._form)
        return whose(self._room, self._written, self._case(), needed=must)

    def _messages(self, person: PersonFacts) -> tuple[HandEntry, ...]:
        """Give the messages that it becomes."""
        return messages_of(self._written, told_of(self._written, person))

    def _ours(self, person: PersonFacts) -> _Ours | None:
        """Give what we did ourselves by a paper that only we send or keep, and in which case.

        Who is not known here has none; such a paper is kept, and opens a case only where she went
        to hospital.
        """
        room, profile = self._room, self._room.rules.profile
        known = person_for(room, person.numbers) if person.numbers else None
        if known is None:
            return None
        case = self._at.case or open_case_of(room, known)
        opens = case is None and opens_case(self._form)
        if case is None and not opens:
            return None
        text = text_to_document(self._form, self._entry.values, system=profile.system_short_name)
        own = Own(
            case=case or room.tools.new_id(),
            person=leading_person(room, known) or known,
            state=whole_case(room, case) or CaseState(),
            opens_case=opens,
            items=profile.readiness_items,
            services=profile.paused_services,
            system=profile.system_short_name,
            text=text,
            new_id=room.tools.new_id,
        )
        said = self._said_in(case)
        first = not any(happens_once(one, own) for one in said)
        wishes = acts_of(self._written, own, first=first)
        described: tuple[Command, ...] = ()
        if room.person(known) is None:
            described = (DescribePerson(person=known, facts=person),)
        return _Ours(own.case, (*described, *_not_said_before(said, own, wishes)))

    def _said_in(self, case: UUID | None) -> Sequence[Written]:
        """Give what the entries before said in the same case; nothing was done there by others."""
        group = cases_with(self._room, case) if case is not None else ()
        now = self._room.tools.now()
        return [
            Written(self._form, values_of(one.said.values), one.at, now)
            for one in self._sheet.entries
            if one.said.case in group
        ]

    def _case(self) -> UUID | None:
        issued = self._sheet.issued
        return self._entry.case or (issued.case if issued is not None else None)

    def _hers(self, whom: PersonFacts | None) -> _Placed:
        """Say whom it is about, and the case: never one of somebody whose number it is not."""
        case = self._case()
        if whom is None or not whom.numbers:
            return _Placed(case)
        known = person_for(self._room, whom.numbers)
        person = known if self._room.person(known) is not None else None
        return _Placed(case if is_hers(self._room, case, known) else None, person)

    def _take_in(self, hands: Sequence[HandEntry]) -> tuple[Made, ...]:
        """Take the messages in; what was made of the paper before is corrected or cancelled.

        What says the same as before stays, and so does what was found in the system since.
        """
        earlier = self._earlier() if hands else {}
        made: list[Made] = []
        for hand in hands:
            arrival, before = self._arrival(hand), earlier.pop(hand.kind, None)
            if not made and not isinstance(arrival, Refused):
                arrival = replace(arrival, completes=waits_aside(self._room, self._sheet))
            if isinstance(arrival, Refused):
                continue
            if before is not None and (before.is_matched or says_the_same(before, arrival)):
                made.append(before)
                continue
            change = Change.NEW if before is None else Change.CORRECTION
            fate = intake.take_in(self._room, _changing(arrival, change, before))
            made.append(Made(fate.message, fate.case))
        for kind, before in earlier.items():
            gone = self._arrival(_empty(hands[0], kind))
            if before.is_matched or isinstance(gone, Refused):
                made.append(before)
            else:
                intake.take_in(self._room, _changing(gone, Change.CANCELLATION, before))
        return tuple(made)

    def _would_move_evidence(self, hands: Sequence[HandEntry]) -> bool:
        """Say whether it would tell another time, or person, of what is one with a message.

        The clock counts from when we were told by the paper: the two are parted first.
        """
        earlier = self._earlier()
        pairs = ((hand, earlier.get(hand.kind)) for hand in hands)
        return any(made is not None and made.is_other(self._room, hand) for hand, made in pairs)

    def _earlier(self) -> dict[MessageKind, Made]:
        """Give the messages that stand of this paper, the last of each kind.

        Each with all before it: who takes an entry back in between wakes none of those.
        """
        found: dict[MessageKind, Made] = {}
        named: dict[MessageKind, tuple[str, ...]] = {}
        for message in made_of(self._room, self._entry.sheet):
            state = self._room.message(message)
            if state is None or state.taken_in is None or state.voided:
                continue
            kind = state.taken_in.message_kind
            named[kind] = (state.taken_in.identity.id, *named.get(kind, ()))
            if stands(state):
                found[kind] = Made(message, state.case, state)
        return {kind: replace(one, named=named[kind]) for kind, one in found.items()}

    def _arrival(self, hand: HandEntry) -> Arrival | Refused:
        arrival = by_hand.arrival_of(self._room, replace(hand, case=self._at.case))
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

    def _wish(self, made: Sequence[Made] = (), ours: _Ours | None = None) -> EnterSheet:
        case = next((one.case for one in made if one.case), None)
        case = case or (ours.case if ours is not None else self._at.case)
        state = self._room.case(case) if case is not None else None
        return EnterSheet(
            sheet=self._entry.sheet,
            at=self._entry.at,
            form_version=self._form.version,
            values=tuple(entered_values(self._form, self._entry.values)),
            for_whom=self._entry.for_whom,
            case=case if state is not None else None,
            person=state.person if state is not None else self._at.person,
            messages=tuple(one.message for one in made if one.message is not None),
            not_understood=tuple(one.key for one in self._written.faults if one.typed),
            text="" if made else self._text(),
        )

    def _text(self) -> str:
        """Give what the paper says as lines for the case, where it is no message there."""
        skip = {
            field.key
            for field in fields_of(self._form)
            if field.back_entry in PERSON or field.back_entry in OF_THE_PAPER
        }
        return lines_of(self._form, self._entry.values, frozenset(skip))

    def _do(self, act: UUID, wish: Command) -> None:
        """Do what can be done; what a rule refuses stands in the paper's text all the same."""
        decision = acting.try_out(self._room, wish)
        if not isinstance(decision, Refused):
            self._room.perform(act, decision)


def _not_said_before(
    said: Sequence[Written], own: Own, wishes: tuple[Command, ...]
) -> tuple[Command, ...]:
    """Leave out what the entry before said too: it was done then."""
    earlier = acts_of(said[-1], own, first=False) if said else ()
    return tuple(wish for wish in wishes if wish not in earlier)


def _empty(hand: HandEntry, kind: MessageKind) -> HandEntry:
    """Give an entry that says nothing but whom it is about."""
    return HandEntry(kind=kind, person=hand.person, sent_at=hand.sent_at)


def _changing(arrival: Arrival, change: Change, before: Made | None) -> Arrival:
    if before is None or not before.named or not isinstance(arrival.read, Notice):
        return arrival
    notice = replace(arrival.read, change=change, refers_to=before.named)
    return replace(arrival, read=notice)
