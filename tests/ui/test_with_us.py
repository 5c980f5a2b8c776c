"""Hos oss on the case, and Lämna till: filled in from the register, proposed, never chosen."""

from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hands.case_desk import CASE, CaseDesk, a_page
from hands.case_front import case_screen, go_to_case
from hands.front import Front, OpenFront
from hands.typing import type_text
from kontaktpunkt.domain.commands import SetWithUs
from kontaktpunkt.domain.contacts.shapes import ContactRole
from kontaktpunkt.domain.staff import Receiver, Role, WithUs
from kontaktpunkt.ui.screens.case.with_us import WithUsPanel
from kontaktpunkt.usecases.contacts.register import filled_up
from kontaktpunkt.usecases.contacts.rows import Proposed, Register, UnitLine, WithUsPage
from samples import a_house

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PERSON = a_page(CASE).row.person or UUID(int=0)
_LIST = (
    "Enhet;Telefon;Enhetschef;Tel enhetschef;Ssk\n"
    "Hemvårdsgrupp Norr;0510-1;R. Sandin;070-1;K. Ek\n"
    "Hemvårdsgrupp Söder;0510-2;P. Dahl;070-2;O. Haddad\n"
)


def _register() -> Register:
    house = a_house()
    house.anna.take_contact_list(_LIST.encode())
    return house.anna.register()


def _units() -> tuple[UnitLine, ...]:
    return _register().units


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with a case of somebody of whom nobody has said who she is with us."""
    desk = CaseDesk()
    desk.contacts = _register()
    page = a_page(CASE)
    desk.pages[CASE] = replace(page, person=replace(page.person, with_us=None))
    return desk


def _at_case(opened: OpenFront, desk: CaseDesk) -> tuple[Front, WithUsPanel]:
    front = opened(desk)
    go_to_case(front, CASE)
    front.settle()
    return front, case_screen(front).with_us


def test_one_proposed_unit_is_accepted_with_one_key(opened: OpenFront, desk: CaseDesk) -> None:
    """It is said to come from the address, and Ctrl+J makes it hers."""
    (norr, _) = _units()
    desk.with_us_page = WithUsPage(proposed=(norr,))
    front, panel = _at_case(opened, desk)
    assert panel.proposal.text() == "Föreslås av adressen: Hemvårdsgrupp Norr"
    assert desk.commands == []

    front.press(K.Key_J, CTRL)

    wished = WithUs(unit_id=norr.unit, unit="Hemvårdsgrupp Norr")
    assert desk.commands == [SetWithUs(person=PERSON, with_us=wished)]


def test_of_two_proposed_units_none_is_chosen_by_a_key(opened: OpenFront, desk: CaseDesk) -> None:
    """Where the address does not tell them apart, somebody has to choose."""
    desk.with_us_page = WithUsPage(proposed=_units())
    front, panel = _at_case(opened, desk)

    front.press(K.Key_J, CTRL)
    assert desk.commands == []
    choices = [
        one for one in panel.proposals.findChildren(QPushButton) if one.text().startswith("Ja, ")
    ]
    choices[1].click()
    front.settle()

    (command,) = desk.commands
    assert isinstance(command, SetWithUs)
    assert command.with_us.unit == "Hemvårdsgrupp Söder"


def test_unknown_with_us_is_a_choice_of_its_own(opened: OpenFront, desk: CaseDesk) -> None:
    """Not yet filled in is told apart from somebody having looked."""
    front, panel = _at_case(opened, desk)
    assert panel.unknown.text() == "Inte ifyllt än."

    panel.not_known.click()
    front.settle()

    assert desk.commands == [SetWithUs(person=PERSON, with_us=WithUs(unknown_to_us=True))]
    own = WithUs(unknown_to_us=True)
    page = desk.pages[CASE]
    desk.pages[CASE] = replace(page, person=replace(page.person, with_us=own))
    desk.with_us_page = WithUsPage(own=own, shown=own)
    case_screen(front).begin()
    front.settle()
    assert panel.unknown.text() == "Okänd hos oss."
    assert panel.not_known.isHidden()


def test_a_unit_is_found_as_it_is_typed_and_brings_its_people(
    opened: OpenFront, desk: CaseDesk
) -> None:
    """What the register says stands faintly in the fields, and only what differs is hers."""
    front, panel = _at_case(opened, desk)
    panel.edit()
    # Typed at once: the list that opens while one types grabs the keyboard, which offscreen lacks.
    panel.fields["unit"].setText("hemvårdsgrupp norr")
    assert panel.fields["nurse"].placeholderText() == "K. Ek"
    assert panel.fields["unit_manager_phone"].placeholderText() == "070-1"
    type_text(panel.fields["caseworker"], "M. Holm")
    front.settle()

    panel.fields["caseworker"].returnPressed.emit()
    front.settle()

    (command,) = desk.commands
    assert isinstance(command, SetWithUs)
    norr = _units()[0]
    own = WithUs(unit_id=norr.unit, unit="Hemvårdsgrupp Norr", caseworker="M. Holm")
    assert command.with_us == own
    shown = filled_up(own, _register())
    assert (shown.nurse, shown.caseworker) == ("K. Ek", "M. Holm")


def test_lamna_till_proposes_from_the_register_first(opened: OpenFront) -> None:
    """The unit and whom the step asks stand first, with number; Enter on the first hands over."""
    desk = CaseDesk()
    unit = Receiver(unit="Hemvårdsgrupp Norr")
    manager = Receiver(unit="Hemvårdsgrupp Norr", role=Role.UNIT_MANAGER)
    desk.proposed = (
        Proposed(to=unit, name="Hemvårdsgrupp Norr", unit="Hemvårdsgrupp Norr", phone="0510-1"),
        Proposed(
            to=manager,
            name="R. Sandin",
            role=Role.UNIT_MANAGER,
            title=ContactRole.UNIT_MANAGER,
            phone="070-1",
            asked=True,
        ),
    )
    front, _ = _at_case(opened, desk)

    front.press(K.Key_L)

    box = case_screen(front).hand_over_panel.box
    assert [box.itemText(place) for place in (0, 1)] == [
        "Hemvårdsgrupp Norr, 0510-1",
        "R. Sandin, enhetschef, 070-1",
    ]
    assert box.itemData(1) == manager
