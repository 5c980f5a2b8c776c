"""What one row can be found by; a protected person by number alone."""

from collections.abc import Iterable
from typing import NamedTuple

from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.storage.search.fold import SHORT, fold, loose, phone_digits, words
from kontaktpunkt.usecases.rows import CaseRow, InboxRow


class Document(NamedTuple):
    """Folded texts that a row is found by.

    `grams` is what is found anywhere in, `loose` its words with å, ä or ö written with a and o,
    `heads` the first one and the first two characters of each word.
    """

    grams: str = ""
    loose: str = ""
    heads: str = ""


def document_of(row: InboxRow | CaseRow) -> Document:
    """Give what a row can be found by: number, name, unit, hospital, ward and the ward's phone.

    A case is also found by the numbers that its person went by before. A protected person's case is
    found by number, and the desk shows it to who answers for it; her messages are found by nothing,
    for the list's own filter would tell where she is.
    """
    number = _number(row.number)
    if isinstance(row, CaseRow):
        number = " ".join([number, *(_number(one) for one in row.other_numbers)]).strip()
    if row.protection is not Protection.NONE:
        return Document(grams=number if isinstance(row, CaseRow) else "")
    found = words(f"{row.name} {row.unit} {row.hospital} {row.ward}")
    grams = [*found, number, phone_digits(row.ward_phone)]
    heads = [word[:size] for word in found for size in range(1, SHORT)]
    return Document(
        _joined(grams), _joined(loose(w) for w in found if loose(w) != w), _joined(heads)
    )


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in dict.fromkeys(parts) if part)


def _number(number: PersonNumber | None) -> str:
    return "" if number is None else "".join(part for part in fold(number.value) if part.isalnum())
