"""The words of SIP and of what somebody is to look at."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.usecases.plans.rows import PlanStanding

PLANS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    MeetingForm: {
        MeetingForm.PHONE: "telefon",
        MeetingForm.IN_PERSON: "möte på plats",
        MeetingForm.VIDEO: "video",
    },
    PlanStanding: {
        PlanStanding.SET: "",  # what is as it should be is not said
        PlanStanding.SUMMONED: "kallelse, ej bekräftad",
        PlanStanding.HELD: "hållen",
        PlanStanding.CANCELLED: "inställd",
    },
    ConcernKind: {
        ConcernKind.FALL: "fall",
        ConcernKind.FRAILTY: "sviktande",
        ConcernKind.OTHER: "annat",
    },
}
"""The words of the lists, by list."""
