"""A normal Tuesday: the morning meeting, a readiness notice at 11:40, lunch, kalla hem, home."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from e2e.office import Office, RunningClock, a_letter
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.times import Instant, at_local
from samples import hours

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

TUESDAY = date(2026, 3, 24)
ASA, RUNE = "Åsa Öberg", "Rune Nordin"
STARTS = "Hemtjänst startar från tisdag kväll"


def at(clock: str) -> Instant:
    """Give a time of this Tuesday."""
    return at_local(TUESDAY, time.fromisoformat(clock))


@pytest.fixture
def clock() -> RunningClock:
    """Give the story's clock: a quarter past eight."""
    return RunningClock(at("08:15"))


@pytest.fixture
def tuesday(tmp_path: Path, clock: RunningClock) -> Office:
    """Give a contact point with two people in hospital, both taken care of yesterday."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found()
    letters = tmp_path / "i går"
    rune = {"stay_ids": ("stay-2",), "ward": "Avd 5", "ward_phone": "0500-00 00 05"}
    with office.desk() as opened:
        for path in (
            a_letter(letters, "asa-in", sent_at=hours(-18)),
            a_letter(
                letters,
                "rune-in",
                nth=2,
                given_name="Rune",
                family_name="Nordin",
                sent_at=hours(-17),
                stay=rune,
            ),
        ):
            opened.desk.take_in(path.name, path.read_bytes(), Carrier.FOLDER)
    return office


def test_a_normal_tuesday(
    at_work: Workstation, tuesday: Office, clock: RunningClock, tmp_path: Path
) -> None:
    """Nothing is written twice: from the morning meeting until she is home and it is told."""
    anna, rooms = at_work, Rooms(at_work)
    folder = tmp_path / "export"
    folder.mkdir()
    anna.start(tuesday.opening())
    _watch_the_folder(anna, rooms, folder)

    _the_morning_meeting(anna, rooms)

    clock.turn_to(at("11:40"))
    _she_is_ready(anna, rooms, folder)

    clock.turn_to(at("12:05"))
    _lunch_begins_with_her(anna, rooms)

    clock.turn_to(at("12:20"))
    _what_is_in_place(anna, rooms)
    _call_her_home(anna, rooms)

    clock.turn_to(at("14:10"))
    _on_her_way(anna, rooms)
    clock.turn_to(at("15:05"))
    _home(anna, rooms)

    _all_of_it_is_told(anna, rooms)


def _watch_the_folder(anna: Workstation, rooms: Rooms, folder: Path) -> None:
    rooms.go_to("settings")
    anna.click_row(rooms.settings.names, "Meddelanden in")
    anna.click_button("Välj mapp …")
    anna.choose_file(folder)
    assert anna.said == f"Bevakar {folder}"
    anna.press("Ctrl+1")


def _the_morning_meeting(anna: Workstation, rooms: Rooms) -> None:
    anna.press("F6")
    assert anna.top is rooms.meeting
    anna.type("Anna Ålander, Bo Östberg")
    anna.press("Return")
    meeting = rooms.meeting
    assert "Morgon 08:15" in meeting.about.text()
    assert meeting.left.text().startswith("0 av 2")
    anna.shot("morgonmotet")
    anna.press("Space", "Space")
    assert meeting.left.text().startswith("2 av 2")
    anna.press("Ctrl+Return")
    assert "Signerad" in meeting.signed.text()
    anna.shot("signerat")
    anna.press("Ctrl+1")


def _she_is_ready(anna: Workstation, rooms: Rooms, folder: Path) -> None:
    a_letter(folder, "asa-klar", MessageKind.READINESS_NOTICE, sent_at=at("11:38"))
    watch = anna.reception.folder_watch
    watch.look()
    anna.settle()
    watch.look()
    anna.settle()
    assert anna.said == "asa-klar.json: intaget, Utskrivningsklar"
    place = anna.row_saying(rooms.inbox.list, "Utskrivningsklar")
    rooms.inbox.list.choose(place)
    rooms.inbox.list.setFocus()
    anna.press("T", "K", "Return")
    assert anna.said.startswith("Kvitterat i SAMSA: Åsa Ö., kl 11:4")
    anna.press("X")
    anna.shot("utskrivningsklar-11-40")


def _lunch_begins_with_her(anna: Workstation, rooms: Rooms) -> None:
    meeting = rooms.meeting
    anna.press("F6")
    if meeting.leave_button.isVisible():
        anna.click(meeting.leave_button)
    assert meeting.beginning.name.currentText() == "Lunch"
    assert meeting.beginning.participants.text() == "Anna Ålander, Bo Östberg"
    anna.press("Return")
    rows = rows_of(meeting.list)
    assert rows[0].startswith("Nya utskrivningsklara (1)"), rows
    assert ASA in rows[1]
    assert meeting.person.head.text().startswith(ASA)
    anna.press("T")
    anna.type("Hem i eftermiddag, Bo ringer dottern")
    anna.press("Return", "G")
    anna.shot("lunchmotet")
    anna.press("Space", "Ctrl+Return")
    assert "Signerad" in meeting.signed.text()


def _what_is_in_place(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+2")
    rows = rows_of(rooms.follow_up.list)
    assert rows[0].startswith("Utskrivningsklara (1)"), rows
    assert ASA in rows[1]
    anna.shot("uppfoljningen")
    anna.press("H")
    home = rooms.homecoming
    assert anna.top is home
    readiness = home.readiness
    assert "0 av" in readiness.count.text()
    anna.press("K", "K", "S")
    assert "2 av" in readiness.count.text()
    anna.click(readiness.ask_all)
    assert "Inför hemgången saknar vi" in anna.reads(home.documentation)
    anna.shot("pa-plats")


def _call_her_home(anna: Workstation, rooms: Rooms) -> None:
    home = rooms.homecoming
    calling = home.calling
    anna.click(calling.told)
    anna.type("Sjuksköterska Berg, avd 3")
    anna.click(calling.expected.text)
    anna.type("1500")
    anna.click(calling.met_by)
    anna.type("hemtjänsten")
    anna.click(calling.starts)
    anna.type(STARTS)
    anna.click(calling.read_back)
    anna.shot("kalla-hem")
    anna.click(calling.call)
    assert anna.said.startswith("Kallad hem")
    line = next(one for one in home.documentation.items if STARTS in anna.reads(one))
    anna.click(line.copy)
    assert "Välkommen hem" in QGuiApplication.clipboard().text()
    anna.click(line.box)
    anna.shot("dokumenterat")


def _on_her_way(anna: Workstation, rooms: Rooms) -> None:
    anna.click(rooms.homecoming.coming.left)
    assert "Lämnade avdelningen" in rooms.homecoming.coming.told.text()


def _home(anna: Workstation, rooms: Rooms) -> None:
    coming = rooms.homecoming.coming
    anna.click(coming.received_by)
    anna.type("Lena i hemtjänsten")
    anna.click(coming.reached)
    assert "mottagen av Lena i hemtjänsten" in coming.told.text()
    anna.shot("hemma")


def _all_of_it_is_told(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+Return")
    assert anna.top is rooms.case
    told = anna.reads(rooms.case.timeline)
    for words in (
        "Hemma",
        "Lämnat avdelningen",
        "Kallad hem, sagt till Sjuksköterska Berg, avd 3",
        "Hem i eftermiddag, Bo ringer dottern",
    ):
        assert words in told, words
    assert STARTS in anna.reads(rooms.case.documentation)
    anna.shot("tidslinjen")
    anna.press("Ctrl+2")
    rows = rows_of(rooms.follow_up.list)
    at_home = next(at for at, row in enumerate(rows) if row.startswith("Hemma"))
    assert ASA in rows[at_home + 1]
    anna.shot("hemma-foljs-upp")
