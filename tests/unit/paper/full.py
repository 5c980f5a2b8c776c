"""Copies of any form with every field full: long names and addresses, Polish and Sámi letters."""

from msgspec import structs

from kontaktpunkt.domain.paper.form import Field, FieldKind, FormDefinition, fields_of
from kontaktpunkt.domain.paper.printout import PaperValue, SheetValues
from unit.paper.copies import LONGEST, longest

_NAMES = (
    "Wojciech Krzyżanowski-Żółkiewski, leg. läkare",
    "Čearru Žiŋkusdatter Ŋáŧŧe-Bååth, leg. fysioterapeut",
    "Małgorzata Fjällström-Ängsbäck, biståndshandläggare",
    "Þórður Åström-Østergård, områdessköterska natt",
)
_SENTENCES = (
    "Hon vill hem före helgen och har själv bokat färdtjänst.",
    "Łukasz, sonen, möter upp med nyckel klockan elva.",
    "Trygghetslarmet är urkopplat hos Áhkká-gruppen sedan i måndags.",
    "Rullatorn står kvar på avdelningen och ska med i bilen.",
    "Förbandsbyte varannan dag, material för fem dagar följer med.",
    "Dottern Zofia vill bli uppringd, också sent på kvällen.",
    "Hissen är avstängd till fredag, bärhjälp är beställd.",
    "Äter finfördelad kost, dricker gärna själv ur pipmugg.",
)
_SHORT = {
    FieldKind.DATE: "2026-03-27",
    FieldKind.TIME: "11:45",
    FieldKind.PHONE: "0510-77 01 02, 070-174 06 99",
    FieldKind.PERSON_NUMBER: "19400101-2399",
}
WHEREABOUTS: dict[str, PaperValue] = {
    "person.address": LONGEST["person.address"],
    "person.phone": "070-174 06 12",
    "person.next_of_kin": "Zofia Närståendesson-Čáhppe, dotter",
    "person.next_of_kin_phone": "070-174 06 13",
}
"""What tells where somebody is, by where it comes from; it stands in no other field."""

_LETTERS_ON_A_LINE = 8.2
"""So many letters stand on one twelfth of a line at the largest size."""


def full(form: FormDefinition) -> SheetValues:
    """Give a copy with something long in every field that can be filled in."""
    given = {
        field.key: value
        for at, field in enumerate(fields_of(form))
        if (value := _value(field, at)) is not None
    }
    return structs.replace(longest(), values=LONGEST | given)


def full_and_protected(form: FormDefinition) -> SheetValues:
    """Give the same copy for somebody with protected identity."""
    return structs.replace(full(form), protected=True)


def _value(field: Field, at: int) -> PaperValue | None:
    """Give something long for a field; None leaves it to its source."""
    kind = field.kind
    if field.source in WHEREABOUTS or kind in _SHORT:
        return WHEREABOUTS.get(field.source, _SHORT.get(kind))
    if kind is FieldKind.CHECK:
        return True
    if kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        keys = tuple(option.key for option in field.options)
        return keys if kind is FieldKind.CHOICES else keys[:1]
    if kind is FieldKind.TABLE:
        return tuple(_row(field, nth) for nth in range(max(field.rows, len(field.row_labels))))
    is_left = kind in (FieldKind.SIGNATURE, FieldKind.WORDS) or field.source in LONGEST
    return None if is_left else _text(field, at)


def _text(field: Field, at: int) -> str:
    """Give sentences that fill the lines of a field, or a long name where there is one line."""
    if field.lines == 1:
        return _NAMES[at % len(_NAMES)]
    room = int(field.lines * field.width * _LETTERS_ON_A_LINE)
    words = ""
    nth = at
    while True:
        sentence = _SENTENCES[nth % len(_SENTENCES)]
        if len(words) + len(sentence) > room:
            return words
        words, nth = f"{words} {sentence}".strip(), nth + 1


def _row(field: Field, nth: int) -> tuple[str, ...]:
    """Give a row of a table: its own label first where it has one, a box ticked every other row."""
    cells: list[str] = []
    for at, column in enumerate(field.columns):
        if column.box:
            cells.append("x" if nth % 2 else "")
        elif at == 0 and nth < len(field.row_labels):
            cells.append(field.row_labels[nth])
        else:
            cells.append(_CELLS[(nth + at) % len(_CELLS)])
    return tuple(cells)


_CELLS = ("11:45", "Krzyżanowski", "Norra Råda", "070-174 06 99", "Ŋáŧŧe", "2026-03-27")
