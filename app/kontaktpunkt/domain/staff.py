"""Roles of staff, and to whom something can be handed."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class Role(StrEnum):
    """Who does what in the municipality (role table of the local routine)."""

    CONTACT_POINT = "contact_point"
    UNIT_MANAGER = "unit_manager"
    LICENSED_STAFF = "licensed_staff"
    CASEWORKER = "caseworker"
    SHORT_TERM_NURSE = "short_term_nurse"
    CARE_SAFETY_CENTRE = "care_safety_centre"
    ADMINISTRATOR = "administrator"


class Receiver(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """To whom a message or case is handed: a person, a unit or a role."""

    staff: UUID | None = None
    unit: str = ""
    role: Role | None = None


class OnWord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """On whose word something is noted, for staff who do not have the program."""

    name: str
    phone: str = ""


class WithUs(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who the person is with us: unit and the people to ring, by name and number (hos oss).

    `unit_id` is the unit in the register: what is empty here, the register says of it.
    `unknown_to_us`: somebody has looked, and she is not known here (okänd hos oss).
    """

    unit_id: UUID | None = None
    unknown_to_us: bool = False
    unit: str = ""
    unit_phone: str = ""
    unit_manager: str = ""
    unit_manager_phone: str = ""
    nurse: str = ""
    nurse_phone: str = ""
    therapist: str = ""
    therapist_phone: str = ""
    caseworker: str = ""
    caseworker_phone: str = ""
    named_care_contact: str = ""
    named_care_contact_phone: str = ""
