"""Reads what an Encounter says about the hospital stay, and when what is told of happened."""

import re
from collections.abc import Iterable

from msgspec import structs

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, StayFacts
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import (
    Reading,
    Resource,
    bare_id,
    identifier_value,
    phone_of,
    words_of,
)
from kontaktpunkt.messages.fhir.bundle import codes as codes_of
from kontaktpunkt.messages.fhir.moments import read_day
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import (
    NOTHING,
    Node,
    extension,
    extensions,
    flag,
    node,
    nodes,
    text,
    word,
)

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_MEDCOM_LEAVE = "leave-period-extension"
_CONSENT = codes.OWN_EXTENSION + codes.CONSENT
_READY = codes.OWN_EXTENSION + codes.READY
_TRACK = codes.OWN_EXTENSION + codes.TRACK


def read_stay(reading: Reading, encounter: Resource | None, sender: Resource | None) -> StayFacts:
    """Read the stay; what nobody said stays empty.

    `sender`, when given, stands for the hospital where the stay names none.
    """
    if encounter is None:
        return StayFacts()
    data = encounter.data
    period = node(data, "period")
    status = word(data, "status")
    said = extensions(data)
    leave = _leave(data)
    consent = said.get(_CONSENT, NOTHING)
    stay = StayFacts(
        stay_ids=tuple(dict.fromkeys(_stay_ids(reading, encounter))),
        setting=_setting(node(data, "class")),
        admitted_at=reading.moment(period, "start"),
        expected_discharge=_expected(reading, said.get(codes.PLANNED_END, NOTHING)),
        ready_at=reading.moment(said.get(_READY, NOTHING), "valueDateTime"),
        discharged_at=reading.moment(period, "end"),
        discharged_to=words_of(node(node(data, "hospitalization"), "dischargeDisposition")),
        leave_started=True if status == "onleave" else None,
        leave_at=reading.moment(leave, "start"),
        track=text(said.get(_TRACK, NOTHING), "valueString"),
        consent=flag(consent, "valueBoolean"),
        finished=status == "finished",
    )
    return _with_place(reading, stay, encounter, sender)


def with_leave(
    reading: Reading, stay: StayFacts, encounter: Resource | None, *, started: bool
) -> StayFacts:
    """Say that a leave began or ended, and when."""
    leave = NOTHING if encounter is None else _leave(encounter.data)
    at = reading.moment(leave, "start" if started else "end")
    return structs.replace(stay, leave_started=started, leave_at=at)


def what_happened_at(kind: MessageKind, stay: StayFacts) -> Instant | None:
    """Give the time that a kind of message is about, where the stay holds it."""
    if kind is MessageKind.LEAVE_NOTICE:
        return stay.leave_at
    if kind in (MessageKind.DISCHARGE_NOTICE, MessageKind.DEATH_NOTICE):
        return stay.discharged_at
    if kind is MessageKind.READINESS_NOTICE:
        return stay.ready_at
    if kind in (MessageKind.ADMISSION_NOTICE, MessageKind.EMERGENCY_STAY_NOTICE):
        return stay.admitted_at
    return None


def organisation_name(organisation: Resource | None) -> str:
    """Give the name of an organisation, else the number that it goes by."""
    if organisation is None:
        return ""
    return text(organisation.data, "name") or identifier_value(
        nodes(organisation.data, "identifier")
    )


def _expected(reading: Reading, planned: Node) -> Instant | None:
    """Read the planned discharge; a day without a clock time is told in words, not as a time."""
    words = word(planned, "valueDateTime")
    day = read_day(words)
    if day is not None and words == day.isoformat():
        reading.remark(Remark.EXPECTED_DAY_ONLY.format(day=words))
        return None
    return reading.moment(planned, "valueDateTime")


def _leave(data: Node) -> Node:
    own = extension(data, codes.OWN_EXTENSION + codes.LEAVE)
    return node(own if own is not NOTHING else extension(data, _MEDCOM_LEAVE), "valuePeriod")


def _setting(coding: Node) -> CareSetting | None:
    code = word(coding, "code")
    if not code or word(coding, "system") == codes.V3_NULL:
        return None
    return codes.SETTINGS.get(code.upper(), CareSetting.OTHER)


def _stay_ids(reading: Reading, encounter: Resource) -> Iterable[str]:
    """Give the source's ids of the stay.

    A UUID stands alone, with or without `urn:uuid:`: senders name its system differently. Other
    values count only together with their system, since two systems may both have a stay 17.
    """
    for episode in nodes(encounter.data, "episodeOfCare"):
        identifiers = [node(episode, "identifier")]
        if found := reading.bundle.meant_by(episode, encounter):
            identifiers.extend(nodes(found.data, "identifier"))
        yield from filter(None, map(_stay_id, identifiers))
    yield from filter(None, map(_stay_id, nodes(encounter.data, "identifier")))


def _stay_id(identifier: Node) -> str:
    value = text(identifier, "value")
    bare = bare_id(value)
    if _UUID.fullmatch(bare):
        return bare.lower()
    system = word(identifier, "system")
    return f"{system}|{value}" if system and value else value


def _with_place(
    reading: Reading, stay: StayFacts, encounter: Resource, sender: Resource | None
) -> StayFacts:
    """Add hospital, ward and the number to call."""
    unit = reading.meant(encounter.data, "serviceProvider", encounter)
    above = None if unit is None else reading.meant(unit.data, "partOf", unit)
    types = [] if unit is None else [c for t in nodes(unit.data, "type") for c in codes_of(t)]
    is_hospital = unit is None or (above is None and codes.HOSPITAL_TYPE in types)
    if is_hospital or unit is sender:
        hospital, ward = organisation_name(unit or sender), ""
    elif above is None and codes.WARD_TYPE in types:
        hospital, ward = "", organisation_name(unit)
    else:
        hospital, ward = organisation_name(above or sender), organisation_name(unit)
    room = _location(reading, encounter)
    phones = (phone_of(place.data) for place in (room, unit, above, sender) if place is not None)
    return structs.replace(
        stay,
        hospital=hospital,
        ward=ward or ("" if room is None else text(room.data, "name")),
        ward_phone=next((phone for phone in phones if phone), ""),
    )


def _location(reading: Reading, encounter: Resource) -> Resource | None:
    for place in nodes(encounter.data, "location"):
        if found := reading.meant(place, "location", encounter):
            return found
    return None
