"""The papers of a week say of each member of a list what the screen says."""

from datetime import date
from uuid import UUID

import pytest

from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.events.homecoming import Destination, Travel
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.ui.screens.concerns.words import concern_lines
from kontaktpunkt.ui.screens.plans.words import week_lines
from kontaktpunkt.ui.screens.unit_week.words import week_lines as unit_lines
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine
from kontaktpunkt.usecases.concerns.papers import concern_list
from kontaktpunkt.usecases.concerns.rows import ConcernPage, ConcernRow
from kontaktpunkt.usecases.plans.papers import plan_list
from kontaktpunkt.usecases.plans.rows import PlanDay, PlanEntry, PlanStanding, PlanWeek
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.unit_week.papers import Words, unit_week_list
from kontaktpunkt.usecases.unit_week.rows import Arrival, ArrivalKind, UnitWeekPage
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.words import word
from samples import NOW, a_house, hours
from unit.paper.copies import FOOT

_NIL = UUID(int=0)
_DAY = date(2026, 3, 24)


def _told_of_plan(standing: PlanStanding, form: MeetingForm) -> tuple[list[str], list[str]]:
    """Give time and form of a meeting, line by line: on paper, and on the screen."""
    case = CaseRow(case=_NIL)
    entry = PlanEntry(case=case, standing=standing, at=hours(24), ends_at=hours(25), form=form)
    week = PlanWeek(at=NOW, days=(PlanDay(day=_DAY, is_free=False, entries=(entry,)),))
    paper = plan_list(week, word, FOOT).groups[0].rows[0]
    screen = next(line.cells for line in week_lines(week) if line.key is not None)
    return [*paper[0].splitlines(), paper[2]], [*screen[0].splitlines(), screen[2]]


def _told_of_concern(about: ConcernKind, role: Role) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give what was seen and who looks: on paper, and on the screen."""
    to = Receiver(role=role)
    row = ConcernRow(
        person=_NIL, concern=_NIL, about=about, text="", to=to, due=_DAY, raised_at=NOW
    )
    page = ConcernPage(at=NOW, waiting=(row,))
    paper = concern_list(page, {}, word, FOOT).groups[0].rows[0]
    screen = next(line.cells for line in concern_lines(page, {}) if line.key is not None)
    return (paper[2], paper[3]), (screen[2], screen[3].splitlines()[0])


@pytest.mark.parametrize("standing", PlanStanding)
def test_how_a_meeting_stands_is_called_the_same_on_paper(standing: PlanStanding) -> None:
    """A meeting that was summoned to, held or called off is so in the same words on the wall."""
    paper, screen = _told_of_plan(standing, MeetingForm.PHONE)

    assert paper == screen
    assert word(standing) in ("", *paper)


@pytest.mark.parametrize("form", MeetingForm)
def test_the_form_of_a_meeting_is_called_the_same_on_paper(form: MeetingForm) -> None:
    """Phone, video and a room are called the same on the wall as in the program."""
    paper, screen = _told_of_plan(PlanStanding.SET, form)

    assert paper[-1] == screen[-1] == word(form)


@pytest.mark.parametrize("about", ConcernKind)
def test_what_was_seen_is_called_the_same_on_paper(about: ConcernKind) -> None:
    """A unit that has no program reads the words that the contact point reads."""
    paper, screen = _told_of_concern(about, Role.CONTACT_POINT)

    assert paper[0] == screen[0] == word(about)


@pytest.mark.parametrize("role", Role)
def test_who_looks_is_called_the_same_on_paper(role: Role) -> None:
    """A role has one name, so that nobody asks whether two are meant."""
    paper, screen = _told_of_concern(ConcernKind.FALL, role)

    assert paper[1] == screen[1] == word(role)


def _told_of_arrival(line: HomecomingLine) -> tuple[list[str], list[str]]:
    """Give who meets her, how she travels and whereto: on paper, and on the screen."""
    profile = a_house().anna.profile()
    arrival = Arrival(case=CaseRow(case=_NIL, homecoming=line), kind=ArrivalKind.CALLED)
    page = UnitWeekPage(at=NOW, unit="", units=(), days=(), undated=(arrival,))
    paper = unit_week_list(page, Words.of(profile, word), FOOT).groups[0].rows[0]
    lines = unit_lines(page, Telling(profile=profile))
    screen = next(one.cells for one in lines if one.key is not None)
    return paper[3].splitlines(), screen[3].splitlines()


@pytest.mark.parametrize("travel", Travel)
def test_how_somebody_travels_is_called_the_same_on_paper(travel: Travel) -> None:
    """Who meets her knows from either whether she sits, lies or is carried in."""
    assert _told_of_arrival(HomecomingLine(travel=travel)) == ([word(travel)], [word(travel)])


@pytest.mark.parametrize("to", Destination)
def test_where_somebody_goes_is_called_the_same_on_paper(to: Destination) -> None:
    """Home, a short stay, a care home and elsewhere are the same words on paper and screen."""
    assert _told_of_arrival(HomecomingLine(destination=to)) == ([f"till {word(to)}"], [word(to)])
