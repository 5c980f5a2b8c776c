"""Easter from Maundy Thursday to Tuesday: decided before, on paper, looked back on after."""

from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from e2e.office import ANNA, Office, RunningClock, a_letter, text_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.commands import AddStaff
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant, at_local
from samples import done

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ELSA, ASA = "Elsa Lund", "Åsa Öberg"


def at(month: int, day: int, clock: str) -> Instant:
    """Give a time in the spring of 2026."""
    return at_local(date(2026, month, day), time.fromisoformat(clock))


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: Maundy Thursday in the afternoon."""
    return RunningClock(at(4, 2, "14:30"))


@pytest.fixture
def before_easter(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with one person in hospital, and a nurse who watches on days off."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found()
    letter = a_letter(
        tmp_path / "förut",
        "asa-in",
        sent_at=at(4, 1, "10:00"),
        stay={"admitted_at": at(4, 1, "02:00"), "expected_discharge": at(4, 4, "11:00")},
    )
    with office.desk() as opened:
        elsa = AddStaff(staff=UUID(int=0xE1), name=ELSA, role=Role.SHORT_TERM_NURSE, unit="Björken")
        done(opened.desk.act(elsa))
        opened.desk.take_in(letter.name, letter.read_bytes(), Carrier.FOLDER)
    return office


def test_easter_from_maundy_thursday_to_tuesday(
    at_work: Workstation, before_easter: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """What Thursday decides holds until Tuesday, and Tuesday sees what the days between did."""
    hand, rooms = at_work, Rooms(at_work)
    hand.start(before_easter.opening(ANNA))
    _thursday_decides(hand, rooms)
    _and_makes_the_packet(hand, rooms, tmp_path / "helgpaket.pdf")
    hand.close()

    clock.turn_to(at(4, 3, "09:00"))
    hand.start(before_easter.opening(ELSA))
    _good_friday(hand, rooms, tmp_path / "in")
    hand.close()

    clock.turn_to(at(4, 7, "07:30"))
    hand.start(before_easter.opening(ANNA))
    _tuesday_looks_back(hand, rooms)


def _thursday_decides(anna: Workstation, rooms: Rooms) -> None:
    rooms.go_to("weekend")
    page = rooms.weekend
    told = anna.reads(page)
    assert "Storhelg, påsk, fre 3 april–mån 6 april" in told
    assert "till tis 7 april 07:00" in told
    assert "I morgon, Långfredagen, telefon och SAMSA ej bekräftat" in told
    page.parts.people.list.setFocus()
    anna.press("B")
    panel = page.parts.decide
    days = [box.text() for box in panel.days.values()]
    assert days == ["fre 3 april", "lör 4 april", "sön 5 april", "mån 6 april"]
    anna.click(panel.earliest)
    anna.type("13")
    anna.click(panel.manager)
    anna.type("R. Sandin")
    anna.click(panel.licensed)
    anna.type("K. Ek")
    anna.shot("helgbesked")
    anna.press("Ctrl+Return")
    assert anna.said == "Helgbeskedet är sparat"
    people = anna.reads(page.parts.people)
    assert f"båda namnen, {ASA}: ja, tidigast 13:00" in people
    assert "R. Sandin, K. Ek" in people


def _and_makes_the_packet(anna: Workstation, rooms: Rooms, out: Path) -> None:
    anna.press("Ctrl+P")
    assert anna.top is rooms.paper
    assert "Helgpaket till tis 7/4 07:00" in anna.reads(rooms.paper)
    anna.click_button("Spara som PDF", rooms.paper)
    anna.choose_file(out)
    assert "Öberg" in text_of(out)
    anna.shot("helgpaketet")


def _good_friday(elsa: Workstation, rooms: Rooms, folder: Path) -> None:
    rooms.go_to("weekend")
    page = rooms.weekend
    ready = a_letter(
        folder,
        "asa-klar",
        MessageKind.READINESS_NOTICE,
        sent_at=at(4, 3, "08:50"),
        stay={"admitted_at": at(4, 1, "02:00"), "ready_at": at(4, 3, "08:40")},
    )
    elsa.drop([ready])
    told = elsa.reads(page)
    assert "Telefon nu: ej bekräftat" in told
    assert f"{ASA}: Utskrivningsklar, Ej taget" in told
    assert f"{ASA}: ja, tidigast 13:00, i dag" in told
    assert "Korttidsplats, till tis 7 april 12:00" in told
    elsa.shot("langfredag")
    elsa.press("Ctrl+1")
    rooms.inbox.list.choose(elsa.row_saying(rooms.inbox.list, "Utskrivningsklar"))
    rooms.inbox.list.setFocus()
    elsa.press("T", "K", "Return", "X")


def _tuesday_looks_back(anna: Workstation, rooms: Rooms) -> None:
    rooms.go_to("weekend")
    told = anna.reads(rooms.weekend)
    assert "Vad storhelgen gjorde" in told
    assert f"{ASA}: Utskrivningsklar, klart · kom fre 3 april 09:00 · {ELSA}" in told
    assert "1 gammalt paket att förstöra" in told
    anna.shot("tisdag")
