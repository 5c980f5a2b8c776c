"""Every shipped form, blank, ordinary, full and protected: whole, in order, and as it was."""

from io import BytesIO

import pikepdf
import pytest

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.paper import page_count
from kontaktpunkt.paper.pdf.fonts import fit_to_print
from unit.paper.expected import told
from unit.paper.full import WHEREABOUTS
from unit.paper.hashes import COPIES, drawn, kept, made, shipped
from unit.paper.reading import MARGIN, fonts, signs, spoken, tree, walk

_FORMS = shipped()
_HALF_UP = 841.9 / 2
_FOOT = 40.0
every_form = pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.number)
every_kind = pytest.mark.parametrize("kind", COPIES)


def _close(words: str) -> str:
    """Give words without their spaces: a double name that parts at its hyphen is the same name."""
    return "".join(fit_to_print(words).split())


@every_form
@every_kind
def test_every_word_of_a_form_is_there_in_the_order_of_the_paper(
    form: FormDefinition, kind: str
) -> None:
    """Read aloud, a copy says each heading, label and value once, whole, from top to bottom."""
    sheet = COPIES[kind](form)
    expected = [_close(words) for words in told(form, sheet)]

    said = [_close(words) for words in spoken(made(form, kind))]

    begins = said.index(expected[0])
    assert said[begins:-1] == expected
    assert said[-1].startswith("Skrivenpåpapper2026-03-24")


@every_form
@every_kind
def test_a_form_has_its_pages_and_none_nearly_empty(form: FormDefinition, kind: str) -> None:
    """However long the names, it fills the pages that it is meant for, the last past its middle."""
    pdf = made(form, kind)

    assert page_count(pdf) == form.pages
    above = [sign for sign in signs(pdf, form.pages - 1) if sign.bottom > MARGIN + _FOOT]
    assert min(sign.bottom for sign in above) < _HALF_UP


@every_form
def test_a_protected_copy_tells_nobody_where_she_is(form: FormDefinition) -> None:
    """With every field full neither address, telephone nor next of kin is on it, nor hidden in it.

    Nor in anything that a viewer could dig out of the file (OSL 22 kap. 1 §).
    """
    pdf = made(form, "protected")
    with pikepdf.open(BytesIO(pdf)) as file:
        inside = " ".join(str(value) for _, value in file.docinfo.items())
        inside += " ".join(node.alt for node in walk(tree(file)))
    read = _close(" ".join(spoken(pdf))) + inside

    for told_where in WHEREABOUTS.values():
        assert isinstance(told_where, str)
        for part in told_where.split(", "):
            assert _close(part) not in read


@every_form
@every_kind
def test_a_form_is_a_sound_and_tagged_file(form: FormDefinition, kind: str) -> None:
    """Any viewer opens it, a screen reader reads it in Swedish, and no typeface is missing."""
    with pikepdf.open(BytesIO(made(form, kind))) as file:
        assert file.check_pdf_syntax() == []
        assert bool(file.Root.MarkInfo.Marked)
        assert str(file.Root.Lang) == "sv-SE"
        assert str(file.docinfo["/Title"]).startswith(f"{form.number} ")
        assert all("/FontFile2" in font.FontDescriptor for font in fonts(file))
        roles = [node.role for node in walk(tree(file))]
        assert roles.count("/H1") == 1
        assert roles.count("/H2") == len(form.block)


@every_form
@every_kind
def test_a_form_made_twice_is_the_same_file(form: FormDefinition, kind: str) -> None:
    """The same values give the same bytes: what was handed out can be made again."""
    assert made(form, kind) == made(form, kind)


@every_form
@every_kind
def test_a_form_looks_as_it_did(form: FormDefinition, kind: str) -> None:
    """No change moves a line of a form unseen.

    When one was meant to: look at the pictures, then renew what is kept by
    `PYTHONPATH=app:tests python -m unit.paper.hashes`.
    """
    assert kept().get((form.number, kind)) == drawn(made(form, kind))
