"""Bevakat (Ctrl+B): one key stamps that somebody looked, and a missed look shows everywhere."""

import pytest
from PySide6.QtCore import Qt

from hands.desk import DeskInMemory
from hands.duty_desk import POINT
from hands.front import Front, OpenFront
from hands.rows import ANNA, NOW
from kontaktpunkt.domain.profile.watching import ExpectedCheck
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.ui.frame.watch_panel import WatchPanel

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MISSED = ExpectedCheck(Instant(NOW - 60 * MINUTE), POINT)


def _panel(front: Front) -> WatchPanel:
    return front.program.reception.watch.panel


def test_two_keys_stamp_that_nothing_was_new(front: Front) -> None:
    """Ctrl+B, N: it is written who looked and when, and the list has focus again."""
    before = len(front.desk.looks)

    front.press(K.Key_B, CTRL)
    assert _panel(front).isVisible()
    front.press(K.Key_N)

    assert not _panel(front).isVisible()
    (look,) = front.desk.looks[before:]
    assert (look.by_name, look.found_new) == (ANNA.name, False)
    assert front.said == "SAMSA bevakat: inget nytt"
    assert front.inbox.list.hasFocus()
    assert "SAMSA bevakat 08:40" in front.inbox.watch_line.words.text()


def test_something_new_is_stamped_and_written_in(front: Front) -> None:
    """Ctrl+B, J: the look is stamped, and the form of a new message is open."""
    wanted: list[object] = []
    front.inbox.workplace.entry_wanted.disconnect()
    front.inbox.workplace.entry_wanted.connect(wanted.append)

    front.press(K.Key_B, CTRL)
    front.press(K.Key_J)

    assert front.desk.looks[-1].found_new
    assert wanted == [None]


def test_escape_stamps_nothing(front: Front) -> None:
    """Who opened the panel by mistake has not looked."""
    before = len(front.desk.looks)

    front.press(K.Key_B, CTRL)
    front.press(K.Key_Escape)

    assert len(front.desk.looks) == before
    assert not _panel(front).isVisible()
    assert front.inbox.list.hasFocus()


def test_single_keys_can_be_turned_off(opened: OpenFront) -> None:
    """Who has turned single keys off answers with Tab and Enter, and N does nothing."""
    desk = DeskInMemory()
    desk.preferences["inbox.single_keys"] = "off"
    front = opened(desk)
    front.program.reception.watch.panel.single_keys = False
    before = len(desk.looks)

    front.press(K.Key_B, CTRL)
    _panel(front).single_keys = False
    front.press(K.Key_N)
    assert len(desk.looks) == before
    front.press(K.Key_Space)

    assert len(desk.looks) == before + 1


def test_the_panel_says_who_looked_last_and_what_is_next(front: Front) -> None:
    """Before she answers she reads whether somebody else has just looked."""
    front.press(K.Key_B, CTRL)

    assert _panel(front).heading.text() == "Bevakat SAMSA"
    assert _panel(front).state.text() == f"SAMSA bevakat 08:35 av {ANNA.name}, nästa 10:10."
    assert not _panel(front).missed.isVisible()


def test_a_missed_look_shows_on_every_screen(opened: OpenFront) -> None:
    """Strip, rail and the inbox's head say it, in words and with a mark; the next look ends it."""
    front = opened(DeskInMemory(missed=MISSED))
    window = front.program.window
    link = window.strip.standing.link("watch")

    assert link.isVisible()
    assert link.text() == "SAMSA ej bevakat, väntat 07:40"
    assert window.rail.entry("duty").badge == (1, True)
    assert front.inbox.watch_line.words.text() == "SAMSA skulle ha bevakats 07:40"
    assert front.inbox.watch_line.words.property("role") == "wrong"

    front.press(K.Key_B, CTRL)
    assert _panel(front).missed.isVisible()
    front.press(K.Key_N)

    assert not link.isVisible()
    assert window.rail.entry("duty").badge == (0, False)
    assert front.inbox.watch_line.words.property("role") == "soft"


def test_a_minute_that_passes_asks_again(front: Front) -> None:
    """What was not missed before is missed when its time has run out, though nobody did a thing."""
    front.desk.missed = MISSED

    front.inbox.workplace.minute.emit(front.desk.now())
    front.settle()

    assert front.program.window.strip.standing.link("watch").isVisible()


def test_a_refusal_is_told(opened: OpenFront) -> None:
    """When the stamp cannot be made, she is told why, and nothing looks as if it were."""
    desk = DeskInMemory(refuses_looks=Refused(reason=RefusalReason.NO_USER))
    front = opened(desk)

    front.press(K.Key_B, CTRL)
    front.press(K.Key_N)

    assert front.said == "Välj först vem som arbetar här, uppe till höger."


def test_an_empty_inbox_says_when_the_source_was_last_looked_in(opened: OpenFront) -> None:
    """An empty list is only as true as the last look in the region's inbox."""
    front = opened(DeskInMemory(rows=[]))

    assert front.inbox.emptiness.title.text() == (
        f"Inga öppna meddelanden. SAMSA bevakat 08:35 av {ANNA.name}."
    )


def test_the_palette_knows_the_act_and_its_key(front: Front) -> None:
    """Ctrl+K teaches Ctrl+B, under the name of the region's system."""
    act = front.program.window.keys.actions["watch"]

    assert (act.text(), act.shortcut().toString()) == ("Bevakat SAMSA", "Ctrl+B")
