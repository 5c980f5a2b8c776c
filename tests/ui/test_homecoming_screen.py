"""A homecoming in a real window: what is in place, in the way and paused, the call, coming home."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import ChangeService
from kontaktpunkt.domain.events.homecoming import ReadinessMark, ServiceStage
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.states import Homecoming
from kontaktpunkt.ui.screens.case.homecoming.screen import HomecomingScreen
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpQuery
from kontaktpunkt.usecases.rows import CasePage
from samples import a_house, a_notice, do

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

pytestmark = pytest.mark.ui
_K = Qt.Key


@pytest.fixture
def front(qtbot: QtBot) -> Iterator[HouseFront]:
    """Open the window on a house with one person in hospital who is ready."""
    house = a_house()
    house.take_in(a_notice(), a_notice(MessageKind.READINESS_NOTICE))
    yield from open_house(qtbot, house)


def _case(front: HouseFront) -> UUID:
    return front.house.anna.follow_up(FollowUpQuery()).rows[0].case.case


def _screen(front: HouseFront) -> HomecomingScreen:
    front.press(_K.Key_2, Qt.KeyboardModifier.ControlModifier)
    front.press(_K.Key_H)
    return cast("HomecomingScreen", front.top)


def _page(front: HouseFront) -> CasePage:
    page = front.house.anna.case(_case(front))
    assert page is not None
    return page


def _home(front: HouseFront) -> Homecoming:
    return _page(front).homecoming


def _marks(front: HouseFront) -> dict[str, ReadinessMark]:
    return {one.item: one.mark for one in _home(front).readiness}


def test_h_opens_the_homecoming_and_esc_goes_back(front: HouseFront) -> None:
    """From the list it is one key there and one key back."""
    screen = _screen(front)
    assert screen.key == "homecoming"
    assert screen.readiness.list.hasFocus()

    front.press(_K.Key_Escape)

    assert front.top.key == "follow_up"


def test_each_thing_is_marked_with_one_key_and_the_next_is_ready(front: HouseFront) -> None:
    """K K S: the list, the epicrisis, and the medicines that are missing."""
    _screen(front)

    for key in (_K.Key_K, _K.Key_K, _K.Key_S, _K.Key_B):
        front.press(key)

    assert _marks(front) == {
        "medication_list": ReadinessMark.DONE,
        "epicrisis": ReadinessMark.DONE,
        "medicines": ReadinessMark.MISSING,
        "dose_dispensing": ReadinessMark.NOT_NEEDED,
    }
    front.press(_K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "dose_dispensing" not in _marks(front)


def test_a_mark_on_somebody_s_word_says_whose(front: HouseFront) -> None:
    """What the ward said on the telephone stands as the ward's word."""
    screen = _screen(front)

    screen.readiness.on_word.setText("Ssk Lind")
    front.press(_K.Key_K)

    (only,) = _home(front).readiness
    assert only.on_word is not None
    assert only.on_word.name == "Ssk Lind"


def test_asking_for_the_rest_writes_the_text_for_the_region_s_system(front: HouseFront) -> None:
    """All that the hospital has not given is asked for, and its text waits to be put in there."""
    screen = _screen(front)
    front.press(_K.Key_K)

    screen.readiness.ask_all.click()
    front.settle()

    asked = [item for item, mark in _marks(front).items() if mark is ReadinessMark.ASKED]
    (text,) = [item.text for item in _page(front).documentation]
    assert "epicrisis" in asked
    assert "medication_list" not in asked
    assert text.startswith("Inför hemgången saknar vi: epikris")
    assert not screen.readiness.ask_all.isEnabled()


def test_an_obstacle_is_met_and_removed(front: HouseFront) -> None:
    """What is in the way is one choice and one click; so is that it is gone."""
    screen = _screen(front)

    screen.obstacles.code.setCurrentIndex(3)
    screen.obstacles.side.setCurrentIndex(screen.obstacles.side.findData(Side.TRANSPORT))
    screen.obstacles.put.click()
    front.settle()
    (met,) = _home(front).open_obstacles
    buttons = screen.obstacles.findChildren(type(screen.obstacles.put))
    gone = next(one for one in buttons if one.text() == "Borta")
    gone.click()
    front.settle()

    assert (met.code, met.side) == ("transport", Side.TRANSPORT)
    assert _home(front).open_obstacles == ()


