"""What screens ask about persons and stays that may have been met twice."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.joining.rows import Comparison, JoiningOffer


class Joining(Protocol):
    """What screens ask about persons and stays that may have been met twice.

    Joining and keeping apart are wishes like all others: `act(JoinPersons(…))`.
    """

    def joining_offers(self, case: UUID) -> tuple[JoiningOffer, ...]:
        """Give who and what may be the same as the person and the stay of a case.

        First what is joined already, then what is offered. Whom this user may not see is left out.
        """
        ...

    def compare_joining(self, offer: JoiningOffer) -> Comparison | None:
        """Put both sides of an offer beside each other; noted in the access log as reading both."""
        ...
