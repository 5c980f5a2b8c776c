"""What screens ask about who does what, and about the watch of the region's inbox."""

from typing import Protocol

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import Done
from kontaktpunkt.usecases.duty.rows import DutyPage, WatchPage


class DutyQuestions(Protocol):
    """What screens ask about who does what, and about the watch of the region's inbox."""

    def duty_page(self) -> DutyPage:
        """Give who does what, now and on each kind of day, with the days ahead."""
        ...

    def watch_page(self) -> WatchPage:
        """Give how the region's inbox is watched, and the days for which nobody is named."""
        ...

    def note_watched(self, *, found_new: bool, note: str = "") -> Done | Refused:
        """Stamp that I looked in the region's inbox now."""
        ...
