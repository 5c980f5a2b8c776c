"""What screens ask of short stays: the board of places, the queue, decisions, papers."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.commands import (
    ApplyForShortTerm,
    AskManagerOnCall,
    GrantShortTerm,
    ListPlace,
    OccupyPlace,
    ReservePlace,
)
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.answers import Done, PaperPreview
from kontaktpunkt.usecases.short_term.rows import (
    ForWhom,
    PlaceCard,
    ShortTermCase,
    ShortTermPage,
    ShortTermPaper,
)


class ShortTerm(Protocol):
    """What screens ask of places and short stays; other wishes go through `act`.

    A draft is a wish in which the desk itself fills in ids, case, person and how long it holds;
    what stands there in it counts for nothing.
    """

    def short_term(self) -> ShortTermPage:
        """Give the board with all that waits; noted in the access log as a list."""
        ...

    def short_term_waiting(self) -> tuple[Instant, ...]:
        """Give until when each decision that waits for the caseworker holds."""
        ...

    def short_term_validity(self) -> tuple[Instant, bool | None]:
        """Give until when a decision made now holds, and whether caseworkers are at work now."""
        ...

    def short_term_place(self, place: UUID) -> PlaceCard | None:
        """Show one place with its history; who is there is noted as read."""
        ...

    def short_term_case(self, case: UUID) -> ShortTermCase | None:
        """Show what a case says of short stays; noted in the access log as read."""
        ...

    def short_term_paper(
        self, paper: ShortTermPaper, case: UUID | None = None
    ) -> PaperPreview | None:
        """Make one of the papers; a decision is that of a case, its latest."""
        ...

    def list_place(self, draft: ListPlace) -> Done | Refused:
        """Put a new place on the board."""
        ...

    def place_person(self, whom: ForWhom, draft: OccupyPlace) -> Done | Refused:
        """Let somebody have a place; the one she had before is left in the same act."""
        ...

    def reserve_place(self, draft: ReservePlace) -> Done | Refused:
        """Hold a place."""
        ...

    def apply_for_short_term(self, whom: ForWhom, draft: ApplyForShortTerm) -> Done | Refused:
        """Put somebody in the queue; who has no open case gets one."""
        ...

    def grant_short_term(self, whom: ForWhom, draft: GrantShortTerm) -> Done | Refused:
        """Grant a place outside office hours until the next weekday's forenoon."""
        ...

    def ask_manager_on_call(self, whom: ForWhom, draft: AskManagerOnCall) -> Done | Refused:
        """Note that the manager on call was asked."""
        ...
