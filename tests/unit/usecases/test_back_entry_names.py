"""Where each field of the shipped forms goes when a paper is entered: none is left to chance."""

from pathlib import Path

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.paper.form import fields_of
from kontaktpunkt.usecases.back_entry.names import (
    ACTS,
    CALL,
    FACTS,
    OF_THE_PAPER,
    PERSON,
    TEXT,
    WITH_THE_PAPER,
)


def _names() -> set[str]:
    forms = DataShelf().forms()
    return {field.back_entry for form in forms for field in fields_of(form) if field.back_entry}


def test_every_field_of_every_form_goes_somewhere_by_name() -> None:
    """A new field is given its place here before it can be printed and not be entered."""
    mapped = PERSON | CALL | FACTS | ACTS | OF_THE_PAPER
    used = {name for name in _names() if not name.startswith(WITH_THE_PAPER)}

    assert used - mapped == TEXT
    assert not TEXT & mapped


def test_a_place_that_no_form_uses_is_one_that_a_municipality_may() -> None:
    """What is understood beyond the shipped forms: leave, death, and when the ward says a clock."""
    mapped = PERSON | CALL | FACTS | ACTS | OF_THE_PAPER

    assert mapped - _names() == {
        "leave.date", "leave.time", "leave.kind", "death.date", "death.time",
    }  # fmt: skip


def test_who_changes_a_form_is_told_where_its_fields_go() -> None:
    """Each place that has a meaning of its own stands in the forms' own README."""
    told = (Path(__file__).parents[3] / "forms" / "README.md").read_text(encoding="utf-8")

    assert {name for name in PERSON | CALL | FACTS | ACTS if f"`{name}`" not in told} == set()
