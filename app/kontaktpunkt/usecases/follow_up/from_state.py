"""From a case's state to what its row says of the homecoming: pure, the same in a rebuild."""

from kontaktpunkt.domain.clocks import ClockTerms
from kontaktpunkt.domain.clocks.money import payment
from kontaktpunkt.domain.clocks.story import read
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.homecoming import ReadinessMark
from kontaktpunkt.domain.states import CaseState, Homecoming, ReviewState
from kontaktpunkt.domain.stay import Stay, kind_of_case
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.case_lines.homecoming import (
    HomecomingLine,
    ObstacleLine,
    PaymentLine,
    ReviewLine,
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
        left_at=None if home.left is None else home.left.left_at,
        reached_at=None if home.reached is None else home.reached.reached_at,
        followed_up_at=home.followed_up_at,
        reviews=_last_reviews(case.reviews),
        payment=_payment(case, stay, terms),
        summoned_to=None if stay.summons is None else stay.summons.meeting_at,
        consent=stay.consent,
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
    return PaymentLine(clock.due_day, clock.gap, clock.hindrance)
