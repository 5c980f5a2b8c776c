"""All the numbers that people go by: read, checked, shown, masked (personnummer and its kin)."""

from kontaktpunkt.domain.person.number.fault import NumberFault, NumberFaultReason, NumberWarning
from kontaktpunkt.domain.person.number.local_reserve import ReserveIssuer
from kontaktpunkt.domain.person.number.reading import (
    number_from_system,
    other_century,
    read_number,
    unchecked,
)
from kontaktpunkt.domain.person.number.telling import birth_date, masked, sex, shown, warnings

__all__ = [
    "NumberFault",
    "NumberFaultReason",
    "NumberWarning",
    "ReserveIssuer",
    "birth_date",
    "masked",
    "number_from_system",
    "other_century",
    "read_number",
    "sex",
    "shown",
    "unchecked",
    "warnings",
]
