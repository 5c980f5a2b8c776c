"""What a form must be beside the others of its folder: its number and its messages its own."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_flaws import FaultyForm, Flaw, FlawKind
from kontaktpunkt.domain.paper.form_text import read_form

NOT_TEXT: Final = FaultyForm((Flaw(kind=FlawKind.NOT_UTF8),))
"""What is no text, or text that was not saved as UTF-8."""


class BrokenForm(Struct, frozen=True):
    """A file among the forms that is left out, by its name, and what is wrong with it."""

    file: str
    flaws: tuple[Flaw, ...]


def read_form_file(content: bytes) -> FormDefinition | FaultyForm:
    """Read the content of a file as a form, or say what is wrong with it."""
    try:
        return read_form(content.decode("utf-8"))
    except UnicodeDecodeError:
        return NOT_TEXT


def flaws_beside(
    file: str, form: FormDefinition, others: Mapping[str, FormDefinition]
) -> Iterator[Flaw]:
    """Find what is wrong with a form only as the file it is, among the other files by name."""
    stem = file.removesuffix(".toml")
    if form.number != stem:
        yield Flaw(kind=FlawKind.NUMBER_NOT_FILE, word="number", value=form.number, instead=stem)
    for name, other in others.items():
        if name == file:
            continue
        if other.number == form.number:
            yield Flaw(kind=FlawKind.NUMBER_TAKEN, word="number", value=form.number, instead=name)
        for kind in form.stands_for:
            if kind in other.stands_for:
                yield Flaw(kind=FlawKind.MESSAGE_TAKEN, word="stands_for", value=kind, instead=name)


def sort_out(
    contents: Mapping[str, bytes],
) -> tuple[dict[str, FormDefinition], tuple[BrokenForm, ...]]:
    """Tell the forms that can be used, by file, from those that are broken or have no own number.

    Of two with the same number the one in the file of that name is used; none goes unmentioned.
    """
    whole: dict[str, FormDefinition] = {}
    broken: list[BrokenForm] = []
    for file in sorted(contents):
        read = read_form_file(contents[file])
        if isinstance(read, FormDefinition):
            whole[file] = read
        else:
            broken.append(BrokenForm(file, read.flaws))
    used: dict[str, str] = {}
    for file in sorted(whole, key=lambda name: name.removesuffix(".toml") != whole[name].number):
        first = used.setdefault(whole[file].number, file)
        if first != file:
            taken = Flaw(
                kind=FlawKind.NUMBER_TAKEN, word="number", value=whole[file].number, instead=first
            )
            broken.append(BrokenForm(file, (taken,)))
    return {file: whole[file] for file in used.values()}, tuple(broken)
