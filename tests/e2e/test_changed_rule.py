"""A rule is changed from a day on, and what is counted anew stands before it is saved."""

from pathlib import Path

import pytest

from e2e.office import Office, a_letter
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.ui.screens.settings.rules.page import RulesPage
from samples import hours

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

RULE = "Ej taget är sent efter (minuter i kontorstid)"


def test_a_rule_changed_from_a_day_on(at_work: Workstation, office: Office, tmp_path: Path) -> None:
    """Found, changed, seen in the inbox at once, told with name and day, and taken back."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    anna.drop([a_letter(tmp_path / "in", "gammalt", sent_at=hours(-1))])
    assert "senast" not in rooms.inbox_rows()[0]

    page = _open_the_rule(anna, rooms)
    _change_it(anna, page)
    _it_says_what_holds_and_since_when(anna, page)
    _the_inbox_goes_by_it(anna, rooms)
    _it_can_be_taken_back(anna, rooms, page)


def _open_the_rule(anna: Workstation, rooms: Rooms) -> RulesPage:
    rooms.go_to("settings")
    anna.click_row(rooms.settings.names, "Kommun och regler")
    page = rooms.settings.rules
    anna.click(page.search)
    anna.type("ej taget")
    anna.shot("reglerna")
    anna.press("Return", "Return")
    assert page.detail.name.text() == RULE
    return page


def _change_it(anna: Workstation, page: RulesPage) -> None:
    form = page.detail.form
    value = form.editor.editors[0].fields[""].field
    anna.click(value)
    anna.type("30")
    anna.wait_for(lambda: not form.effect.isHidden(), "what is counted anew")
    assert form.effect.text() == "1 ärende räknas om."
    anna.shot("vad-som-raknas-om")
    anna.click(form.save)
    assert form.effect.text() == "Sparat. 1 ärende räknades om."
    assert anna.said == f"{RULE} ändrad från och med 2026-03-24"


def _it_says_what_holds_and_since_when(anna: Workstation, page: RulesPage) -> None:
    told = anna.reads(page)
    assert "Gäller nu: 30" in told
    assert "ingen gräns satt → 30, från och med 2026-03-24\nAnna Ålander, 08:4" in told
    anna.shot("sparat")


def _the_inbox_goes_by_it(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+1")
    assert "senast 09:1" in rooms.inbox_rows()[0]
    anna.shot("inkorgen")


def _it_can_be_taken_back(anna: Workstation, rooms: Rooms, page: RulesPage) -> None:
    rooms.go_to("settings")
    anna.click_row(rooms.settings.names, "Kommun och regler")
    anna.click_button("Ångra", page.detail.history)
    assert "ångrad" in anna.reads(page.detail.history)
    anna.press("Ctrl+1")
    assert "senast" not in rooms.inbox_rows()[0]
