"""Reads a kvittens: which message it answers, and whether that one could be taken in."""

from collections.abc import Iterable
from typing import Final

from msgspec import structs

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Conversation, Notice
from kontaktpunkt.messages.fhir.bundle import Reading, Resource, plain_value, words_of
from kontaktpunkt.messages.fhir.person import read_person
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import NotUnderstood, node, nodes, text

_WELL: Final = "ok"


def read_acknowledgement(reading: Reading, header: Resource, notice: Notice) -> Notice:
    """Complete the notice: a kvittens need not name a person, only the message that it answers.

    Raises `NotUnderstood` when it answers none.
    """
    response = node(header.data, "response")
    answered = plain_value(text(response, "identifier"))
    refers_to = tuple(dict.fromkeys(name for name in (answered, *notice.refers_to) if name))
    if not refers_to:
        raise NotUnderstood(SetAsideReason.BAD_SHAPE, "MessageHeader.response")
    outcome = text(response, "code")
    if outcome and outcome != _WELL:
        reading.remark(Remark.NOT_RECEIVED)
    patients = reading.bundle.of_kind("Patient")
    person = notice.person
    if len(patients) == 1:
        person = read_person(reading, patients[0], notice.sent_at)
    details = reading.meant(response, "details", header)
    said = "" if details is None else "\n".join(_issues(details))
    return structs.replace(
        notice,
        refers_to=refers_to,
        person=person,
        conversation=Conversation(category=outcome, text=said),
        remarks=reading.remarks(),
    )


def _issues(details: Resource) -> Iterable[str]:
    for issue in nodes(details.data, "issue"):
        if words := words_of(node(issue, "details")) or text(issue, "diagnostics"):
            yield words
