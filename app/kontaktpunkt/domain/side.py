"""Whose part something is: hospital, regional primary care, municipality, person or transport."""

from enum import StrEnum


class Side(StrEnum):
    """Who has to see to a thing, or to remove an obstacle."""

    HOSPITAL = "hospital"
    REGIONAL_PRIMARY_CARE = "regional_primary_care"
    MUNICIPALITY = "municipality"
    PERSON = "person"
    TRANSPORT = "transport"
