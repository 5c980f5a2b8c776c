"""What somebody is to look at about a person at home, as it stands."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant


class Concern(Struct, frozen=True, kw_only=True):
    """One concern: what was seen, who looks by when, and what came of it once it is settled."""

    concern: UUID
    about: ConcernKind
    text: str
    to: Receiver
    due: date
    raised_at: Instant
    raised_by: UUID | None = None
    settled_at: Instant | None = None
    settled_by: UUID | None = None
    outcome: str = ""


class ConcernState(Struct, frozen=True, kw_only=True):
    """All concerns about one person, in the order that they were raised."""

    concerns: tuple[Concern, ...] = ()
    frozen: bool = False

    @property
    def open_ones(self) -> tuple[Concern, ...]:
        """Give those that nobody has settled, the soonest due first."""
        standing = (one for one in self.concerns if one.settled_at is None)
        return tuple(sorted(standing, key=lambda one: (one.due, one.raised_at)))

    @property
    def latest_at(self) -> Instant:
        """Give when anything was last said."""
        said = (max(one.raised_at, one.settled_at or Instant(0)) for one in self.concerns)
        return max(said, default=Instant(0))
