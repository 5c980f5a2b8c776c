"""Which paper of a stop is entered next, and how many there are."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.sheets.lines import is_unused
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage
from kontaktpunkt.usecases.outages.rows import OutagePage, OutageSheetLine

_ALL_ENTERED: Final = "Alla blad i stoppet är införda."
_ONLY_BLANK: Final = (
    "Inga fler ifyllda blad är noterade. Ute som tomma: {}. Skanna dem som är använda, och "
    "makulera resten i registret."
)
_NOT_AT_HAND: Final = (SheetStage.MISSING, SheetStage.NOT_ON_PAPER)


def next_of(stop: OutagePage, page: SheetEntryPage) -> tuple[UUID | None, str]:
    """Give the next paper that is left to enter, and what is said.

    Those that somebody has noted as filled in come first, then those given out for somebody, by
    number after this one. A blank that nobody has filled in is never opened: it is scanned.
    """
    left = [line for line in stop.lines if _is_left(line) and line.sheet != page.sheet]
    used = [line for line in left if not is_unused(line)]
    used.sort(
        key=lambda line: (
            line.stage is SheetStage.GIVEN_OUT,
            line.number < page.number,
            line.number,
        )
    )
    done, blank = entered_words(page), len(left) - len(used)
    if used:
        return used[0].sheet, f"{done} {len(used)} kvar att införa.".strip()
    if blank:
        return None, f"{done} {_ONLY_BLANK.format(blank)}".strip()
    return None, f"{done} {_ALL_ENTERED}".strip()


def entered_words(page: SheetEntryPage) -> str:
    """Say that a paper was entered; nothing of one that was passed by."""
    return f"Införd: {page.form.number} nr {page.number_shown}." if page.is_entered else ""


def _is_left(line: OutageSheetLine) -> bool:
    """Say whether what stands on a paper is still to be entered."""
    return not line.is_settled and not line.is_entered and line.stage not in _NOT_AT_HAND
