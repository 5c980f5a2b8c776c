"""A form is held against the others of its folder, and a broken one takes none with it."""

import pytest

from kontaktpunkt import assets
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_flaws import FlawKind
from kontaktpunkt.domain.paper.form_folder import flaws_beside, read_form_file, sort_out

_FILES = {file.name: file.read_bytes() for file in assets.forms().glob("*.toml")}
_R5 = _FILES["R5.toml"]


def _flaws(file: str, content: bytes) -> list[tuple[FlawKind, str]]:
    form = read_form_file(content)
    assert isinstance(form, FormDefinition)
    others, _broken = sort_out(_FILES)
    return [(flaw.kind, flaw.instead) for flaw in flaws_beside(file, form, others)]


def test_the_shipped_forms_are_sound_beside_each_other() -> None:
    """Each has the number of its file and messages of its own."""
    assert all(_flaws(name, content) == [] for name, content in _FILES.items())
    assert sort_out(_FILES)[1] == ()


def test_a_number_that_is_another_form_s_is_told() -> None:
    """R2 in the file R5 would have pushed one of them out."""
    content = _R5.replace(b'number = "R5"', b'number = "R2"')

    assert _flaws("R5.toml", content) == [
        (FlawKind.NUMBER_NOT_FILE, "R5"),
        (FlawKind.NUMBER_TAKEN, "R2.toml"),
    ]


def test_a_message_that_another_form_stands_for_is_told() -> None:
    """Papper could not know which of the two to offer."""
    content = _R5.replace(b'"readiness_notice", ', b'"admission_notice", ')

    assert _flaws("R5.toml", content) == [(FlawKind.MESSAGE_TAKEN, "R2.toml")]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (_R5.replace(b'notice", "', b'notice" "'), FlawKind.MISSING_COMMA),
        (_R5.decode().encode("utf-16"), FlawKind.NOT_UTF8),
        (_R5.decode().encode("cp1252"), FlawKind.NOT_UTF8),
        (_R5.replace(b'number = "R5"', b'number = "R2"'), FlawKind.NUMBER_TAKEN),
    ],
)
def test_a_broken_form_is_named_and_the_others_go_on(content: bytes, kind: FlawKind) -> None:
    """It is left out with its file and its fault, and R2 stays what it was."""
    used, broken = sort_out({**_FILES, "R5.toml": content})

    assert used.keys() == _FILES.keys() - {"R5.toml"}
    assert used["R2.toml"] == sort_out(_FILES)[0]["R2.toml"]
    assert [(one.file, one.flaws[0].kind) for one in broken] == [("R5.toml", kind)]
