"""A meeting in a real window at a real desk: begun, gone through with keys, broken off, signed."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.meeting.screen import MeetingScreen
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from samples import a_house, a_notice, a_person, hours

pytestmark = pytest.mark.ui
_K = Qt.Key


@pytest.fixture
def front(qtbot: QtBot) -> Iterator[HouseFront]:
    """Open the window on a house with three people in hospital, one of them ready."""
    house = a_house()
    for nth in (1, 2, 3):
        stay = {"stay_ids": (f"stay-{nth}",), "expected_discharge": hours(200), "consent": nth == 1}
        house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
    ready = a_notice(
        MessageKind.READINESS_NOTICE, person=a_person(1), stay={"stay_ids": ("stay-1",)}
    )
    house.take_in(ready)
    yield from open_house(qtbot, house)


def _meeting(front: HouseFront) -> MeetingScreen:
    front.press(_K.Key_F6)
    return cast("MeetingScreen", front.top)


def _begun(front: HouseFront) -> MeetingScreen:
    screen = _meeting(front)
    front.type("Anna, Bo")
    front.press(_K.Key_Return)
    return screen


def _decisions(screen: MeetingScreen) -> list[str | None]:
    lines = (screen.model.line(screen.model.index(at)) for at in range(screen.model.rowCount()))
    return [line.decision.value if line.decision else None for line in lines if line is not None]


def test_three_people_are_gone_through_and_signed_with_keys_alone(front: HouseFront) -> None:
    """F6, the names, then one key for each person, and Ctrl+Enter: nobody needs the mouse."""
    screen = _begun(front)
    assert screen.list.hasFocus()

    front.press(_K.Key_G)
    front.press(_K.Key_T)
    front.type("väntar på larm")
    front.press(_K.Key_Return)
    front.press(_K.Key_V)
    front.press(_K.Key_Space)
    front.press(_K.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert _decisions(screen) == ["goes_home_today", "waiting", "unchanged"]
    assert screen.signed.text().startswith("Signerad")
    reviews = [
        line
        for row in front.house.anna.follow_up(FollowUpQuery()).rows
        for line in row.case.homecoming.reviews
    ]
    assert "väntar på larm" in [line.text for line in reviews]


def test_typing_replaces_the_names_of_the_last_meeting(front: HouseFront) -> None:
    """The names from last time stand chosen: others are typed over them, not after them."""
    screen = _meeting(front)
    front.type("Anna, Bo")
    front.press(_K.Key_F6)
    assert screen.beginning.participants.selectedText() == "Anna, Bo"

    front.program.reception.show("inbox")
    front.press(_K.Key_F6)
    front.type("Cissi")

    assert screen.beginning.participants.text() == "Cissi"


def test_the_next_person_is_ready_before_the_answer_is_there(front: HouseFront) -> None:
    """After each key the next person who is left stands beside the list."""
    screen = _begun(front)
    first = screen.person.head.text()

    front.press(_K.Key_H)

    assert screen.person.head.text() != first
    assert screen.left.text().startswith("1 av 3")


def test_a_line_that_was_begun_is_there_when_the_team_comes_back(front: HouseFront) -> None:
    """Somebody asks about the next person first: the words wait with whom they are about."""
    screen = _begun(front)
    front.press(_K.Key_T)
    front.type("väntar på larm")
    front.press(_K.Key_Return)
    front.press(_K.Key_Down)
    assert screen.person.text.text() == ""

    front.press(_K.Key_Up)
    assert screen.person.text.text() == "väntar på larm"
    front.press(_K.Key_V)

    assert screen.person.text.text() == ""
    front.press(_K.Key_Up)
    assert screen.person.text.text() == "väntar på larm"
    assert _decisions(screen) == ["waiting", None, None]


def test_a_slip_is_undone_and_the_person_is_left_again(front: HouseFront) -> None:
    """Ctrl+Z takes the last decision back, also in the case."""
    screen = _begun(front)
    front.press(_K.Key_G)

    front.press(_K.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert _decisions(screen) == [None, None, None]


def test_a_new_date_is_asked_for_and_set(front: HouseFront) -> None:
    """D opens the date, and what is set stands in the meeting."""
    screen = _begun(front)

    front.press(_K.Key_D)
    assert screen.person.date_field.isVisible()
    screen.person.date_ok.click()
    front.settle()

    assert _decisions(screen)[0] == "new_date"
    assert not screen.person.date_field.isVisible()


def test_a_broken_off_meeting_goes_on_where_it_was(front: HouseFront) -> None:
    """Another screen in between, and F6 again: the next person waits."""
    screen = _begun(front)
    front.press(_K.Key_Space)
    front.press(_K.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert _meeting(front) is screen
    assert screen.left.text().startswith("1 av 3")


def test_meeting_mode_shows_initials_alone(front: HouseFront) -> None:
    """On a screen that many can see nobody is named."""
    screen = _begun(front)

    screen.discreet_act.trigger()
    front.settle()

    assert "Provsson" not in screen.person.head.text()
    assert screen.person.head.text() == "P. P."


def test_the_list_goes_to_the_paper_screen(front: HouseFront) -> None:
    """Ctrl+P shows the meeting's list as it will look on paper."""
    screen = _begun(front)
    wanted: list[object] = []
    screen.workplace.document_wanted.connect(wanted.append)

    front.press(_K.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert [getattr(one, "title", "") for one in wanted] == ["Möteslista: avstämning morgon"]
    assert front.top.key == "paper"


def test_after_signing_a_new_meeting_can_begin_and_the_old_is_listed(front: HouseFront) -> None:
    """What was signed is found below, with its paper one click away."""
    screen = _begun(front)
    front.press(_K.Key_Return, Qt.KeyboardModifier.ControlModifier)

    screen.leave_button.click()
    front.settle()

    assert screen.pages.currentIndex() == 0
    assert "hanns inte med" in " ".join(
        label.text() for label in screen.beginning.earlier.findChildren(type(screen.left))
    )
