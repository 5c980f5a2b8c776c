"""What happens to a numbered paper after it was given out, until the system holds what it says."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class EnteredValue(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stood in one field of a paper, under the label that the field had then.

    `text` as it was written, `ticked` of a box, `chosen` the keys of the boxes of a choice, `rows`
    of a table.
    """

    key: str
    label: str
    text: str = ""
    ticked: bool = False
    chosen: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class SheetEntered(Body, frozen=True, kw_only=True):
    """What stands on a paper was entered, whole and as written; the envelope says when it happened.

    `for_whom`: who filled the paper in, when that was not who enters it. `messages` are what was
    made of it. `not_understood` names the fields that could not be read and are kept as text only.
    The latest entry holds; earlier ones stay readable. `second_eyes`: somebody else is to check it.
    `set_aside`: it tells of somebody who could not be placed, and lies among what was not read.
    """

    form: str
    form_version: str
    values: tuple[EnteredValue, ...]
    for_whom: OnWord | None = None
    case: UUID | None = None
    person: UUID | None = None
    messages: tuple[UUID, ...] = ()
    not_understood: tuple[str, ...] = ()
    second_eyes: bool = False
    set_aside: UUID | None = None


class SheetEntryChecked(Body, frozen=True, kw_only=True):
    """Somebody else than who entered a paper has held the entry against it."""

    note: str = ""


class PaperNoted(Body, frozen=True, kw_only=True):
    """What stands on a numbered paper was noted in a case, as labels and values in its order."""

    sheet: UUID
    form: str
    number: str
    text: str


class SheetTwinMatched(Body, frozen=True, kw_only=True):
    """An electronic message is the same as the one from a paper: from now on the two are one.

    `paper` is the message that was made of the sheet, `told_at` when the region told us by that.
    It stands on the sheet, on both messages and on their cases.
    """

    sheet: UUID
    number: str
    message: UUID
    paper: UUID
    told_at: Instant | None = None


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
