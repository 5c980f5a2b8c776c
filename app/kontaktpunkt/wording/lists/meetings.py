"""Words of a team's meetings."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.meeting import ReviewDecision

MEETINGS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ReviewDecision: {
        ReviewDecision.GOES_HOME_TODAY: "går hem i dag",
        ReviewDecision.OBSTACLE: "hinder",
        ReviewDecision.WAITING: "väntar",
        ReviewDecision.NEW_DATE: "nytt datum",
        ReviewDecision.UNCHANGED: "oförändrat",
    },
}
"""The words of the lists, by list."""
