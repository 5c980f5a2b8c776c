"""What screens show where a person or a stay may have been met twice: offers and comparisons."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.joining.comparing import Agreement, PersonSide
from kontaktpunkt.domain.joining.offers import SamePerson, SameStay
from kontaktpunkt.usecases.rows import CaseRow


class JoiningOffer(Struct, frozen=True, kw_only=True):
    """Somebody or some stay that may be the same as the one on show, or that was joined with it.

    `cases` are set where two cases of one person are meant; else two persons are. `side` is the
    other person as far as she may be seen.
    """

    person: UUID
    other_person: UUID
    side: PersonSide
    reason: SamePerson | SameStay | None = None
    cases: tuple[UUID, UUID] | None = None
    other_case: CaseRow | None = None
    joined: bool = False


class Comparison(Struct, frozen=True, kw_only=True):
    """An offer in full: both sides with their cases, and how each field agrees."""

    offer: JoiningOffer
    sides: tuple[PersonSide, PersonSide]
    cases: tuple[tuple[CaseRow, ...], tuple[CaseRow, ...]]
    agreements: dict[str, Agreement]
