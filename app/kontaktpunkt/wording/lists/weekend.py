"""Words of a weekend: answers of a helgbesked, who decides it, kinds of unstaffed time."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.profile.unstaffed import PeriodKind

WEEKEND: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    WeekendAnswer: {
        WeekendAnswer.YES: "ja",
        WeekendAnswer.YES_IF: "ja, om …",
        WeekendAnswer.NO: "nej",
    },
    WeekendSide: {
        WeekendSide.UNIT_MANAGER: "enhetschef",
        WeekendSide.LICENSED: "legitimerad",
    },
    PeriodKind: {
        PeriodKind.EVENING: "kväll och natt",
        PeriodKind.WEEKEND: "helg",
        PeriodKind.RED_DAY: "röd dag",
        PeriodKind.MAJOR_HOLIDAY: "storhelg",
    },
}
"""The words of the lists, by list."""
