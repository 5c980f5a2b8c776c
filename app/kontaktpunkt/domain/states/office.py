"""What staff and the policy are after all their events."""

from msgspec import Struct

from kontaktpunkt.domain.profile.own_values import OwnValue
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states.contingency import ContingencyState
from kontaktpunkt.domain.times import Instant


class StaffState(Struct, frozen=True, kw_only=True):
    """A member of staff."""

    name: str = ""
    role: Role = Role.CONTACT_POINT
    unit: str = ""


class PolicyState(Struct, frozen=True, kw_only=True):
    """Which municipality and profile the store was founded for, and its own dated values."""

    municipality: str = ""
    profile: str = ""
    demo: bool = False
    founded_at: Instant | None = None
    own_values: tuple[OwnValue, ...] = ()
    recovery_printed_at: Instant | None = None
    contingency: ContingencyState = ContingencyState()
