"""An admission notice copied from SAMSA's screen: pasted, saved, taken and opened by keys alone."""

import pytest
from PySide6.QtGui import QGuiApplication

from e2e.office import Office
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.ui.screens.entry.fields import EntryField
from samples import a_number

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

A_MINUTE_OF_KEYS = 130
"""What somebody who types with a telephone at the ear presses in a minute."""

NAME = "Karin Övergaard"
NOTE = "Ring dottern efter tre."
COPIED = f"""Inskrivningsmeddelande
Meddelandetyp: Inskrivningsmeddelande
Personnummer: {a_number(7).value[:8]}-{a_number(7).value[8:]}
Namn: Övergaard, Karin
Sjukhus: Skaraborgs sjukhus Lidköping
Avdelning: Avd 3
Telefon avdelning: 0510-850 30
Inskriven: 2026-03-23 21:40
Beräknad utskrivning: 2026-03-27
Skickat: 2026-03-24 07:55
Patienten har med sig rollator och glasögon
"""


def test_pasted_from_the_regions_screen_to_a_case_that_is_taken(
    at_work: Workstation, office: Office
) -> None:
    """Ctrl+N, Ctrl+V, Ctrl+Enter, T, K, Enter: under a minute of keys, the text as original."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    QGuiApplication.clipboard().setText(COPIED)

    anna.keys = 0
    _paste(anna, rooms)
    _save(anna, rooms)
    _take_and_acknowledge(anna, rooms)
    _open_the_case(anna, rooms)
    assert anna.keys < A_MINUTE_OF_KEYS, f"{anna.keys} keys"

    _the_same_text_again_is_known(anna, rooms)


def _paste(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+N", "Ctrl+V")
    typed = rooms.entry.form.typed()
    assert typed[EntryField.FAMILY_NAME] == "Övergaard"
    assert typed[EntryField.WARD] == "Avd 3"
    assert "rollator och glasögon" in anna.reads(rooms.entry)
    anna.shot("inklistrat")


def _save(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+Return")
    assert anna.top is rooms.inbox
    (row,) = rooms.inbox_rows()
    assert NAME in row
    assert "Ej taget" in row
    anna.shot("i-inkorgen")


def _take_and_acknowledge(anna: Workstation, rooms: Rooms) -> None:
    rooms.inbox.list.setFocus()
    anna.press("T", "K", "Return")
    assert "Ej kvitterat" not in rooms.inbox_rows()[0]


def _open_the_case(anna: Workstation, rooms: Rooms) -> None:
    anna.press("N")
    anna.type(NOTE)
    anna.press("Ctrl+Return", "Return")
    assert anna.top is rooms.case
    told = anna.reads(rooms.case)
    assert NAME in told
    assert "Ansvarig: Anna Ålander" in told
    assert NOTE in told
    anna.shot("arendet")


def _the_same_text_again_is_known(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+N", "Ctrl+V")
    assert "Meddelandet finns redan här: Inskrivning" in anna.reads(rooms.entry)
    anna.shot("kant-igen")
