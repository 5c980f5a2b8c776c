"""Writes the words of a message, a summons, a request, and what a message is to earlier ones."""

from kontaktpunkt.domain.message_kind import Change
from kontaktpunkt.domain.notice import Conversation, Notice, SummonsFacts
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.moments import write_moment
from kontaktpunkt.messages.found import Node
from kontaktpunkt.messages.writing.leanness import coding, concept, extended, lean
from kontaktpunkt.messages.writing.stays import moment

_PREFIXES = {Change.NEW: "", Change.CORRECTION: "revise-", Change.CANCELLATION: "cancel-"}


def communication_of(conversation: Conversation, patient: Node) -> Node:
    """Write the words: own ones first, those of earlier messages marked as such."""
    earlier = extended(codes.OWN_EXTENSION + codes.EARLIER, valueBoolean=True)
    payload: list[Node] = []
    if conversation.text:
        payload.append({"contentString": conversation.text})
    if conversation.earlier_text:
        payload.append({"extension": earlier, "contentString": conversation.earlier_text})
    payload.extend(
        {
            "contentAttachment": lean(
                contentType=file.content_type, size=file.size or None, title=file.title
            )
        }
        for file in conversation.attachments
    )
    return lean(
        resourceType="Communication",
        identifier=[{"value": conversation.thread}] if conversation.thread else [],
        status="completed",
        category=[concept(conversation.category)] if conversation.category else [],
        subject=patient,
        topic=concept(conversation.subject_line),
        payload=payload,
    )


def appointment_of(summons: SummonsFacts, patient: Node, place: Node) -> Node:
    """Write the summons: the person, those called, and where."""
    actors = [patient, *({"display": name} for name in summons.participants)]
    if place:
        actors.append(place)
    return lean(
        resourceType="Appointment",
        status="proposed",
        appointmentType=concept(summons.form),
        start=moment(summons.meeting_at),
        participant=[{"actor": actor, "status": "needs-action"} for actor in actors],
    )


def request_of(event: str, patient: Node) -> Node:
    """Write that care is asked for, or (prepared) may be."""
    return {
        "resourceType": "ServiceRequest",
        "status": "active",
        "intent": "plan" if event == "vardbegaran-forberedd" else "order",
        "subject": patient,
    }


def provenance_of(notice: Notice, event: str, header: Node, sender: Node) -> Node:
    """Write when the message was sent and what it is to the ones that it refers to."""
    if notice.sent_at is None:
        raise ValueError("a message that is written has been sent")
    sent = write_moment(notice.sent_at)
    role = "removal" if notice.change is Change.CANCELLATION else "revision"
    activity = coding(codes.OWN_ACTIVITIES, _PREFIXES[notice.change] + event)
    return lean(
        resourceType="Provenance",
        target=[header],
        occurredDateTime=sent,
        recorded=sent,
        activity={"coding": [activity]},
        agent=[{"who": sender or {"display": notice.identity.system or "?"}}],
        entity=[
            {"role": role, "what": {"identifier": {"value": name}}} for name in notice.refers_to
        ],
    )
