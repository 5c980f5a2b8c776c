"""SIP and the cause of an admission in a real window at a real desk, by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import CloseCase
from kontaktpunkt.domain.events.homecoming import AdmissionCauseNoted
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import PlanMeeting
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.plan.screen import PlanScreen
from kontaktpunkt.usecases.rows import CasePage
from samples import House, a_house, a_notice, a_person, hours

if TYPE_CHECKING:
    from kontaktpunkt.ui.screens.plans.screen import PlansScreen

pytestmark = pytest.mark.ui
_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house() -> House:
    """Give a house with one person in hospital."""
    house = a_house()
    house.take_in(a_notice(person=a_person(1)))
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


class _Files:
    """Chooses a place at once."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.proposed = ""

    def choose(self, window: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Take the place."""
        del window
        self.proposed = name
        then(str(self.place))


def _page(house: House) -> CasePage:
    (row,) = house.anna.in_hospital()
    page = house.anna.case(row.case)
    assert page is not None
    return page


def _meeting(house: House) -> PlanMeeting:
    (meeting,) = _page(house).plan_meetings
    return meeting


def _cause(house: House) -> AdmissionCauseNoted:
    cause = _page(house).homecoming.cause
    assert cause is not None
    return cause


def _plan(front: HouseFront) -> PlanScreen:
    """Go from the follow-up list to the case and on to its SIP, by keys."""
    front.press(_K.Key_2, _CTRL)
    front.press(_K.Key_Return)
    assert front.top.key == "case"
    front.press(_K.Key_I)
    assert front.top.key == "plan"
    return cast("PlanScreen", front.top)


def _set(front: HouseFront, typed: str) -> PlanScreen:
    screen = _plan(front)
    assert screen.meetings.fields.at.text.hasFocus()
    front.type(typed)
    front.press(_K.Key_Return)
    return screen


def test_a_time_is_set_in_one_line_and_said_back(front: HouseFront, house: House) -> None:
    """I, the time as staff say it, Enter: the SIP stands in the case with who said so."""
    screen = _plan(front)
    screen.meetings.fields.people.setText("Dr Ek, Dottern Lena")

    front.type("i morgon 10:30")
    assert "10:30" in screen.meetings.fields.at.hint.text()
    front.press(_K.Key_Return)

    meeting = _meeting(house)
    assert meeting.said.meeting_at == Instant(hours(24) + 110 * 60_000_000)
    assert meeting.said.participants == ("Dr Ek", "Dottern Lena")
    assert front.said.startswith("SIP bestämd")
    assert screen.meetings.table.hasFocus()


def test_a_time_that_cannot_be_read_is_told_and_nothing_is_noted(
    front: HouseFront, house: House
) -> None:
    """What was typed stays, with the reason below it."""
    screen = _set(front, "nångång")

    assert _page(house).plan_meetings == ()
    assert not screen.meetings.fields.at.refusal.isHidden()
    screen.meetings.fields.at.text.clear()
    front.press(_K.Key_Return)
    assert screen.meetings.fields.at.refusal.text() == "Skriv dag och tid för mötet."


def test_a_meeting_is_moved_held_and_undone_by_letters(front: HouseFront, house: House) -> None:
    """E changes it in place, H says that it was held, Ctrl+Z takes that back."""
    screen = _set(front, "i morgon 10")
    plan = _meeting(house).plan

    front.press(_K.Key_E)
    screen.meetings.fields.at.text.setText("i morgon 13")
    front.press(_K.Key_Return)
    moved = _meeting(house)
    assert (moved.plan, moved.times_set) == (plan, 2)

    screen.meetings.table.setFocus()
    front.press(_K.Key_H)
    assert _meeting(house).held_at == hours(0)
    front.press(_K.Key_Z, _CTRL)
    assert _meeting(house).stands


def test_the_case_stays_open_until_its_meeting_is_called_off(
    front: HouseFront, house: House
) -> None:
    """Whoever closes the case is told that a SIP stands; Delete calls it off."""
    _set(front, "i morgon 10")
    case = _page(house).row.case
    assert isinstance(house.anna.act(CloseCase(case=case)), Refused)

    front.press(_K.Key_Delete)

    assert _meeting(house).cancelled_at is not None
    assert not isinstance(house.anna.act(CloseCase(case=case)), Refused)


def test_the_meeting_leaves_as_a_file_that_a_calendar_reads(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """K asks where, and writes the one meeting."""
    screen = _set(front, "i morgon 10")
    files = _Files(tmp_path / "sip.ics")
    screen.meetings.files = files

    front.press(_K.Key_K)

    calendar = icalendar.Calendar.from_ical(files.place.read_bytes())
    assert isinstance(calendar, icalendar.Calendar)
    (event,) = calendar.events
    assert event["UID"] == f"{_meeting(house).plan}@kontaktpunkt"
    assert files.proposed == "sip-2026-03-25.ics"
    assert "sparad" in front.said


def test_the_cause_is_noted_by_a_digit_and_what_was_tried_by_letters(
    front: HouseFront, house: House
) -> None:
    """2 and S: a fall, and a nurse had looked at her before."""
    screen = _plan(front)
    front.press(_K.Key_O, _CTRL | _SHIFT)
    assert screen.cause.list.hasFocus()

    front.press(_K.Key_2)
    front.press(_K.Key_S)
    assert (_cause(house).cause, _cause(house).nurse_assessed) == ("fall", True)
    assert _cause(house).doctor_asked is None

    front.press(_K.Key_S)
    front.press(_K.Key_1)
    assert (_cause(house).cause, _cause(house).nurse_assessed) == ("illness", False)
    assert "✓" in screen.cause.list.item(0).text()


def test_a_note_waits_for_its_cause(front: HouseFront, house: House) -> None:
    """A note without a cause is not lost and not saved alone: it goes with the digit."""
    screen = _plan(front)
    screen.cause.note.setFocus()
    front.type("hittad på golvet")
    front.press(_K.Key_Return)
    assert _page(house).homecoming.cause is None
    assert "Välj orsaken först" in screen.cause.said.text()

    screen.cause.list.setFocus()
    front.press(_K.Key_2)
    assert _cause(house).note == "hittad på golvet"
    front.press(_K.Key_L)
    assert (_cause(house).note, _cause(house).doctor_asked) == ("hittad på golvet", True)


def test_the_week_shows_the_meeting_and_leads_to_it(front: HouseFront, house: House) -> None:
    """From the follow-up list to the week, back a week, here again, and into the meeting."""
    _set(front, "i morgon 10")
    assert _meeting(house)
    front.press(_K.Key_2, _CTRL)
    front.press(_K.Key_K, _CTRL | _SHIFT)
    week = cast("PlansScreen", front.top)
    assert week.as_of.text() == "1 möte. Uppgifter från 08:40."

    front.press(_K.Key_Left)
    assert week.heading.text() == "SIP vecka 12, 16/3 till 22/3"
    front.press(_K.Key_T)
    assert week.heading.text() == "SIP vecka 13, 23/3 till 29/3"
    front.press(_K.Key_Return)
    assert front.top.key == "plan"


def test_the_week_goes_on_paper_and_into_a_file(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """Ctrl+S saves the week, Ctrl+P shows it as paper, Esc leads to the list."""
    _set(front, "i morgon 10")
    assert _meeting(house)
    front.press(_K.Key_K, _CTRL | _SHIFT)
    week = cast("PlansScreen", front.top)
    files = _Files(tmp_path / "veckan.ics")
    week.files = files

    front.press(_K.Key_S, _CTRL)
    assert b"BEGIN:VEVENT" in files.place.read_bytes()
    assert files.proposed == "sip-2026-03-23.ics"
    front.press(_K.Key_Escape)
    assert front.top.key == "follow_up"
    front.press(_K.Key_K, _CTRL | _SHIFT)
    front.press(_K.Key_P, _CTRL)
    assert front.top.key == "paper"
