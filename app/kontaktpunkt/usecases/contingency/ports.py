"""What Nödläge is asked: the whole of a copy without any store, for its window and its command."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.contingency.rows import (
    CopyFound,
    CopyPage,
    CopyPaper,
    CopyStanding,
    CopyWish,
)


class ContingencyCopies(Protocol):
    """Keeps the copies fresh while all is well; asked on the clerk's lane."""

    def standing(self) -> CopyStanding:
        """Say how it is with the copies."""
        ...

    def keep(self, *, only_due: bool) -> CopyStanding:
        """Make the copies, or only those whose interval has passed."""
        ...

    def choose_passphrase(self, passphrase: str) -> CopyStanding:
        """Let a passphrase of their own open the copies, and make them anew."""
        ...

    def choose_folders(self, folders: tuple[str, ...]) -> CopyStanding:
        """Keep copies in these folders too, besides the one beside the store."""
        ...

    def take_logbooks(self) -> tuple[ContingencyUsed, ...]:
        """Give the ledger what Nödläge wrote down while the store was away: each line once."""
        ...


class ContingencyRoom(Protocol):
    """One use of a copy: found, opened by key ring or passphrase, shown, printed, noted.

    What cannot be noted is said in `told` and never stops anybody: here the paper comes first.
    """

    def now(self) -> Instant:
        """Give the present."""
        ...

    def look(self) -> CopyFound:
        """Say which copy there is; without `made_at` there is none that can be used."""
        ...

    def open(self, passphrase: str, name: str, *, exercise: bool) -> CopyPage:
        """Open the copy for somebody and note that; the list is shown with it.

        Raises Unavailable: WRONG_KEY, KEY_MISSING, NO_STORE where there is no copy.
        """
        ...

    def told(self) -> tuple[str, ...]:
        """Say what must be told of what could not be written so far."""
        ...

    def show(self, case: UUID) -> None:
        """Note that somebody was looked at."""
        ...

    def everything(self) -> CopyWish:
        """Give what is put on paper when everything is."""
        ...

    def preview(self, wish: CopyWish) -> CopyPaper:
        """Show what would be put on paper; takes no number."""
        ...

    def make(self, wish: CopyWish, medium: SheetMedium) -> CopyPaper:
        """Put on paper: numbers are taken before, and noted after."""
        ...

    def note_out(self, sheets: Sequence[UUID], *, out: bool) -> None:
        """Note of papers that were made that they did not come out; or, later, that they did."""
        ...

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        ...

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page, counted from 0, as a picture."""
        ...

    def end(self) -> None:
        """Note that the copy is closed again."""
        ...
