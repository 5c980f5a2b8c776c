"""A message that was made of a paper before, held against what the paper is entered as now."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.states import MessageState
from kontaktpunkt.usecases.answers import HandEntry
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.arriving.matching import is_hers, person_for
from kontaktpunkt.usecases.keeping.workroom import Workroom


class Made(Struct, frozen=True):
    """A message that a paper became: in which case, and how it stands where it was made before.

    `named` are the ids of all that the paper was of this kind, the latest first.
    """

    message: UUID | None
    case: UUID | None
    state: MessageState | None = None
    named: tuple[str, ...] = ()

    @property
    def is_matched(self) -> bool:
        """Say whether the same was found in the region's system."""
        return self.state is not None and self.state.matched_into is not None

    def is_other(self, room: Workroom, hand: HandEntry) -> bool:
        """Say whether an entry tells another time or person than this, found in the system."""
        taken = self.state.taken_in if self.state is not None else None
        if taken is None or not self.is_matched:
            return False
        numbers = hand.person.numbers
        hers = not numbers or is_hers(room, self.case, person_for(room, numbers))
        return hand.sent_at != taken.sent_at or not hers


def stands(state: MessageState) -> bool:
    """Say whether a message holds: nothing has corrected it or taken it away."""
    return not state.voided and state.corrected_by is None and state.cancelled_by is None


def says_the_same(before: Made, arrival: Arrival) -> bool:
    """Say whether an arrival says what was said before."""
    taken = before.state.taken_in if before.state is not None else None
    read = arrival.read
    return taken is not None and isinstance(read, Notice) and taken.digest == read.digest.hex()
