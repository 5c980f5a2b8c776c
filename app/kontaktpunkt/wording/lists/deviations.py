"""Swedish words about reports of deviations."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.deviation import AlsoConsider, DataConsent, SendingWay
from kontaktpunkt.domain.states import DeviationStage

DEVIATIONS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    DataConsent: {
        DataConsent.NOT_ASKED: "inte frågad",
        DataConsent.YES: "ja",
        DataConsent.NO: "nej",
    },
    AlsoConsider: {
        AlsoConsider.LEX_SARAH: "överväg lex Sarah",
        AlsoConsider.LEX_MARIA: "överväg lex Maria",
    },
    SendingWay: {
        SendingWay.POST: "med post",
        SendingWay.BY_HAND: "för hand",
        SendingWay.DIGITAL: "digitalt",
    },
    DeviationStage: {
        DeviationStage.TO_SEND: "att skicka",
        DeviationStage.AWAITING: "väntar på svar",
        DeviationStage.ANSWERED: "svar att följa upp",
        DeviationStage.DONE: "klar",
        DeviationStage.WITHDRAWN: "återkallad",
    },
}
"""Words by list and member."""
