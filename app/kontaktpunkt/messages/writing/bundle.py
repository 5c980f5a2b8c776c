"""Writes a notice as a bundle in our own carrier, which the demo day is made through."""

import re
from typing import Final
from urllib.parse import quote
from uuid import UUID, uuid5

from msgspec import json

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Conversation, Notice, StayFacts, SummonsFacts
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.stay import what_happened_at
from kontaktpunkt.messages.found import Node
from kontaktpunkt.messages.writing.leanness import coding, extended, lean
from kontaktpunkt.messages.writing.people import patient_of
from kontaktpunkt.messages.writing.stays import encounter_of, moment, ward_of
from kontaktpunkt.messages.writing.words import (
    appointment_of,
    communication_of,
    provenance_of,
    request_of,
)

_NAMESPACE: Final = UUID("7f3d2c1a-55f0-5a3e-9b61-2f0c8f6d4e11")
_FHIR_ID: Final = re.compile(r"[A-Za-z0-9\-.]{1,64}")
_ADDRESS: Final = re.compile(r"(?:https?://|urn:)[!-~]+")
_HSA_ID: Final = re.compile(r"SE[0-9]{10}-[0-9A-Za-z]+")
_HSA_SYSTEM: Final = "urn:oid:1.2.752.29.4.19"
_TALKS: Final = (MessageKind.ADMINISTRATIVE_MESSAGE, MessageKind.DISCHARGE_INFORMATION)
_REQUESTS: Final = (MessageKind.CARE_REQUEST_OUT, MessageKind.PRIMARY_CARE_REQUEST)
_OUTCOMES: Final = ("ok", "transient-error", "fatal-error")
_EVENTS: Final = {
    kind: event for event, kind in codes.EVENT_KINDS.items() if event != "vardbegaran-forberedd"
}


def write(notice: Notice) -> bytes:
    """Write the notice; reading it gives the same facts, its digest and the reader's remarks apart.

    It must have been sent (`sent_at`). Words are kept as they are, but for control characters and
    outer blanks.
    """
    event = _event(notice)
    writer = _Writer(notice)
    if notice.kind is MessageKind.ACKNOWLEDGEMENT:
        writer.answer()
    else:
        writer.tell(event)
    return json.encode(writer.bundle(event))


