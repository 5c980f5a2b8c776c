"""The clerk does errands in order, and a late answer never wins."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

pytestmark = pytest.mark.ui


@pytest.fixture
def clerk(qtbot: QtBot) -> Iterator[Clerk]:
    """Give a clerk and let it go afterwards."""
    del qtbot
    made = Clerk()
    yield made
    made.stop()


def _gate(clerk: Clerk) -> threading.Event:
    """Keep the clerk busy until the gate is opened."""
    gate = threading.Event()
    clerk.ask(gate.wait)
    return gate


def test_errands_are_done_one_at_a_time_in_order(clerk: Clerk, qtbot: QtBot) -> None:
    """What I asked for first is done first."""
    done: list[int] = []

    for number in range(20):
        clerk.ask(lambda number=number: done.append(number))
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert done == list(range(20))


def test_answers_come_on_the_window_s_own_thread(clerk: Clerk, qtbot: QtBot) -> None:
    """The work is done beside the window, and only its answer touches the screen."""
    worked: list[str] = []
    answered: list[str] = []

    clerk.ask(
        lambda: worked.append(threading.current_thread().name),
        lambda _none: answered.append(threading.current_thread().name),
    )
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert worked == ["clerk"]
    assert answered == [threading.main_thread().name]


def test_a_late_answer_loses_to_a_newer_question(clerk: Clerk, qtbot: QtBot) -> None:
    """The card shows the row that I am on now, never the one that I have left."""
    shown: list[str] = []
    under_way = threading.Event()
    gate = threading.Event()

    def slow() -> str:
        under_way.set()
        gate.wait()
        return "the row before"

    clerk.ask(slow, shown.append, key="card")
    under_way.wait()
    clerk.ask(lambda: "the row now", shown.append, key="card")
    gate.set()
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert shown == ["the row now"]


def test_a_question_that_was_overtaken_is_never_put(clerk: Clerk, qtbot: QtBot) -> None:
    """Stepping fast through the list does not read every person on the way."""
    read: list[int] = []
    gate = _gate(clerk)

    for number in range(10):
        clerk.ask(lambda number=number: read.append(number), key="card")
    gate.set()
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert read == [9]


def test_an_act_is_done_even_when_another_follows(clerk: Clerk, qtbot: QtBot) -> None:
    """Two presses of a key are two acts."""
    done: list[str] = []
    gate = _gate(clerk)

    clerk.ask(lambda: done.append("first"))
    clerk.ask(lambda: done.append("second"))
    gate.set()
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert done == ["first", "second"]


def test_what_is_unavailable_is_told_to_the_window(clerk: Clerk, qtbot: QtBot) -> None:
    """A full disk is said in words, and the clerk goes on working."""

    def full() -> None:
        raise Unavailable(Obstacle.DISK_FULL)

    with qtbot.waitSignal(clerk.unavailable) as told:
        clerk.ask(full)

    assert told.args is not None
    assert told.args[0].obstacle is Obstacle.DISK_FULL


def test_whoever_asked_can_hear_of_the_failure_instead(clerk: Clerk, qtbot: QtBot) -> None:
    """A field can say itself that its text was not kept."""
    heard: list[Obstacle] = []

    def locked() -> None:
        raise Unavailable(Obstacle.KEY_LOCKED)

    clerk.ask(locked, failed=lambda problem: heard.append(problem.obstacle))
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert heard == [Obstacle.KEY_LOCKED]


def test_a_fault_of_ours_stops_nothing(clerk: Clerk, qtbot: QtBot) -> None:
    """An error is shown with its number, and the next press of a key works."""
    done: list[str] = []

    with qtbot.waitSignal(clerk.broke) as told:
        clerk.ask(lambda: 1 // 0)
    clerk.ask(lambda: done.append("next"))
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
    assert done == ["next"]


class _Listener(QObject):
    """Hears answers."""

    heard = 0

    def hear(self, _answer: object) -> None:
        self.heard += 1


def test_an_answer_to_a_closed_screen_is_dropped(clerk: Clerk, qtbot: QtBot) -> None:
    """Closing a screen while it waits for its rows is harmless."""
    listener = _Listener()
    gate = _gate(clerk)

    clerk.ask(lambda: 1, listener.hear)
    delete(listener)
    gate.set()
    qtbot.waitUntil(lambda: clerk.is_idle)

    assert listener.heard == 0
