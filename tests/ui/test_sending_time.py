"""A message that does not say when it was sent: filled in from the case, and the clock runs."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from hands.typing import type_text
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from samples import House, a_house, a_notice, an_entry, done, id_of

pytestmark = pytest.mark.ui


@pytest.fixture
def house() -> House:
    """Give a house with an admission, and a readiness that was told without its time."""
    made = a_house()
    made.take_in(a_notice(id="in"))
    done(made.anna.enter(an_entry(MessageKind.READINESS_NOTICE)))
    return made


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _case(front: HouseFront, house: House) -> CaseScreen:
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.case_wanted.emit(house.row(id_of("in")).case)
    front.settle()
    return cast("CaseScreen", front.program.window.screens["case"])


@pytest.mark.parametrize("kind", [ClockKind.READINESS, ClockKind.PAYMENT_START])
def test_a_clock_that_lacks_the_time_asks_for_it(
    front: HouseFront, house: House, kind: ClockKind
) -> None:
    """Where the days cannot be counted stands the way to say when, and by whom it is known."""
    screen = _case(front, house)
    screen.clocks.more.setChecked(True)
    screen.clocks.row(kind).act("Fyll i när det sändes …").click()
    panel = screen.sending_panel
    assert panel.isVisible()

    for half in ("", "i går"):
        panel.time.text.setText(half)
        panel.save()
        assert panel.time.refusal.text() == "Skriv dag och klockslag, till exempel i går 14:30."
    panel.time.text.clear()
    type_text(panel.time.text, "i går 0810")
    panel.save()
    front.settle()
    assert panel.word_field.refusal.text() == "Skriv vem eller vad som säger det."
    type_text(panel.word, "SAMSA")
    front.press(Qt.Key.Key_Return)

    assert panel.isHidden()
    assert "Fyll i när det sändes …" not in screen.clocks.row(kind).act_words
    titles = [line.title for line in screen.timeline.list.lines.lines]
    assert any(title.startswith("Sändes") and title.endswith("SAMSA") for title in titles)


def test_only_a_message_without_its_time_can_be_given_one(front: HouseFront, house: House) -> None:
    """The act stands at the message in the timeline; what a message says itself is not changed."""
    screen = _case(front, house)
    timeline = screen.timeline
    seen: dict[str, bool] = {}
    for place, line in enumerate(timeline.list.lines.lines):
        timeline.list.setCurrentIndex(timeline.list.lines.index(place))
        seen[line.title.split()[0]] = timeline.sending_act.isEnabled()

    assert seen["Utskrivningsklar"]
    assert not seen["Inskrivning"]
