"""A copy to fill in on the screen: the same form, its values on the paper, fields by their keys."""

from io import BytesIO
from typing import Any, cast

import pikepdf
import pytest

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.paper.form import Field, FieldKind, FormDefinition, fields_of
from kontaktpunkt.domain.paper.sheet_number import show
from kontaktpunkt.paper import page_count, render_fillable, render_form
from unit.paper.copies import KINDS, NUMBER, longest, ordinary, plan, protected, r2
from unit.paper.reading import code, text, tree, walk

_FORMS = DataShelf().forms()
every_form = pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.number)


def _fields(pdf: bytes) -> dict[str, Any]:
    """Give the fields of a file by name."""
    with pikepdf.open(BytesIO(pdf)) as document:
        listed = cast("Any", document.Root).AcroForm.Fields
        return {str(one.T): _told(one) for one in listed}


def _told(field: Any) -> tuple[str, bool]:
    """Give what stands in a field, and whether it is read only."""
    return str(field.get("/V", "")), bool(int(field.get("/Ff", 0)) & 1)


def _names_of(field: Field) -> set[str]:
    """Give the names that a field of a form must have in a blank copy."""
    match field.kind:
        case FieldKind.WORDS | FieldKind.SIGNATURE:
            return set()
        case FieldKind.CHOICES:
            return {f"{field.key}-{one.key}" for one in field.options}
        case FieldKind.TABLE:
            count = max(field.rows, len(field.row_labels))
            labelled = len(field.row_labels)
            return {
                f"{field.key}-{row}-{column.key}"
                for row in range(1, count + 1)
                for at, column in enumerate(field.columns)
                if at or row > labelled
            }
        case _:
            return {field.key}


@every_form
def test_every_field_of_a_form_can_be_filled_in(form: FormDefinition) -> None:
    """What is asked for on paper is asked for on the screen, by the key that back-entry knows."""
    found = _fields(render_fillable(form, KINDS["blank"]()))

    assert set(found) == {name for field in fields_of(form) for name in _names_of(field)}


@every_form
@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_to_fill_in_says_what_the_paper_says(form: FormDefinition, kind: str) -> None:
    """One definition for both: the same words on as many pages."""
    made = render_fillable(form, KINDS[kind]())

    assert page_count(made) == form.pages
    assert text(made) == text(render_form(form, [KINDS[kind]()]))


def test_what_is_known_stands_on_the_paper_and_cannot_be_typed_over() -> None:
    """A reader that draws no fields still shows the name; the field holds it for reading back."""
    found = _fields(render_fillable(r2(), ordinary()))

    assert found["name"] == ("Åsa Öberg", True)
    assert found["consent"] == ("/not_obtainable", True)
    assert found["call_time"] == ("", False)
    assert found["called_back"] == ("/Off", False)


def test_the_number_is_the_same_as_on_the_paper() -> None:
    """In words and as code: a copy on the screen is one of the numbered papers."""
    made = render_fillable(r2(), ordinary())

    assert f"Nr {show(NUMBER)}" in text(made)
    assert code(made, 200) == [NUMBER]


def test_what_is_typed_is_read_back() -> None:
    """Filled in by another program, saved, and read again by the fields' names."""
    with pikepdf.open(BytesIO(render_fillable(r2(), ordinary()))) as document:
        for one in cast("Any", document.Root).AcroForm.Fields:
            if str(one.T) == "caller_name":
                one.V = pikepdf.String("Žiŋká Łukasz, avd 3")
            if str(one.T) == "called_back":
                one.V = one.AS = pikepdf.Name("/Ja")
        saved = BytesIO()
        document.save(saved)
    found = _fields(saved.getvalue())

    assert found["caller_name"] == ("Žiŋká Łukasz, avd 3", False)
    assert found["called_back"] == ("/Ja", False)


def test_an_address_that_is_protected_stands_in_no_field_either() -> None:
    """What the paper hides the file does not hold."""
    made = render_fillable(r2(), protected())

    assert "Storgatan" not in repr(_fields(made))
    assert "kydd" in _fields(made)["address"][0]


def test_fields_can_be_found_by_who_has_the_form_read_aloud() -> None:
    """Each field stands in the tree at its place, and says its label."""
    with pikepdf.open(BytesIO(render_fillable(plan(), ordinary()))) as document:
        roles = [node.role for node in walk(tree(document))]
        widgets = [one for page in document.pages for one in cast("Any", page).Annots]
        labelled = ["/TU" in one or "/TU" in one.Parent for one in widgets]

    assert roles.count("/Form") == len(widgets) > 10
    assert all(labelled)


def test_the_same_copy_is_the_same_bytes() -> None:
    """As with paper."""
    assert render_fillable(r2(), longest()) == render_fillable(r2(), longest())


def test_a_paper_to_print_has_no_fields() -> None:
    """What is printed must not depend on whether a viewer draws fields."""
    with pikepdf.open(BytesIO(render_form(r2(), [ordinary()]))) as document:
        assert "/AcroForm" not in document.Root
