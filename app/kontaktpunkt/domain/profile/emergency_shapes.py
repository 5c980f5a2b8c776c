"""The shape of one party's part in a 23-timmars matter, as a rule profile has it."""

from enum import StrEnum

from msgspec import Struct


class CareParty(StrEnum):
    """Whose part it is; the region's parts are what we wait for, never what we are late with."""

    SOCIAL_SERVICES = "social_services"
    MUNICIPAL_PRIMARY_CARE = "municipal_primary_care"
    REGIONAL_PRIMARY_CARE = "regional_primary_care"
    REHAB_CLINIC = "rehab_clinic"
    HOSPITAL = "hospital"


class EmergencyStep(Struct, frozen=True, kw_only=True):
    """One part of a 23-timmars matter: what is to be done, by whom, and a note beside it."""

    key: str
    label: str
    party: CareParty
    note: str = ""
