"""What holds about a stay now, out of everything that messages have said in whatever order."""

from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
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
from kontaktpunkt.domain.notice import CareSetting, SummonsFacts
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.times import Instant


class Stay(Struct, frozen=True, kw_only=True):
    """The stay as it stands: empty means that no message has said it."""

    admitted_at: Instant | None = None
    admission_message: UUID | None = None
    admission_sent_at: Instant | None = None
    setting: CareSetting | None = None
    emergency: bool = False
    expected_discharge: Instant | None = None
    expected_before: Instant | None = None
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    track: str = ""
    consent: bool | None = None
    on_leave: bool = False
    ready_sent_at: Instant | None = None
    ready_message: UUID | None = None
    withdrawn_readiness: tuple[UUID, ...] = ()
    summons: SummonsFacts | None = None
    discharged_at: Instant | None = None
    is_discharged: bool = False
    discharged_to: str = ""
    died_at: Instant | None = None
    deceased: bool = False

    @property
    def in_hospital(self) -> bool:
        """Say whether the person is in hospital as far as messages tell."""
        spoken = self.admission_message is not None or self.emergency
        return spoken and not self.is_discharged and not self.deceased


def void_messages(case: CaseState) -> frozenset[UUID]:
    """Give the messages whose words no longer hold: corrected, cancelled, or moved away.

    A cancelled cancellation restores what it cancelled.
    """
    replacing = {fact.body.message: fact.body.replaces for fact in case.facts if fact.body.replaces}
    void: set[UUID] = set(case.moved_away)
    for message in _newest_first(case.facts):
        if message in replacing and message not in void:
            void.update(replacing[message])
    return frozenset(void)


def valid_facts(case: CaseState) -> tuple[Fact, ...]:
    """Give the facts that hold, in the order that they were sent (not that they arrived)."""
    void = void_messages(case)
    holding = (fact for fact in case.facts if fact.body.message not in void)
    return tuple(sorted(holding, key=_sent))


def current(case: CaseState) -> Stay:
    """Say what holds about the stay now."""
    stay = Stay()
    for fact in valid_facts(case):
        stay = _apply(stay, fact)
    return stay


def _sent(fact: Fact) -> tuple[Instant, Instant]:
    sent = fact.body.sent_at
    return (fact.noted_at if sent is None else sent, fact.noted_at)


def _newest_first(facts: Iterable[Fact]) -> list[UUID]:
    ordered = sorted(facts, key=_sent, reverse=True)
    return [fact.body.message for fact in ordered]


def _apply(stay: Stay, fact: Fact) -> Stay:  # noqa: C901, PLR0911 - one line for each kind of fact reads best together
    match fact.body:
        case AdmissionNoticed() as body:
            return _admitted(stay, body)
        case EmergencyStayNoticed() as body:
            return replace(
                stay,
                emergency=True,
                admitted_at=body.arrived_at or stay.admitted_at,
                hospital=body.hospital or stay.hospital,
                ward=body.ward or stay.ward,
                ward_phone=body.ward_phone or stay.ward_phone,
            )
        case ExpectedDischargeNoticed(expected_discharge=expected):
            return _expected(stay, expected)
        case LeaveNoticed(started=started):
            return replace(stay, on_leave=started)
        case PlanSummoned(summons=summons):
            return replace(stay, summons=summons)
        case ReadinessNoticed() as body:
            return replace(
                stay,
                ready_sent_at=fact.noted_at if body.sent_at is None else body.sent_at,
                ready_message=body.message,
            )
        case ReadinessWithdrawn():
            return _not_ready(stay)
        case Discharged(discharged_at=discharged_at, to=to):
            return replace(
                stay,
                is_discharged=True,
                discharged_at=discharged_at,
                discharged_to=to,
                on_leave=False,
            )
        case DeathNoticed(died_at=died_at):
            return replace(stay, deceased=True, died_at=died_at, on_leave=False)
        case NoticeCancelled():
            return stay
        case _:
            return stay


def _admitted(stay: Stay, body: AdmissionNoticed) -> Stay:
    again = _expected(stay, body.expected_discharge or stay.expected_discharge)
    return replace(
        again,
        admitted_at=body.admitted_at or stay.admitted_at,
        admission_message=body.message,
        admission_sent_at=body.sent_at,
        setting=body.setting or stay.setting,
        hospital=body.hospital or stay.hospital,
        ward=body.ward or stay.ward,
        ward_phone=body.ward_phone or stay.ward_phone,
        track=body.track or stay.track,
        consent=stay.consent if body.consent is None else body.consent,
        is_discharged=False,
        discharged_at=None,
        discharged_to="",
    )


def _expected(stay: Stay, expected: Instant | None) -> Stay:
    if expected is None or expected == stay.expected_discharge:
        return stay
    return replace(stay, expected_discharge=expected, expected_before=stay.expected_discharge)


def _not_ready(stay: Stay) -> Stay:
    if stay.ready_message is None:
        return stay
    return replace(
        stay,
        ready_sent_at=None,
        ready_message=None,
        withdrawn_readiness=(*stay.withdrawn_readiness, stay.ready_message),
    )
