"""What one row can be found by; a protected person by number alone."""

from typing import NamedTuple

from kontaktpunkt.domain.person_facts import PersonNumber, Protection
from kontaktpunkt.storage.search.fold import fold, loose, phone_digits, words
from kontaktpunkt.usecases.rows import CaseRow, InboxRow


class Document(NamedTuple):
    """Folded texts: `words` are found from their front, `grams` anywhere in them.

    `loose` holds those words that have å, ä or ö, with a, a and o in their place.
    """

    words: str = ""
    loose: str = ""
    grams: str = ""


def document_of(row: InboxRow | CaseRow) -> Document:
    """Give what a row can be found by: number, name, unit, hospital, ward and the ward's phone."""
    number = _number(row.number)
    if row.protection is not Protection.NONE:
        return Document(grams=number)
    name = words(row.name)
    found = [*name, *words(row.unit), *words(row.hospital), *words(row.ward)]
    loosened = [loose(word) for word in found if loose(word) != word]
    grams = [*name, number, phone_digits(row.ward_phone)]
    return Document(
        " ".join(dict.fromkeys(found)),
        " ".join(dict.fromkeys(loosened)),
        " ".join(part for part in dict.fromkeys(grams) if part),
    )


def _number(number: PersonNumber | None) -> str:
    return "" if number is None else "".join(part for part in fold(number.value) if part.isalnum())
