"""What the packet of a stop holds by rule: which forms filled in for whom, and how many blank."""

from enum import StrEnum

from msgspec import Struct


class PacketPeople(StrEnum):
    """For whom a form is filled in beforehand, by how far a stay has come."""

    IN_HOSPITAL = "in_hospital"
    EXPECTED = "expected"
    READY = "ready"
    CALLED_HOME = "called_home"


class PrefilledForm(Struct, frozen=True):
    """A form that is filled in beforehand for some people."""

    form: str
    people: PacketPeople


class BlankForms(Struct, frozen=True):
    """How many blank copies of a form lie in the packet."""

    form: str
    count: int
