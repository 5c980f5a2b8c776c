"""The 23-timmars panel by keyboard: contact stamped, decision with both names, end, routine."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from hands.case_desk import CASE, OTHER, CaseDesk, a_page
from hands.case_front import case_screen, go_to_case
from hands.front import Front, OpenFront
from hands.rows import ANNA, BO, NOW
from hands.typing import type_text
from kontaktpunkt.domain.commands import (
    CorrectCaseKind,
    DecidePrimaryCare,
    NoteEmergencyOutcome,
    NotePatientContact,
    TickStep,
)
from kontaktpunkt.domain.emergency import EmergencySpan
from kontaktpunkt.domain.events.care_request import PrimaryCareDecision
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import ContactWay, EmergencyOutcome
from kontaktpunkt.domain.profile import LayerKind, ProfileValue
from kontaktpunkt.domain.profile.emergency import EmergencyWatch
from kontaktpunkt.domain.profile.emergency_shapes import CareParty, EmergencyStep
from kontaktpunkt.domain.profile.layers import ProfileLayer
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import NotedOutcome, PatientContact
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.ui.screens.case.emergency.panel import EmergencyPanel
from kontaktpunkt.usecases.case_lines.emergency import EmergencyPage
from kontaktpunkt.usecases.rows import CasePage

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TRIED = PatientContact(at=Instant(NOW - 40 * MINUTE), by=BO.staff, answered=False)
REACHED = PatientContact(at=Instant(NOW - 5 * MINUTE), by=BO.staff, answered=True)
CARE = EmergencyStep(key="care", label="Fortsatt planering", party=CareParty.REGIONAL_PRIMARY_CARE)
MATTER = EmergencyPage(
    span=EmergencySpan(
        started_at=Instant(NOW - 4 * HOUR),
        told_at=Instant(NOW - 2 * HOUR - 10 * MINUTE),
        due_at=Instant(NOW + 19 * HOUR),
    ),
    hours=ProfileValue(
        key="emergency_hours", layer=ProfileLayer("law", "Lagen", LayerKind.LAW, "")
    ),
    contacts=(TRIED,),
    steps=(CARE,),
    watches=(
        EmergencyWatch(since=NOW, until=Instant(NOW + 8 * HOUR), at_office=True),
        EmergencyWatch(since=Instant(NOW + 8 * HOUR), until=Instant(NOW + 22 * HOUR)),
    ),
)


def _page(**changes: object) -> CasePage:
    page = a_page()
    row = replace(page.row, case_kind=CaseKind.EMERGENCY_STAY)
    return replace(page, row=row, steps=(), emergency=replace(MATTER, **changes))


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with somebody on the emergency ward."""
    return CaseDesk(pages={CASE: _page()})


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window at the case."""
    front = opened(desk)
    go_to_case(front, CASE)
    return front


def _panel(front: Front) -> EmergencyPanel:
    return case_screen(front).emergency


def _show(front: Front, desk: CaseDesk, page: CasePage) -> None:
    desk.pages[CASE] = page
    case_screen(front).begin()
    front.settle()


def test_the_panel_stands_in_place_of_the_planning(front: Front, desk: CaseDesk) -> None:
    """Nobody is admitted, so nothing of an admission is asked; an ordinary case has no panel."""
    assert _panel(front).isVisible()
    assert not case_screen(front).steps.isVisible()

    _show(front, desk, a_page())

    assert not _panel(front).isVisible()
    assert case_screen(front).steps.isVisible()


def test_it_says_that_nobody_has_reached_her(front: Front, desk: CaseDesk) -> None:
    """A try without answer is told, and is no contact."""
    assert _panel(front).contact.text() == (
        "Ingen kontakt ännu, 2 tim 10 min sedan beskedet, sökt en gång utan svar"
    )
    assert "ej svar" in _panel(front).contacts.text()

    _show(front, desk, _page(contacts=(TRIED, REACHED)))

    assert _panel(front).contact.text().startswith("Första kontakten")
    assert BO.name in _panel(front).contact.text()


def test_it_says_who_takes_it_after_hours(front: Front) -> None:
    """Nobody named is said, with whom to ring, and never left silent."""
    now, later = _panel(front).watches.text().splitlines()

    assert now.startswith("Nu till")
    assert "Ingen utsedd. Ring chef i beredskap" in later


def test_the_clock_says_what_is_left_and_what_is_over(front: Front, desk: CaseDesk) -> None:
    """What has run out is said in words, not in colour alone."""
    assert _panel(front).clock.text().startswith("23 timmar går ut")

    late = replace(MATTER.span, due_at=Instant(NOW - HOUR), started_at=Instant(NOW - 24 * HOUR))
    _show(front, desk, _page(span=late))

    assert "1 tim över" in _panel(front).clock.text()
    assert _panel(front).clock.property("role") == "wrong"


def test_f_stamps_the_contact_and_shift_f_a_try(front: Front, desk: CaseDesk) -> None:
    """One key each, in the timeline where the case's keys act."""
    front.press(K.Key_F)
    front.press(K.Key_F, SHIFT)
    front.press(K.Key_F, CTRL | SHIFT)

    assert desk.commands == [
        NotePatientContact(case=CASE),
        NotePatientContact(case=CASE, answered=False),
        NotePatientContact(case=CASE),
    ]


