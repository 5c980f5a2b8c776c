"""A Saturday with the nurse alone: two messages, a call, a korttidsbeslut, and the next shift."""

from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from e2e.office import ANNA, Office, RunningClock, a_letter
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.commands import AddStaff, ListPlace
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.staff import OnWord, Role
from kontaktpunkt.domain.times import Instant, at_local
from kontaktpunkt.ui.screens.short_term.decision import DecisionPanel
from samples import a_number, done

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ELSA = "Elsa Lund"
ASA, RUNE, GRETA = "Åsa Öberg", "Rune Nordin", "Greta Provsson"
PLACES = ("Björken 1", "Björken 2")
FRIDAY, SATURDAY = 27, 28
NEEDS = "Dottern väntar på besked om nyckeln, ring henne före tolv"
GOOD_TO_KNOW = "Nyckelskåpet på Lindens förråd har ny kod"


def at(day: int, clock: str) -> Instant:
    """Give a time in March 2026."""
    return at_local(date(2026, 3, day), time.fromisoformat(clock))


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Friday afternoon, before everybody goes home."""
    return RunningClock(at(FRIDAY, "15:50"))


@pytest.fixture
def weekend_office(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with a nurse who watches at weekends, and one person in hospital."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found()
    letter = a_letter(
        tmp_path / "förut",
        "asa-in",
        sent_at=at(25, "10:00"),
        stay={"admitted_at": at(25, "02:00"), "expected_discharge": at(30, "11:00")},
    )
    with office.desk() as opened:
        elsa = AddStaff(
            staff=UUID(int=0xE1), name=ELSA, role=Role.SHORT_TERM_NURSE, unit="Korttid Björken"
        )
        done(opened.desk.act(elsa))
        for name in PLACES:
            facts = PlaceFacts(name=name, place_kind=PlaceKind.OWN)
            wish = ListPlace(place=UUID(int=0), facts=facts, on_word=OnWord(name="Björken"))
            done(opened.desk.list_place(wish))
        opened.desk.take_in(letter.name, letter.read_bytes(), Carrier.FOLDER)
    return office


def test_a_saturday_with_the_nurse_alone(
    at_work: Workstation, weekend_office: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """She knows what Friday left, loses nothing that comes, and leaves it all to Sunday."""
    hand, rooms = at_work, Rooms(at_work)
    hand.start(weekend_office.opening(ANNA))
    _friday_leaves_its_lines(hand, rooms)
    hand.close()

    clock.turn_to(at(SATURDAY, "08:40"))
    hand.start(weekend_office.opening(ELSA))
    _she_takes_over(hand, rooms)

    clock.turn_to(at(SATURDAY, "09:30"))
    _two_messages_come(hand, rooms, tmp_path / "in")

    clock.turn_to(at(SATURDAY, "10:15"))
    _a_call(hand, rooms)

    clock.turn_to(at(SATURDAY, "10:40"))
    _she_grants_a_place_until_monday(hand, rooms)

    clock.turn_to(at(SATURDAY, "11:50"))
    _she_leaves_it_all_to_the_next(hand, rooms)


def _friday_leaves_its_lines(anna: Workstation, rooms: Rooms) -> None:
    rooms.go_to("weekend")
    page = rooms.weekend
    page.parts.people.list.setFocus()
    anna.press("L")
    panel = page.parts.write
    anna.type(NEEDS)
    anna.shot("fredag-lamna-en-rad")
    anna.click(panel.yes)
    assert anna.said == "Raden är lämnad"
    page.parts.now.list.setFocus()
    anna.press("L")
    anna.type(GOOD_TO_KNOW)
    anna.click(panel.needs)
    anna.click(panel.yes)
    assert "tas i morgon 08:30 av Sjuksköterska korttid" in anna.reads(page.parts.handover)


def _she_takes_over(elsa: Workstation, rooms: Rooms) -> None:
    rooms.go_to("weekend")
    page = rooms.weekend
    told = elsa.reads(page)
    assert "Helg, lör 28 mars–sön 29 mars" in told
    assert "Bevakar SAMSA nu: Sjuksköterska korttid" in told
    assert "Telefon nu: Trygghetscentralen" in told
    assert "Överlämning, 1 behöver dig" in told
    assert NEEDS in elsa.reads(page.parts.handover)
    elsa.shot("lordag-morgon")
    elsa.press("T")
    assert elsa.said == "Raden är tagen emot"
    elsa.press("Shift+T")
    assert elsa.said == "En rad är tagen emot"
    assert "tagen 08:4" in elsa.reads(page.parts.handover)
    elsa.shot("tagit-over")


def _two_messages_come(elsa: Workstation, rooms: Rooms, folder: Path) -> None:
    ready = a_letter(
        folder,
        "asa-klar",
        MessageKind.READINESS_NOTICE,
        sent_at=at(SATURDAY, "09:20"),
        stay={"admitted_at": at(25, "02:00"), "ready_at": at(SATURDAY, "09:10")},
    )
    came = a_letter(
        folder,
        "rune-in",
        nth=2,
        given_name="Rune",
        family_name="Nordin",
        sent_at=at(SATURDAY, "09:25"),
        stay={"stay_ids": ("stay-2",), "admitted_at": at(SATURDAY, "04:00")},
    )
    elsa.drop([ready, came])
    must = elsa.reads(rooms.weekend.parts.not_taken)
    assert "Inte taget" in must
    assert f"{ASA}: Utskrivningsklar, Ej taget" in must
    assert f"{RUNE}: Inskrivning, Ej taget" in must
    elsa.shot("tva-meddelanden")

    elsa.press("Ctrl+1")
    for words in ("Utskrivningsklar", RUNE):
        rooms.inbox.list.choose(elsa.row_saying(rooms.inbox.list, words))
        rooms.inbox.list.setFocus()
        elsa.press("T", "K", "Return")
    rooms.go_to("weekend")
    elsa.shot("tagna")


def _a_call(elsa: Workstation, rooms: Rooms) -> None:
    page = rooms.weekend
    page.parts.handover.list.setFocus()
    elsa.press("R")
    panel = page.parts.call
    elsa.type("Sjuksköterska Falk, avd 3")
    elsa.click(panel.whom)
    elsa.type("Åsa")
    assert panel.found.count() == 1
    elsa.click(panel.text)
    elsa.type("Läkemedel för tre dagar skickas med")
    elsa.shot("samtalet")
    elsa.click(panel.yes)
    assert elsa.said == "Samtalet är lämnat vidare"
    handover = page.parts.handover
    assert f"Samtal: {ASA}: Sjuksköterska Falk, avd 3" in elsa.reads(handover)
    handover.list.setFocus()
    handover.list.setCurrentRow(0)
    elsa.press("T", "X")
    assert elsa.said == "Raden är klar"
    assert f"klar, Samtal: {ASA}" in elsa.reads(handover)


def _she_grants_a_place_until_monday(elsa: Workstation, rooms: Rooms) -> None:
    page = rooms.weekend
    assert PLACES[0] in elsa.reads(page.parts.places)
    page.parts.may.list.setFocus()
    page.parts.may.list.setCurrentRow(0)
    elsa.press("Return")
    board = rooms.short_term
    assert elsa.top is board
    elsa.press("Ctrl+D")
    panel = board.panels.decision
    assert "mån 30 mars 12:00" in panel.holds.text()
    elsa.type(a_number(9).value)
    elsa.press("Tab")
    elsa.type(GRETA)
    elsa.press("Ctrl+Return")
    assert panel.failure.text().startswith("Steg 1")
    _answer_the_steps(elsa, panel)
    elsa.shot("korttidsbeslut")
    elsa.press("Ctrl+Return")
    assert elsa.said == f"Korttidsplats beviljad: {PLACES[0]}"
    heading, line = rows_of(board.waiting)
    assert heading == "Väntar på handläggaren (1)"
    assert f"{GRETA} · {PLACES[0]}. gäller till mån 30 mars 12:00" in line
    elsa.shot("vantar-pa-handlaggaren")
    rooms.go_to("weekend")
    assert PLACES[0] not in elsa.reads(page.parts.places)


def _answer_the_steps(elsa: Workstation, panel: DecisionPanel) -> None:
    panel.reason.setFocus()
    elsa.type("Maken som vårdar är akut inlagd")
    panel.assessment.setFocus()
    elsa.type("Kan inte vara ensam i natt")
    for choice, downs in ((panel.wish, 1), (panel.delegation, 1), (panel.doctor, 2)):
        choice.setFocus()
        elsa.press(*["Down"] * downs)
    for code in ("extra_home_care", "night_visits", "relatives"):
        panel.tried.box(code).setFocus()
        elsa.press("Space")


def _she_leaves_it_all_to_the_next(elsa: Workstation, rooms: Rooms) -> None:
    elsa.press("Ctrl+Shift+L")
    page = rooms.weekend
    leaving = page.parts.leaving
    told = elsa.reads(leaving)
    assert ASA in told
    assert RUNE in told
    assert "Raderna tas emot av Sjuksköterska korttid, i morgon 08:30." in told
    elsa.shot("lamna-over-allt")
    elsa.click(leaving.yes)
    assert elsa.said == "Allt ditt är lämnat till Sjuksköterska korttid"
    handover = elsa.reads(page.parts.handover)
    assert f"behöver dig, {ASA}: Utskrivningsklar" in handover
    assert f"behöver dig, {RUNE}: Inskrivningsmeddelande" in handover
    elsa.shot("lamnat")
    elsa.press("Ctrl+1")
    assert all("Ej taget" in row for row in rooms.inbox_rows())
