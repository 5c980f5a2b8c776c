"""Words of short stays: kinds of place, how it stands with one, who wants it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.usecases.short_term.rows import PlaceStanding

SHORT_TERM: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    PlaceKind: {
        PlaceKind.OWN: "egen korttid",
        PlaceKind.PURCHASED: "köpt korttid",
        PlaceKind.ALTERNATING: "växelvård",
        PlaceKind.PERMANENT: "permanent plats",
    },
    PlaceStanding: {
        PlaceStanding.FREE: "ledig",
        PlaceStanding.RESERVED: "hålls",
        PlaceStanding.OCCUPIED: "belagd",
        PlaceStanding.DOUBLE: "två noterade",
        PlaceStanding.OUT_OF_USE: "ur bruk",
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
