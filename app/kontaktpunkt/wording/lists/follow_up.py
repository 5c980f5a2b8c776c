"""Words of the daily follow-up."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, NextStep

FOLLOW_UP: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    FollowUpGroup: {
        FollowUpGroup.EMERGENCY: "23-timmars",
        FollowUpGroup.READY: "Utskrivningsklara",
        FollowUpGroup.HOME_SOON: "Hem i dag eller i morgon",
        FollowUpGroup.PLANNED: "Planeras",
        FollowUpGroup.AT_HOME: "Hemma, följs upp",
    },
    NextStep: {
        NextStep.MAKE_CONTACT: "kontakta personen",
        NextStep.TAKE_BACK_CALL: "ta tillbaka kallelsen, säg till enheten",
        NextStep.CONFIRM_HOME: "bekräfta hemma",
        NextStep.END_SERVICES: "avsluta insatserna",
        NextStep.RESTART_SERVICES: "starta insatser igen",
        NextStep.OUR_PARTS: "ordna resten",
        NextStep.OUR_OBSTACLE: "lös hindret hos oss",
        NextStep.CALL_HOME: "kalla hem",
        NextStep.ASK_HOSPITAL: "fråga sjukhuset",
        NextStep.FIND_RESPONSIBLE: "utse ansvarig",
        NextStep.PLAN: "börja planera",
        NextStep.FOLLOW_UP: "följ upp hemgången",
        NextStep.CLOSE_CASE: "avsluta ärendet",
        NextStep.AWAIT: "avvakta",
    },
}
"""The words of the lists, by list."""
