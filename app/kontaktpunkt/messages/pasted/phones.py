"""Tells whose phone a mere "Telefon:" is, by what it stands after; what is not sure is asked."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.pasted import PastedField
from kontaktpunkt.messages.pasted.cells import Cell
from kontaktpunkt.messages.pasted.walk import Found

P = PastedField
_OF_PERSON: Final = frozenset(
    {
        P.NUMBER,
        P.NAME,
        P.GIVEN_NAME,
        P.FAMILY_NAME,
        P.ADDRESS,
        P.PHONE,
        P.HOME_MUNICIPALITY,
        P.PROTECTION,
    }
)
_OF_WARD: Final = frozenset({P.HOSPITAL, P.WARD})


def whose_phones(found: Iterable[Found], left: Iterable[Cell]) -> tuple[list[Found], list[Found]]:
    """Part what was found in what holds and phones that may be somebody else's than the person's.

    Among the person's own facts a phone is hers. After a ward it may be the ward's (then it is
    offered as that), and after a label that nobody knows, such as a relative's, it may be anyone's.
    """
    parts = sorted([*found, *left], key=lambda part: part.start)
    told: list[Found] = []
    unowned: list[Found] = []
    before: Found | Cell | None = None
    for part in parts:
        if isinstance(part, Found):
            if part.field is not P.PHONE or "patient" in part.label or _is_hers(before):
                told.append(part)
            else:
                after_ward = isinstance(before, Found) and before.field in _OF_WARD
                unowned.append(replace(part, field=P.WARD_PHONE) if after_ward else part)
        before = part
    return told, unowned


def _is_hers(before: Found | Cell | None) -> bool:
    """Say whether a phone that stands after this is the person's own."""
    if isinstance(before, Found):
        return before.field in _OF_PERSON
    return before is None or ":" not in before.words
