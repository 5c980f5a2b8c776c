"""What holds about a stay now, out of everything that messages have said in whatever order."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
    CaseKind,
    DeathNoticed,
    Discharged,
    EmergencyStayNoticed,
    ExpectedDischargeNoticed,
    LeaveNoticed,
    NoticeCancelled,
    PlanSummoned,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, SummonsFacts
from kontaktpunkt.domain.order import in_order, void_messages
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.times import Instant

_BEGINNINGS: Final = (MessageKind.ADMISSION_NOTICE, MessageKind.EMERGENCY_STAY_NOTICE)


class Stay(Struct, frozen=True, kw_only=True):
    """The stay as it stands: empty means that no message has said it.

    `ready_sent_at` is when the readiness notice was *sent* (it starts the payment clock) and is
    never guessed; `ready_since` is what lists go by: sent, or else when it came to us.
    `in_ward` says that messages spoke of somebody in the ward, be it without an admission notice.
    """

    admitted_at: Instant | None = None
    admission_message: UUID | None = None
    admission_sent_at: Instant | None = None
    setting: CareSetting | None = None
    emergency: bool = False
    emergency_told_at: Instant | None = None
    in_ward: bool = False
    expected_discharge: Instant | None = None
    expected_before: Instant | None = None
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    track: str = ""
    consent: bool | None = None
    on_leave: bool = False
    ready_sent_at: Instant | None = None
    ready_since: Instant | None = None
    ready_message: UUID | None = None
    withdrawn_readiness: tuple[UUID, ...] = ()
    summons: SummonsFacts | None = None
    discharged_at: Instant | None = None
    discharge_told_at: Instant | None = None
    is_discharged: bool = False
    discharged_to: str = ""
    died_at: Instant | None = None
    deceased: bool = False

    @property
    def in_hospital(self) -> bool:
        """Say whether the person is in hospital as far as messages tell.

        A missed admission notice must not make somebody invisible: any word of the ward counts.
        """
        return self.in_ward and not self.is_discharged and not self.deceased


def valid_facts(case: CaseState) -> tuple[Fact, ...]:
    """Give the facts that hold, in the order that they were said (not that they arrived)."""
    void = void_messages(case)
    return tuple(fact for fact in in_order(case.facts) if fact.body.message not in void)


def current(case: CaseState) -> Stay:
    """Say what holds about the stay now."""
    stay = Stay()
    for fact in valid_facts(case):
        step = _STEPS.get(type(fact.body))
        if step is not None:
            stay = step(stay, fact, fact.body)
    return stay


def kind_of_case(case: CaseState, stay: Stay) -> CaseKind:
    """Say what kind of case it is by what holds in it, whichever message came first.

    A 23-timmars matter that ends in an admission, or in a readiness notice (lag 2017:612 1 kap.
    3 §: only inpatients are ready for discharge), is an inpatient stay from then on. What was
    opened as the wrong kind is what somebody corrected it to.
    """
    if stay.admission_message is not None or stay.ready_message is not None:
        return CaseKind.INPATIENT
    corrected = _corrected_kind(case, stay)
    if corrected is not None:
        return corrected
    if stay.emergency:
        return CaseKind.EMERGENCY_STAY
    spoken_of = stay.in_ward or stay.is_discharged or stay.deceased
    return CaseKind.INPATIENT if spoken_of else case.case_kind


def _corrected_kind(case: CaseState, stay: Stay) -> CaseKind | None:
    """Give what kind somebody said that it is, unless the ward has told otherwise since then."""
    correction = case.emergency.correction
    if correction is None:
        return None
    told = stay.emergency_told_at
    return None if told is not None and told > correction.noted_at else correction.case_kind


def _admitted(stay: Stay, _fact: Fact, body: AdmissionNoticed) -> Stay:
    before = _back_again(stay) if stay.is_discharged else stay
    again = _expected(before, body.expected_discharge)
    # A copy of what the region's list says has no time of sending: it adds to the notice that
    # came, and never takes its place as evidence of when the region told us.
    is_copy = body.sent_at is None and before.admission_message is not None
    return replace(
        again,
        in_ward=True,
        admitted_at=body.admitted_at or stay.admitted_at,
        admission_message=before.admission_message if is_copy else body.message,
        admission_sent_at=before.admission_sent_at if is_copy else body.sent_at,
        setting=body.setting or stay.setting,
        track=body.track or stay.track,
        consent=stay.consent if body.consent is None else body.consent,
        **_place(stay, body),
    )


def _emergency(stay: Stay, fact: Fact, body: EmergencyStayNoticed) -> Stay:
    before = _back_again(stay) if stay.is_discharged else stay
    arrived = stay.admitted_at if stay.admission_message else None
    return replace(
        before,
        in_ward=True,
        emergency=True,
        emergency_told_at=fact.noted_at if body.sent_at is None else body.sent_at,
        admitted_at=arrived or body.arrived_at or stay.admitted_at,
        **_place(stay, body),
    )


def _place(stay: Stay, body: AdmissionNoticed | EmergencyStayNoticed) -> dict[str, str]:
    return {
        "hospital": body.hospital or stay.hospital,
        "ward": body.ward or stay.ward,
        "ward_phone": body.ward_phone or stay.ward_phone,
    }


def _back_again(stay: Stay) -> Stay:
    """Begin a new time on the ward: readiness and plans were those of the time before."""
    return replace(
        stay,
        is_discharged=False,
        discharged_at=None,
        discharge_told_at=None,
        discharged_to="",
        expected_discharge=None,
        expected_before=None,
        ready_sent_at=None,
        ready_since=None,
        ready_message=None,
    )


def _expected_noticed(stay: Stay, _fact: Fact, body: ExpectedDischargeNoticed) -> Stay:
    return replace(_expected(stay, body.expected_discharge), in_ward=True)


def _expected(stay: Stay, expected: Instant | None) -> Stay:
    if expected is None or expected == stay.expected_discharge:
        return stay
    return replace(stay, expected_discharge=expected, expected_before=stay.expected_discharge)


def _leave(stay: Stay, _fact: Fact, body: LeaveNoticed) -> Stay:
    gone = stay.is_discharged or stay.deceased
    return replace(stay, on_leave=body.started and not gone, in_ward=True)


def _summoned(stay: Stay, _fact: Fact, body: PlanSummoned) -> Stay:
    return replace(stay, summons=body.summons)


def _ready(stay: Stay, fact: Fact, body: ReadinessNoticed) -> Stay:
    return replace(
        stay,
        in_ward=True,
        ready_sent_at=body.sent_at,
        ready_since=fact.noted_at if body.sent_at is None else body.sent_at,
        ready_message=body.message,
    )


def _not_ready(stay: Stay, _fact: Fact, _body: ReadinessWithdrawn) -> Stay:
    if stay.ready_message is None:
        return replace(stay, in_ward=True)
    return replace(
        stay,
        in_ward=True,
        ready_sent_at=None,
        ready_since=None,
        ready_message=None,
        withdrawn_readiness=(*stay.withdrawn_readiness, stay.ready_message),
    )


def _discharged(stay: Stay, fact: Fact, body: Discharged) -> Stay:
    return replace(
        stay,
        is_discharged=True,
        discharged_at=stay.discharged_at if body.discharged_at is None else body.discharged_at,
        discharge_told_at=fact.noted_at if body.sent_at is None else body.sent_at,
        discharged_to=body.to or stay.discharged_to,
        on_leave=False,
    )


def _died(stay: Stay, _fact: Fact, body: DeathNoticed) -> Stay:
    return replace(stay, deceased=True, died_at=body.died_at, on_leave=False)


def _cancelled(stay: Stay, _fact: Fact, body: NoticeCancelled) -> Stay:
    """Let a cancelled beginning end what was said of the ward until then, if no other stands."""
    if body.notice_kind not in _BEGINNINGS:
        return stay
    return replace(stay, in_ward=stay.emergency or stay.admission_message is not None)


_STEPS: Final[Mapping[type, Callable[[Stay, Fact, Any], Stay]]] = {
    AdmissionNoticed: _admitted,
    EmergencyStayNoticed: _emergency,
    ExpectedDischargeNoticed: _expected_noticed,
    LeaveNoticed: _leave,
    PlanSummoned: _summoned,
    ReadinessNoticed: _ready,
    ReadinessWithdrawn: _not_ready,
    Discharged: _discharged,
    DeathNoticed: _died,
    NoticeCancelled: _cancelled,
}
