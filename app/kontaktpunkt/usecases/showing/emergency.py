"""The page of a 23-timmars matter, made of its case and the rules."""

from msgspec.structs import replace

from kontaktpunkt.domain.emergency import outcome_of, span_of
from kontaktpunkt.domain.profile.emergency import (
    HOURS_KEY,
    emergency_hours,
    emergency_steps,
    emergency_watches,
    manager_on_call,
)
from kontaktpunkt.domain.states import CaseState, DecisionState, NotedOutcome, PatientContact
from kontaktpunkt.domain.stay import current
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.emergency import EmergencyDuty, EmergencyPage
from kontaktpunkt.usecases.showing.bare import bare
from kontaktpunkt.usecases.tools import Rules


def emergency_page(
    case: CaseState, rules: Rules, now: Instant, *, may: bool
) -> EmergencyPage | None:
    """Give the panel's page; None when the case is no 23-timmars matter.

    Where the identity is masked nothing stays that somebody could be known by.
    """
    stay = current(case)
    span = span_of(case, stay, emergency_hours(rules.profile))
    if span is None:
        return None
    duty = emergency_duty(rules, now)
    outcome = outcome_of(case, stay)
    return EmergencyPage(
        span=span,
        hours=rules.profile.value(HOURS_KEY),
        contacts=tuple(one if may else _bare_contact(one) for one in case.emergency.contacts),
        steps=emergency_steps(rules.profile),
        decision=case.primary_care if may else _bare_decision(case.primary_care),
        outcome=outcome if may else _bare_outcome(outcome),
        watches=duty.watches,
        manager=duty.manager,
    )


def emergency_duty(rules: Rules, now: Instant) -> EmergencyDuty:
    """Say who takes 23-timmars matters from now on."""
    return EmergencyDuty(
        watches=emergency_watches(rules.profile, now, rules.days),
        manager=manager_on_call(rules.profile),
    )


def _bare_contact(contact: PatientContact) -> PatientContact:
    return replace(contact, counterpart="", phone="", text="", on_word=None)


def _bare_decision(decision: DecisionState | None) -> DecisionState | None:
    return None if decision is None else replace(decision, body=bare(decision.body))


def _bare_outcome(outcome: NotedOutcome | None) -> NotedOutcome | None:
    return None if outcome is None else replace(outcome, text="")
