"""From a case's state to what its row says of the homecoming: pure, the same in a rebuild."""

from kontaktpunkt.domain.clocks import ClockTerms
from kontaktpunkt.domain.clocks.money import payment
from kontaktpunkt.domain.clocks.story import read
from kontaktpunkt.domain.clocks.theirs import summons as summons_clock
from kontaktpunkt.domain.events.case import CaseKind, ReadinessWithdrawn
from kontaktpunkt.domain.events.homecoming import ReadinessMark, ServiceStage
from kontaktpunkt.domain.notice import SummonsFacts
from kontaktpunkt.domain.profile import PaymentModel
from kontaktpunkt.domain.states import CaseState, Homecoming, PlanMeeting, ReviewState
from kontaktpunkt.domain.stay import Stay, kind_of_case, valid_facts
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.case_lines.homecoming import (
    HomecomingLine,
    ObstacleLine,
    PaymentLine,
    PlanLine,
    RestartLine,
    ReviewLine,
    SummonsLine,
)

_DAYS_SHOWN = 2
_IN_PLACE = (ReadinessMark.DONE, ReadinessMark.NOT_NEEDED)


def homecoming_line(case: CaseState, stay: Stay, terms: ClockTerms) -> HomecomingLine:
    """Say how far the homecoming of a case is."""
    home = case.homecoming
    called = home.called
    return HomecomingLine(
        done=_items(home, *_IN_PLACE),
        missing=_items(home, ReadinessMark.MISSING),
        asked=_items(home, ReadinessMark.ASKED),
        obstacles=tuple(
            ObstacleLine(one.obstacle, one.code, one.side, one.since, one.text)
            for one in home.open_obstacles
        ),
        paused=tuple(sorted(one.service for one in home.paused)),
        destination=home.destination,
        place=home.place,
        called_at=None if called is None else called.at,
        expected_home=None if called is None else called.agreed.expected_home,
        withdrawn_at=_withdrawn_at(case, stay),
        met_by="" if called is None else called.agreed.met_by,
        travel=None if called is None else called.agreed.travel,
        starts="" if called is None else called.agreed.starts,
        restarts=tuple(
            RestartLine(one.service, one.from_visit, one.first_at)
            for one in home.services
            if one.stage is ServiceStage.RESTARTED
        ),
        left_at=None if home.left is None else home.left.left_at,
        reached_at=None if home.reached is None else home.reached.reached_at,
        followed_up_at=home.followed_up_at,
        reviews=_last_reviews(case.reviews),
        payment=_payment(case, stay, terms),
        summoned_to=None if stay.summons is None else stay.summons.meeting_at,
        summons=_summons(case, stay, terms),
        plans=tuple(map(_plan, case.plan_meetings)),
        consent=stay.consent,
    )


def _withdrawn_at(case: CaseState, stay: Stay) -> Instant | None:
    """Give when it came to us, after the call home, that she is not ready after all."""
    home = case.homecoming
    if home.called is None or home.left is not None or home.reached is not None:
        return None
    if stay.ready_message is not None or not stay.in_hospital:
        return None
    said = (one.noted_at for one in valid_facts(case) if isinstance(one.body, ReadinessWithdrawn))
    last = max(said, default=None)
    return last if last is not None and last > home.called.at else None


def _plan(meeting: PlanMeeting) -> PlanLine:
    said = meeting.said
    return PlanLine(
        plan=said.plan,
        meeting_at=said.meeting_at,
        ends_at=meeting.ends_at,
        form=said.form,
        place=said.place,
        participants=said.participants,
        consent=said.consent,
        held=meeting.held_at is not None,
        cancelled=meeting.cancelled_at is not None,
        changes=meeting.times_set - 1,
    )


def _summons(case: CaseState, stay: Stay, terms: ClockTerms) -> SummonsLine:
    """Give what the region summoned to; else by which day it is to, where that runs."""
    said = stay.summons or SummonsFacts()
    if stay.summons is None and stay.ready_message is not None:
        clock = summons_clock(read(case), terms)
        if clock is not None and clock.gap is None:
            return SummonsLine(due=clock.due_day)
    return SummonsLine(
        came=stay.summons is not None,
        meeting_at=said.meeting_at,
        form=said.form,
        place=said.place,
        participants=said.participants,
    )


def _items(home: Homecoming, *marks: ReadinessMark) -> tuple[str, ...]:
    return tuple(sorted(one.item for one in home.readiness if one.mark in marks))


def _last_reviews(reviews: tuple[ReviewState, ...]) -> tuple[ReviewLine, ...]:
    """Give the reviews of the last days on which there were any."""
    days = sorted({local_day(one.at) for one in reviews})[-_DAYS_SHOWN:]
    ordered = sorted(reviews, key=lambda one: (one.at, one.meeting))
    return tuple(
        ReviewLine(one.name, one.decision, one.at, one.text, one.expected)
        for one in ordered
        if local_day(one.at) in days
    )


def _payment(case: CaseState, stay: Stay, terms: ClockTerms) -> PaymentLine:
    """Give the start of payment liability, or what is missing; nothing before a readiness notice.

    The other clocks are left alone: a row is made at every act.
    """
    if stay.ready_message is None or kind_of_case(case, stay) is not CaseKind.INPATIENT:
        return PaymentLine()
    clock = payment(read(case), terms)
    individual = clock.model is PaymentModel.INDIVIDUAL
    return PaymentLine(clock.due_day, clock.gap, clock.hindrance, not individual)
