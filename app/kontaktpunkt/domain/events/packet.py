"""What happens to a packet of papers for unstaffed time (helgpaket)."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import Instant


class PacketItem(Struct, frozen=True):
    """A row of a packet: which, and a digest of its words, so that what is new can be told."""

    key: str
    digest: str


class PacketMade(Body, frozen=True, kw_only=True):
    """A packet was made, to be printed or saved: up to when, what stands in it, about whom.

    `supplement` counts the additions (tillägg) to `of`; the packet itself is 0. `sha256` is that
    of the PDF. `cases` are those whose people stand in it (PDL 3 kap. 11 §).
    """

    ends: Instant
    pages: int = 0
    supplement: int = 0
    of: UUID | None = None
    sha256: str = ""
    cases: tuple[UUID, ...] = ()
    items: tuple[PacketItem, ...] = ()


class PacketShredded(Body, frozen=True, kw_only=True):
    """Somebody has shredded the paper of a packet."""

    note: str = ""