def test_an_obstacle_without_words_is_not_noted(front: HouseFront) -> None:
    """Annat needs words, and says so beside the field."""
    screen = _screen(front)

    screen.obstacles.code.setCurrentIndex(screen.obstacles.code.count() - 1)
    screen.obstacles.put.click()
    front.settle()

    assert _home(front).obstacles == ()
    assert screen.obstacles.text_field.refusal.text() == "Skriv vad hindret är."


def test_a_paused_service_starts_again_from_a_named_visit(front: HouseFront) -> None:
    """Nobody is restarted from nowhere: the visit has a name."""
    do(
        front.house.anna,
        ChangeService(case=_case(front), service="home_care", stage=ServiceStage.PAUSED),
    )
    screen = _screen(front)
    restart = next(
        one
        for one in screen.services.findChildren(type(screen.obstacles.put))
        if one.accessibleName() == "Hemtjänst: Starta igen"
    )

    restart.click()
    front.settle()
    refused = screen.services.visit_field.refusal.text()
    screen.services.visit.setText("tisdag kväll")
    restart.click()
    front.settle()

    (service,) = _home(front).services
    assert refused == "Skriv från vilket besök insatsen startar."
    assert (service.stage, service.from_visit) == (ServiceStage.RESTARTED, "tisdag kväll")


def test_kalla_hem_notes_the_call_and_the_text_in_one_act(front: HouseFront) -> None:
    """One button: the call, where she goes, and the text; and one undo takes all of it back."""
    screen = _screen(front)
    calling = screen.calling

    calling.told.setText("Ssk Lind")
    calling.expected.text.setText("1400")
    calling.starts.setText("Hemtjänst från kvällsbesöket")
    calling.read_back.setChecked(True)
    calling.call.click()
    front.settle()

    home = _home(front)
    (item,) = _page(front).documentation
    assert home.called is not None
    assert (home.called.agreed.told, home.called.agreed.read_back) == ("Ssk Lind", True)
    assert "Välkommen hem i dag 14:00" in item.text
    assert "Hemtjänst från kvällsbesöket." in item.text
    assert not calling.form.isVisible()
    front.press(_K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _home(front).called is None
    assert _page(front).documentation == ()


def test_a_time_that_cannot_be_read_is_said_and_nothing_is_noted(front: HouseFront) -> None:
    """A slip of the key never becomes a wrong time."""
    screen = _screen(front)

    screen.calling.told.setText("Ssk Lind")
    screen.calling.expected.text.setText("snart")
    screen.calling.call.click()
    front.settle()

    assert _home(front).called is None
    assert "gick inte att tolka" in screen.calling.expected.refusal.text()


def test_who_was_told_is_typed_and_never_made_up(front: HouseFront) -> None:
    """Which ward it is stands above, but who answered there is known only by whoever rang."""
    screen = _screen(front)
    calling = screen.calling

    calling.call.click()
    front.settle()

    assert _home(front).called is None
    assert calling.told_field.refusal.text() == "Skriv namnet på den som fick beskedet."
    assert calling.told.hasFocus()
    calling.told.setText("Ssk Lind")
    calling.call.click()
    front.settle()
    home = _home(front)
    assert home.called is not None
    assert (home.called.agreed.told, home.called.agreed.phone) == ("Ssk Lind", "")


def test_what_is_open_is_said_beside_the_button_and_stops_nobody(front: HouseFront) -> None:
    """Whoever calls home sees what is lacking and in the way, and decides."""
    screen = _screen(front)
    assert screen.calling.open.text() == "Inget är sagt om vad som är på plats."
    front.press(_K.Key_K)
    front.press(_K.Key_S)
    screen.obstacles.code.setCurrentIndex(3)
    screen.obstacles.put.click()
    front.settle()

    said = screen.calling.open.text()

    assert "Inte på plats: epikris" in said.replace("Epikris", "epikris")
    assert "läkemedelslista" not in said.lower()
    assert "Hinder: " in said
    assert screen.calling.call.isEnabled()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("07:00", "07:00 har redan varit i dag. Menar du i morgon 07:00? Skriv i morgon 07:00."),
        ("imorgon", "Skriv klockslaget också, till exempel i morgon 10:30."),
        ("fre", "Skriv klockslaget också, till exempel i morgon 10:30."),
    ],
)
def test_no_hour_and_no_day_is_guessed(front: HouseFront, typed: str, said: str) -> None:
    """A time that is not whole is asked about, and nothing is noted meanwhile."""
    calling = _screen(front).calling
    calling.told.setText("Ssk Lind")

    calling.expected.text.setText(typed)
    calling.call.click()
    front.settle()

    assert _home(front).called is None
    assert calling.expected.refusal.text() == said
    assert calling.expected.hint.text() == ""


