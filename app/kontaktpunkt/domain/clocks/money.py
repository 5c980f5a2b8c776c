"""Clocks of readiness and payment: age, first day of liability, notices that count no longer."""

from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import Rule, StartingFact
from kontaktpunkt.domain.clocks.clock import (
    CaseClock,
    ClockGap,
    ClockTerms,
    Counting,
    OpenQuestion,
    Owes,
    PastReason,
)
from kontaktpunkt.domain.clocks.story import CaseStory, said_at
from kontaktpunkt.domain.clocks.theirs import sip_needed
from kontaktpunkt.domain.events.case import (
    Discharged,
    PlanSummoned,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.order import cancelled_messages, in_order, void_messages
from kontaktpunkt.domain.payment import (
    Care,
    NoLiability,
    PaidStay,
    RegionalServices,
    liability_of,
)
from kontaktpunkt.domain.payment.liability import grace_days, model_of, start_of
from kontaktpunkt.domain.profile import PaymentModel
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.times import Instant, local_day

_BASIS_ONLY = (NoLiability.AVERAGE_MODEL, NoLiability.MODEL_NOT_CONFIRMED)
"""Where an agreement decides: the statutory day is shown all the same, as a basis (underlag)."""


def readiness(story: CaseStory) -> CaseClock | None:
    """Tell for how long somebody has been ready, from when the notice was sent; None if not."""
    ready = story.ready
    if ready is None:
        return None
    return CaseClock(
        kind=ClockKind.READINESS,
        owes=Owes.US,
        rule=Rule.READINESS_NOTICE,
        message=ready.body.message,
        sent_at=ready.body.sent_at,
        counted_from=StartingFact.READINESS_NOTICE_SENT,
        started_at=ready.body.sent_at,
        stopped_at=story.ended_at,
        gap=ClockGap.NO_SENDING_TIME if ready.body.sent_at is None else None,
    )


def payment(story: CaseStory, terms: ClockTerms) -> CaseClock:
    """5 kap. 3-5 §§: the first day of liability, or the condition that is missing.

    The statutory day stands also where the profile's agreement counts another way: then `hindrance`
    stays empty and `model` says so.
    """
    paid = paid_stay(story, terms)
    ready, care = paid.ready_notice_sent, paid.care
    start = None if ready is None else start_of(ready, terms.profile, care)
    model = model_of(paid, terms.profile).value
    source = None
    if ready is not None:
        days = grace_days(ready, terms.profile, care)
        source = terms.source(days.key, local_day(ready))
    found = liability_of(paid, terms.profile)
    reason = found.reason
    hinders = reason not in (None, NoLiability.NOT_DISCHARGED, NoLiability.AMOUNT_MISSING)
    hindrance = reason if hinders and reason not in _BASIS_ONLY else None
    fact = story.ready
    return CaseClock(
        kind=ClockKind.PAYMENT_START,
        owes=Owes.NOBODY,
        rule=Rule.PAYMENT_START,
        source=source,
        counting=Counting.CALENDAR,
        message=None if fact is None else fact.body.message,
        sent_at=None if fact is None else fact.body.sent_at,
        counted_from=StartingFact.READINESS_NOTICE_SENT,
        started_at=ready,
        due_day=start if hindrance is None else None,
        stopped_at=story.ended_at,
        hindrance=hindrance,
        payer=found.payer,
        model=model if isinstance(model, PaymentModel) else None,
        open_questions=_open_questions(story, terms) if hindrance is None else (),
    )


def past(story: CaseStory, terms: ClockTerms) -> tuple[CaseClock, ...]:
    """Give the readiness notices that no longer count, with the start that each would have had."""
    case = story.case
    current = None if story.ready is None else story.ready.body.message
    notices = [fact for fact in _readiness_notices(case) if fact.body.message != current]
    if not notices:
        return ()
    care = case.clock_facts.conditions.care or Care.SOMATIC
    ended = _endings(case)
    return tuple(
        CaseClock(
            kind=ClockKind.PAYMENT_START,
            owes=Owes.NOBODY,
            rule=Rule.PAYMENT_START,
            counting=Counting.CALENDAR,
            message=fact.body.message,
            sent_at=fact.body.sent_at,
            counted_from=StartingFact.READINESS_NOTICE_SENT,
            started_at=fact.body.sent_at,
            due_day=(
                None
                if fact.body.sent_at is None
                else start_of(fact.body.sent_at, terms.profile, care)
            ),
            stopped_at=ended[fact.body.message][1],
            past=ended[fact.body.message][0],
        )
        for fact in notices
    )


def paid_stay(story: CaseStory, terms: ClockTerms) -> PaidStay:
    """Give the stay as payment rules read it; what nobody has said stands as if nothing hindered.

    What nobody has said is told apart, as open questions.
    """
    stay, said = story.stay, story.case.clock_facts.conditions
    ready = story.ready
    sent = None if ready is None else ready.body.sent_at
    last = _last_withdrawn(story) if ready is None else None
    if last is not None:
        sent = last[0]
    told = [said_at(fact) for fact in story.facts if isinstance(fact.body, PlanSummoned)]
    admitted = stay.admission_sent_at
    if admitted is None and stay.admission_message is not None:
        # A copy of the region's list says no time: the notice counts as sent, and it is asked for.
        admitted = Instant(0)
    return PaidStay(
        id="",
        admission_notice_sent=admitted,
        ready_notice_sent=sent,
        ready_time_unknown=ready is not None and sent is None,
        ready_withdrawn=None if last is None else last[1],
        sip_needed=sip_needed(story, terms) is True,
        summons_sent=min(told, default=None),
        regional_services=said.regional_services or RegionalServices.AVAILABLE,
        discharged=story.ended_at,
        home_municipality=terms.home_municipality,
        placing_municipality=said.placing_municipality,
        care=said.care or Care.SOMATIC,
    )


def _open_questions(story: CaseStory, terms: ClockTerms) -> tuple[OpenQuestion, ...]:
    asked = {
        OpenQuestion.ADMISSION_SENT: story.stay.admission_sent_at is None,
        OpenQuestion.SIP: sip_needed(story, terms) is None,
        OpenQuestion.REGIONAL_SERVICES: (
            story.case.clock_facts.conditions.regional_services is None
        ),
    }
    return tuple(question for question, is_open in asked.items() if is_open)


def _last_withdrawn(story: CaseStory) -> tuple[Instant | None, Instant] | None:
    """Give when the last withdrawn notice was sent, and when it was withdrawn."""
    sent: Instant | None = None
    found: tuple[Instant | None, Instant] | None = None
    for fact in story.facts:
        if isinstance(fact.body, ReadinessNoticed):
            sent = fact.body.sent_at if sent is None else sent
        elif isinstance(fact.body, ReadinessWithdrawn):
            found, sent = (sent, said_at(fact)), None
    return found if found is not None and found[0] is not None else None


def _readiness_notices(case: CaseState) -> tuple[Fact, ...]:
    return tuple(
        fact
        for fact in in_order(case.facts)
        if isinstance(fact.body, ReadinessNoticed) and fact.body.message not in case.moved_away
    )


def _endings(case: CaseState) -> dict[UUID, tuple[PastReason, Instant | None]]:
    """Say of each readiness notice why and when it ceased to count, were it not the current one."""
    void, cancelled = void_messages(case), cancelled_messages(case)
    ended: dict[UUID, tuple[PastReason, Instant | None]] = {}
    standing: list[UUID] = []
    for fact in in_order(case.facts):
        message, body = fact.body.message, fact.body
        if message in void:
            if isinstance(body, ReadinessNoticed):
                gone = message in cancelled
                ended[message] = (PastReason.CANCELLED if gone else PastReason.CORRECTED, None)
        elif isinstance(body, ReadinessNoticed):
            ended[message] = (PastReason.REPEATED, None)
            standing.append(message)
        elif isinstance(body, ReadinessWithdrawn | Discharged):
            withdrawn = isinstance(body, ReadinessWithdrawn)
            reason = PastReason.WITHDRAWN if withdrawn else PastReason.WENT_HOME
            ended |= {one: (reason, said_at(fact)) for one in standing}
            standing.clear()
    return ended
