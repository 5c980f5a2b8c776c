"""What staff, papers and the policy are after all their events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetIssued
from kontaktpunkt.domain.profile.own_values import OwnValue
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant


class StaffState(Struct, frozen=True, kw_only=True):
    """A member of staff."""

    name: str = ""
    role: Role = Role.CONTACT_POINT
    unit: str = ""


class SheetState(Struct, frozen=True, kw_only=True):
    """A numbered paper."""

    issued: SheetIssued | None = None
    issued_at: Instant = Instant(0)
    issued_by: UUID | None = None
    voided_at: Instant | None = None


class PolicyState(Struct, frozen=True, kw_only=True):
    """Which municipality and profile the store was founded for, and its own dated values."""

    municipality: str = ""
    profile: str = ""
    demo: bool = False
    founded_at: Instant | None = None
    own_values: tuple[OwnValue, ...] = ()
    recovery_printed_at: Instant | None = None
