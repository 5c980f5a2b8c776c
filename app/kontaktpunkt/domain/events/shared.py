"""Events that any subject may carry."""

from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body


class ActTakenBack(Body, frozen=True):
    """Somebody took back an act (ångra): its events on this subject lose their effect."""

    act: UUID
