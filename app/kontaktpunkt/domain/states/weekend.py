"""What is decided of a person for a weekend, as it stands."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.weekend import WeekendDecided, WeekendSide
from kontaktpunkt.domain.times import Instant


class WeekendState(Struct, frozen=True, kw_only=True):
    """The last word on a weekend, with the names that stand behind it."""

    decided: WeekendDecided
    at: Instant
    by: UUID | None = None

    @property
    def awaited(self) -> tuple[WeekendSide, ...]:
        """Give those whose name is missing still."""
        named = {
            WeekendSide.UNIT_MANAGER: self.decided.unit_manager,
            WeekendSide.LICENSED: self.decided.licensed,
        }
        return tuple(side for side, name in named.items() if not name)
