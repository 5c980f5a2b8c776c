"""What is known of the contingency copy (nödläge): which logbooks are in, when it was tried."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.times import Instant


class ContingencyState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The uses of the copy that the ledger knows, in order, and the last time it was tried."""

    uses: tuple[ContingencyUsed, ...] = ()
    tried_at: Instant | None = None
    tried_by: UUID | None = None
    tried_note: str = ""

    def lines_of(self, session: UUID) -> int:
        """Say how many lines of a use's logbook the ledger has."""
        return max((one.lines for one in self.uses if one.session == session), default=0)
