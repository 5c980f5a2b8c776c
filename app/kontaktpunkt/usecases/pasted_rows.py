"""What screens get about a copied text: the message that it is already, and wards seen before."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.times import Instant


class KnownAs(Struct, frozen=True, kw_only=True):
    """The message that a copied text is already: which, of what kind, in which case, since when."""

    message: UUID
    kind: MessageKind
    received_at: Instant
    case: UUID | None = None


class WardSeen(Struct, frozen=True, kw_only=True):
    """A ward that some message has named, with its hospital and phone."""

    hospital: str
    ward: str = ""
    phone: str = ""
