"""Tests of reading form definitions: what is right is read, what is wrong is named and placed."""

from pathlib import Path

import pytest

from kontaktpunkt import assets
from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import SOURCES, FieldKind, FormDefinition, fields_of
from kontaktpunkt.domain.paper.form_flaws import FaultyForm, Flaw, FlawKind
from kontaktpunkt.domain.paper.form_text import read_form

GOOD = """number = "R2"
version = "1"
title = "Titel"
direction = "told_by_phone"

[[block]]
key = "person"
title = "Person"

[[block.field]]
key = "name"
label = "Namn"
source = "person.name"

[[block.field]]
key = "consent"
label = "Samtycke i {system}"
kind = "choice"
options = [{ key = "yes", label = "ja" }, { key = "no", label = "nej" }]
"""


def test_a_form_is_read_in_its_order() -> None:
    """Fields come in the order of the file, which is the order of the paper."""
    form = read_form(GOOD)

    assert isinstance(form, FormDefinition)
    assert [field.key for field in fields_of(form)] == ["name", "consent"]
    assert fields_of(form)[1].kind is FieldKind.CHOICE


def test_windows_line_ends_and_byte_order_mark_do_no_harm() -> None:
    """A file saved by a Windows editor is the same form."""
    assert read_form("\ufeff" + GOOD.replace("\n", "\r\n")) == read_form(GOOD)


@pytest.mark.parametrize("file", sorted(assets.forms().glob("*.toml")), ids=lambda file: file.stem)
def test_every_form_that_is_shipped_is_sound(file: Path) -> None:
    """The forms that come with the program have no faults and are named after their number."""
    form = read_form(file.read_text(encoding="utf-8"))

    assert isinstance(form, FormDefinition), form
    assert form.number == file.stem


def test_each_kind_of_message_has_one_form_that_stands_in_for_it() -> None:
    """Whoever wants a message on paper is given its own form, and never two to choose between."""
    forms = [read_form(file.read_text(encoding="utf-8")) for file in assets.forms().glob("*.toml")]
    found = {
        kind: form.number
        for form in forms
        if isinstance(form, FormDefinition)
        for kind in form.stands_for
    }
    named = [kind for form in forms if isinstance(form, FormDefinition) for kind in form.stands_for]

    assert len(named) == len(found)
    assert found[MessageKind.ADMISSION_NOTICE] == "R2"
    assert found[MessageKind.READINESS_NOTICE] == "R5"
    assert found[MessageKind.PLAN_SUMMONS] == "R8"