def test_f_means_nothing_in_an_ordinary_case(front: Front, desk: CaseDesk) -> None:
    """The key is there for those whom it concerns only."""
    _show(front, desk, a_page())
    front.press(K.Key_F)

    assert desk.commands == []


def test_a_contact_is_noted_with_all_that_was_said(front: Front, desk: CaseDesk) -> None:
    """Another caseworker, another time, on the spot: the form says it all, Enter saves it."""
    panel = _panel(front)
    panel.acts.details.trigger()
    front.settle()
    form = panel.contact_form
    type_text(form.who, "M. Holm")
    type_text(form.at, "0830")
    form.way.setCurrentIndex(1)
    type_text(form.counterpart, "sonen")
    form.counterpart.setFocus()
    front.press(K.Key_Return)

    (command,) = desk.commands
    assert isinstance(command, NotePatientContact)
    assert command.on_word == OnWord(name="M. Holm")
    assert command.way is ContactWay.IN_PERSON
    assert command.counterpart == "sonen"
    assert command.at is not None
    assert not form.isVisible()


def test_a_time_that_cannot_be_read_is_said(front: Front, desk: CaseDesk) -> None:
    """Beside the field, and nothing is noted."""
    panel = _panel(front)
    panel.acts.details.trigger()
    type_text(panel.contact_form.at, "imorse nångång")
    panel.contact_form.save()

    assert desk.commands == []
    assert "gick inte att tolka" in panel.contact_form.at_field.refusal.text()


def test_the_joint_decision_is_noted_with_both_names(front: Front, desk: CaseDesk) -> None:
    """Whom we know is proposed; what the desk refuses is said in the form."""
    panel = _panel(front)
    panel.acts.decide.trigger()
    form = panel.decision_form
    assert form.ours.text() == "Nina Norén"
    desk.refuses = RefusalReason.BOTH_NAMES
    form.save()
    front.settle()
    assert "Skriv namnet på båda" in form.failure.text()

    desk.refuses = None
    type_text(form.theirs, "Petra Åhs")
    front.settle()
    form.theirs.setFocus()
    front.press(K.Key_Return)

    assert desk.commands[-1] == DecidePrimaryCare(
        case=CASE, decision=PrimaryCareDecision.ENROLLED, ours="Nina Norén", theirs="Petra Åhs"
    )
    assert not form.isVisible()


def test_a_part_is_ticked(front: Front, desk: CaseDesk) -> None:
    """A tick is an act like any other."""
    assert _panel(front).parts.count.text() == "Klart 0 av 1"
    _panel(front).parts.lines["care"].box.click()
    front.settle()

    assert desk.commands == [TickStep(case=CASE, step="care")]


