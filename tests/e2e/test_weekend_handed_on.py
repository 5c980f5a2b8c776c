"""A weekend without SAMSA from the nurse to Monday: one unknown, one entered while it is down."""

from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication

from e2e.office import ANNA, Office, RunningClock, a_letter
from hands.rooms import Rooms
from hands.stops import Stops
from hands.workstation import Workstation
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.commands import AddStaff
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant, at_local
from samples import a_number, a_person, done

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ELSA = "Elsa Lund"
ASA, GRETA = "Åsa Öberg", "Greta Provsson"
FRIDAY, SATURDAY, SUNDAY, MONDAY = 20, 21, 22, 23
NONE_OF = ("R1", "R3", "R4", "R5", "R6", "R7", "R8", "R10", "R13", "S1")
BLANKS = dict.fromkeys(NONE_OF, 0) | {"R2": 2}
OVERVIEW = "Personnummer\tNamn\tAvdelning\tInskriven\tBeräknad utskrivning\tUtskrivningsklar\n"


def at(day: int, clock: str) -> Instant:
    """Give a time in March 2026."""
    return at_local(date(2026, 3, day), time.fromisoformat(clock))


STAY = {
    "stay_ids": ("stay-1",),
    "ward": "Avd 3",
    "admitted_at": at(18, "02:00"),
    "expected_discharge": at(MONDAY, "11:00"),
}


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Friday afternoon, five minutes after it went down."""
    return RunningClock(at(FRIDAY, "16:35"))


@pytest.fixture
def friday(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with a nurse who watches at weekends, and one person in hospital."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found()
    letter = a_letter(tmp_path / "förut", "asa-in", sent_at=at(18, "10:00"), stay=STAY)
    with office.desk() as opened:
        elsa = AddStaff(
            staff=UUID(int=0xE1), name=ELSA, role=Role.SHORT_TERM_NURSE, unit="Korttid Björken"
        )
        done(opened.desk.act(elsa))
        opened.desk.take_in(letter.name, letter.read_bytes(), Carrier.FOLDER)
    return office


def test_a_weekend_without_the_system_is_handed_on(
    at_work: Workstation, friday: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """The nurse works by paper alone; on Monday what was told by phone and by wire is one."""
    hand, stops = at_work, Stops(at_work)
    hand.start(friday.opening(ANNA))
    _friday_declares(hand, stops, tmp_path)
    hand.close()

    clock.turn_to(at(SATURDAY, "10:20"))
    hand.start(friday.opening(ELSA))
    _a_call_about_her(hand, stops)
    hand.close()

    clock.turn_to(at(SUNDAY, "13:00"))
    hand.start(friday.opening(ELSA))
    hand.shot("sondag")
    _sunday_enters_one(hand, stops)
    hand.close()

    clock.turn_to(at(MONDAY, "07:40"))
    hand.start(friday.opening(ANNA))
    _monday_it_is_over(hand, stops)
    clock.turn_to(at(MONDAY, "08:10"))
    _late_messages_come(hand, stops, tmp_path / "sent")
    _each_is_one_with_its_paper(hand, stops)
    _one_of_each(hand, stops)
    _the_call_counts(hand, stops.rooms)
    _held_against_the_source(hand)
    _closed(hand, stops, friday, tmp_path / "protokoll.pdf")


def _friday_declares(anna: Workstation, stops: Stops, to: Path) -> None:
    stops.go()
    stops.write(stops.room.home.declare.since.text, "1630")
    anna.press("Ctrl+Return")
    assert anna.said == "Driftstopp anmält: SAMSA"
    packet = stops.take_packet(BLANKS, to / "paket.pdf")
    assert ASA in packet
    stops.go()
    anna.click(stops.room.now.told.boxes["korttid"])
    anna.shot("fredag")
    stops.rooms.go_to("weekend")
    anna.shot("fredag-helg")


def _a_call_about_her(elsa: Workstation, stops: Stops) -> None:
    stops.rooms.go_to("weekend")
    assert stops.bar == (
        "SAMSA nere sedan i går 16:30 · blanketterna gäller nu, sedan i går 18:30 · 3 blad kvar"
    )
    elsa.shot("lordag-helg")
    stops.go()
    elsa.press("Ctrl+R")
    call = stops.room.now.call
    stops.write(call.ward, "Avd 3, Sjukhuset")
    stops.write(call.who, "Berit Ström")
    stops.write(call.text, "Åsa Öberg är utskrivningsklar sedan 10:05. Skrivet på R5")
    for code in ("incoming", "back"):
        elsa.click(call.ticks.box(code))
    elsa.shot("lordag-samtal")
    elsa.press("Ctrl+Return")
    log = elsa.reads(stops.room.now.calls)
    assert "Åsa Öberg är utskrivningsklar" in log
    assert "Motringt via växeln" in log


def _sunday_enters_one(elsa: Workstation, stops: Stops) -> None:
    """She has paper and time: what was told on Saturday is entered though the stop goes on."""
    stops.go()
    stops.to_papers()
    (ready,) = stops.numbers(ASA)
    stops.scan(ready)
    assert elsa.top is stops.entry
    form = stops.entry.form
    stops.type_paper("2103", "1015", "Berit Ström", "ssk", "0510-85030")
    for key, text in (("ready_date", "2103"), ("ready_time", "1005"), ("doctor", "Eva Lind")):
        stops.write(form.parts[key].widget, text)
    stops.write(form.parts["received_by"].widget, ELSA)
    elsa.shot("r5-infors-sondag")
    elsa.press("Ctrl+Return")
    assert elsa.said.startswith(f"Införd: R5 nr {ready}"), stops.entry.failure.text()
    elsa.shot("r5-efter")
    assert stops.bar.startswith("SAMSA nere sedan fre 20 mars 16:30")
    elsa.press("Ctrl+1")
    elsa.shot("inkorg-sondag")


def _monday_it_is_over(anna: Workstation, stops: Stops) -> None:
    anna.shot("mandag")
    stops.go()
    anna.press("Ctrl+Shift+S")
    anna.type("22/3 20:00")
    anna.shot("over")
    anna.press("Ctrl+Return")
    assert anna.said == "Stoppet är över. Införande pågår"
    stops.to_papers()
    blank = stops.numbers("R2")[0]
    stops.scan(blank)
    stops.type_paper(a_number(9).value, GRETA, "Storgatan 1", "2203", "1430", "Rut Berg")
    form = stops.entry.form
    for key, text in (
        ("hospital", "Sjukhuset"),
        ("ward", "Avd 4"),
        ("admitted_on", "2203"),
        ("admitted_time", "0410"),
        ("expected_discharge", "2603"),
        ("received_by", ELSA),
    ):
        stops.write(form.parts[key].widget, text)
    anna.shot("r2-infors")
    anna.press("Ctrl+Return")
    assert anna.said.startswith(f"Införd: R2 nr {blank}"), stops.entry.failure.text()


def _late_messages_come(anna: Workstation, stops: Stops, folder: Path) -> None:
    ready = a_letter(
        folder,
        "asa-klar",
        MessageKind.READINESS_NOTICE,
        sent_at=at(MONDAY, "06:50"),
        stay=STAY | {"ready_at": at(SATURDAY, "10:05")},
    )
    came = a_letter(
        folder,
        "greta-in",
        person=a_person(9, given_name="Greta", family_name="Provsson"),
        sent_at=at(MONDAY, "06:55"),
        stay={
            "stay_ids": ("stay-9",),
            "ward": "Avd 4",
            "admitted_at": at(SUNDAY, "04:10"),
            "expected_discharge": at(27, "11:00"),
        },
    )
    anna.press("Ctrl+1")
    anna.drop([ready, came])
    anna.shot("sena-meddelanden")
    assert len(stops.rooms.inbox_rows()) == 5
    on_paper = [row for row in stops.rooms.inbox_rows() if "har kommit på papper" in row]
    assert len(on_paper) == 2
    anna.click_row(stops.rooms.inbox.list, "har kommit på papper")
    anna.shot("har-kommit-pa-papper")


def _each_is_one_with_its_paper(anna: Workstation, stops: Stops) -> None:
    """The number is scanned; what differs is told; one key says that they are the same."""
    stops.go()
    stops.to_papers()
    stops.show("Alla")
    (ready,) = stops.numbers(ASA)
    (came,) = stops.numbers(GRETA)
    for number in (ready, came):
        stops.scan(number)
        after = stops.entry.after
        assert "på pappret" in anna.reads(after.twins)
        anna.shot("samma")
        anna.press("S")
        assert anna.said.startswith("Samma meddelande"), anna.said
        assert "Samma som" in after.history.text()
        stops.go()
        stops.to_papers()


def _one_of_each(anna: Workstation, stops: Stops) -> None:
    """One row in the inbox, and in the case the time of the call with the number of its paper."""
    (unused,) = stops.numbers("tomt blad")
    stops.mark(unused)
    anna.press("M")
    stops.answer("användes inte")
    assert stops.balance == ("3 utlämnade = 2 återfunna + 1 makulerad. Alla nummer är redovisade.")
    anna.shot("jamnt")
    anna.press("Ctrl+1")
    assert [row.split(", ")[:2] for row in stops.rooms.inbox_rows()] == [
        ["Inskrivning", ASA],
        ["Utskrivningsklar", ASA],
        ["Inskrivning", GRETA],
    ]
    anna.shot("en-rad-var")


def _the_call_counts(anna: Workstation, rooms: Rooms) -> None:
    anna.click_row(rooms.inbox.list, "Utskrivningsklar")
    anna.press("Return")
    assert anna.top is rooms.case
    anna.shot("arendet")
    clock = rooms.case.clocks.row(ClockKind.PAYMENT_START)
    anna.click(clock.toggle)
    anna.shot("underlag")
    told = "Utskrivningsklar, underrättade lör 21 mars 10:15, blankett nr"
    assert told in anna.reads(clock)
    assert "Kom också på papper, blankett nr" in anna.reads(rooms.case.timeline)
    anna.press("Ctrl+1")


def _held_against_the_source(anna: Workstation) -> None:
    rows = (
        (1, "Öberg, Åsa", "Avd 3\t2026-03-18 02:00\t2026-03-23 11:00\t2026-03-21 10:05"),
        (9, "Provsson, Greta", "Avd 4\t2026-03-22 04:10\t2026-03-27 11:00\t"),
    )
    lines = (f"{a_number(nth).value}\t{name}\t{rest}\n" for nth, name, rest in rows)
    QGuiApplication.clipboard().setText(OVERVIEW + "".join(lines))
    anna.press("Ctrl+Shift+B", "Ctrl+V")
    assert "2 personer där översikten säger som vi" in anna.reads()
    anna.press("Space")
    assert "Avstämt 08:10 av Anna Ålander mot SAMSA" in anna.reads()
    anna.shot("avstamning")


def _closed(anna: Workstation, stops: Stops, office: Office, to: Path) -> None:
    stops.go()
    anna.press("Ctrl+G")
    assert anna.said == "Avstämningen efter stoppet är noterad"
    anna.shot("allt-gar-jamnt-ut")
    anna.press("Ctrl+G", "Ctrl+Return")
    assert stops.bar == ""
    anna.shot("avslutat")
    anna.click(stops.room.now.ending.protocol)
    protocol = stops.save(to)
    assert "2 dygn 3 tim" in protocol
    assert "Alla nummer är redovisade" in protocol
    stops.rooms.go_to("weekend")
    did = anna.reads(stops.rooms.weekend)
    assert "SAMSA nere fre 20 mars 16:30 till i går 20:00" in did
    anna.shot("vad-helgen-gjorde")
    with office.desk() as opened:
        assert len(opened.desk.in_hospital()) == 2
