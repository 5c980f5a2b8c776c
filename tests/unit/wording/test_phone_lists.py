"""What is said of numbers and places: whose, how old, rung when, and free from when."""

from datetime import date
from uuid import UUID

import pytest

from duty_places import at
from kontaktpunkt.domain.contacts.freshness import Freshness, PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome, ContactRole, UnitKind, Upkeep
from kontaktpunkt.domain.events.place import PlaceFacts
from kontaktpunkt.domain.states import CallTest
from kontaktpunkt.ui.screens.weekend.lines import place_lines
from kontaktpunkt.usecases.phone_lists.numbers import NumberRow, NumbersPage
from kontaktpunkt.usecases.short_term.rows import PlaceRow, PlaceStanding
from kontaktpunkt.wording.phone_lists import (
    number_head,
    number_place,
    number_standing,
    number_sub,
    number_tested,
    to_check_words,
    upkeep_words,
)

TODAY = date(2026, 3, 24)
OLD = NumberRow(
    contact=UUID(int=1),
    name="Avd 31",
    phones=("031-390 06 11",),
    kind=UnitKind.WARD,
    owner="Bo Lind",
    verified_on=date(2025, 3, 4),
    until=date(2025, 8, 31),
    fresh=Freshness.OLD,
    tested=CallTest(on=date(2026, 3, 23), outcome=CallTestOutcome.NO_ANSWER, note="lunch"),
)
MANAGER = NumberRow(
    contact=UUID(int=2),
    name="R. Sandin",
    phones=("070-174 06 70",),
    role=ContactRole.UNIT_MANAGER,
    units=("Norr", "Söder"),
    verified_on=date(2026, 3, 1),
    until=date(2026, 8, 28),
)


def test_a_number_says_how_it_stands() -> None:
    """Old, rung in vain yesterday, whose it is: all on one line, the mark in front."""
    assert number_head(OLD) == "▲ Avd 31  031-390 06 11"
    assert number_sub(OLD, TODAY) == (
        "gammalt, kontrollerat 4/3 2025, gällde till 31/8 2025"
        " · provringt i går: inget svar (lunch) · avdelning · Bo Lind svarar för numret"
    )


def test_a_number_that_holds_is_not_marked() -> None:
    """A checked number says until when; what nobody answers for is said to be so."""
    assert number_head(MANAGER) == "R. Sandin  070-174 06 70"
    assert number_place(MANAGER) == "enhetschef, Norr, Söder"
    assert number_sub(MANAGER, TODAY).endswith("ingen svarar för numret")
    assert number_standing(MANAGER, TODAY) == "kontrollerat 1/3, gäller till 28/8"
    assert number_tested(None, TODAY) == ""


@pytest.mark.parametrize(
    ("lines", "mine", "words"),
    [
        ((), frozenset[UUID](), "Inga nummer i registret"),
        ((MANAGER,), frozenset[UUID](), "Det enda numret är kontrollerat"),
        ((OLD, MANAGER), frozenset({UUID(int=1)}), "1 av 2 nummer att kontrollera, 1 mina"),
    ],
)
def test_how_many_are_to_be_checked(
    lines: tuple[NumberRow, ...], mine: frozenset[UUID], words: str
) -> None:
    """The count says how many are old, and how many of those are mine."""
    assert to_check_words(NumbersPage(lines=lines, mine=mine)) == words


def test_a_unit_says_when_it_was_checked_and_until_when_that_holds() -> None:
    """The day comes from the municipality's rules where nobody has written another."""
    keeping = PhoneKeeping(today=TODAY, good_days=180)
    upkeep = Upkeep(owner="A. Berg", verified_on=date(2026, 3, 4))

    assert upkeep_words(upkeep, keeping) == (
        "Kontrollerad 2026-03-04, A. Berg svarar för uppgifterna; gäller till 2026-08-31."
    )
    assert upkeep_words(Upkeep(), keeping) == "Inte kontrollerad än."


@pytest.mark.parametrize(
    ("free_from", "words"),
    [
        ("2026-03-23 11:00", "1. Björken 2: skulle bli ledig i går 11:00"),
        ("2026-03-25 11:00", "1. Björken 2: blir ledig i morgon 11:00"),
    ],
)
def test_a_place_says_when_it_becomes_free_and_when_it_only_should_have(
    free_from: str, words: str
) -> None:
    """Nobody drives somebody to a place that was to be free yesterday and was never told to be."""
    row = PlaceRow(
        place=UUID(int=3),
        facts=PlaceFacts(name="Björken 2"),
        standing=PlaceStanding.OCCUPIED,
        said_at=at("2026-03-23 08:00"),
        said_by="E. Lund",
        free_from=at(free_from),
    )

    assert [line.main for line in place_lines([row], at("2026-03-24 08:40"))] == [words]
