"""The request from regional primary care on the case page: decided together, both by name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.events.care_request import PrimaryCareDecided, PrimaryCareDecision
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from samples import House, a_house, a_notice, a_person

if TYPE_CHECKING:
    from kontaktpunkt.ui.screens.inbox.screen import InboxScreen

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house() -> House:
    """Give a house at work."""
    return a_house()


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _open(front: HouseFront, kind: MessageKind) -> CaseScreen:
    (fate,) = front.house.take_in(a_notice(kind, id="one", person=a_person(1)))
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.case_wanted.emit(fate.case)
    front.settle()
    return cast("CaseScreen", front.program.window.screens["case"])


def test_what_is_asked_stands_there_until_it_is_decided(front: HouseFront) -> None:
    """A request that nobody has answered is said to lack its decision."""
    screen = _open(front, MessageKind.PRIMARY_CARE_REQUEST)

    assert screen.primary_care.isVisible()
    assert "Ställningstagande saknas" in screen.primary_care.said.text()


def test_a_stay_without_a_request_has_no_such_panel(front: HouseFront) -> None:
    """Who is admitted to a ward is not asked about in municipal primary care."""
    screen = _open(front, MessageKind.ADMISSION_NOTICE)

    assert not screen.primary_care.isVisible()


def test_both_names_decide_by_keys(front: HouseFront, house: House) -> None:
    """Key, names, Enter: enrolled in municipal primary care, never just enrolled."""
    screen = _open(front, MessageKind.PRIMARY_CARE_REQUEST)
    front.press(K.Key_I, CTRL_SHIFT)
    front.press(K.Key_Tab)
    front.type("Eva Ek")
    front.press(K.Key_Tab)
    front.type("Ola Öst")
    front.press(K.Key_Return)

    said = screen.primary_care.said.text()
    assert "Inskriven i kommunal primärvård" in said
    assert "Eva Ek och Ola Öst" in said
    assert screen.case is not None
    page = house.anna.case(screen.case)
    assert page is not None
    (decided,) = (e.body for e in page.timeline if isinstance(e.body, PrimaryCareDecided))
    assert decided.decision is PrimaryCareDecision.ENROLLED
    assert decided.message == page.messages[0].message


def test_one_name_does_not_decide(front: HouseFront) -> None:
    """Without the other side's name nothing is noted, and it is said why."""
    screen = _open(front, MessageKind.PRIMARY_CARE_REQUEST)
    front.press(K.Key_I, CTRL_SHIFT)
    front.press(K.Key_Tab)
    front.type("Eva Ek")
    front.press(K.Key_Return)

    assert "Skriv namnet på båda" in screen.primary_care.form.failure.text()
    assert "saknas" in screen.primary_care.said.text()


def test_the_card_in_the_inbox_says_whether_it_is_decided(front: HouseFront) -> None:
    """The card beside the list tells that a decision is lacking, and where it is taken."""
    front.house.take_in(a_notice(MessageKind.PRIMARY_CARE_REQUEST, id="one", person=a_person(1)))
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.refresh()
    front.settle()
    inbox = cast("InboxScreen", front.program.window.screens["inbox"])
    inbox.list.choose(0)
    front.settle()

    shown = [part.text() for part in inbox.findChildren(QLabel) if part.isVisible()]
    assert any("tas tillsammans med regional primärvård" in text for text in shown)
