"""An exercise on a calm day: script, papers and figures of its own; nothing of it is real."""

from pathlib import Path

import pytest

from e2e.office import ANNA, Office, RunningClock, text_of
from e2e.stop_office import a_stop_office, at
from hands.eyes import rows_of
from hands.stops import NUMBER, Stops
from hands.workstation import Workstation

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

BLANKS = dict.fromkeys(("R1", "R3", "R4", "R6", "R7", "R8", "R10", "R13", "S1"), 0)
MARK = "ÖVNING"


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: a calm Tuesday afternoon."""
    return RunningClock(at("13:00"))


@pytest.fixture
def afternoon(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with five real people in hospital."""
    return a_stop_office(tmp_path, clock)


def test_an_exercise(
    at_work: Workstation, afternoon: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """One call by telephone, entered and judged; inbox, numbers and figures are as before."""
    anna, stops = at_work, Stops(at_work)
    anna.start(afternoon.opening())
    before = stops.rooms.inbox_rows()
    _begin(anna, stops)
    packet = stops.take_packet(BLANKS | {"R2": 2, "R5": 1}, tmp_path / "paket.pdf")
    assert MARK in packet
    assert "Övning" in packet
    assert "Provsson" not in packet
    _the_script(anna, stops, tmp_path)
    _an_exercise_is_entered(anna, stops, clock)
    _it_is_closed(anna, stops, tmp_path)
    _nothing_is_real(anna, stops, before, tmp_path)


def _begin(anna: Workstation, stops: Stops) -> None:
    stops.go()
    anna.click(stops.room.home.declare.kind.box("exercise"))
    anna.press("Ctrl+Return")
    assert anna.said == "Övning begonnen: SAMSA"
    assert stops.bar.startswith(f"{MARK}: SAMSA nere sedan 13:0")
    anna.shot("ovning-begonnen")


def _the_script(anna: Workstation, stops: Stops, to: Path) -> None:
    stops.go()
    anna.click(stops.room.tabs[2])
    calls = rows_of(stops.room.practice.table)
    assert len(calls) >= 2
    anna.shot("ovningens-samtal")
    anna.click(stops.room.practice.script)
    assert MARK in stops.save(to / "manus.pdf")
    stops.go()


def _an_exercise_is_entered(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    clock.turn_to(at("13:40"))
    anna.press("F5", "Ctrl+Shift+S", "Ctrl+Return")
    assert anna.said == "Stoppet är över. Införande pågår"
    stops.to_papers()
    numbers = stops.numbers("R2")
    assert all(number.startswith("Ö") for number in numbers), numbers
    stops.scan(numbers[0])
    assert anna.top is stops.entry
    anna.shot("ovningsblad-infors")
    stops.write(stops.entry.form.parts["call_date"].widget, "2403")
    stops.write(stops.entry.form.parts["call_time"].widget, "1310")
    stops.write(stops.entry.form.parts["caller_name"].widget, "Övningsledaren")
    anna.press("Ctrl+Return", "Ctrl+Return")
    assert anna.said.startswith(f"Införd: R2 nr {numbers[0]}"), stops.entry.failure.text()
    stops.go()
    anna.click(stops.room.tabs[2])
    told = anna.reads(stops.room.practice)
    assert "Hör inte till något samtal: " + numbers[0] in told
    anna.shot("inget-av-samtalen")
    stops.to_papers()
    stops.show("Kvar")
    anna.press("Ctrl+A", "M")
    stops.answer("Övningen är slut")
    assert "1 väntar på avsändaren" in stops.balance, "what was entered is not voided with the rest"
    stops.show("Kvar")
    anna.press("Ctrl+A", "F", "Ctrl+Return")
    assert "Alla nummer är redovisade." in stops.balance, stops.balance


def _it_is_closed(anna: Workstation, stops: Stops, to: Path) -> None:
    stops.to_now()
    anna.press("Ctrl+G")
    anna.type("Manuset")
    anna.press("Ctrl+Return", "Ctrl+G", "Ctrl+Return")
    assert anna.said == "Driftstoppet är avslutat"
    assert stops.bar == ""
    anna.shot("ovningen-slut")
    anna.click(stops.room.now.ending.protocol)
    told = stops.save(to / "protokoll.pdf")
    assert "Protokoll: övning" in told
    assert MARK in told


def _nothing_is_real(anna: Workstation, stops: Stops, before: list[str], to: Path) -> None:
    """No message, nobody to follow up, no number of the real row, no stop in the figures."""
    anna.press("Ctrl+1")
    assert len(stops.rooms.inbox_rows()) == len(before)
    assert not any("Övning" in row for row in stops.rooms.inbox_rows())
    anna.press("Ctrl+K")
    anna.type("Övning Ask")
    found = rows_of(anna.window.palette_panel.list)
    assert not any("Övning Ask" in row for row in found), found
    anna.press("Esc")
    stops.go()
    statistics = stops.room.home.statistics
    assert statistics.year_table.isHidden()
    assert MARK in anna.reads(statistics)
    anna.shot("statistiken")
    stops.rooms.go_to("paper")
    anna.click_row(stops.rooms.paper.choices.papers, "R2")
    real = stops.save(to / "riktigt.pdf")
    assert NUMBER.findall(real)[:1] == ["001 00001 5"]
    assert MARK not in real
    assert ANNA in text_of(to / "protokoll.pdf")
