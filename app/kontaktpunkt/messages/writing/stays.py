"""Writes a hospital stay: Encounter, the ward and its hospital."""

from kontaktpunkt.domain.notice import StayFacts
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.moments import write_moment
from kontaktpunkt.messages.found import Node
from kontaktpunkt.messages.writing.leanness import coding, concept, extended, lean


def encounter_of(stay: StayFacts, patient: Node, provider: Node) -> Node:
    """Write the stay; `patient` and `provider` are references."""
    setting = (
        coding(codes.V3_NULL, "UNK")
        if stay.setting is None
        else coding(codes.V3_ACT, codes.CLASSES[stay.setting])
    )
    disposition = lean(dischargeDisposition=concept(stay.discharged_to))
    return lean(
        resourceType="Encounter",
        extension=_extensions(stay),
        identifier=[{"value": name} for name in stay.stay_ids],
        status=_status(stay),
        class_=setting,
        subject=patient,
        period=lean(start=moment(stay.admitted_at), end=moment(stay.discharged_at)),
        hospitalization=disposition,
        serviceProvider=provider,
    )


def ward_of(stay: StayFacts, hospital: Node) -> Node:
    """Write the ward, part of the hospital that is referred to; nothing when neither is named."""
    named = stay.ward or ("" if hospital else stay.hospital)
    if not named and not stay.ward_phone:
        return {}
    kind = codes.WARD_TYPE if stay.ward or not stay.hospital else codes.HOSPITAL_TYPE
    phone = [{"system": "phone", "value": stay.ward_phone}] if stay.ward_phone else []
    return lean(
        resourceType="Organization",
        type=[{"coding": [coding(codes.ORGANISATION_TYPE, kind)]}],
        name=named,
        telecom=phone,
        partOf=hospital,
    )


def moment(instant: Instant | None) -> str | None:
    """Write a time, or nothing."""
    return None if instant is None else write_moment(instant)


def _status(stay: StayFacts) -> str:
    if stay.finished:
        return "finished"
    return "onleave" if stay.leave_started else "in-progress"


def _extensions(stay: StayFacts) -> list[Node]:
    ended = stay.leave_started is False
    leave = lean(**{"end" if ended else "start": moment(stay.leave_at)})
    own = codes.OWN_EXTENSION
    return [
        *extended(codes.PLANNED_END, valueDateTime=moment(stay.expected_discharge)),
        *extended(own + codes.LEAVE, valuePeriod=leave),
        *extended(own + codes.READY, valueDateTime=moment(stay.ready_at)),
        *extended(own + codes.TRACK, valueString=stay.track),
        *extended(own + codes.CONSENT, valueBoolean=stay.consent),
    ]
