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

    def joining_by_number(self, person: UUID, number_text: str) -> JoiningOffer | None:
        """Offer whom a number belongs to, said to be the number of a person; None when nobody.

        Nor two who cannot be one, nor whom this user may not see. Noted in the access log.
        """
        ...

    def compare_joining(self, offer: JoiningOffer) -> Comparison | None:
        """Put both sides of an offer beside each other; noted in the access log as reading both."""
        ...
