"""A planned stop: declared the day before, its papers printed before it begins, over on time."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from e2e.office import Office, RunningClock
from e2e.stop_office import a_stop_office, at, overview
from hands.stops import Stops
from hands.workstation import Workstation

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

BLANKS = dict.fromkeys(("R1", "R3", "R4", "R5", "R6", "R7", "R8", "R10", "R13", "S1"), 0)


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Monday afternoon, the day before."""
    return RunningClock(at("15:00", 23))


@pytest.fixture
def office_before(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with five people in hospital."""
    return a_stop_office(tmp_path, clock)


def test_a_planned_stop(
    at_work: Workstation, office_before: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """Nothing is asked too early: no fault to report, no round to ring before it has begun."""
    anna, stops = at_work, Stops(at_work)
    anna.start(office_before.opening())
    _declared_beforehand(anna, stops)
    packet = stops.take_packet(BLANKS | {"R2": 2}, tmp_path / "paket.pdf")
    assert "Prov5 Provsson" in packet
    _a_paper_meanwhile_is_for_today(anna, stops, tmp_path)
    _it_begins(anna, stops, clock)
    _over_on_time(anna, stops, clock)
    _closed(anna, stops, tmp_path)


def _declared_beforehand(anna: Workstation, stops: Stops) -> None:
    stops.go()
    panel = stops.room.home.declare
    anna.click(panel.kind.box("planned"))
    stops.write(panel.begins.text, "i morgon 13:00")
    anna.shot("planerat")
    anna.press("Ctrl+Return")
    assert anna.said == "Driftstopp anmält: SAMSA"
    assert "SAMSA stängs i morgon 13:00" in stops.bar
    assert anna.window.outage_bar.property("mood") == "today"
    assert stops.room.head.next.text().startswith("Nästa: underrätta")
    assert anna.window.rail.entry("outage").badge == (1, False)
    anna.shot("stangs-i-morgon")


def _a_paper_meanwhile_is_for_today(anna: Workstation, stops: Stops, to: Path) -> None:
    """What is taken from Papper before the stop begins is no paper of it unless that is said."""
    stops.rooms.go_to("paper")
    choices = stops.rooms.paper.choices
    anna.click_row(choices.papers, "R1")
    assert choices.in_stop.choice.currentText() == "Inget stopp"
    stops.save(to / "r1.pdf")
    stops.go()
    stops.to_papers()
    assert stops.balance.startswith("7 utlämnade = 7 ute")
    stops.to_now()


def _it_begins(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    clock.turn_to(at("13:05"))
    anna.press("F5")
    assert "SAMSA nere sedan 13:00 · blanketterna gäller" in stops.bar
    assert anna.window.outage_bar.property("mood") == "wrong"
    assert "planerat" in stops.room.head.kind.text()
    anna.shot("det-har-borjat")


def _over_on_time(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    clock.turn_to(at("14:02"))
    anna.press("F5", "Ctrl+Shift+S")
    anna.type("1400")
    anna.press("Ctrl+Return")
    assert anna.said == "Stoppet är över. Införande pågår"
    anna.press("Ctrl+G")
    stops.show("Kvar")
    anna.press("Ctrl+A", "M")
    stops.answer("Ingen ringde")
    assert anna.said == "7 blad är makulerade"


def _closed(anna: Workstation, stops: Stops, to: Path) -> None:
    anna.press("Ctrl+G")
    assert anna.top is stops.rooms.reconcile
    QGuiApplication.clipboard().setText(overview())
    anna.press("Ctrl+V", "Space", "Ctrl+Return")
    assert stops.rooms.reconcile.findings.signed.text().startswith("Avstämt 14:0")
    stops.go()
    anna.press("Ctrl+G", "Ctrl+G", "Ctrl+Return")
    assert anna.said == "Driftstoppet är avslutat"
    anna.click(stops.room.now.ending.protocol)
    told = " ".join(stops.save(to / "protokoll.pdf").split())
    assert "SAMSA, 2026-03-24 13:00–14:00" in told
    assert "Planerat ja" in told
    assert "Anmält här 2026-03-23 15:0" in told
    assert "Längd 1 tim" in told
    assert "Inga samtal är antecknade." in told
