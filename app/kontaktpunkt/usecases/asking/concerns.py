"""What screens ask about persons at home whom somebody is to look at."""

from typing import Protocol

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import Done, PaperPreview
from kontaktpunkt.usecases.concerns.rows import ConcernPage, Seen


class Concerns(Protocol):
    """What screens ask about persons at home whom somebody is to look at."""

    def concerns(self) -> ConcernPage:
        """Give what waits and what was settled lately; one access event with the count."""
        ...

    def raise_concern(self, seen: Seen) -> Done | Refused:
        """Note what was seen, making the person known if she is not."""
        ...

    def concern_paper(self) -> tuple[PaperPreview, int]:
        """Make the list for paper, and say how many stand on it; protected ones masked."""
        ...
