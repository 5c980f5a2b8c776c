"""The past-tense event that a message of each kind puts on its case."""

from collections.abc import Callable, Mapping
from datetime import time, timedelta
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
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind
from kontaktpunkt.domain.times import Instant, at_local, local_day

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
        "stands_at": _stands_at(taken),
        "replaces": taken.refers_to if taken.change is not Change.NEW else (),
        "stay_ids": taken.stay.stay_ids,
        "sheet": taken.sheet,
        "paper_number": taken.paper_number,
    }
    if taken.change is Change.CANCELLATION:
        return NoticeCancelled(**common, notice_kind=taken.message_kind)
    return _FACTS[taken.message_kind](taken, common)


def _stands_at(taken: MessageTakenIn) -> Instant | None:
    """Give when what was written down here afterwards happened; None where its sending is known.

    An admission that is filled in after the discharge must not bring somebody back to the ward.
    """
    is_ours = taken.carrier in (Carrier.HAND, Carrier.PASTED)
    # A call counts as sent when it was told: that says nothing of when the thing happened.
    if not is_ours or taken.sent_at not in (None, taken.built_at):
        return None
    stay = taken.stay
    happened = {
        MessageKind.ADMISSION_NOTICE: stay.admitted_at,
        MessageKind.EMERGENCY_STAY_NOTICE: stay.admitted_at,
        MessageKind.LEAVE_NOTICE: stay.leave_at,
        MessageKind.READINESS_NOTICE: stay.ready_at,
        MessageKind.DISCHARGE_NOTICE: stay.discharged_at,
    }.get(taken.message_kind, taken.happened_at)
    if happened is None:
        return None
    day = local_day(happened)
    # Midnight means that only the day is known: the last of it, so that nobody who came back the
    # same day is lost from sight.
    if happened == at_local(day, time()):
        return Instant(at_local(day + timedelta(days=1), time()) - 1)
    return happened


def case_kind_of(kind: MessageKind) -> CaseKind:
    """Say what kind of case a message of this kind opens when there is none."""
    if kind is MessageKind.EMERGENCY_STAY_NOTICE:
        return CaseKind.EMERGENCY_STAY
    return CaseKind.INPATIENT if kind in _IN_HOSPITAL else CaseKind.MATTER
