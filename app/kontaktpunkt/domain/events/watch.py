"""What happens when somebody looks in the region's inbox (bevakning)."""

from kontaktpunkt.domain.ledger.body import Body


class InboxWatched(Body, frozen=True, kw_only=True):
    """Somebody looked in the inbox of the region's system for a municipality (bevakat).

    `found_new` says that there was something new, which is then written in here. The envelope says
    who looked and when.
    """

    system: str
    municipality: str
    found_new: bool
    note: str = ""
