"""The text of a paper to write into the region's system: its labels and values in its order."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.paper.form import PLACEHOLDERS, Field, FieldKind, FormDefinition
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.usecases.back_entry.written import plain

_OF_THE_PAPER: Final = ("entered.", "found.", "filled.", "received.", "passed.", "from.")
"""Where a field goes that speaks of the paper and of who handled it, not of the person."""

_OURS: Final = ("our.", "me.", "now.", "system.", "region.", "with_us.")


def text_to_document(
    form: FormDefinition, values: Mapping[str, PaperValue], *, system: str = ""
) -> str:
    """Give the paper's contents as plain text, block by block; what is empty is left out."""
    blocks: list[str] = []
    for block in form.block:
        lines = [line for field in block.field if (line := _line(field, values, system))]
        if lines:
            blocks.append("\n".join((_filled(block.title, system), *lines)))
    return "\n\n".join(blocks)


def lines_of(form: FormDefinition, values: Mapping[str, PaperValue], skip: frozenset[str]) -> str:
    """Give as lines what stands in fields that go nowhere else; `skip` are keys of fields."""
    fields = (field for block in form.block for field in block.field if field.key not in skip)
    return "\n".join(line for field in fields if (line := _line(field, values, "")))


def is_of_the_paper(field: Field) -> bool:
    """Say whether a field speaks of the paper itself and of who handled it."""
    if field.kind in (FieldKind.SIGNATURE, FieldKind.WORDS):
        return True
    return field.back_entry.startswith(_OF_THE_PAPER) or (
        not field.back_entry and field.source.startswith(_OURS)
    )


def _line(field: Field, values: Mapping[str, PaperValue], system: str) -> str:
    if is_of_the_paper(field):
        return ""
    text = plain(field, values.get(field.key, ""))
    if not text:
        return ""
    label = _filled(field.label, system)
    return f"{label}:\n{text}" if "\n" in text else f"{label}: {text}"


def _filled(text: str, system: str) -> str:
    """Put the system's name, or what stands there without it, in the place of the words."""
    for word, (_, without) in PLACEHOLDERS.items():
        named = system if word == "system" and system else without
        text = text.replace(f"{{{word}}}", named)
    return text
