"""Our own cases as stays: the same facts that an invoice is held against, from our own evidence."""

from collections.abc import Iterable

from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
    CaseKind,
    PlanSummoned,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.payment import Care, PaidStay, RegionalServices
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.states import CaseState, Fact, PersonState
from kontaktpunkt.domain.stay import Stay, current, kind_of_case, valid_facts
from kontaktpunkt.domain.times import Instant


def stay_of_case(
    case: CaseState, person: PersonState, profile: RuleProfile, name: str
) -> PaidStay | None:
    """Make a stay of a case; None where it is of no stay that anybody could be charged for.

    A time of sending is never guessed: a readiness notice without one is left to a hand. What no
    message tells is what somebody has judged of the case, else the law's usual case.
    """
    stay = current(case)
    kind = kind_of_case(case, stay)
    if case.voided or kind is CaseKind.MATTER or not _is_of_interest(stay, kind):
        return None
    facts, judged = valid_facts(case), case.clock_facts.conditions
    ready, withdrawn = stay.ready_sent_at, _last_withdrawal(facts)
    void = tuple(_sent_of(facts, stay.withdrawn_readiness))
    if stay.ready_message is None and void:
        ready, void = void[-1], void[:-1]
    return PaidStay(
        id=name,
        admission_notice_sent=_admission(stay, facts),
        ready_notice_sent=ready,
        ready_withdrawn=withdrawn,
        earlier_notices=void,
        ready_time_unknown=ready is None and stay.ready_message is not None,
        sip_needed=_sip_needed(stay, profile) if judged.sip_needed is None else judged.sip_needed,
        summons_sent=_summons(facts),
        regional_services=judged.regional_services or RegionalServices.AVAILABLE,
        discharged=left_hospital(stay),
        home_municipality=person.home_municipality,
        placing_municipality=judged.placing_municipality,
        care=judged.care or Care.SOMATIC,
        emergency=kind is CaseKind.EMERGENCY_STAY,
    )


def _is_of_interest(stay: Stay, kind: CaseKind) -> bool:
    return (
        stay.ready_message is not None
        or bool(stay.withdrawn_readiness)
        or stay.is_discharged
        or kind is CaseKind.EMERGENCY_STAY
    )


def _admission(stay: Stay, facts: Iterable[Fact]) -> Instant | None:
    """Give when the admission notice was sent.

    Where it does not say, it is when it came to us, but not after the readiness notice: that a
    notice was too late must be shown, and a copy written afterwards shows nothing.
    """
    if stay.admission_message is None or stay.admission_sent_at is not None:
        return stay.admission_sent_at
    for fact in facts:
        if isinstance(fact.body, AdmissionNoticed) and fact.body.message == stay.admission_message:
            return min(fact.noted_at, stay.ready_sent_at or fact.noted_at)
    return None


def _sent_of(facts: Iterable[Fact], messages: Iterable[object]) -> Iterable[Instant]:
    """Give when the readiness notices among these messages were sent, as far as they say."""
    wanted = set(messages)
    for fact in facts:
        body = fact.body
        if isinstance(body, ReadinessNoticed) and body.message in wanted:
            yield fact.noted_at if body.sent_at is None else body.sent_at


def _last_withdrawal(facts: Iterable[Fact]) -> Instant | None:
    times = [
        fact.noted_at if fact.body.sent_at is None else fact.body.sent_at
        for fact in facts
        if isinstance(fact.body, ReadinessWithdrawn)
    ]
    return max(times, default=None)


def _summons(facts: Iterable[Fact]) -> Instant | None:
    """Give when we were first summoned."""
    times = [
        fact.noted_at if fact.body.sent_at is None else fact.body.sent_at
        for fact in facts
        if isinstance(fact.body, PlanSummoned)
    ]
    return min(times, default=None)


def _sip_needed(stay: Stay, profile: RuleProfile) -> bool:
    """Say whether a plan is needed: by the track where it says so, else when we were summoned."""
    for track in profile.tracks:
        if track.code == stay.track and track.sip is not None:
            return track.sip
    return stay.summons is not None


def left_hospital(stay: Stay) -> Instant | None:
    """Give when the person left the hospital, or died there, as far as messages tell."""
    if stay.deceased and stay.died_at is not None:
        return stay.died_at
    if not stay.is_discharged:
        return None
    return stay.discharge_told_at if stay.discharged_at is None else stay.discharged_at
