"""A quiet line offers, a comparison shows both sides, and one key says which it is."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hands.case_desk import CASE, CaseDesk, a_page
from hands.case_front import case_screen, go_to_case, workplace_of
from hands.front import Front, OpenFront
from hands.typing import type_text
from kontaktpunkt.domain.commands import (
    Command,
    JoinCases,
    JoinPersons,
    KeepCasesApart,
    KeepPersonsApart,
    LiftProtection,
)
from kontaktpunkt.domain.joining.comparing import PersonSide
from kontaktpunkt.domain.joining.offers import SamePerson, SameStay
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.joining.rows import JoiningOffer

pytestmark = pytest.mark.ui

K = Qt.Key
ME, OTHER, CASE_2 = UUID(int=81), UUID(int=82), UUID(int=83)
RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "19380514K06A", "vgr")
PERSONAL = PersonNumber(NumberKind.PERSONAL, "193805149803")
OFFER = JoiningOffer(
    person=ME,
    other_person=OTHER,
    side=PersonSide(numbers=(RESERVE,), name="Astrid Övergaard", birth_date=date(1938, 5, 14)),
    reason=SamePerson.NAME_AND_BIRTH,
)
STAYS = replace(OFFER, cases=(CASE, CASE_2), reason=SameStay.OVERLAPPING)


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk that offers somebody for joining."""
    desk = CaseDesk()
    desk.joining = (OFFER,)
    desk.here = PersonSide(numbers=(PERSONAL,), name="Astrid Overgaard", phone="0510")
    return desk


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window at the case."""
    front = opened(desk)
    go_to_case(front, CASE)
    return front


def _compare(front: Front, way: str = "Jämför") -> None:
    buttons = case_screen(front).joining.findChildren(QPushButton)
    next(one for one in buttons if one.text() == way).click()
    front.settle()


def test_a_quiet_line_offers_with_the_reason(front: Front) -> None:
    """On the case stands who may be the same and why, and nothing has been joined."""
    screen = case_screen(front)

    assert screen.joining.isVisible()
    assert not screen.joining.comparison.isVisible()
    said = [one.accessibleName() for one in screen.joining.findChildren(QPushButton)]
    (offered,) = said
    assert offered.startswith("Jämför. Kan vara samma person som Astrid Övergaard, 19380514K06A:")
    assert offered.endswith("samma namn och födelsedatum.")


def test_nothing_is_said_when_there_is_nobody(opened: OpenFront) -> None:
    """Where nobody may be the same the case looks as it always does."""
    front = opened(CaseDesk())
    go_to_case(front, CASE)

    assert not case_screen(front).joining.isVisible()


def test_the_comparison_says_in_words_what_agrees(front: Front) -> None:
    """Differences and likenesses are words, never colours alone."""
    _compare(front)

    panel = case_screen(front).joining.comparison
    spoken = {part.accessibleName() for part in panel.findChildren(Text)}
    assert panel.isVisible()
    assert {"Nummer: olika", "Namn: olika", "Född: bara på ena sidan"} <= spoken
    assert not case_screen(front).splitter.isVisible()


@pytest.mark.parametrize(
    ("offer", "key", "wish"),
    [
        (OFFER, K.Key_F, JoinPersons(person=ME, other_person=OTHER)),
        (OFFER, K.Key_O, KeepPersonsApart(person=ME, other_person=OTHER)),
        (STAYS, K.Key_F, JoinCases(case=CASE, other_case=CASE_2)),
        (STAYS, K.Key_O, KeepCasesApart(case=CASE, other_case=CASE_2)),
    ],
    ids=["join", "not the same", "join the stays", "two stays"],
)
def test_one_key_says_which_it_is(
    opened: OpenFront, desk: CaseDesk, offer: JoiningOffer, key: Qt.Key, wish: Command
) -> None:
    """F joins, O remembers that they are two; the case stands there again."""
    desk.joining = (offer,)
    front = opened(desk)
    go_to_case(front, CASE)
    _compare(front)

    front.press(key)

    assert desk.commands == [wish]
    assert not case_screen(front).joining.comparison.isVisible()
    assert case_screen(front).splitter.isVisible()


def test_esc_leaves_it_open(front: Front, desk: CaseDesk) -> None:
    """Whoever is not sure leaves the question where it is."""
    _compare(front)

    front.press(K.Key_Escape)

    assert desk.commands == []
    assert not case_screen(front).joining.comparison.isVisible()
    assert case_screen(front).joining.isVisible()
    assert case_screen(front).splitter.isVisible()


def test_what_is_joined_can_be_parted(opened: OpenFront, desk: CaseDesk) -> None:
    """What is joined is shown with both numbers, and O parts it; F has nothing to do."""
    desk.joining = (replace(OFFER, joined=True, reason=None),)
    front = opened(desk)
    go_to_case(front, CASE)
    _compare(front, "Visa")

    front.press(K.Key_F)
    assert desk.commands == []
    front.press(K.Key_O)

    assert desk.commands == [KeepPersonsApart(person=ME, other_person=OTHER)]


def test_letters_can_be_turned_off(front: Front, desk: CaseDesk) -> None:
    """With single keys off F does nothing; the buttons do."""
    workplace_of(front).preferences.put(Preference.SINGLE_KEYS, "off")
    _compare(front)

    front.press(K.Key_F)
    assert desk.commands == []
    case_screen(front).joining.comparison.join_button.click()
    front.settle()

    assert desk.commands == [JoinPersons(person=ME, other_person=OTHER)]


def test_a_lifted_protection_is_asked_about_first(opened: OpenFront, desk: CaseDesk) -> None:
    """Before anybody is shown stands a question, and the ground must be written."""
    desk.joining = ()
    page = a_page()
    row = replace(page.row, protection=Protection.SECRECY_MARKING)
    person = replace(page.person, protection=Protection.SECRECY_MARKING)
    desk.pages[CASE] = replace(page, row=row, person=person)
    front = opened(desk)
    go_to_case(front, CASE)
    _compare(front, "Skyddet är hävt …")
    panel = case_screen(front).joining.lift
    assert panel.isVisible()
    assert desk.commands == []

    type_text(panel.reason, "Skatteverkets beslut")
    panel.save_button.click()
    front.settle()

    assert row.person is not None
    assert desk.commands == [LiftProtection(person=row.person, reason="Skatteverkets beslut")]
