"""Words of a homecoming: marks, sides, where to, how, and what became of services."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.homecoming import (
    Destination,
    ReadinessMark,
    ServiceStage,
    Travel,
)
from kontaktpunkt.domain.side import Side

HOMECOMING: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ReadinessMark: {
        ReadinessMark.DONE: "klart",
        ReadinessMark.MISSING: "saknas",
        ReadinessMark.ASKED: "efterfrågat",
        ReadinessMark.NOT_NEEDED: "behövs inte",
    },
    Side: {
        Side.HOSPITAL: "sjukhuset",
        Side.REGIONAL_PRIMARY_CARE: "regionens primärvård",
        Side.MUNICIPALITY: "kommunen",
        Side.PERSON: "personen eller närstående",
        Side.TRANSPORT: "transporten",
    },
    Destination: {
        Destination.HOME: "hem",
        Destination.SHORT_TERM: "korttid",
        Destination.CARE_HOME: "särskilt boende",
        Destination.ELSEWHERE: "annan plats",
    },
    Travel: {
        Travel.SITTING: "sittande",
        Travel.STRETCHER: "bår",
        Travel.CARRIED_IN: "bärhjälp",
        Travel.BY_RELATIVES: "närstående kör",
    },
    ServiceStage: {
        ServiceStage.PAUSED: "pausad",
        ServiceStage.RESTARTED: "igång igen",
        ServiceStage.NOT_RESTARTED: "startas inte",
        ServiceStage.ENDED: "avslutad",
    },
}
"""The words of the lists, by list."""
