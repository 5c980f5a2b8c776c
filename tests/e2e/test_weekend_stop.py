"""A stop over a weekend: the nurse alone with paper; what was told comes by wire on Monday."""

from pathlib import Path
from uuid import UUID

import pytest

from e2e.office import ANNA, Office, RunningClock, a_letter
from e2e.stop_office import a_stop_office, at
from hands.stops import Stops
from hands.workstation import Workstation
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.commands import AddStaff
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.staff import Role
from samples import done

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ELSA = "Elsa Lund"
FRIDAY, SATURDAY, SUNDAY, MONDAY = 27, 28, 29, 30
TOLD = {1: ("2803", "0915", "0900"), 2: ("2903", "1130", "1115")}
"""When the ward rang about each of two, and since when each was ready: day, rang, ready."""
BLANKS = dict.fromkeys(("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R10", "R13", "S1"), 0)


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Friday evening, an hour after everybody has gone home."""
    return RunningClock(at("18:05", FRIDAY))


@pytest.fixture
def weekend(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point by the law alone, with five in hospital and a nurse at weekends."""
    office = a_stop_office(tmp_path, clock, profile="lag-2017-612")
    with office.desk() as opened:
        elsa = AddStaff(
            staff=UUID(int=0xE1), name=ELSA, role=Role.SHORT_TERM_NURSE, unit="Korttid Björken"
        )
        done(opened.desk.act(elsa))
    return office


def test_a_stop_over_a_weekend(
    at_work: Workstation, weekend: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """Two are ready by telephone; on Monday the same comes by wire, and the call counts."""
    hand, stops = at_work, Stops(at_work)
    hand.start(weekend.opening(ELSA))
    _friday_evening(hand, stops, tmp_path)
    clock.turn_to(at("16:10", SUNDAY))
    hand.press("F5")
    _sunday_it_is_over(hand, stops)
    for nth in TOLD:
        _she_enters(hand, stops, nth)
    assert _liabilities(hand, stops) == ["tis 31 mars", "ons 1 april"]
    hand.close()

    clock.turn_to(at("08:30", MONDAY))
    hand.start(weekend.opening(ANNA))
    _monday_by_wire(hand, stops, tmp_path / "in")
    for nth in TOLD:
        _the_same(hand, stops, nth)
    assert _liabilities(hand, stops) == ["i morgon", "ons 1 april"]
    hand.shot("klockan-star-kvar")
    stops.go()
    stops.to_papers()
    assert stops.balance.startswith(f"{_issued(stops)} utlämnade = 2 återfunna"), stops.balance


def _friday_evening(elsa: Workstation, stops: Stops, to: Path) -> None:
    stops.go()
    stops.write(stops.room.home.declare.since.text, "1750")
    elsa.press("Ctrl+Return")
    assert elsa.said == "Driftstopp anmält: regionens system"
    packet = stops.take_packet(BLANKS | {"R2": 2}, to / "paket.pdf")
    assert "Prov1 Provsson" in packet
    stops.go()
    assert stops.room.now.told.boxes["chef i beredskap"].isVisible()
    elsa.click(stops.room.now.told.boxes["chef i beredskap"])
    elsa.shot("fredag-kvall")


def _sunday_it_is_over(elsa: Workstation, stops: Stops) -> None:
    elsa.shot("sondag")
    assert stops.room.head.what.text() == "Regionens system nere sedan fre 27 mars 17:50"
    # The clocks went forward in the night.
    assert "oplanerat · i 45 tim" in elsa.reads()
    assert "ringrundan 1 tim" in stops.bar
    # The first was due when she declared it, then one every two hours; six are told one by one.
    assert "före det 16 till, 0 av dem ringda" in elsa.reads()
    elsa.press("Ctrl+Shift+S")
    elsa.type("1600")
    elsa.press("Ctrl+Return")
    assert elsa.said == "Stoppet är över. Införande pågår"


def _she_enters(elsa: Workstation, stops: Stops, nth: int) -> None:
    """R5 as the paper has it: the call on its day, though she enters it on Sunday."""
    day, rang, ready = TOLD[nth]
    stops.to_papers()
    (number,) = stops.numbers(f"Prov{nth}")
    stops.scan(number)
    assert elsa.top is stops.entry
    stops.type_paper(day, rang, "Sten Falk", "", "", "", "", day, ready, "Eva Lind")
    stops.write(stops.entry.form.parts["received_by"].widget, ELSA)
    elsa.shot("r5-infors")
    elsa.press("Ctrl+Return")
    assert elsa.said == f"Införd: R5 nr {number}", stops.entry.failure.text()
    elsa.press("Esc")
    assert elsa.top is stops.room


def _monday_by_wire(anna: Workstation, stops: Stops, folder: Path) -> None:
    """The hospital has typed in on Monday what it said on Saturday and Sunday."""
    letters = [
        a_letter(
            folder,
            f"klar-{nth}",
            MessageKind.READINESS_NOTICE,
            nth=nth,
            given_name=f"Prov{nth}",
            family_name="Provsson",
            sent_at=at("08:05", MONDAY),
            stay={
                "stay_ids": (f"stay-{nth}",),
                "ward": f"Avd {nth % 2 + 3}",
                "admitted_at": at("10:00", 23),
                "ready_at": at("09:00", SATURDAY) if nth == 1 else at("11:15", SUNDAY),
            },
        )
        for nth in TOLD
    ]
    rows = len(stops.rooms.inbox_rows())
    anna.drop(letters)
    anna.shot("mandag-samma-som")
    assert len(stops.rooms.inbox_rows()) == rows + 2
    late = [row for row in stops.rooms.inbox_rows() if "har kommit på papper" in row]
    assert len(late) == 2, stops.rooms.inbox_rows()


def _the_same(anna: Workstation, stops: Stops, nth: int) -> None:
    stops.go()
    stops.to_papers()
    (number,) = stops.numbers(f"Prov{nth}")
    stops.mark(number)
    anna.press("Return")
    assert "Kan vara samma meddelande i systemet" in anna.reads()
    anna.shot("samma")
    anna.press("S")
    assert anna.said == f"Samma meddelande: R5 nr {number}"
    anna.press("Ctrl+1")
    ready = [
        row for row in stops.rooms.inbox_rows() if "Utskrivningsklar" in row and f"Prov{nth}" in row
    ]
    assert len(ready) == 1, ready


def _liabilities(hand: Workstation, stops: Stops) -> list[str]:
    """Say from when the municipality is to pay for each of the two, as their cases say it."""
    said: list[str] = []
    for nth in TOLD:
        hand.press("Ctrl+K")
        hand.type(f"Prov{nth} Provsson")
        hand.press("Return")
        assert hand.top is stops.rooms.case
        words = stops.rooms.case.clocks.row(ClockKind.PAYMENT_START).words.text()
        said.append(words.removeprefix("Betalningsansvar tidigast ").split(" ·")[0])
    hand.shot("betalningsansvar")
    return said


def _issued(stops: Stops) -> int:
    work = stops.room.work
    assert work is not None
    return work.page.balance.issued
