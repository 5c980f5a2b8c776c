"""Two things down at once: two bars in one, two registers, and one is closed while the other goes.

What is learnt by telephone is the same in both; which stop answers for a number is not.
"""

from pathlib import Path

import pytest

from e2e.office import Office, RunningClock
from e2e.stop_office import a_stop_office, at
from hands.stops import Stops
from hands.workstation import Workstation

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

OWN = "Våra egna datorer"


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Tuesday morning."""
    return RunningClock(at("08:55"))


@pytest.fixture
def morning(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with five people in hospital."""
    return a_stop_office(tmp_path, clock)


def test_two_stops_at_once(
    at_work: Workstation, morning: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """SAMSA is down, then our own computers are too: each has its numbers, and its own end."""
    anna, stops = at_work, Stops(at_work)
    anna.start(morning.opening())
    _both_are_declared(anna, stops, clock)
    theirs = _a_paper_in(anna, stops, "SAMSA", tmp_path / "samsa.pdf")
    ours = _a_paper_in(anna, stops, OWN, tmp_path / "egna.pdf")
    assert ours != theirs
    _numbers_do_not_mix(anna, stops, ours, theirs)
    _ours_is_over_and_closed(anna, stops, clock, ours)
    _theirs_goes_on(anna, stops, theirs)


def _both_are_declared(anna: Workstation, stops: Stops, clock: RunningClock) -> None:
    stops.go()
    stops.write(stops.room.home.declare.since.text, "0850")
    anna.press("Ctrl+Return")
    clock.turn_to(at("10:05"))
    anna.press("F5", "Ctrl+Shift+N")
    panel = stops.room.home.declare
    stops.choose(panel.what, OWN)
    stops.write(panel.since.text, "1000")
    anna.shot("ett-till")
    anna.press("Ctrl+Return")
    assert anna.said == "Driftstopp anmält: våra egna datorer"
    assert stops.room.head.what.text() == f"{OWN} nere sedan 10:00"
    assert panel.since.hint.text() == ""
    first, second = stops.bar.split("   |   ")
    assert first.startswith("SAMSA nere sedan 08:50 · blanketterna gäller från 10:50")
    assert second.startswith(f"{OWN} nere sedan 10:00 · blanketterna gäller från 12:00")
    # The wards are rung at once: SAMSA's first round is late, ours was due this minute.
    assert "ringrundan 1 tim" in first
    assert "ringrundan" not in second
    assert anna.window.rail.entry("outage").badge == (2, True)
    anna.shot("tva-i-bandet")


def _a_paper_in(anna: Workstation, stops: Stops, stop: str, to: Path) -> str:
    """Take a blank R2 after a call in one of the two; it says in which."""
    stops.turn_to(stop)
    stops.to_now()
    anna.press("Ctrl+R")
    anna.type("Avd 3")
    stops.write(stops.room.now.call.text, f"Någon ny, under {stop}")
    anna.press("Ctrl+Shift+Return")
    choices = stops.rooms.paper.choices
    anna.click_row(choices.papers, "R2")
    assert choices.in_stop.choice.currentText().startswith(stop)
    anna.shot("bladet-hor-till")
    before = stops.bar.count("1 blad kvar")
    stops.save(to)
    assert stops.bar.count("1 blad kvar") == before + 1
    stops.go()
    stops.turn_to(stop)
    stops.to_papers()
    assert stops.balance == "1 utlämnad = 1 ute. 1 kvar att göra."
    (number,) = stops.numbers("R2")
    return number


def _numbers_do_not_mix(anna: Workstation, stops: Stops, ours: str, theirs: str) -> None:
    """The scanner in the wrong register is told whose the number is; in the right one it opens."""
    stops.scan(theirs)
    answer = stops.room.papers.answer.text()
    assert answer == f"Nr {theirs} hör till ett annat stopp (SAMSA)."
    anna.shot("fel-stopp")
    stops.turn_to("SAMSA")
    stops.to_papers()
    assert stops.numbers("R2") == [theirs]
    stops.scan(ours)
    answer = stops.room.papers.answer.text()
    assert answer == f"Nr {ours} hör till ett annat stopp (våra egna datorer)."
    stops.scan(theirs)
    assert anna.top is stops.entry
    anna.press("Esc")


def _ours_is_over_and_closed(
    anna: Workstation, stops: Stops, clock: RunningClock, ours: str
) -> None:
    clock.turn_to(at("11:10"))
    anna.press("F5")
    stops.turn_to(OWN)
    anna.press("Ctrl+Shift+S")
    anna.type("1100")
    anna.press("Ctrl+Return")
    assert "införande pågår · 1 blad kvar" in stops.bar
    anna.press("Ctrl+G")
    stops.mark(ours)
    anna.press("M")
    stops.answer("Gällde samma som bladet för SAMSA")
    stops.to_now()
    assert "2. Stäm av: skriv vad listan stämdes av mot." in anna.reads()
    anna.press("Ctrl+G")
    anna.type("Pärmen och listan från morgonen")
    anna.shot("stam-av-i-ord")
    anna.press("Ctrl+Return")
    anna.press("Ctrl+G", "Ctrl+Return")
    assert anna.said == "Driftstoppet är avslutat"
    assert "2. Avstämt mot: Pärmen och listan från morgonen, 11:1" in anna.reads()
    anna.shot("den-ena-avslutad")


def _theirs_goes_on(anna: Workstation, stops: Stops, theirs: str) -> None:
    """One bar is left, with one paper out; the first is found among those that have been."""
    assert stops.bar.startswith("SAMSA nere sedan 08:50 · blanketterna gäller nu, sedan 10:50")
    assert "1 blad kvar" in stops.bar
    assert OWN not in stops.bar
    assert anna.window.rail.entry("outage").badge[0] == 1
    anna.press("Ctrl+Shift+N")
    past = anna.reads(stops.room.home.past)
    assert OWN in past
    assert "SAMSA" not in past
    anna.shot("de-som-har-varit")
    stops.turn_to("SAMSA")
    stops.to_papers()
    assert stops.numbers("R2") == [theirs]
