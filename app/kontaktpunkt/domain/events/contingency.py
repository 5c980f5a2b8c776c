"""What happens around the contingency copy (nödläge): used while we were down, and tried."""

from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import Instant


class ContingencyUsed(Body, frozen=True, kw_only=True):
    """The ledger took over what the logbook of one use of the copy says, up to so many lines.

    `outage` is the stop that its papers belong to; none for an exercise or where none was given.
    """

    session: UUID
    began: Instant
    ended: Instant
    lines: int = 0
    name: str = ""
    sheets: int = 0
    persons: int = 0
    copy_made_at: Instant | None = None
    by_passphrase: bool = False
    exercise: bool = False
    outage: UUID | None = None


class ContingencyTried(Body, frozen=True, kw_only=True):
    """Somebody opened the copy with the passphrase from the downtime binder, to see that it works.

    The passphrase was sealed again afterwards.
    """

    note: str = ""
