"""Our own carrier: the kinds of message of the Swedish statute and regions, on FHIR R4.

The event code says the kind, the activity of the message's own Provenance whether it corrects or
cancels an earlier one. The page in resources/fhir describes the carrier for those who send it.
"""

from typing import Final

from msgspec import structs

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Conversation, Notice, StayFacts, SummonsFacts
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.dialects.acknowledgement import read_acknowledgement
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import Reading, Resource, words_of
from kontaktpunkt.messages.fhir.conversation import read_talk, unmarked
from kontaktpunkt.messages.fhir.moments import read_moment
from kontaktpunkt.messages.fhir.parties import read_parties
from kontaktpunkt.messages.fhir.person import find_person, read_person
from kontaktpunkt.messages.fhir.provenance import Step, read_trail, remark_on_missing
from kontaktpunkt.messages.fhir.stay import (
    organisation_name,
    read_stay,
    what_happened_at,
    with_leave,
)
from kontaktpunkt.messages.found import NotUnderstood, extension, node, nodes, text, word

_REVISE: Final = "revise-"
_CANCEL: Final = "cancel-"
_NEW: Final = "new-"


def read_own(reading: Reading, header: Resource, event: str) -> Notice:
    """Read a message in our own carrier, or say with `NotUnderstood` why not."""
    kind = codes.EVENT_KINDS.get(event)
    if kind is None:
        raise NotUnderstood(SetAsideReason.UNKNOWN_KIND, "MessageHeader.eventCoding")
    notice = _notice(reading, header, event, kind)
    if kind is MessageKind.ACKNOWLEDGEMENT or node(header.data, "response"):
        answer = structs.replace(
            notice,
            kind=MessageKind.ACKNOWLEDGEMENT,
            happened_at=_happened_at(reading, header, None, None),
        )
        return read_acknowledgement(reading, header, answer)
    focuses = _focuses(reading, header)
    by_kind = {focus.kind: focus for focus in reversed(focuses)}
    told_at = notice.sent_at if notice.sent_at is not None else notice.built_at
    patient = find_person(reading, focuses)
    stay = _stay(reading, by_kind.get("Encounter"), event)
    conversation, written_at = _conversation(reading, by_kind, event)
    happened = _happened_at(reading, header, what_happened_at(kind, stay), written_at)
    return structs.replace(
        notice,
        happened_at=happened,
        person=read_person(reading, patient, told_at),
        stay=stay,
        summons=_summons(reading, by_kind.get("Appointment")),
        conversation=conversation,
        remarks=reading.remarks(),
    )


def _notice(reading: Reading, header: Resource, event: str, kind: MessageKind) -> Notice:
    parties = read_parties(reading, header)
    step = read_trail(reading, header, codes.OWN_ACTIVITIES).own or Step()
    change = _change(step.activity, event)
    if change is not Change.NEW:
        remark_on_missing(reading, step)
    if kind is MessageKind.READINESS_NOTICE and change is not Change.CANCELLATION:
        _require_sent(step)
    return Notice(
        identity=parties.identity,
        kind=kind,
        digest=reading.digest,
        change=change,
        refers_to=step.earlier,
        built_at=reading.moment(reading.bundle.root, "timestamp"),
        sent_at=step.sent_at,
        person=PersonFacts(),
        sender_name=parties.sender_name,
        sender_unit=organisation_name(reading.meant(header.data, "responsible", header)),
        recipient_name=parties.recipient_name,
    )


def _require_sent(step: Step) -> None:
    # Lag 2017:612 5 kap. 4 §: the days are counted from when the notice was sent, so a readiness
    # without a sure time of sending is not taken in as if it had one.
    if step.sent_at is None:
        raise NotUnderstood(SetAsideReason.BAD_TIME, "Provenance.occurredDateTime")


def _change(activity: str, event: str) -> Change:
    if activity.startswith(_REVISE):
        return Change.CORRECTION
    if activity.startswith(_CANCEL):
        return Change.CANCELLATION
    if activity in ("", event) or activity.startswith(_NEW):
        return Change.NEW
    raise NotUnderstood(SetAsideReason.UNKNOWN_ACTIVITY, "Provenance.activity")


def _focuses(reading: Reading, header: Resource) -> list[Resource]:
    meant = (reading.bundle.meant_by(one, header) for one in nodes(header.data, "focus"))
    return [resource for resource in meant if resource is not None]


def _stay(reading: Reading, encounter: Resource | None, event: str) -> StayFacts:
    stay = read_stay(reading, encounter, None)
    if codes.EVENT_KINDS[event] is MessageKind.LEAVE_NOTICE:
        started = event == "permission-start"
        return with_leave(reading, stay, encounter, started=started)
    return stay


def _conversation(
    reading: Reading, by_kind: dict[str, Resource], event: str
) -> tuple[Conversation, Instant | None]:
    talk = read_talk(reading, by_kind.get("Communication"), unmarked)
    conversation = talk.conversation
    request = by_kind.get("ServiceRequest")
    if request is not None and not conversation.text:
        notes = [text(note, "text") for note in nodes(request.data, "note")]
        words = "\n\n".join(
            (*notes, *filter(None, map(words_of, nodes(request.data, "reasonCode"))))
        )
        conversation = structs.replace(conversation, text=words)
    if event == "vardbegaran-forberedd":
        conversation = structs.replace(conversation, category=codes.PREPARED)
    return conversation, talk.written_at


def _summons(reading: Reading, appointment: Resource | None) -> SummonsFacts:
    if appointment is None:
        return SummonsFacts()
    people: list[str] = []
    place = ""
    for participant in nodes(appointment.data, "participant"):
        actor = reading.meant(participant, "actor", appointment)
        if actor is not None and actor.kind == "Patient":
            continue
        named = "" if actor is None else text(actor.data, "name")
        named = named or text(node(participant, "actor"), "display")
        if actor is not None and actor.kind == "Location":
            place = place or named
        elif named:
            people.append(named)
    return SummonsFacts(
        meeting_at=reading.moment(appointment.data, "start"),
        form=words_of(node(appointment.data, "appointmentType")),
        place=place,
        participants=tuple(people),
    )


def _happened_at(
    reading: Reading, header: Resource, by_kind: Instant | None, written_at: Instant | None
) -> Instant | None:
    """Give when what the message is about happened: said outright, else told by its kind."""
    said = extension(header.data, codes.OWN_EXTENSION + codes.HAPPENED)
    if word(said, "valueDateTime"):
        return read_moment(word(said, "valueDateTime")) or reading.moment(said, "valueDateTime")
    return by_kind if by_kind is not None else written_at
