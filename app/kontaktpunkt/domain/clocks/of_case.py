"""All clocks of a case, what we must do first; the same whatever order its events came in."""

from kontaktpunkt.domain.clocks import money, ours, theirs
from kontaktpunkt.domain.clocks.clock import CaseClock, ClockTerms
from kontaktpunkt.domain.clocks.story import CaseStory, read
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import Stay


def clocks_of(case: CaseState, terms: ClockTerms) -> tuple[CaseClock, ...]:
    """Give the clocks of a case: ours, then money, then the region's, then what no longer counts.

    A 23-timmars matter has its own clock alone: no admission notice is expected and no money clock
    runs. Deviations have their clocks in any case.
    """
    story = read(case)
    return (*_of_stay(story, terms), *ours.deviations(case, terms))


def planning_clock(case: CaseState, terms: ClockTerms) -> CaseClock | None:
    """Give the clock of the planning answer alone: what the inbox says we must do by."""
    story = read(case)
    return ours.planning(story, terms) if story.kind is CaseKind.INPATIENT else None


def _of_stay(story: CaseStory, terms: ClockTerms) -> tuple[CaseClock, ...]:
    if story.kind is CaseKind.EMERGENCY_STAY:
        return (ours.emergency(story, terms),)
    if story.kind is not CaseKind.INPATIENT or story.stay == Stay():
        return ()
    clocks = (
        ours.planning(story, terms),
        money.readiness(story),
        money.payment(story, terms),
        theirs.admission(story, terms),
        theirs.summons(story, terms),
        theirs.information(story),
        *money.past(story, terms),
    )
    return tuple(clock for clock in clocks if clock is not None)
