"""Every shipped form: as many pages as it is meant for, nothing outside, nobody given away."""

import pytest

from kontaktpunkt import assets
from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.paper.form import FormDefinition, fields_of
from kontaktpunkt.domain.paper.form_text import read_form
from kontaktpunkt.paper import page_count, render_form
from unit.paper.copies import KINDS, protected
from unit.paper.reading import MARGIN, signs, text

_A4 = (595.3, 841.9)


def _forms() -> list[FormDefinition]:
    read = (read_form(file.read_text(encoding="utf-8")) for file in assets.forms().glob("*.toml"))
    return [form for form in read if isinstance(form, FormDefinition)]


_FORMS = sorted(
    _forms(), key=lambda form: (form.number[0], int(form.number.strip("RS")), form.number)
)
every_form = pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.number)
every_kind = pytest.mark.parametrize("kind", KINDS)


def test_the_whole_set_of_the_reserve_routine_is_shipped() -> None:
    """All thirteen forms are there when the region's system is not, with R12's answer and a slip.

    They are offered in this order.
    """
    numbers = [f"R{number}" for number in range(1, 14)]
    numbers.insert(numbers.index("R12") + 1, "R12S")

    assert [form.number for form in _FORMS] == [*numbers, "S1"]
    assert [form.number for form in DataShelf().forms()] == [*numbers, "S1"]


@every_form
@every_kind
def test_a_form_fills_the_pages_that_it_is_meant_for(form: FormDefinition, kind: str) -> None:
    """Blank or with the longest names, no line spills onto one page more."""
    made = render_form(form, [KINDS[kind]()])

    assert page_count(made) == form.pages
    read = text(made)
    for field in fields_of(form):
        label = field.label.replace("{system}", "SAMSA")
        assert field.kind.value == "table" or label in read


@every_form
def test_nothing_of_a_form_stands_outside_the_margins(form: FormDefinition) -> None:
    """A binder's holes and a fax machine take nothing from any of its pages."""
    made = render_form(form, [KINDS["longest"]()])

    for page in range(form.pages):
        for sign in signs(made, page):
            assert sign.left >= MARGIN - 1, sign
            assert sign.right <= _A4[0] - MARGIN + 1, sign
            assert sign.bottom >= MARGIN - 1, sign
            assert sign.top <= _A4[1] - MARGIN + 1, sign


@every_form
def test_no_form_gives_a_protected_person_s_whereabouts_away(form: FormDefinition) -> None:
    """Where somebody with protected identity lives stands on none of them (OSL 22 kap. 1 §)."""
    read = text(render_form(form, [protected()]))

    for word in ("Storgatan", "531 30", "99 88 77"):
        assert word not in read


@every_form
def test_a_form_says_who_documents_it_where(form: FormDefinition) -> None:
    """Whoever holds the paper reads what is to become of it."""
    assert form.documented
    assert form.confirmed == "Fälten är inte bekräftade av någon kommun"