class _Writer:
    """One message under writing: its entries in their order, and the references between them."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._entries: list[Node] = []
        self._focus: list[Node] = []
        self._response: Node = {}

    def tell(self, event: str) -> None:
        """Write what the message says of the person, the stay, the meeting, in words."""
        notice = self._notice
        patient = self._add("patient", patient_of(notice.person))
        if notice.kind in _REQUESTS:
            self._focus.append(self._add("request", request_of(event, patient)))
        if notice.summons != SummonsFacts() or notice.kind is MessageKind.PLAN_SUMMONS:
            self._summon(patient)
        conversation = _without_prepared(notice.conversation)
        if conversation != Conversation() or notice.kind in _TALKS:
            words = communication_of(conversation, patient)
            self._focus.append(self._add("communication", words))
        if notice.stay != StayFacts():
            self._stay(patient)

    def answer(self) -> None:
        """Write a kvittens."""
        notice, conversation = self._notice, self._notice.conversation
        if notice.person.numbers or notice.person.family_name or notice.person.given_name:
            self._add("patient", patient_of(notice.person))
        details: Node = {}
        if conversation.text:
            issue = {"severity": "information", "code": "informational"}
            said: Node = {**issue, "details": {"text": conversation.text}}
            details = self._add("outcome", {"resourceType": "OperationOutcome", "issue": [said]})
        answered = notice.refers_to[0]
        self._response = lean(
            identifier=answered if _FHIR_ID.fullmatch(answered) else self._name(answered),
            code=conversation.category if conversation.category in _OUTCOMES else _OUTCOMES[0],
            details=details,
        )

    def bundle(self, event: str) -> Node:
        """Put the header first, what decides about it last."""
        notice = self._notice
        told, self._entries = self._entries, []
        sender = self._organisation("sender", notice.identity.sender, notice.sender_name)
        unit = self._organisation("unit", "", notice.sender_unit)
        recipient = self._organisation("recipient", "", notice.recipient_name)
        organisations, self._entries = self._entries, []
        header = self._add("header", self._header(event, sender, unit, recipient))
        first, self._entries = self._entries, []
        self._add("provenance", provenance_of(notice, event, header, sender))
        return lean(
            resourceType="Bundle",
            identifier={"system": codes.OWN_MESSAGE_ID, "value": notice.identity.id},
            type="message",
            timestamp=moment(notice.built_at),
            entry=[*first, *told, *organisations, *self._entries],
        )

    def _header(self, event: str, sender: Node, unit: Node, recipient: Node) -> Node:
        notice = self._notice
        name = notice.identity.id
        destination = {"endpoint": codes.OWN_SYSTEM_PREFIX + "mottagare", "receiver": recipient}
        by_kind = what_happened_at(notice.kind, notice.stay)
        happened = None if notice.happened_at == by_kind else moment(notice.happened_at)
        return lean(
            resourceType="MessageHeader",
            id=name if _FHIR_ID.fullmatch(name) else None,
            extension=extended(codes.OWN_EXTENSION + codes.HAPPENED, valueDateTime=happened),
            eventCoding=coding(codes.OWN_EVENTS, event),
            destination=[destination] if recipient else [],
            sender=sender,
            source={"endpoint": _endpoint(notice.identity.system)},
            responsible=unit,
            response=self._response,
            focus=self._focus,
        )

    def _summon(self, patient: Node) -> None:
        summons = self._notice.summons
        place: Node = {}
        if summons.place:
            place = self._add("place", {"resourceType": "Location", "name": summons.place})
        self._focus.append(self._add("appointment", appointment_of(summons, patient, place)))

    def _stay(self, patient: Node) -> None:
        stay = self._notice.stay
        hospital: Node = {}
        if stay.hospital and (stay.ward or stay.ward_phone):
            kind = {"coding": [coding(codes.ORGANISATION_TYPE, codes.HOSPITAL_TYPE)]}
            named: Node = {"resourceType": "Organization", "type": [kind], "name": stay.hospital}
            hospital = self._add("hospital", named)
        ward = ward_of(stay, hospital)
        provider = self._add("ward", ward) if ward else {}
        self._focus.append(self._add("encounter", encounter_of(stay, patient, provider)))

    def _organisation(self, part: str, identifier: str, name: str) -> Node:
        if not identifier and not name:
            return {}
        system = _HSA_SYSTEM if _HSA_ID.fullmatch(identifier) else codes.OWN_SENDER
        named = [{"system": system, "value": identifier}] if identifier else []
        written = lean(resourceType="Organization", identifier=named, name=name)
        return self._add(part, written)

    def _add(self, part: str, resource: Node) -> Node:
        """Add an entry and give a reference to it."""
        url = f"urn:uuid:{self._name(part)}"
        self._entries.append({"fullUrl": url, "resource": resource})
        return {"reference": url}

    def _name(self, part: str) -> str:
        """Make the same id each time for the same part of the same message."""
        identity = self._notice.identity
        whole = f"{identity.system}\n{identity.sender}\n{identity.id}\n{part}"
        return str(uuid5(_NAMESPACE, whole))


def _event(notice: Notice) -> str:
    if notice.kind is MessageKind.LEAVE_NOTICE:
        return "permission-slut" if notice.stay.leave_started is False else "permission-start"
    if (
        notice.kind is MessageKind.CARE_REQUEST_OUT
        and notice.conversation.category == codes.PREPARED
    ):
        return "vardbegaran-forberedd"
    return _EVENTS[notice.kind]


def _without_prepared(conversation: Conversation) -> Conversation:
    if conversation.category != codes.PREPARED:
        return conversation
    return Conversation(
        thread=conversation.thread,
        subject_line=conversation.subject_line,
        text=conversation.text,
        earlier_text=conversation.earlier_text,
        attachments=conversation.attachments,
    )


def _endpoint(system: str) -> str:
    if _ADDRESS.fullmatch(system) and not system.startswith(codes.OWN_SYSTEM_PREFIX):
        return system
    return codes.OWN_SYSTEM_PREFIX + quote(system, safe="")
