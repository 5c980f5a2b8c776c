"""Phone lists as papers: by what they hold, or of one unit."""

from typing import Final
from uuid import UUID

from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.usecases.desk import Changed, Desk
from kontaktpunkt.usecases.phone_lists.papers import PhoneListKind

_TITLES: Final = {
    PhoneListKind.NOW: "Telefonlista: vem du ringer nu",
    PhoneListKind.UNITS: "Telefonlista: våra enheter",
    PhoneListKind.WARDS: "Telefonlista: avdelningar",
    PhoneListKind.ALL: "Telefonlista: alla nummer",
}
_FILES: Final = {
    PhoneListKind.NOW: "telefonlista-nu.pdf",
    PhoneListKind.UNITS: "telefonlista-enheter.pdf",
    PhoneListKind.WARDS: "telefonlista-avdelningar.pdf",
    PhoneListKind.ALL: "telefonlista-alla.pdf",
}


def _phones(changed: Changed) -> bool:
    """Say whether a phone number, or which people come and go where, has changed."""
    return bool(changed.contacts)


def phone_list(kind: PhoneListKind) -> Document:
    """Name a phone list, and say how it is made; nobody in hospital stands on it."""

    def make(desk: Desk) -> Made:
        return desk.phone_list(kind), 0

    return Document(
        key=f"phones {kind.value}",
        title=_TITLES[kind],
        file_name=_FILES[kind],
        make=make,
        concerned_by=_phones,
    )


def phone_list_of(unit: UUID, name: str) -> Document:
    """Name the phone list of one unit."""

    def make(desk: Desk) -> Made:
        return desk.phone_list(PhoneListKind.UNIT, unit), 0

    file_name = f"telefonlista-{name.casefold().replace(' ', '-').replace('/', '-')}.pdf"
    return Document(
        key=f"phones of {unit}",
        title=f"Telefonlista: {name}",
        file_name=file_name,
        make=make,
        concerned_by=_phones,
    )


PHONE_LISTS: Final = tuple(map(phone_list, _TITLES))
"""The lists that stand among the papers, those needed first at the top."""
