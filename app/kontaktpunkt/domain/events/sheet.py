"""What happens to a numbered paper after it was given out, until the system holds what it says."""

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord


class SheetNotOnPaper(Body, frozen=True, kw_only=True):
    """A numbered paper never came out: the printer failed or was stopped, or no file was saved."""

    note: str = ""


class SheetPrintedAgain(Body, frozen=True, kw_only=True):
    """A paper that had not come out is out now, with the same number."""


class SheetFilledIn(Body, frozen=True, kw_only=True):
    """A paper has been filled in."""

    note: str = ""


class SheetDocumented(Body, frozen=True, kw_only=True):
    """What our paper says has been documented in the region's system; the envelope says when.

    `on_word`: the name of who did it, when that was not who notes it.
    """

    system: str
    on_word: OnWord | None = None


class SheetAwaitsSender(Body, frozen=True, kw_only=True):
    """What we were told by phone waits for the hospital to document it in the system."""

    note: str = ""


class SheetFoundAgain(Body, frozen=True, kw_only=True):
    """What we were told by phone was found in the region's system, documented by the sender."""

    system: str


class SheetMissing(Body, frozen=True, kw_only=True):
    """A number was looked for and not found, on paper or in the system."""

    note: str = ""


class SheetMissingSigned(Body, frozen=True, kw_only=True):
    """Somebody signs for a missing number, with what was done about it."""

    reason: str
