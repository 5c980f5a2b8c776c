"""What a unit and a contact of the register are: names, kinds, numbers and areas."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class UnitKind(StrEnum):
    """Kinds of unit that somebody can belong to with us."""

    HOME_CARE_GROUP = "home_care_group"
    SPECIAL_HOUSING = "special_housing"
    DISABILITY_SUPPORT = "disability_support"
    SHORT_TERM = "short_term"
    PRIVATE_PROVIDER = "private_provider"
    HEALTH_CENTRE = "health_centre"
    WARD = "ward"
    OTHER = "other"


class ContactRole(StrEnum):
    """What somebody answers for at a unit."""

    UNIT_MANAGER = "unit_manager"
    NURSE = "nurse"
    THERAPIST = "therapist"
    CASEWORKER = "caseworker"
    NAMED_CARE_CONTACT = "named_care_contact"
    OTHER = "other"


class AreaKind(StrEnum):
    """What an address area is told by: a postal code, or the name of a street or place."""

    POSTAL_CODE = "postal_code"
    NAME = "name"


class AddressArea(Struct, frozen=True, order=True):
    """A part of the municipality that a unit answers for.

    A postal code is three to five digits (a beginning counts) or two whole ones with a hyphen
    between; a name is a street, a street with house numbers ("Storgatan 1-20"), a place, or a
    street in a place ("Storgatan i Vinninga").
    """

    kind: AreaKind
    text: str


class UnitFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the register says about a unit."""

    name: str
    unit_kind: UnitKind = UnitKind.OTHER
    phones: tuple[str, ...] = ()
    areas: tuple[AddressArea, ...] = ()


class ContactFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the register says about somebody to ring: who, as what, where, by which numbers."""

    name: str
    role: ContactRole = ContactRole.OTHER
    phones: tuple[str, ...] = ()
    units: tuple[UUID, ...] = ()


class Upkeep(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who keeps a line of the register true, when it was last checked, and until when it is good.

    Days in Sweden.
    """

    owner: str = ""
    verified_on: date | None = None
    best_before: date | None = None


class CallTestOutcome(StrEnum):
    """What came of ringing a number to see that it holds (provringning)."""

    ANSWERED = "answered"
    WRONG_NUMBER = "wrong_number"
    NO_ANSWER = "no_answer"
