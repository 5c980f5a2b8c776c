"""Lines that stand above or below people: groups (a ward, a status), totals, titles, page feet."""

import re
from collections.abc import Sequence
from typing import Final

from kontaktpunkt.domain.overview import OverviewField, Piece
from kontaktpunkt.messages.overview import values
from kontaktpunkt.messages.overview.labels import field_of

F = OverviewField
_COUNT: Final = re.compile(r"\s*[(\[:–-]?\s*[0-9]{1,4}\s*(?:st|personer|ärenden)?\.?\s*[)\]]?$")
_BRACKETED_COUNT: Final = re.compile(r"\s*[(\[]\s*[0-9]{1,4}[^()\[\]]{0,12}[)\]]$")
_WARD: Final = re.compile(
    r"\b(?:avd|avd\.|avdelning(?:en)?|\w*avdelning(?:en)?|ava|mava|kava|hia|iva|klinik(?:en)?"
    r"|enhet(?:en)?|\w*mottagning(?:en)?|geriatrik(?:en)?|medicin(?:en)?|kirurgi?(?:en)?"
    r"|ortopedi?(?:en)?|stroke\w*|palliativ\w*|rehab\w*)\b",
    re.IGNORECASE,
)
_HOSPITAL: Final = re.compile(r"\b\w*(?:sjukhus(?:et)?|lasarett(?:et)?)\b", re.IGNORECASE)
_STATED: Final = re.compile(
    r"^(?:totalt|antal|summa|visar|sammanlagt)\b[^0-9]{0,40}([0-9]{1,4})\b(?!\s*(?:av|/))",
    re.IGNORECASE,
)
_FURNITURE: Final = re.compile(
    r"^(?:sid(?:a|an)?\b|page\b|totalt\b|antal\b|summa\b|visar\b|utskriven av\b|utskrivet\b|hämtad"
    r"|skapad|uppdaterad|senast uppdaterad|filter|urval|sortera|ärendeöversikt|mina planer"
    r"|samsa\b|cosmic|rapport)",
    re.IGNORECASE,
)
_GROUPS: Final = (F.HOSPITAL, F.WARD, F.PLACE, F.STATUS)
_MOST_CELLS: Final = 2
_LONGEST: Final = 90


def stated_count(text: str) -> int | None:
    """Say how many people a line says that the overview holds, if it says that."""
    found = _STATED.match(values.tidy(text))
    return int(found[1]) if found else None


def is_furniture(text: str) -> bool:
    """Say whether a line is a total, a title or a page's head or foot."""
    return _FURNITURE.match(values.tidy(text)) is not None


def group_of(cells: Sequence[str]) -> Piece | None:
    """Say which group a line without a number opens: of a ward, a hospital or a status."""
    text = values.tidy(" ".join(cells))
    if not text or len(cells) > _MOST_CELLS or len(text) > _LONGEST or values.is_protected(text):
        return None
    label, colon, value = text.partition(":")
    if colon:
        field = field_of(label)
        named = _BRACKETED_COUNT.sub("", value.strip())
        return Piece(field, named) if field and field in _GROUPS and named else None
    named = _BRACKETED_COUNT.sub("", text)
    status = values.status_in(_COUNT.sub("", named))
    if status is not None:
        return Piece(F.STATUS, named)
    if _WARD.search(named):
        return Piece(F.WARD, named)
    return Piece(F.HOSPITAL, named) if _HOSPITAL.search(named) else None


class Context:
    """The groups that a line stands under: a new hospital ends its wards, a new ward does not."""

    def __init__(self) -> None:
        self._pieces: dict[OverviewField, Piece] = {}

    def open(self, group: Piece) -> None:
        """Go on under another group."""
        if group.field is F.HOSPITAL:
            self._pieces.pop(F.WARD, None)
        self._pieces[group.field] = group

    def beside(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Give what the groups say that the line does not say itself."""
        said = {piece.field for piece in pieces if piece.text}
        if F.PLACE in said:
            said |= {F.WARD, F.HOSPITAL}
        return [piece for field, piece in self._pieces.items() if field not in said]
