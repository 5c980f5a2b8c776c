"""Gives the tests of the demo day its people, and the day played into a real store."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from fakes.time_and_chance import FixedClock, SeededChance
from kontaktpunkt.bootstrap.demo_day import demo_people, make_demo
from kontaktpunkt.bootstrap.opening import Opening, open_desk
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant
from kontaktpunkt.usecases.demo import DemoPeople

TOUR = "2026-03-24 08:40"

MakeDay = Callable[[str, str], Opened]


def instant(local: str) -> Instant:
    """Give a local time as an instant."""
    return to_instant(datetime.fromisoformat(local).replace(tzinfo=LOCAL_ZONE))


@pytest.fixture(scope="session")
def people() -> DemoPeople:
    """Give the invented people."""
    return demo_people()


@pytest.fixture(scope="session")
def play_day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeDay]:
    """Give what plays the demo of a local time into a new store, and sits somebody down at it."""
    opened: list[Opened] = []

    def played(now: str, by: str) -> Opened:
        folder = tmp_path_factory.mktemp("demo") / "store"
        clock = FixedClock(instant(now))
        make_demo(folder, clock, SeededChance())
        opened.append(open_desk(Opening(folder=folder, demo=True, by=by, clock=clock)))
        return opened[-1]

    yield played
    for one in opened:
        one.store.close()


@pytest.fixture(scope="session")
def tour_day(play_day: MakeDay) -> Opened:
    """Give the day of the picture tour, with its first user at the desk."""
    return play_day(TOUR, "A. Berg")
