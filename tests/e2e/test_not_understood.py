"""What the program cannot read is kept whole, with a reason, until somebody has dealt with it."""

from pathlib import Path

import pytest

from e2e.office import Office, a_letter
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.entry.fields import EntryField
from samples import a_number

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

TYPED = {
    EntryField.NUMBER: a_number(3).value,
    EntryField.GIVEN_NAME: "Åke",
    EntryField.READY_AT: "igår 1500",
}


def _broken_letters(folder: Path) -> list[Path]:
    """Write one letter that was cut off on its way, and one that is no letter at all."""
    whole = a_letter(folder, "avhuggen", MessageKind.READINESS_NOTICE)
    whole.write_bytes(whole.read_bytes()[:-200])
    other = folder / "lunchlista.json"
    other.write_text('{"måndag": "raggmunk", "tisdag": "ärtsoppa"}', encoding="utf-8")
    return [whole, other]


def test_what_cannot_be_read(at_work: Workstation, office: Office, tmp_path: Path) -> None:
    """A cut-off letter is typed in beside its own text; a lunch menu is said not to belong."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())

    anna.drop(_broken_letters(tmp_path / "in"))
    assert "Den ligger hel under Ej inläst." in anna.said
    assert len(rooms.inbox_rows()) == 2
    anna.shot("i-inkorgen")

    rooms.go_to("set_aside")
    assert anna.top is rooms.set_aside
    _is_completed_by_hand(anna, rooms)
    _is_said_not_to_belong(anna, rooms)

    anna.press("Ctrl+1")
    (row,) = rooms.inbox_rows()
    assert "Åke" in row
    anna.press("Ctrl+Z")
    assert any("lunchlista.json" in each for each in rooms.inbox_rows())


def _is_completed_by_hand(anna: Workstation, rooms: Rooms) -> None:
    anna.click_row(rooms.set_aside.list, "avhuggen.json")
    assert rooms.set_aside.why.text() == "Innehållet är avbrutet eller trasigt."
    anna.shot("ej-inlast")

    rooms.set_aside.list.setFocus()
    anna.press("Return")
    assert anna.top is rooms.entry
    assert '"resourceType"' in anna.reads(rooms.entry.original)
    anna.press("2")
    for field, text in TYPED.items():
        while not rooms.entry.form.field(field).hasFocus():
            anna.press("Tab")
        anna.type(text)
    anna.shot("fylls-i-for-hand")
    anna.press("Ctrl+Return")
    assert anna.said == "Inlagt: Utskrivningsklar för Åke"
    assert anna.top is rooms.set_aside


def _is_said_not_to_belong(anna: Workstation, rooms: Rooms) -> None:
    (left,) = rows_of(rooms.set_aside.list)
    assert "lunchlista.json" in left
    anna.press("Ctrl+D", "Return")
    assert "Skriv varför" in anna.reads()
    anna.type("Kökets matsedel")
    anna.shot("hor-inte-hit")
    anna.press("Return")
    assert "Allt är inläst" in anna.reads()
    anna.shot("allt-ar-inlast")
