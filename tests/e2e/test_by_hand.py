"""A phone call written down while the caller waits, and a draft that outlives the window."""

import pytest

from e2e.office import Office
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.ui.screens.entry.fields import EntryField
from samples import a_number

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

A_MINUTE_OF_KEYS = 130
"""What somebody who types with a telephone at the ear presses in a minute."""

CALL = {
    EntryField.NUMBER: a_number(7).value,
    EntryField.GIVEN_NAME: "Göran",
    EntryField.FAMILY_NAME: "Ekström",
    EntryField.HOSPITAL: "SkaS Lidköping",
    EntryField.WARD: "Avd 3",
    EntryField.WARD_PHONE: "0510-850 30",
    EntryField.ADMITTED_AT: "0715",
    EntryField.TOLD_BY: "Sjuksköterska Åberg",
}
"""What is said, in the order of the form, which is the order in which a nurse reports it."""


def test_a_phone_call_by_keys_alone(at_work: Workstation, office: Office) -> None:
    """From Ctrl+N to Ctrl+Enter without the mouse: who, where, since when, who rang, and saved."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())

    anna.keys = 0
    _write_down_the_call(anna, rooms)
    anna.press("Ctrl+Return")
    pressed = anna.keys

    assert anna.said == "Inlagt: Inskrivning för Göran Ekström"
    assert anna.top is rooms.inbox
    (row,) = rooms.inbox_rows()
    assert "Göran Ekström" in row
    assert "SkaS Lidköping · Avd 3" in row
    card = anna.reads(rooms.inbox.card)
    assert "Sjuksköterska Åberg" in card
    assert "0510-850 30" in card
    assert pressed < A_MINUTE_OF_KEYS, f"{pressed} keys"
    anna.shot("inlagt")


def _write_down_the_call(anna: Workstation, rooms: Rooms) -> None:
    form = rooms.entry.form
    anna.press("Ctrl+N", "1")
    for field, text in CALL.items():
        while not form.field(field).hasFocus():
            anna.press("Tab")
        anna.type(text)
    anna.shot("ifyllt")
    assert form.hint_of(EntryField.ADMITTED_AT) == "i dag, tisdag 24 mars kl. 07:15"


def test_a_draft_outlives_the_window(at_work: Workstation, office: Office) -> None:
    """The caller hangs up, the window is closed before saving: the next day nothing is lost."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    anna.press("Ctrl+N", "2")
    anna.type(a_number(9).value)
    anna.press("Tab")
    anna.type("Märta")
    anna.shot("halvskrivet")

    anna.close()
    anna.start(office.opening())
    anna.press("Ctrl+N")

    typed = rooms.entry.form.typed()
    assert typed[EntryField.NUMBER] == a_number(9).value
    assert typed[EntryField.GIVEN_NAME] == "Märta"
    assert "Utkast från förra gången" in anna.reads()
    anna.shot("utkastet-tillbaka")
    anna.press("Esc")
    assert rooms.inbox_rows() == []
