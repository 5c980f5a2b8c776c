"""Clocks of what the region owes us: admission notice, summons to SIP, information; never ours."""

from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import Rule, StartingFact, admission_notice_due
from kontaktpunkt.domain.clocks.clock import CaseClock, ClockGap, ClockTerms, Counting, Owes
from kontaktpunkt.domain.clocks.counting import end_of_day
from kontaktpunkt.domain.clocks.story import CaseStory, first_sent, said_at
from kontaktpunkt.domain.events.case import Discharged, DischargeInformed, PlanSummoned
from kontaktpunkt.domain.times import local_day

_HOURS: Final = "admission_notice_hours"
_DAYS: Final = "summons_days"


def admission(story: CaseStory, terms: ClockTerms) -> CaseClock:
    """2 kap. 3 §: 24 elapsed hours from the admission, or from when need was judged if later."""
    stay = story.stay
    if stay.admission_message is None:
        return _admission_of(story, terms, gap=ClockGap.NO_ADMISSION_NOTICE)
    sent = first_sent(story.case, stay.admission_message)
    if stay.admitted_at is None:
        return _admission_of(story, terms, gap=ClockGap.NO_ADMISSION_TIME)
    judged = story.case.clock_facts.conditions.need_judged_at
    later = judged is not None and judged > stay.admitted_at
    start = judged if judged is not None and later else stay.admitted_at
    hours = terms.count(_HOURS, local_day(start))
    begun = replace(
        _admission_of(story, terms),
        source=terms.source(_HOURS, local_day(start)),
        counted_from=StartingFact.NEED_JUDGED if later else StartingFact.ADMITTED,
        started_at=start,
        stopped_at=sent,
    )
    if hours is None:
        return replace(begun, gap=ClockGap.NO_RULE_CONFIRMED)
    begun = replace(begun, due_at=admission_notice_due(start, hours))
    return replace(begun, gap=ClockGap.NO_SENDING_TIME) if sent is None else begun


def _admission_of(story: CaseStory, terms: ClockTerms, gap: ClockGap | None = None) -> CaseClock:
    message = story.stay.admission_message
    return CaseClock(
        kind=ClockKind.ADMISSION_NOTICE,
        owes=Owes.REGION,
        rule=Rule.ADMISSION_NOTICE,
        source=terms.source(_HOURS, None),
        message=message,
        stopped_by=message,
        sent_at=None if message is None else first_sent(story.case, message),
        gap=gap,
    )


def summons(story: CaseStory, terms: ClockTerms) -> CaseClock | None:
    """4 kap. 3 §: the summons within three days after the readiness notice; days, not hours.

    None where there is neither readiness nor summons, nor a word about SIP.
    """
    sent = [fact for fact in story.facts if isinstance(fact.body, PlanSummoned)]
    needed = sip_needed(story, terms)
    if not sent and story.ready is None and not needed:
        return None
    first = min(sent, key=said_at, default=None)
    ready = story.ready
    clock = CaseClock(
        kind=ClockKind.PLAN_SUMMONS,
        owes=Owes.REGION,
        rule=Rule.PLAN_SUMMONS,
        source=terms.source(_DAYS, None),
        counting=Counting.CALENDAR,
        message=None if ready is None else ready.body.message,
        sent_at=None if ready is None else ready.body.sent_at,
        stopped_at=None if first is None else first.body.sent_at,
        stopped_by=None if first is None else first.body.message,
    )
    gap = _no_summons(story, needed=needed)
    if gap is not None or ready is None or ready.body.sent_at is None:
        return replace(clock, gap=gap)
    start = ready.body.sent_at
    days = terms.count(_DAYS, local_day(start))
    if days is None:
        return replace(clock, gap=ClockGap.NO_RULE_CONFIRMED)
    day = local_day(start) + timedelta(days=days)
    untimed = first is not None and first.body.sent_at is None
    over = story.ended_at is not None and first is None
    gap = ClockGap.NO_SENDING_TIME if untimed else ClockGap.NO_LONGER_NEEDED if over else None
    return replace(
        clock,
        source=terms.source(_DAYS, local_day(start)),
        counted_from=StartingFact.READINESS_NOTICE_SENT,
        started_at=start,
        due_at=end_of_day(day),
        due_day=day,
        gap=gap,
    )


def sip_needed(story: CaseStory, terms: ClockTerms) -> bool | None:
    """Say whether a plan is needed: by what was judged, by a summons, by the track; else None."""
    judged = story.case.clock_facts.conditions.sip_needed
    if judged is not None:
        return judged
    if any(isinstance(fact.body, PlanSummoned) for fact in story.facts):
        return True
    track = story.stay.track
    return next((one.sip for one in terms.profile.tracks if one.code == track), None)


def information(story: CaseStory) -> CaseClock | None:
    """3 kap. 2 §: necessary information the same day as the discharge; None before it."""
    if not story.stay.is_discharged:
        return None
    sent = [fact for fact in story.facts if isinstance(fact.body, DischargeInformed)]
    told = [fact for fact in story.facts if isinstance(fact.body, Discharged)]
    first = min(sent, key=said_at, default=None)
    left = story.stay.discharged_at
    clock = CaseClock(
        kind=ClockKind.DISCHARGE_INFORMATION,
        owes=Owes.REGION,
        rule=Rule.DISCHARGE_INFORMATION,
        counting=Counting.CALENDAR,
        message=told[-1].body.message if told else None,
        sent_at=told[-1].body.sent_at if told else None,
        counted_from=StartingFact.DISCHARGED,
        started_at=left,
        stopped_at=None if first is None else first.body.sent_at,
        stopped_by=None if first is None else first.body.message,
    )
    if left is None:
        return replace(clock, gap=ClockGap.NO_DISCHARGE_TIME)
    day = local_day(left)
    untimed = first is not None and first.body.sent_at is None
    gap = ClockGap.NO_SENDING_TIME if untimed else None
    return replace(clock, due_at=end_of_day(day), due_day=day, gap=gap)


def _no_summons(story: CaseStory, *, needed: bool | None) -> ClockGap | None:
    if needed is False:
        return ClockGap.SIP_NOT_NEEDED
    if story.ready is None:
        return ClockGap.NO_READINESS_NOTICE
    if needed is None:
        return ClockGap.SIP_NOT_JUDGED
    return ClockGap.NO_SENDING_TIME if story.ready.body.sent_at is None else None
