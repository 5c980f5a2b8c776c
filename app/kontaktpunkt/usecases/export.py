"""Rebuilds a message from what the ledger holds, so that it can be written as a message again."""

from collections.abc import Mapping
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.states import PersonState


class Exported(Struct, frozen=True, kw_only=True):
    """A message to write: its notice, and what could not come along.

    `unknown_earlier` counts the messages that it refers to and that are not here; `attachments`
    those whose bytes stay in the original.
    """

    notice: Notice
    unknown_earlier: int = 0
    attachments: int = 0


def rebuilt(taken: MessageTakenIn, person: PersonState, earlier: Mapping[UUID, str]) -> Exported:
    """Rebuild the notice of a message; `earlier` gives the sender's ids of messages it refers to.

    The person is described as she is known now, which may be more than this one message said; a
    kvittens leaves her out, since the message that it answers says whom it is about. The reader's
    remarks are not part of a message.
    """
    is_answer = taken.message_kind is MessageKind.ACKNOWLEDGEMENT
    known = tuple(earlier[each] for each in taken.refers_to if each in earlier)
    notice = Notice(
        identity=taken.identity,
        kind=taken.message_kind,
        digest=bytes.fromhex(taken.digest),
        change=taken.change,
        refers_to=known,
        happened_at=taken.happened_at,
        built_at=taken.built_at,
        sent_at=taken.sent_at,
        person=PersonFacts() if is_answer else facts_of(person),
        stay=taken.stay,
        summons=taken.summons,
        conversation=taken.conversation,
        sender_name=taken.sender_name,
        sender_unit=taken.sender_unit,
        recipient_name=taken.recipient_name,
    )
    return Exported(
        notice=notice,
        unknown_earlier=len(taken.refers_to) - len(known),
        attachments=len(taken.conversation.attachments),
    )


def can_be_written(notice: Notice) -> bool:
    """Say whether a message can be made of it: it was sent, and a kvittens answers something."""
    answers = bool(notice.refers_to) or notice.kind is not MessageKind.ACKNOWLEDGEMENT
    return notice.sent_at is not None and answers


def facts_of(person: PersonState) -> PersonFacts:
    """Give a person's state as facts that a message can carry."""
    return PersonFacts(
        numbers=person.numbers,
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        sex=person.sex,
        addresses=person.addresses,
        phone=person.phone,
        protection=person.protection,
        home_municipality=person.home_municipality,
        deceased=person.deceased,
    )