def test_how_it_ended_is_one_button(front: Front, desk: CaseDesk) -> None:
    """Four ways to end, and one back when she turned out to be there still."""
    ending = _panel(front).ending
    shown = [one for one, made in ending.buttons.items() if made.isVisible()]
    assert EmergencyOutcome.STILL_THERE not in shown
    assert len(shown) == 4
    ending.buttons[EmergencyOutcome.HOME].click()
    front.settle()
    assert desk.commands == [NoteEmergencyOutcome(case=CASE, outcome=EmergencyOutcome.HOME)]

    noted = NotedOutcome(outcome=EmergencyOutcome.HOME, at=NOW, by=ANNA.staff)
    page = _page(outcome=noted, span=replace(MATTER.span, ended_at=NOW))
    _show(front, desk, replace(page, row=replace(page.row, is_open=False)))

    shown = [one for one, made in ending.buttons.items() if made.isVisible()]
    assert shown == [EmergencyOutcome.STILL_THERE]
    assert ending.told.text().startswith("Hem, med insatser på plats")
    assert not _panel(front).acts.contact.isVisible()


def test_the_wrong_kind_is_corrected_with_a_reason(front: Front, desk: CaseDesk) -> None:
    """Why it was wrong is asked, for it stays readable."""
    panel = _panel(front)
    panel.acts.correct.trigger()
    form = panel.kind_form
    form.kind.setCurrentText("Ärende utan vistelse")
    type_text(form.reason, "Gällde en annan")
    form.save()
    front.settle()

    assert desk.commands == [
        CorrectCaseKind(case=CASE, case_kind=CaseKind.MATTER, reason="Gällde en annan")
    ]


def test_what_is_half_written_is_there_when_the_case_is_opened_again(
    front: Front, desk: CaseDesk
) -> None:
    """A form that was left comes back open, with its words; saved, it is gone."""
    panel = _panel(front)
    panel.acts.details.trigger()
    type_text(panel.contact_form.text, "Vill hem före kvällen")
    front.settle()
    desk.pages[OTHER] = a_page(OTHER)
    go_to_case(front, OTHER)
    assert panel.contact_form.text.toPlainText() == ""

    go_to_case(front, CASE)

    assert panel.contact_form.isVisible()
    assert panel.contact_form.text.toPlainText() == "Vill hem före kvällen"
    panel.contact_form.save()
    front.settle()
    assert panel.contact_form.text.toPlainText() == ""
    assert isinstance(desk.commands[-1], NotePatientContact)


def test_an_ordinary_case_can_be_corrected_to_23_hours(front: Front, desk: CaseDesk) -> None:
    """The palette has the act in every case; what the case is already is not offered."""
    _show(front, desk, a_page())
    panel = _panel(front)
    panel.acts.correct.trigger()
    front.settle()
    form = panel.kind_form
    assert form.isVisible()
    form.kind.setCurrentText("23-timmars")
    type_text(form.reason, "Hon skrevs aldrig in")
    form.save()
    front.settle()

    assert desk.commands == [
        CorrectCaseKind(case=CASE, case_kind=CaseKind.EMERGENCY_STAY, reason="Hon skrevs aldrig in")
    ]


def test_esc_closes_a_form_before_it_leaves_the_case(front: Front) -> None:
    """One thing at a time."""
    panel = _panel(front)
    panel.acts.decide.trigger()
    front.settle()
    front.press(K.Key_Escape)

    assert not panel.decision_form.isVisible()
    assert case_screen(front).isVisible()


def test_the_routine_is_read_with_one_key_anywhere(front: Front) -> None:
    """Shift and F1 open the routine's text on every screen."""
    front.press(K.Key_F1, SHIFT)

    help_panel = front.program.window.help
    assert help_panel.isVisible()
    assert "Handläggaren (socialtjänsten)" in help_panel.findChildren(QTextBrowser)[0].toPlainText()