CASES = {
    "not TOML": ('key = "name"', "key = name",
        Flaw(kind=FlawKind.MISSING_QUOTE, line=11, value="name"),
    ),
    "unknown word": (
        'label = "Namn"', 'lable = "Namn"',
        Flaw(kind=FlawKind.UNKNOWN_WORD, line=12, block=1, field=1, word="lable", instead="label"),
    ),
    "missing word": (
        'label = "Namn"\n', "",
        Flaw(kind=FlawKind.MISSING, line=10, block=1, field=1, word="label"),
    ),
    "wrong value": (
        'label = "Namn"', "label = 7",
        Flaw(
            kind=FlawKind.WRONG_VALUE, line=12, block=1, field=1, word="label", value="7",
            wants="str",
        ),
    ),
    "unknown kind": (
        'kind = "choice"', 'kind = "val"',
        Flaw(
            kind=FlawKind.WRONG_VALUE, line=18, block=1, field=2, word="kind", value="val",
            wants=", ".join(FieldKind),
        ),
    ),
    "unknown direction": (
        '"told_by_phone"', '"phone"',
        Flaw(
            kind=FlawKind.WRONG_VALUE, line=4, word="direction", value="phone",
            wants=", ".join(SheetDirection),
        ),
    ),
    "unknown message": (
        'title = "Titel"', 'title = "Titel"\nstands_for = ["inskrivning"]',
        Flaw(
            kind=FlawKind.WRONG_VALUE, line=4, word="stands_for", value="inskrivning",
            wants=", ".join(MessageKind),
        ),
    ),
    "same message twice": (
        'title = "Titel"',
        'title = "Titel"\nstands_for = ["admission_notice", "admission_notice"]',
        Flaw(
            kind=FlawKind.SAME_KEY_TWICE, line=4, word="stands_for", value="admission_notice"
        ),
    ),
    "unknown source": (
        '"person.name"', '"person.nmae"',
        Flaw(
            kind=FlawKind.UNKNOWN_SOURCE, line=13, block=1, field=1, word="source",
            value="person.nmae", instead="person.name",
        ),
    ),
    "unknown placeholder": (
        "{system}", "{systemet}",
        Flaw(
            kind=FlawKind.UNKNOWN_PLACEHOLDER, line=17, block=1, field=2, word="label",
            value="systemet",
        ),
    ),
    "key with capitals": (
        'key = "name"', 'key = "Namn"',
        Flaw(kind=FlawKind.BAD_KEY, line=11, block=1, field=1, word="key", value="Namn"),
    ),
    "too few options": (
        ', { key = "no", label = "nej" }', "",
        Flaw(kind=FlawKind.TOO_FEW_OPTIONS, line=19, block=1, field=2, word="options"),
    ),
    "same option twice": (
        'key = "no"', 'key = "yes"',
        Flaw(
            kind=FlawKind.SAME_KEY_TWICE, line=19, block=1, field=2, word="options", value="yes"
        ),
    ),
    "too wide": (
        'source = "person.name"', "width = 13",
        Flaw(kind=FlawKind.OUT_OF_RANGE, line=13, block=1, field=1, word="width", value="13"),
    ),
    "options without choice": (
        'kind = "choice"', 'kind = "text"',
        Flaw(kind=FlawKind.OPTIONS_WITHOUT_CHOICE, line=19, block=1, field=2, word="options"),
    ),
    "table without columns": (
        'source = "person.name"', 'kind = "table"',
        Flaw(kind=FlawKind.TABLE_WITHOUT_COLUMNS, line=10, block=1, field=1, word="columns"),
    ),
    "no number": (
        '"R2"', '"två"', Flaw(kind=FlawKind.WRONG_VALUE, line=1, word="number", value="två")
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_named_with_its_line(case: str) -> None:
    """Whoever changes a form is told what is wrong, and on which line."""
    was, becomes, flaw = CASES[case]
    assert was in GOOD

    assert read_form(GOOD.replace(was, becomes, 1)) == FaultyForm((flaw,))


def test_all_faults_are_told_at_once() -> None:
    """Nobody has to mend one fault to hear of the next."""
    found = read_form(GOOD.replace('label = "Namn"', "label = 7").replace("choice", "val"))

    assert isinstance(found, FaultyForm)
    assert [flaw.line for flaw in found.flaws] == [12, 18]


def test_the_person_comes_first() -> None:
    """A form whose person block is not at the top is refused: hands look for the name there."""
    moved = GOOD.replace(
        "[[block]]", '[[block]]\nkey = "a"\ntitle = "A"\n[[block.field]]\nkey = "a"\n'
        'label = "A"\n\n[[block]]', 1
    )  # fmt: skip

    found = read_form(moved)

    assert isinstance(found, FaultyForm)
    assert [flaw.kind for flaw in found.flaws] == [FlawKind.PERSON_NOT_FIRST]


@pytest.mark.parametrize("text", ["", "block = 7", "block = [7]", '[[block]]\nkey="a"\ntitle="A"'])
def test_what_is_no_form_at_all_is_said_to_be_faulty(text: str) -> None:
    """Any text gets an answer, never a crash."""
    found = read_form(text)

    assert isinstance(found, FaultyForm)
    assert found.flaws


def test_everything_a_form_can_be_filled_with_is_explained() -> None:
    """Whoever adds a field finds every source in the README beside the forms."""
    told = (assets.forms() / "README.md").read_text(encoding="utf-8")

    assert [key for key in sorted(SOURCES) if f"`{key.removesuffix('_phone')}" not in told] == []
