"""What a copy of a form should say aloud, piece by piece, from its definition alone."""

from collections.abc import Iterator

from kontaktpunkt.domain.paper.form import Field, FieldKind, FormDefinition
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.paper.filling import Filling
from kontaktpunkt.paper.table import TICK


def told(form: FormDefinition, sheet: SheetValues) -> list[str]:
    """Give headings, labels with their values, options and cells in the order of the definition."""
    filling = Filling(sheet)
    found: list[str] = []
    for block in form.block:
        found.append(filling.words(block.title))
        for field in block.field:
            found += _field(field, filling)
    return [words for words in found if words]


def _field(field: Field, filling: Filling) -> Iterator[str]:
    label, value = filling.words(field.label), filling.value(field)
    if field.kind is FieldKind.TABLE:
        yield from _table(field, filling)
        return
    if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        yield label
        yield from (option.label for option in field.options)
        return
    text = value if isinstance(value, str) and field.kind is not FieldKind.CHECK else ""
    if field.lines == 1:
        text = ", ".join(line for line in text.splitlines() if line)
    yield f"{label} {text}".strip()


def _table(field: Field, filling: Filling) -> Iterator[str]:
    yield from (filling.words(column.label) for column in field.columns)
    value = filling.value(field)
    given = [row for row in value if isinstance(row, tuple)] if isinstance(value, tuple) else []
    for at in range(max(field.rows, len(field.row_labels), len(given))):
        if at < len(given):
            yield from ("" if cell == TICK else cell for cell in given[at])
        elif at < len(field.row_labels):
            yield field.row_labels[at]
