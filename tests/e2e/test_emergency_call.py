"""A 23-timmars patient by phone at twenty past four on a Friday, all the way home."""

from datetime import date, time
from pathlib import Path

import pytest

from e2e.office import Office, RunningClock
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.times import at_local
from kontaktpunkt.ui.screens.case.emergency.panel import EmergencyPanel
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.follow_up.screen import FollowUpScreen
from samples import a_number, done

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

FRIDAY = at_local(date(2026, 3, 27), time(16, 20))
NAME = "Göran Ekström"
CALL = {
    EntryField.NUMBER: a_number(7).value,
    EntryField.GIVEN_NAME: "Göran",
    EntryField.FAMILY_NAME: "Ekström",
    EntryField.HOSPITAL: "Södra Älvsborgs sjukhus",
    EntryField.WARD: "Akutmottagningen",
    EntryField.WARD_PHONE: "033-00 00 00",
    EntryField.ADMITTED_AT: "1130",
    EntryField.TOLD_BY: "Sjuksköterska Åberg",
}
OFFICE_HOURS = '{"weekday": ["07:00-16:30"]}'


@pytest.fixture
def friday(tmp_path: Path) -> Office:
    """Give a contact point in Södra Älvsborg, ten minutes before it closes for the weekend."""
    office = Office(tmp_path / "lager", clock=RunningClock(FRIDAY))
    office.found("sodra-alvsborg")
    with office.desk() as opened:
        done(opened.desk.act(ChangeSetting(key="office_hours", value=OFFICE_HOURS)))
    return office


def test_a_23_hour_patient_by_phone_on_a_friday_afternoon(
    at_work: Workstation, friday: Office
) -> None:
    """One key for the form, the call, and the case is there: on top, with its clock, until home."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(friday.opening())

    _take_the_call(anna, rooms)
    panel = rooms.case.emergency
    _what_the_case_says(anna, rooms, panel)
    _reach_her(anna, rooms, panel)
    _decide_together(anna, panel)
    _stands_on_top(anna, rooms)
    _goes_home(anna, rooms, panel)

    anna.press("Ctrl+2")
    assert NAME not in anna.reads()
    anna.shot("ingen-kvar")


def _take_the_call(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Ctrl+Shift+A")
    form = rooms.entry.form
    assert form.field(EntryField.NUMBER).hasFocus()
    told = anna.reads(rooms.entry)
    assert "Nu till 16:30" in told
    assert "Efter 16:30" in told
    assert "Ingen utsedd. Ring chef i beredskap" in told
    for field, text in CALL.items():
        while not form.field(field).hasFocus():
            anna.press("Tab")
        anna.type(text)
    while not form.field(EntryField.READ_BACK).hasFocus():
        anna.press("Tab")
    anna.press("Space")
    anna.shot("samtalet")
    anna.press("Ctrl+Return")


def _what_the_case_says(anna: Workstation, rooms: Rooms, panel: EmergencyPanel) -> None:
    assert anna.top is rooms.case
    assert panel.isVisible()
    assert "23 timmar går ut i morgon 10:30" in panel.clock.text()
    assert panel.contact.text().startswith("Ingen kontakt ännu")
    assert "mån 30 mars 07:00" in panel.watches.text()
    assert panel.parts.count.text() == "Klart 0 av 4"
    assert not rooms.case.steps.isVisible()
    anna.shot("arendet-ar-oppnat")


def _reach_her(anna: Workstation, rooms: Rooms, panel: EmergencyPanel) -> None:
    anna.press("Shift+F")
    assert panel.contact.text().endswith("sökt en gång utan svar")
    anna.press("F")
    assert panel.contact.text().startswith("Första kontakten")
    assert "Handläggaren har haft kontakt med patienten" in anna.reads(rooms.case.timeline)
    anna.press("Ctrl+Z")
    assert panel.contact.text().endswith("sökt en gång utan svar")
    anna.press("F")
    anna.click(panel.parts.lines["emergency_services"].box)
    assert panel.parts.count.text() == "Klart 1 av 4"
    anna.shot("kontakt-tagen")


def _decide_together(anna: Workstation, panel: EmergencyPanel) -> None:
    panel.acts.decide.trigger()
    form = panel.decision_form
    form.ours.setFocus()
    anna.type("K. Ek")
    anna.press("Return")
    assert "Skriv namnet på båda" in form.failure.text()
    assert form.theirs.hasFocus()
    anna.type("Petra Åhs")
    anna.press("Return")
    assert not form.isVisible()
    assert "för kommunen K. Ek, för regionen Petra Åhs" in panel.decision.text()
    anna.shot("stallningstagandet")


def _stands_on_top(anna: Workstation, rooms: Rooms) -> None:
    anna.press("Shift+F1")
    assert "Alla prioriterar" in anna.reads(anna.window.help)
    anna.shot("rutinen")
    anna.press("Esc")
    anna.press("Esc")
    assert NAME in rooms.inbox_rows()[0]
    anna.press("Ctrl+2")
    follow_up = anna.screen("follow_up")
    assert isinstance(follow_up, FollowUpScreen)
    lines = rows_of(follow_up.list)
    assert lines[0].startswith("23-timmars (1)")
    assert NAME in lines[1]
    anna.shot("overst-pa-listan")


def _goes_home(anna: Workstation, rooms: Rooms, panel: EmergencyPanel) -> None:
    anna.press("Return")
    assert anna.top is rooms.case
    anna.click(panel.ending.buttons[EmergencyOutcome.HOME])
    assert "Hem, med insatser på plats" in panel.ending.told.text()
    assert "Ärendet är avslutat" in anna.reads(rooms.case.head)
    anna.shot("hemma")
