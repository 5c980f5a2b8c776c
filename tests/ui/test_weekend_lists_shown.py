"""Helg & jour shows each list under its own heading, and marks who has not come home in time."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from duty_places import at
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import CallHome, TakeMessage
from kontaktpunkt.ui.screens.paper.choices import Choice
from kontaktpunkt.ui.screens.paper.ordering import Going, Order, fill_order
from kontaktpunkt.ui.screens.weekend.acts import packet_document
from kontaktpunkt.ui.screens.weekend.screen import WeekendScreen
from kontaktpunkt.usecases.weekend.rows import LineDraft, PacketPreview
from samples import House, a_house, a_notice, a_person, do, done, id_of

pytestmark = pytest.mark.ui


@pytest.fixture
def house() -> House:
    """Give a Friday at 15:00: one was to be home at two, one comes at four, one on Saturday."""
    made = a_house()
    made.clock.set(at("2026-03-20 13:00"))
    for nth in (1, 2, 3):
        stay = {"stay_ids": (f"stay-{nth}",), "expected_discharge": at("2026-03-27 11:00")}
        made.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
    do(made.bo, TakeMessage(message=id_of("in-1")))
    for nth, when in ((1, "2026-03-20 14:00"), (2, "2026-03-20 16:00"), (3, "2026-03-21 11:00")):
        case = made.row(id_of(f"in-{nth}")).case
        assert case is not None
        do(made.anna, CallHome(case=case, told="Syster", expected_home=at(when)))
    made.clock.set(at("2026-03-20 15:00"))
    return made


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _go(front: HouseFront) -> WeekendScreen:
    front.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    return cast("WeekendScreen", front.top)


def test_who_comes_before_the_weekend_stands_apart_and_the_late_one_first(
    front: HouseFront,
) -> None:
    """The late one has a mark and is said aloud to be so; what nobody has taken has a heading."""
    parts = _go(front).parts

    assert parts.home_before.heading.text().startswith("Går hem före")
    assert [line.main for line in parts.home_before.lines] == [
        "Prov1 Provsson: inte bekräftad hemma, väntad i dag 14:00",
        "Prov2 Provsson: väntas hem i dag 16:00",
    ]
    assert parts.home_before.lines[0].spoken == "inte bekräftad hemma"
    assert parts.home_before.lines[1].mark == ""
    (later,) = parts.homeward.lines
    assert later.main == "Prov3 Provsson: väntas hem i morgon 11:00"
    assert parts.not_taken.heading.text() == "Inte taget"
    assert len(parts.not_taken.lines) == 2


def test_a_packet_is_made_when_it_is_put_on_paper_and_not_when_it_is_looked_at(
    front: HouseFront,
) -> None:
    """Ctrl+P, Esc, Ctrl+P makes nothing; its forms take numbers when somebody prints or saves."""
    desk = front.house.anna
    for _ in range(2):
        _go(front)
        front.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert front.top.key == "paper"
        front.press(Qt.Key.Key_Escape)
    assert desk.packets() == ()
    assert desk.sheets() == ()
    shown = desk.preview_packet()
    assert isinstance(shown, PacketPreview)
    assert "Förhandsvisning, Helgpaket, blad 1 av" in shown.pdf.decode()
    document = packet_document(shown, supplement=False)
    made = document.make(desk)
    assert made is not None

    going = Going(purpose="", count=made[1], saved=False)
    order = fill_order(desk, Choice(document=document), made[0], going)

    assert isinstance(order, Order)
    assert "Förhandsvisning" not in order.pdf.decode()
    assert len(desk.packets()) == 1
    assert desk.sheets()


def test_lines_of_the_handover_keep_their_own_room_when_the_window_changes_size(
    front: HouseFront,
) -> None:
    """Each row is as high as its words need at the width that there is: none runs into the next."""
    long = "Ring dottern om nyckeln, larmet och maten innan hemtjänsten kommer i morgon bitti"
    done(front.house.anna.hand_over(tuple(LineDraft(text=f"{long} {n}") for n in range(3))))
    screen = _go(front)
    screen.begin()
    front.settle()
    block = screen.parts.handover
    window = screen.window()

    for width in (1900, 1100, 1500, 1000):
        window.resize(width, 900)
        front.settle()
        front.settle()
        rows = [block.list.visualItemRect(block.list.item(n)) for n in range(block.list.count())]
        assert rows
        assert [row.height() for row in rows] == block.heights[: len(rows)]
        assert block.list.height() == sum(block.heights[: len(rows)])
