"""What is known about a person: numbers, name, address, and how protected the identity is."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class NumberKind(StrEnum):
    """Kinds of number that people go by (folkbokföringslag 1991:481 18 §, lag 2022:1697 2:8)."""

    PERSONAL = "personal"
    COORDINATION = "coordination"
    NATIONAL_RESERVE = "national_reserve"
    LOCAL_RESERVE = "local_reserve"
    FOREIGN = "foreign"
    UNCHECKED = "unchecked"


class Sex(StrEnum):
    """Sex as far as a number or a message says it."""

    WOMAN = "woman"
    MAN = "man"


class Protection(StrEnum):
    """How the Tax Agency protects an identity (OSL 22 kap. 1 §; folkbokföringslag 16 §)."""

    NONE = "none"
    SECRECY_MARKING = "secrecy_marking"
    PROTECTED_REGISTRATION = "protected_registration"
    ASSUMED_IDENTITY = "assumed_identity"


class PersonNumber(Struct, frozen=True, order=True):
    """A number somebody goes by.

    `value` is normalised: twelve characters without separator for Swedish kinds, as received
    (without spaces) for foreign and unchecked ones. `issuer` is a region or an OID where known.
    """

    kind: NumberKind
    value: str
    issuer: str = ""


class Address(Struct, frozen=True, omit_defaults=True):
    """A postal address in the lines that it was given."""

    lines: tuple[str, ...] = ()
    postal_code: str = ""
    city: str = ""
    country: str = ""
    kind: str = ""


class PersonFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one message or one colleague says about a person; empty means not said."""

    numbers: tuple[PersonNumber, ...] = ()
    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    sex: Sex | None = None
    addresses: tuple[Address, ...] = ()
    phone: str = ""
    protection: Protection = Protection.NONE
    home_municipality: str = ""
    deceased: bool = False


def full_name(facts: PersonFacts) -> str:
    """Give the name as one line, as staff read it."""
    return " ".join(part for part in (facts.given_name, facts.family_name) if part)
