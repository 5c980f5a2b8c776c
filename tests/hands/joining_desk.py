"""A desk's answers about who may be the same: what the test says, and what was asked."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from uuid import UUID

from kontaktpunkt.domain.joining.comparing import COMPARED, PersonSide, agreement
from kontaktpunkt.usecases.joining.rows import Comparison, JoiningOffer


class JoiningInMemory:
    """Offers what a test has put there, and compares the sides that it gives."""

    joining: tuple[JoiningOffer, ...] = ()
    here: PersonSide = PersonSide()

    def joining_offers(self, case: UUID) -> tuple[JoiningOffer, ...]:
        del case
        return self.joining

    def joining_by_number(self, person: UUID, number_text: str) -> JoiningOffer | None:
        del person, number_text
        return next(iter(self.joining), None)

    def compare_joining(self, offer: JoiningOffer) -> Comparison | None:
        sides = (self.here, offer.side)
        said = ((field, agreement(field, *sides)) for field in COMPARED)
        return Comparison(
            offer=offer,
            sides=sides,
            cases=((), ()),
            agreements={field: how for field, how in said if how is not None},
        )
