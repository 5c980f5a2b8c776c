"""Reads who sent a message and to whom, and what makes it the same message twice."""

from typing import Final
from urllib.parse import unquote

from msgspec import Struct

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import Reading, Resource, bare_id, identifier_value
from kontaktpunkt.messages.fhir.stay import organisation_name
from kontaktpunkt.messages.found import (
    Node,
    NotUnderstood,
    cleaned,
    extension,
    node,
    nodes,
    text,
    word,
)

_LONGEST_ID: Final = 500
_SENDER_SYSTEMS: Final = (
    codes.OWN_SENDER,
    "urn:oid:1.2.752.29.4.19",  # HSA-id (SE)
    "urn:oid:1.2.752.129.2.1.4.1",  # HSA-id, Inera's OID
    "urn:oid:1.2.208.176.1.1",  # SOR (DK)
)
_DESTINATION_USE: Final = "destinationUseExtension"


class Parties(Struct, frozen=True):
    """The message's identity, and sender and recipient as staff read them."""

    identity: MessageIdentity
    sender: Resource | None
    sender_name: str
    recipient_name: str


def read_parties(reading: Reading, header: Resource) -> Parties:
    """Read identity, sender and recipient; without an id of its own a message cannot be kept apart.

    Raises `NotUnderstood` when there is none, or one that no system would make.
    """
    sender_reference = node(header.data, "sender")
    sender = reading.meant(header.data, "sender", header)
    named = node(sender_reference, "identifier")
    organisation = [named] if sender is None else nodes(sender.data, "identifier")
    identity = MessageIdentity(
        system=_system(node(header.data, "source")),
        sender=identifier_value(organisation, *_SENDER_SYSTEMS),
        id=_id(reading, header),
    )
    if (
        not identity.id
        or max(map(len, (identity.system, identity.sender, identity.id))) > _LONGEST_ID
    ):
        raise NotUnderstood(SetAsideReason.NO_IDENTITY, "MessageHeader.id")
    return Parties(
        identity=identity,
        sender=sender,
        sender_name=organisation_name(sender) or text(sender_reference, "display"),
        recipient_name=_recipient(reading, header),
    )


def _id(reading: Reading, header: Resource) -> str:
    kept = node(reading.bundle.root, "identifier")
    if word(kept, "system") == codes.OWN_MESSAGE_ID and text(kept, "value"):
        return text(kept, "value")
    return cleaned(header.id or bare_id(header.full_url))


def _system(source: Node) -> str:
    endpoint = word(source, "endpoint")
    if endpoint.startswith(codes.OWN_SYSTEM_PREFIX):
        return unquote(endpoint[len(codes.OWN_SYSTEM_PREFIX) :])
    return endpoint or text(source, "name") or text(source, "software") or "fhir"


def _recipient(reading: Reading, header: Resource) -> str:
    """Give the primary receiver's name; copies are for others."""
    destinations = nodes(header.data, "destination")
    primary = [one for one in destinations if _use(one) == "primary"] or destinations
    for destination in primary:
        receiver = reading.meant(destination, "receiver", header)
        if name := organisation_name(receiver) or text(destination, "name"):
            return name
        if name := text(node(destination, "receiver"), "display"):
            return name
    return ""


def _use(destination: Node) -> str:
    return text(node(extension(destination, _DESTINATION_USE), "valueCoding"), "code")
