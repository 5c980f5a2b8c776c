"""R2 on paper: seen first, saved as PDF with its number, entered in the register, read back."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from e2e.office import ANNA, Office, a_letter, text_of
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.person.facts import Protection
from samples import a_person

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ADDRESS = "Hittepågatan"
NUMBER = re.compile(r"\d{3} \d{5} \d")
"""A number as it stands on paper and in the register."""


def test_a_reserve_form_blank_and_filled(
    at_work: Workstation, office: Office, tmp_path: Path
) -> None:
    """R2 is saved blank, then for Åsa Öberg: each has its own number, and the register knows."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    anna.drop([a_letter(tmp_path / "in", "inskrivning")])

    rooms.go_to("paper")
    anna.click_row(rooms.paper.choices.papers, "R2")
    anna.shot("tom-blankett")
    blank = _save(anna, tmp_path / "tom.pdf")

    anna.press("Ctrl+1", "P")
    assert anna.top is rooms.paper
    assert "För Åsa Öberg" in anna.reads()
    anna.click_row(rooms.paper.choices.papers, "R2")
    anna.shot("forifylld")
    filled = _save(anna, tmp_path / "ifylld.pdf")

    register = rows_of(rooms.paper.register.list)
    numbers = [found[0] for row in register if (found := NUMBER.search(row))]
    assert len(set(numbers)) == 2
    assert "Åsa Öberg" in register[0]
    assert numbers[0] in filled
    assert numbers[1] in blank
    assert "Öberg" in filled
    assert "Öberg" not in blank
    assert f"{ANNA}" in filled
    assert "sida 1 av 1" in filled
    anna.shot("registret")


def test_paper_about_somebody_protected(
    at_work: Workstation, office: Office, tmp_path: Path
) -> None:
    """Nothing about a protected person leaves the house unasked, and never her address."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    hidden = a_person(
        4, given_name="Ylva", family_name="Ek", protection=Protection.PROTECTED_REGISTRATION
    )
    anna.drop([a_letter(tmp_path / "in", "skyddad", person=hidden)])
    anna.press("T", "P")
    assert anna.top is rooms.paper

    anna.press("Ctrl+S")
    asked = QApplication.activeModalWidget()
    assert asked is not None
    assert "Adress och telefon står inte på papperet" in anna.reads(asked)
    anna.shot("fragan")
    anna.click_button("Avbryt")
    assert rows_of(rooms.paper.register.list) == []

    text = _save(anna, tmp_path / "skyddad.pdf", asked=True)
    assert ADDRESS not in text
    assert "070-000" not in text
    assert "kydd" in text


def _save(anna: Workstation, to: Path, *, asked: bool = False) -> str:
    """Save the paper that is shown, and give the text that stands on it."""
    anna.press("Ctrl+S")
    if asked:
        anna.click_button("Spara som PDF", QApplication.activeModalWidget())
    anna.choose_file(to)
    assert anna.said == f"Sparat: {to}"
    return text_of(to)
