"""A readiness that is withdrawn, and comes again: both are kept, and the clock begins anew."""

from datetime import date, time
from pathlib import Path

import pytest

from e2e.office import Office, RunningClock, a_letter
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.times import Instant, at_local

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

WITHDRAWN = "Utskrivningsklar mån 23 mars 09:30 återtogs tis 24 mars 08:40"
MONDAY, TUESDAY, FRIDAY = 23, 24, 27


def at(day: int, clock: str) -> Instant:
    """Give a time in March 2026."""
    return at_local(date(2026, 3, day), time.fromisoformat(clock))


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Monday morning."""
    return RunningClock(at(MONDAY, "09:40"))


@pytest.fixture
def by_the_law(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point that goes by the law alone."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found("lag-2017-612")
    return office


def test_a_withdrawn_readiness(
    at_work: Workstation, by_the_law: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """Ready on Monday, withdrawn on Tuesday, ready on Friday: Monday stays, but counts no more."""
    anna, rooms = at_work, Rooms(at_work)
    letters = tmp_path / "in"
    anna.start(by_the_law.opening())
    anna.drop([a_letter(letters, "in", sent_at=at(20, "10:00"), stay=_stay("20"))])
    anna.drop([_ready(letters, "klar", at(MONDAY, "09:30"))])
    _the_clock_runs_from_thursday(anna, rooms)

    clock.turn_to(at(TUESDAY, "08:50"))
    anna.drop([_withdrawn(letters, at(TUESDAY, "08:40"))])
    _the_clock_is_stopped(anna, rooms)

    clock.turn_to(at(FRIDAY, "09:10"))
    anna.drop([_ready(letters, "klar-igen", at(FRIDAY, "09:00"))])
    _a_new_clock_runs_and_the_old_one_is_kept(anna, rooms)


def _the_clock_runs_from_thursday(anna: Workstation, rooms: Rooms) -> None:
    _open_her(anna, rooms)
    assert _liability(rooms).startswith("Betalningsansvar tidigast tors 26 mars")
    clocks = rooms.case.clocks
    anna.click(clocks.row(ClockKind.PAYMENT_START).toggle)
    told = anna.reads(clocks)
    assert "Meddelande: Utskrivningsklar, sänt mån 23 mars 09:30" in told
    assert "Regel: 5 kap. 4 § lag 2017:612" in told
    anna.shot("klockan-gar")


def _the_clock_is_stopped(anna: Workstation, rooms: Rooms) -> None:
    _open_her(anna, rooms)
    assert "Betalningsansvar" not in anna.reads(rooms.case.clocks)
    anna.click(rooms.case.clocks.more)
    assert "Utskrivningsklar i går 09:30 återtogs 08:40" in anna.reads(rooms.case.clocks)
    anna.shot("aterkallad")


def _a_new_clock_runs_and_the_old_one_is_kept(anna: Workstation, rooms: Rooms) -> None:
    _open_her(anna, rooms)
    assert _liability(rooms).startswith("Betalningsansvar tidigast mån 30 mars")
    assert WITHDRAWN in anna.reads(rooms.case.clocks)
    came = [row.split(" kom in")[0] for row in rows_of(rooms.case.timeline.list)]
    assert came == [
        "09:00. Utskrivningsklar",
        "tis 24 mars 08:40. Återtagen utskrivningsklar",
        "mån 23 mars 09:30. Utskrivningsklar",
        "fre 20 mars 10:00. Inskrivningsmeddelande",
    ]
    anna.shot("klar-igen")


def _stay(day: str) -> dict[str, object]:
    return {"admitted_at": at(int(day), "02:00"), "expected_discharge": at(30, "11:00")}


def _ready(folder: Path, name: str, sent: Instant) -> Path:
    stay = _stay("20") | {"ready_at": sent}
    return a_letter(folder, name, MessageKind.READINESS_NOTICE, sent_at=sent, stay=stay)


def _open_her(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+1")
    rooms.inbox.list.choose(0)
    rooms.inbox.list.setFocus()
    anna.press("Return")
    assert anna.top is rooms.case


def _withdrawn(folder: Path, sent: Instant) -> Path:
    kind = MessageKind.READINESS_WITHDRAWN_NOTICE
    stay = _stay("20")
    return a_letter(folder, "atertagen", kind, sent_at=sent, happened_at=sent, stay=stay)


def _liability(rooms: Rooms) -> str:
    return rooms.case.clocks.row(ClockKind.PAYMENT_START).words.text()
