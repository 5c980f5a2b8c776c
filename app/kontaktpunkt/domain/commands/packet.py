"""What staff may want of a packet of papers for unstaffed time (helgpaket)."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.packet import PacketItem
from kontaktpunkt.domain.times import Instant


class MakePacket(Command, frozen=True, kw_only=True):
    """Note that a packet has been made; fields as in the event."""

    packet: UUID
    ends: Instant
    pages: int = 0
    supplement: int = 0
    of: UUID | None = None
    sha256: str = ""
    cases: tuple[UUID, ...] = ()
    items: tuple[PacketItem, ...] = ()


class ShredPacket(Command, frozen=True, kw_only=True):
    """Tick that the paper has been shredded."""

    packet: UUID
    note: str = ""
