"""What screens ask of back-entry (införande i efterhand) of numbered papers."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.answers import Done
from kontaktpunkt.usecases.back_entry.rows import SheetEntry, SheetEntryPage
from kontaktpunkt.usecases.outages.rows import OutageSheetLine


class BackEntry(Protocol):
    """What screens ask of back-entry; checked, and joined with a late message, by commands."""

    def sheet_entry(self, sheet: UUID) -> SheetEntryPage | None:
        """Give a paper to enter, or as it was entered; noted in the access log."""
        ...

    def find_sheet(self, typed: str, outage: UUID | None = None) -> OutageSheetLine | Refused:
        """Find a paper by its number as typed or scanned, or say what is wrong with the number."""
        ...

    def enter_sheet(self, entry: SheetEntry) -> Done | Refused:
        """Enter a paper: it becomes what a message would have, and is kept whole as written."""
        ...

    def document_sheets(
        self,
        sheets: Sequence[UUID],
        system: str,
        *,
        at: Instant | None = None,
        on_word: OnWord | None = None,
    ) -> Done | Refused:
        """Note of several papers in one act that they stand in the region's system.

        Ours as documented, what we were told by phone as found again; a refusal names the number.
        """
        ...
