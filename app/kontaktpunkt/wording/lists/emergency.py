"""Swedish words about 23-timmars matters."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.emergency import ContactWay, EmergencyOutcome
from kontaktpunkt.domain.profile.emergency_shapes import CareParty

EMERGENCY: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ContactWay: {
        ContactWay.PHONE: "per telefon",
        ContactWay.IN_PERSON: "på plats",
        ContactWay.VIDEO: "per video",
    },
    EmergencyOutcome: {
        EmergencyOutcome.HOME: "hem, med insatser på plats",
        EmergencyOutcome.SHORT_TERM: "till korttidsplats",
        EmergencyOutcome.ADMITTED: "inskriven på sjukhuset i stället",
        EmergencyOutcome.DIED: "avliden",
        EmergencyOutcome.STILL_THERE: "är kvar på akutmottagningen",
    },
    CareParty: {
        CareParty.SOCIAL_SERVICES: "socialtjänsten",
        CareParty.MUNICIPAL_PRIMARY_CARE: "kommunal primärvård",
        CareParty.REGIONAL_PRIMARY_CARE: "regional primärvård",
        CareParty.REHAB_CLINIC: "rehabmottagningen",
        CareParty.HOSPITAL: "sjukhuset",
    },
}
