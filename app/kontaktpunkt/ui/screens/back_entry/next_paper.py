"""Which paper of a stop is entered next, and how many there are."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage
from kontaktpunkt.usecases.outages.rows import OutagePage, OutageSheetLine

_ALL_ENTERED: Final = "Alla blad i stoppet är införda."
_NOT_AT_HAND: Final = (SheetStage.MISSING, SheetStage.NOT_ON_PAPER)


def next_of(stop: OutagePage, page: SheetEntryPage) -> tuple[UUID | None, str]:
    """Give the next paper that is left to enter, by number after this one; and what is said."""
    left = [line for line in stop.lines if _is_left(line) and line.sheet != page.sheet]
    left.sort(key=lambda line: (line.number < page.number, line.number))
    done = entered_words(page)
    if left:
        return left[0].sheet, f"{done} {len(left)} kvar att införa.".strip()
    return None, f"{done} {_ALL_ENTERED}".strip()


def entered_words(page: SheetEntryPage) -> str:
    """Say that a paper was entered; nothing of one that was passed by."""
    return f"Införd: {page.form.number} nr {page.number_shown}." if page.is_entered else ""


def _is_left(line: OutageSheetLine) -> bool:
    """Say whether what stands on a paper is still to be entered."""
    return not line.is_settled and not line.is_entered and line.stage not in _NOT_AT_HAND
