"""Entry by hand: what was told by phone or copied from a screen becomes a notice like any other."""

import hashlib

import msgspec
from msgspec.structs import replace

from kontaktpunkt.domain.decide.ground import CLOCK_PLAY
from kontaktpunkt.domain.events.message import MessageSetAside
from kontaktpunkt.domain.ledger.subjects import message_subject
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.notice import Conversation, MessageIdentity, Notice
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber, full_name
from kontaktpunkt.domain.person.number import NumberFault, birth_date, read_number, sex
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.answers import HandEntry
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.keeping.workroom import Workroom

BY_HAND = "hand"
"""The source system of messages that somebody entered."""


def arrival_of(room: Workroom, hand: HandEntry) -> Arrival | Refused:
    """Turn an entry into an arrival, or say what is missing or wrong in it."""
    person = _person(hand, room.tools.now())
    if isinstance(person, Refused):
        return person
    if _tells_of_the_future(hand, room.tools.now()):
        return Refused(reason=RefusalReason.TIME_IN_FUTURE)
    notice = _notice(room, hand, person)
    original = (
        hand.dropped
        or hand.pasted.encode(errors="replace")
        or msgspec.json.encode(hand, order="sorted")
    )
    if hand.completes is not None:
        kept = _original_of(room, hand)
        if isinstance(kept, Refused):
            return kept
        original = kept
    return Arrival(
        name="",
        data=original,
        carrier=Carrier.PASTED if hand.pasted or hand.dropped else Carrier.HAND,
        read=notice,
        on_word=hand.on_word,
        read_back=hand.read_back,
        completes=hand.completes,
        into_case=hand.case,
    )


def number_or_refused(text: str, now: Instant) -> PersonNumber | Refused:
    """Read a number as staff type it; a refusal carries the fault's reason and its values."""
    read = read_number(text, local_day(now))
    if isinstance(read, NumberFault):
        return Refused(reason=RefusalReason.BAD_NUMBER, values=(read.reason, *read.values))
    return read


def _person(hand: HandEntry, now: Instant) -> PersonFacts | Refused:
    """Read the number and fill in what it tells; a person without number needs a name."""
    if not hand.number_text.strip():
        if not hand.person.numbers and not full_name(hand.person).strip():
            return Refused(reason=RefusalReason.NO_PERSON)
        return hand.person
    number = number_or_refused(hand.number_text, now)
    if isinstance(number, Refused):
        return number
    others = tuple(one for one in hand.person.numbers if one != number)
    return replace(
        hand.person,
        numbers=(number, *others),
        birth_date=hand.person.birth_date or birth_date(number, local_day(now)),
        sex=hand.person.sex or sex(number),
    )


def _tells_of_the_future(hand: HandEntry, now: Instant) -> bool:
    """Say whether a time of what has been lies ahead: the payment clock may hang on it."""
    stay = hand.stay
    been = (hand.happened_at, hand.sent_at, stay.admitted_at, stay.ready_at, stay.discharged_at)
    return any(at is not None and at > now + CLOCK_PLAY for at in been)


def _notice(room: Workroom, hand: HandEntry, person: PersonFacts) -> Notice:
    """Make the notice, with a fresh identity: two calls about the same thing are two messages."""
    fresh = room.tools.new_id()
    identity = MessageIdentity(system=BY_HAND, sender=room.keys.tenant, id=str(fresh))
    now = room.tools.now()
    return Notice(
        identity=identity,
        kind=hand.kind,
        digest=hashlib.sha256(fresh.bytes).digest(),
        happened_at=hand.happened_at,
        built_at=now,
        sent_at=_sent_at(hand, now),
        person=person,
        stay=hand.stay,
        summons=hand.summons,
        conversation=Conversation(text=hand.text),
        sender_name=hand.stay.hospital,
        sender_unit=hand.stay.ward,
    )


def _sent_at(hand: HandEntry, now: Instant) -> Instant | None:
    """Take a call as sent when it was told, but never guess when a text was sent, or readiness.

    The notice's own time of sending starts the payment clock (lag 2017:612 5 kap. 4 §).
    """
    if hand.sent_at is not None:
        return hand.sent_at
    of_text = bool(hand.pasted or hand.dropped) or hand.completes is not None
    return None if of_text or hand.kind is MessageKind.READINESS_NOTICE else now


def _original_of(room: Workroom, hand: HandEntry) -> bytes | Refused:
    """Give the bytes of the set-aside original that the entry completes."""
    assert hand.completes is not None, "asked only when something is completed"  # noqa: S101 - ours
    events = room.events(message_subject(hand.completes))
    aside = events[0].body if events else None
    if not isinstance(aside, MessageSetAside):
        return Refused(reason=RefusalReason.NOT_SET_ASIDE)
    state = room.message(hand.completes)
    if state is not None and state.completed_as is not None:
        return Refused(reason=RefusalReason.ALREADY_DONE)
    original = room.store.original(aside.original)
    return original.data if original else b""
