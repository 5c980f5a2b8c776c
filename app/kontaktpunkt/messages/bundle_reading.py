"""Understands a parsed FHIR bundle, whichever dialect and written form it came in."""

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity, Notice, SetAside
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.messages.dialects.medcom import read_medcom
from kontaktpunkt.messages.dialects.own import read_own
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import Bundle, Reading, Resource
from kontaktpunkt.messages.fhir.moments import read_moment
from kontaktpunkt.messages.fhir.parties import read_parties
from kontaktpunkt.messages.fhir.person import describe
from kontaktpunkt.messages.found import Misshapen, NotUnderstood, node, nodes, place_of, word
from kontaktpunkt.messages.strict_json import Parsed


def read_bundle(parsed: Parsed) -> Notice | SetAside:
    """Give the notice that a bundle holds, or why there is none with whoever was seen in it."""
    try:
        return _understood(parsed)
    except NotUnderstood as fault:
        return _set_aside(parsed, fault.reason, fault.place)
    except Misshapen as fault:
        return _set_aside(parsed, SetAsideReason.BAD_SHAPE, place_of(parsed.root, fault))


def _understood(parsed: Parsed) -> Notice:
    root = parsed.root
    kind = word(root, "resourceType")
    if kind == "Patient":
        raise NotUnderstood(SetAsideReason.NO_EVENT, "Patient")
    if kind != "Bundle":
        raise NotUnderstood(SetAsideReason.NOT_A_MESSAGE, "resourceType")
    if word(root, "type") != "message":
        raise NotUnderstood(SetAsideReason.NOT_A_MESSAGE, "Bundle.type")
    reading = Reading(Bundle(root), parsed.digest)
    header = _header(reading)
    coding = node(header.data, "eventCoding")
    system, event = word(coding, "system"), word(coding, "code")
    if system == codes.OWN_EVENTS:
        return read_own(reading, header, event)
    if codes.MEDCOM_MARK in system:
        return read_medcom(reading, header, event.lower())
    raise NotUnderstood(SetAsideReason.UNKNOWN_KIND, "MessageHeader.eventCoding")


def _header(reading: Reading) -> Resource:
    """Give the header: FHIR puts it first; elsewhere it counts only when it is the only one."""
    headers = reading.bundle.of_kind("MessageHeader")
    if not headers:
        raise NotUnderstood(SetAsideReason.NO_HEADER, "Bundle.entry")
    if len(headers) > 1 and headers[0] is not reading.bundle.resources[0]:
        raise NotUnderstood(SetAsideReason.BAD_SHAPE, "Bundle.entry")
    return headers[0]


def _set_aside(parsed: Parsed, reason: SetAsideReason, place: str) -> SetAside:
    """Tell why, with the person and the identity as far as they can be read."""
    try:
        person, identity = _seen(parsed)
    except (NotUnderstood, Misshapen):
        person, identity = None, None
    return SetAside(
        reason=reason, place=place, person=person, identity=identity, digest=parsed.digest
    )


def _seen(parsed: Parsed) -> tuple[PersonFacts | None, MessageIdentity | None]:
    root = parsed.root
    if word(root, "resourceType") == "Patient":
        updated = read_moment(word(node(root, "meta"), "lastUpdated"))
        return describe(root, updated), None
    if word(root, "resourceType") != "Bundle":
        return None, None
    reading = Reading(Bundle(root), parsed.digest)
    patients = reading.bundle.of_kind("Patient")
    told_at = read_moment(word(root, "timestamp"))
    labels = nodes(node(root, "meta"), "security")
    person = describe(patients[0].data, told_at, labels) if len(patients) == 1 else None
    return person, _identity(reading)


def _identity(reading: Reading) -> MessageIdentity | None:
    headers = reading.bundle.of_kind("MessageHeader")
    if len(headers) != 1:
        return None
    try:
        return read_parties(reading, headers[0]).identity
    except NotUnderstood:
        return None
