"""Words of short stays: kinds of place, who wants it, whether a doctor was asked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish

SHORT_TERM: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    PlaceKind: {
        PlaceKind.OWN: "egen korttid",
        PlaceKind.PURCHASED: "köpt korttid",
        PlaceKind.ALTERNATING: "växelvård",
        PlaceKind.PERMANENT: "permanent plats",
    },
    ShortTermWish: {
        ShortTermWish.SELF: "personen själv",
        ShortTermWish.REPRESENTATIVE: "legal företrädare",
    },
    DoctorAsked: {
        DoctorAsked.ASKED: "läkare eller MTN tillfrågad",
        DoctorAsked.NOT_NEEDED: "behövdes inte",
    },
}
"""The words of the lists, by list."""
