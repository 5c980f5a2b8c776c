"""Slips of the hand in a form's file are named with their line, in words for who wrote it."""

import pytest

from kontaktpunkt import assets
from kontaktpunkt.domain.paper.form_flaws import FaultyForm, FlawKind
from kontaktpunkt.domain.paper.form_slips import slips_in
from kontaktpunkt.domain.paper.form_text import read_form

_R5 = (assets.forms() / "R5.toml").read_text(encoding="utf-8")
K = FlawKind


@pytest.mark.parametrize(
    ("was", "becomes", "kind"),
    [
        ('label = "Namn"', 'label = "Namn', K.MISSING_QUOTE),
        ('label = "Namn"', 'label = Namn"', K.MISSING_QUOTE),
        ('label = "Namn"', "label = Namn", K.MISSING_QUOTE),
        ('label = "Namn"', "label = ”Namn”", K.CURLY_QUOTE),
        ("required = true", "required = ja", K.YES_OR_NO),
        ("required = true", "required = True", K.YES_OR_NO),
        ("[[block.field]]", "[block.field]", K.ONE_BRACKET),
        ("[[block.field]]", "[[block.field]", K.ONE_BRACKET),
        ("[[block]]", "[block]", K.ONE_BRACKET),
        ('key = "name"', 'key\u00a0= "name"', K.HARD_SPACE),
        ("width = 8", "\u00a0width = 8", K.HARD_SPACE),
        ("width = 8", "width: 8", K.MISSING_EQUALS),
        ('notice", "readiness', 'notice" "readiness', K.MISSING_COMMA),
        ("},\n", "}\n", K.MISSING_COMMA),
        ("width = 8", "width = 8\nwidth = 8", K.SAID_TWICE),
        ("width = 8", "width = 8;", K.NOT_TOML),
    ],
)
def test_a_slip_is_told_as_what_it_is(was: str, becomes: str, kind: FlawKind) -> None:
    """Whoever cannot program hears what to mend on which line, not that it is no TOML."""
    line = _R5[: _R5.index(was)].count("\n") + 1 + (kind is K.SAID_TWICE)

    found = read_form(_R5.replace(was, becomes, 1))

    assert isinstance(found, FaultyForm)
    assert [(flaw.kind, flaw.line) for flaw in found.flaws] == [(kind, line)]


@pytest.mark.parametrize(
    ("was", "becomes", "wants"),
    [
        ('version = "1"', "version = 2", "str"),
        ("width = 8", 'width = "8"', "int"),
        ("required = true", 'required = "ja"', "bool"),
        ('stands_for = ["readiness_notice", ', 'stands_for = "readiness_notice" # ', "array"),
    ],
)
def test_a_value_of_the_wrong_sort_says_which_is_right(was: str, becomes: str, wants: str) -> None:
    """With or without quotation marks is told, not only that the value is wrong."""
    found = read_form(_R5.replace(was, becomes, 1))

    assert isinstance(found, FaultyForm)
    assert [flaw.wants for flaw in found.flaws] == [wants]


def test_no_slip_is_seen_where_none_is() -> None:
    """Words, notes and lists of the shipped forms are left in peace."""
    texts = [file.read_text(encoding="utf-8") for file in assets.forms().glob("*.toml")]

    assert [slip for text in texts for slip in slips_in(text)] == []


def test_a_form_about_somebody_has_its_person() -> None:
    """Without the block there is nowhere to look for the name."""
    found = read_form(_R5.replace('key = "person"\n', 'key = "patient"\n', 1))

    assert isinstance(found, FaultyForm)
    assert [flaw.kind for flaw in found.flaws] == [K.PERSON_NOT_FIRST]