def test_a_refused_restart_is_brought_into_sight(front: HouseFront) -> None:
    """On a small screen the field lies below the edge: it comes up, ready to be typed in."""
    do(
        front.house.anna,
        ChangeService(case=_case(front), service="home_care", stage=ServiceStage.PAUSED),
    )
    screen = _screen(front)
    front.program.window.resize(1366, 700)
    front.settle()
    restart = next(
        one
        for one in screen.services.findChildren(type(screen.obstacles.put))
        if one.accessibleName() == "Hemtjänst: Starta igen"
    )

    restart.click()
    front.settle()

    assert screen.services.visit.hasFocus()
    assert not screen.services.visit.visibleRegion().isEmpty()
    assert not screen.services.visit_field.refusal.visibleRegion().isEmpty()


def test_tab_goes_as_the_eye_does(front: HouseFront) -> None:
    """The acts on obstacles and services come in their column, before the call home."""
    screen = _screen(front)
    screen.obstacles.code.setCurrentIndex(3)
    screen.obstacles.put.click()
    front.settle()
    buttons = screen.findChildren(type(screen.obstacles.put))
    gone = next(one for one in buttons if one.text() == "Borta")
    pause = next(one for one in buttons if one.accessibleName() == "Hemtjänst: Pausa")
    wanted = [
        screen.readiness.list,
        gone,
        screen.obstacles.code,
        screen.obstacles.put,
        pause,
        screen.services.visit,
        screen.calling.destination,
        screen.calling.call,
        screen.coming.left,
    ]

    chain: list[QWidget] = [screen.readiness.list]
    for _nth in range(400):
        after = chain[-1].nextInFocusChain()
        assert after is not None
        chain.append(after)
    order = [chain.index(one) for one in wanted]

    assert order == sorted(order)


def test_home_is_two_events_and_then_a_look_back(front: HouseFront) -> None:
    """Left the ward, came home, received by somebody; then how it went."""
    screen = _screen(front)
    coming = screen.coming

    coming.left.click()
    front.settle()
    coming.received_by.setText("Hemvårdsgrupp Norr")
    coming.reached.click()
    front.settle()

    (row,) = front.house.anna.follow_up(FollowUpQuery()).rows
    assert row.group is FollowUpGroup.AT_HOME
    assert "mottagen av Hemvårdsgrupp Norr" in coming.told.text()
    coming.looked_back.setPlainText("Allt fungerar")
    coming.followed.click()
    front.settle()
    assert _home(front).followed_up_at is not None


def test_what_is_typed_survives_a_change_of_screen(front: HouseFront) -> None:
    """Somebody calls in the middle of writing: the words are there afterwards."""
    screen = _screen(front)
    screen.calling.starts.setText("Hemtjänst från")
    front.press(_K.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert _screen(front).calling.starts.text() == "Hemtjänst från"


def test_h_on_the_case_page_opens_it_too(front: HouseFront) -> None:
    """From the case it is the same key."""
    front.press(_K.Key_2, Qt.KeyboardModifier.ControlModifier)
    front.press(_K.Key_Return)
    assert front.top.key == "case"

    front.press(_K.Key_H)

    assert front.top.key == "homecoming"
