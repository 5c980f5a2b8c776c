"""The past-tense event that a message of each kind puts on its case."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from kontaktpunkt.domain.events.case import (
    AdministrativeMessageNoted,
    AdmissionNoticed,
    CareRequestSent,
    CaseKind,
    DeathNoticed,
    Discharged,
    DischargeInformed,
    EmergencyStayNoticed,
    ExpectedDischargeNoticed,
    LeaveNoticed,
    NoticeCancelled,
    Noticed,
    PlanSummoned,
    PrimaryCareRequested,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.message_kind import Change, MessageKind

_Common = dict[str, Any]


def _admission(taken: MessageTakenIn, common: _Common) -> Noticed:
    stay = taken.stay
    return AdmissionNoticed(
        **common,
        admitted_at=stay.admitted_at,
        expected_discharge=stay.expected_discharge,
        setting=stay.setting,
        hospital=stay.hospital or taken.sender_name,
        ward=stay.ward or taken.sender_unit,
        ward_phone=stay.ward_phone,
        track=stay.track,
        consent=stay.consent,
    )


def _emergency(taken: MessageTakenIn, common: _Common) -> Noticed:
    stay = taken.stay
    return EmergencyStayNoticed(
        **common,
        arrived_at=stay.admitted_at,
        hospital=stay.hospital or taken.sender_name,
        ward=stay.ward or taken.sender_unit,
        ward_phone=stay.ward_phone,
    )


def _expected(taken: MessageTakenIn, common: _Common) -> Noticed:
    return ExpectedDischargeNoticed(**common, expected_discharge=taken.stay.expected_discharge)


def _leave(taken: MessageTakenIn, common: _Common) -> Noticed:
    return LeaveNoticed(
        **common, started=bool(taken.stay.leave_started), leave_at=taken.stay.leave_at
    )


def _ready(taken: MessageTakenIn, common: _Common) -> Noticed:
    return ReadinessNoticed(**common, ready_at=taken.stay.ready_at)


def _withdrawn(taken: MessageTakenIn, common: _Common) -> Noticed:
    return ReadinessWithdrawn(**common, withdrawn_at=taken.happened_at)


def _discharged(taken: MessageTakenIn, common: _Common) -> Noticed:
    stay = taken.stay
    return Discharged(**common, discharged_at=stay.discharged_at, to=stay.discharged_to)


def _died(taken: MessageTakenIn, common: _Common) -> Noticed:
    return DeathNoticed(**common, died_at=taken.happened_at)


def _care_request(taken: MessageTakenIn, common: _Common) -> Noticed:
    return CareRequestSent(**common, prepared=taken.stay.admitted_at is None)


_FACTS: Final[Mapping[MessageKind, Callable[[MessageTakenIn, _Common], Noticed]]] = {
    MessageKind.CARE_REQUEST_OUT: _care_request,
    MessageKind.PRIMARY_CARE_REQUEST: lambda _, common: PrimaryCareRequested(**common),
    MessageKind.ADMISSION_NOTICE: _admission,
    MessageKind.EXPECTED_DISCHARGE_NOTICE: _expected,
    MessageKind.LEAVE_NOTICE: _leave,
    MessageKind.PLAN_SUMMONS: lambda taken, common: PlanSummoned(**common, summons=taken.summons),
    MessageKind.READINESS_NOTICE: _ready,
    MessageKind.READINESS_WITHDRAWN_NOTICE: _withdrawn,
    MessageKind.DISCHARGE_NOTICE: _discharged,
    MessageKind.DISCHARGE_INFORMATION: lambda _, common: DischargeInformed(**common),
    MessageKind.DEATH_NOTICE: _died,
    MessageKind.ADMINISTRATIVE_MESSAGE: lambda _, common: AdministrativeMessageNoted(**common),
    MessageKind.EMERGENCY_STAY_NOTICE: _emergency,
    MessageKind.ACKNOWLEDGEMENT: lambda _, common: AdministrativeMessageNoted(**common),
}

_IN_HOSPITAL: Final = frozenset(
    {
        MessageKind.ADMISSION_NOTICE,
        MessageKind.EXPECTED_DISCHARGE_NOTICE,
        MessageKind.LEAVE_NOTICE,
        MessageKind.READINESS_NOTICE,
        MessageKind.READINESS_WITHDRAWN_NOTICE,
        MessageKind.DISCHARGE_NOTICE,
        MessageKind.DISCHARGE_INFORMATION,
        MessageKind.DEATH_NOTICE,
        MessageKind.PLAN_SUMMONS,
    }
)


def fact_of(message: UUID, taken: MessageTakenIn) -> Noticed:
    """Give the event that this message is to its case."""
    common: _Common = {
        "message": message,
        "sent_at": taken.sent_at,
        "replaces": taken.refers_to if taken.change is not Change.NEW else (),
        "stay_ids": taken.stay.stay_ids,
    }
    if taken.change is Change.CANCELLATION:
        return NoticeCancelled(**common, notice_kind=taken.message_kind)
    return _FACTS[taken.message_kind](taken, common)


def case_kind_of(kind: MessageKind) -> CaseKind:
    """Say what kind of case a message of this kind opens when there is none."""
    if kind is MessageKind.EMERGENCY_STAY_NOTICE:
        return CaseKind.EMERGENCY_STAY
    return CaseKind.INPATIENT if kind in _IN_HOSPITAL else CaseKind.MATTER
