"""The first road: a message comes in, is owned, handled, documented, done, and taken back."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from e2e.office import ANNA, Office, a_letter
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.usecases.rows import InboxView

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

WHO = "Åsa Öberg"
NOTE = "Dottern Märta når på kvällen. Öppnar själv dörren, går med käpp."
TO_DOCUMENT = "Mottaget och planeras. Hemvård från hemgångsdagen, sjuksköterska på plats kl. 15."


def test_the_first_road(at_work: Workstation, office: Office, tmp_path: Path) -> None:
    """A message is dropped on the window, handled to the end, and the last act taken back."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    anna.shot("tom-inkorg")
    assert "Inga öppna meddelanden" in anna.reads()

    anna.drop([a_letter(tmp_path / "in", "inskrivning")])
    _comes_untaken(anna, rooms)
    _is_owned_and_acknowledged(anna, rooms)
    _is_talked_about(anna, rooms)
    _goes_to_somebody_and_comes_back(anna, rooms)
    _is_planned_and_documented(anna, rooms)
    _is_done_and_undone(anna, rooms)


def _comes_untaken(anna: Workstation, rooms: Rooms) -> None:
    assert anna.said == "inskrivning.json: intaget, Inskrivningsmeddelande"
    (row,) = rooms.inbox_rows()
    assert WHO in row
    assert "Ej taget" in row
    assert "nyss" in row
    anna.shot("ej-taget")


def _is_owned_and_acknowledged(anna: Workstation, rooms: Rooms) -> None:
    rooms.inbox.list.setFocus()
    anna.press("T")
    assert anna.said.startswith("Taget: Åsa Ö., kl 08:4")
    assert ANNA in rooms.inbox_rows()[0]
    assert "Ej kvitterat i SAMSA" in rooms.inbox_rows()[0]
    anna.shot("taget")

    anna.press("K")
    anna.shot("kvittera")
    anna.press("Return")
    assert anna.said.startswith("Kvitterat i SAMSA: Åsa Ö., kl 08:4")
    assert "Ej kvitterat" not in rooms.inbox_rows()[0]


def _is_talked_about(anna: Workstation, rooms: Rooms) -> None:
    anna.press("R")
    assert rooms.panel_field("Telefon").text() == "0500-00 00 00"
    assert "Avd 3" in rooms.panel_field("Vem").text()
    anna.type("Växeln kopplade, ingen på avdelningen.")
    anna.click_button("Ej svar")
    anna.shot("samtal")
    anna.press("Ctrl+Return")
    assert anna.said == "Samtal om Åsa Ö.: Avd 3, Sjukhuset, ej svar"

    anna.press("N")
    anna.type(NOTE)
    anna.shot("notering")
    anna.press("Ctrl+Return")
    assert anna.said == "Noterat: Åsa Ö."
    assert NOTE in anna.reads(rooms.inbox.card)


def _goes_to_somebody_and_comes_back(anna: Workstation, rooms: Rooms) -> None:
    anna.press("L")
    anna.type("norr")
    anna.shot("lamna-till")
    anna.press("Return")
    assert anna.said == "Lämnat till Hemvård Norr: Åsa Ö."
    assert "till Hemvård Norr" in rooms.inbox_rows()[0]
    anna.press("T")

    anna.press("S")
    anna.shot("senare")
    anna.press("Ctrl+Return")
    assert anna.said.startswith("Senare: Åsa Ö., till 09:4")
    assert "senast 09:4" in rooms.inbox_rows()[0]

    anna.press("S", "Down", "Down", "Down", "Return")
    assert anna.said == "Senare: Åsa Ö., tills svar kommer"
    rooms.turn_to(InboxView.WAITING)
    assert WHO in rooms.inbox_rows()[0]
    anna.shot("vantar")


def _is_planned_and_documented(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Return")
    assert anna.top is rooms.case
    assert WHO in anna.reads()
    anna.shot("arendet")

    step = rooms.case.steps.lines["planning_unit_manager"]
    anna.click(step.more)
    anna.type("Lena Åkesson, hemtjänst")
    anna.shot("pa-uppgift")
    anna.press("Return")
    assert "enligt uppgift från Lena Åkesson, hemtjänst" in anna.reads(step)
    assert step.box.isChecked()

    panel = rooms.case.documentation
    anna.click(panel.text)
    anna.type(TO_DOCUMENT)
    anna.click(panel.put)
    assert TO_DOCUMENT in anna.reads(panel.items[0])
    anna.click(panel.items[0].copy)
    assert QGuiApplication.clipboard().text() == TO_DOCUMENT
    anna.shot("att-dokumentera")
    anna.click(panel.items[0].box)
    assert "Dokumenterat 08:4" in anna.reads(panel.items[0])
    anna.shot("dokumenterat")


def _is_done_and_undone(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Esc")
    assert anna.top is rooms.inbox
    anna.press("X")
    assert anna.said.startswith("Klart: Åsa Ö., kl 08:4")
    assert rooms.inbox_rows() == []

    rooms.turn_to(InboxView.DONE_TODAY)
    assert WHO in rooms.inbox_rows()[0]
    anna.shot("klara-i-dag")

    anna.press("Ctrl+Z")
    assert anna.said.startswith("Ångrat: ”Klart: Åsa Ö., kl 08:4")
    assert anna.said.endswith("” är taget tillbaka")
    assert rooms.inbox_rows() == []
    rooms.turn_to(InboxView.WAITING)
    assert WHO in rooms.inbox_rows()[0]
    anna.shot("angrat")
