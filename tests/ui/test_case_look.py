"""A case on one page: who it is, what holds, what has happened."""

from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from hands.case_desk import CASE, PROTECTED, CaseDesk, a_page
from hands.case_front import case_screen, go_to_case
from hands.front import Front, OpenFront
from hands.rows import LONG_NAME
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.states import PersonState

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with a case in hospital."""
    return CaseDesk()


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window at the case."""
    front = opened(desk)
    go_to_case(front, CASE)
    return front


def test_the_head_says_who_and_where(front: Front) -> None:
    """Name, number, ward and who is responsible stand at the top."""
    head = case_screen(front).head

    assert head.name.text() == "Karin Övergaard"
    assert head.number.text() == "380514-9832"
    assert "Avd" in head.where.text()
    assert head.responsible.text() == "Ansvarig: ingen än"


def test_the_timeline_stands_newest_first_and_keeps_what_was_withdrawn(front: Front) -> None:
    """What was withdrawn or taken back is struck through, never gone."""
    lines = case_screen(front).timeline.list.lines.lines

    assert [line.entry.at for line in lines] == sorted(
        (line.entry.at for line in lines), reverse=True
    )
    assert [line.title for line in lines if line.entry.struck] == [
        "Utskrivningsklar kom in från bevakad mapp",
        "Notering: Skrevs på fel person.",
    ]


def test_a_view_of_the_timeline_shows_messages_alone(front: Front) -> None:
    """One click leaves only what came in."""
    panel = case_screen(front).timeline

    panel.tabs[1].click()

    assert {line.icon for line in panel.list.lines.lines} == {"inbox"}


def test_evidence_is_told_in_words_with_its_rule(front: Front) -> None:
    """The clocks say what holds, by which rule, and that an agreement may say otherwise."""
    panel = case_screen(front).clocks
    said = [row.words.text() for row in panel.rows.values()]

    assert "Inskrivningsmeddelandet sändes efter 18 tim, inom 24 tim" in said
    assert "Betalningsansvar tidigast fre 6 mars · underlag, avtal kan gälla" in said
    assert "Beräknad utskrivning i morgon 10:40, flyttad" in panel.times.text()


def test_who_she_is_with_us_stands_by_name_and_number(front: Front) -> None:
    """Unit, manager and nurse stand with their numbers; what is unknown takes no room."""
    panel = case_screen(front).with_us

    nurse = panel.facts["nurse"].text.text()
    assert nurse.replace("\N{NO-BREAK SPACE}", " ") == "Nina Norén · 0510-77 01 02"
    assert "0510-77 " not in nurse, "the number may be broken over two lines"
    assert panel.facts["therapist"].isHidden()


def test_a_masked_person_is_not_named_and_shows_no_number(
    opened: OpenFront, desk: CaseDesk
) -> None:
    """Whoever may not see her reads "Skyddad identitet" and what to do about it."""
    page = a_page(PROTECTED, person=PersonState(protection=Protection.SECRECY_MARKING))
    row = replace(
        page.row, masked=True, name="", number=None, protection=Protection.SECRECY_MARKING
    )
    desk.pages[PROTECTED] = replace(page, row=row)
    front = opened(desk)
    go_to_case(front, PROTECTED)
    head = case_screen(front).head

    assert head.name.text() == "Skyddad identitet"
    assert head.number.text() == ""
    assert "Sekretessmarkering" in head.marks.text()
    assert not case_screen(front).acts_bar.number.isEnabled()
    assert not case_screen(front).with_us.isEnabled()


def test_a_case_that_is_gone_says_so(front: Front, desk: CaseDesk) -> None:
    """A case that is not there any more leaves a sentence, not an old page."""
    desk.rows.clear()
    go_to_case(front, UUID(int=99))

    assert case_screen(front).nothing.isVisible()
    assert not case_screen(front).inside.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
def test_a_long_name_is_shortened_and_nothing_runs_out(
    opened: OpenFront, desk: CaseDesk, percent: int
) -> None:
    """A name of sixty characters does not make the window wider than the screen."""
    page = a_page()
    desk.pages[CASE] = replace(page, row=replace(page.row, name=LONG_NAME, ward=LONG_NAME))
    front = opened(desk, percent)
    go_to_case(front, CASE)
    window = front.program.window

    assert window.minimumSizeHint().width() <= 1366
    assert case_screen(front).head.name.text() == LONG_NAME
