"""Words of a team's meetings."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.usecases.meetings.rows import MeetingPart

MEETINGS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    MeetingPart: {
        MeetingPart.SHOULD_BE_HOME: "Skulle hem i dag",
        MeetingPart.NEWLY_READY: "Nya utskrivningsklara",
        MeetingPart.CHANGED: "Ändrade sedan sist",
        MeetingPart.THE_REST: "Övriga",
    },
    ReviewDecision: {
        ReviewDecision.GOES_HOME_TODAY: "går hem i dag",
        ReviewDecision.OBSTACLE: "hinder",
        ReviewDecision.WAITING: "väntar",
        ReviewDecision.NEW_DATE: "nytt datum",
        ReviewDecision.UNCHANGED: "oförändrat",
    },
}
"""The words of the lists, by list."""
