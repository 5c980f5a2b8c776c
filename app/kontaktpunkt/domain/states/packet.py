"""What a packet of papers is after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.packet import PacketMade
from kontaktpunkt.domain.times import Instant


class PacketState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A packet: what it was when it was made, by whom, and whether its paper is gone."""

    made: PacketMade | None = None
    made_at: Instant = Instant(0)
    made_by: UUID | None = None
    shredded_at: Instant | None = None
    shredded_by: UUID | None = None
    frozen: bool = False

    @property
    def lies_about(self) -> bool:
        """Say whether its paper is still somewhere."""
        return self.made is not None and self.shredded_at is None
