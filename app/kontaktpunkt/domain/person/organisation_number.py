"""Organisation numbers and HSA-ids: who a unit is in the registers (organisationsnummer)."""

import re
from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.person.check_digit import digits_close

_TEN = re.compile(r"[0-9]{10}")
_WRITTEN = re.compile(r"(?:16)?([0-9]{6})-?([0-9]{4})")
# Some holders, the directory's own keeper among them, write the number with the prefix 16.
_HSA_ID = re.compile(r"SE(?:16)?([0-9]{10})-[A-Za-z0-9]+")
_HSA_LONGEST = 31


class OrganisationFaultReason(StrEnum):
    """What is wrong with an organisation number or an HSA-id."""

    EMPTY = "empty"
    BAD_SHAPE = "bad_shape"
    TOO_LONG = "too_long"
    PERSONAL_NUMBER = "personal_number"
    CHECK_DIGIT = "check_digit"


class OrganisationFault(Struct, frozen=True):
    """What was typed is no organisation number or HSA-id: the reason."""

    reason: OrganisationFaultReason


class OrganisationNumber(Struct, frozen=True, order=True):
    """An organisation number (organisationsnummer): ten digits, no hyphen."""

    value: str


class HsaId(Struct, frozen=True, order=True):
    """The id of a unit or a member of staff in the national directory HSA, as it is written."""

    value: str


def closes_as_organisation(digits: str) -> bool:
    """Tell whether ten digits are an organisation number: third digit ≥ 2, check digit right.

    Source: the third digit keeps them apart from personnummer (OID 1.3.7).
    """
    return bool(_TEN.fullmatch(digits)) and digits[2] >= "2" and digits_close(digits)


def looks_like_organisation(text: str) -> bool:
    """Tell whether what was typed can be meant as one: ten digits, the third no month's."""
    written = _WRITTEN.fullmatch("".join(text.split()))
    return written is not None and written[1][2] >= "2"


def read_organisation_number(text: str) -> OrganisationNumber | OrganisationFault:
    """Read an organisation number with or without hyphen, spaces or the prefix 16."""
    tidy = "".join(text.split())
    if not tidy:
        return OrganisationFault(OrganisationFaultReason.EMPTY)
    written = _WRITTEN.fullmatch(tidy)
    if written is None:
        return OrganisationFault(OrganisationFaultReason.BAD_SHAPE)
    digits = written[1] + written[2]
    return _fault(digits) or OrganisationNumber(digits)


def shown_organisation(number: OrganisationNumber) -> str:
    """Give the number as it is read: 232100-0131."""
    return f"{number.value[:6]}-{number.value[6:]}"


def read_hsa_id(text: str) -> HsaId | OrganisationFault:
    """Read an HSA-id: SE, ten digits, hyphen, then at least one letter or digit; 31 at most."""
    tidy = text.strip()
    if not tidy:
        return OrganisationFault(OrganisationFaultReason.EMPTY)
    if len(tidy) > _HSA_LONGEST:
        return OrganisationFault(OrganisationFaultReason.TOO_LONG)
    written = _HSA_ID.fullmatch(tidy)
    if written is None:
        return OrganisationFault(OrganisationFaultReason.BAD_SHAPE)
    return _fault(written[1]) or HsaId(tidy)


def _fault(digits: str) -> OrganisationFault | None:
    if not digits_close(digits):
        return OrganisationFault(OrganisationFaultReason.CHECK_DIGIT)
    # A third digit below 2 is a month: the number of a sole trader, which is a person's.
    if digits[2] < "2":
        return OrganisationFault(OrganisationFaultReason.PERSONAL_NUMBER)
    return None
