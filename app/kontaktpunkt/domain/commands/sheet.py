"""What staff may want of a numbered paper after it was given out."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.sheet import EnteredValue
from kontaktpunkt.domain.staff import OnWord


class NoteSheetNotOnPaper(Command, frozen=True, kw_only=True):
    """Note that a paper never came out of the printer, or was never saved."""

    sheet: UUID
    note: str = ""


class NoteSheetPrinted(Command, frozen=True, kw_only=True):
    """Note that a paper which had not come out is out now."""

    sheet: UUID


class FillInSheet(Command, frozen=True, kw_only=True):
    """Note that a paper has been filled in."""

    sheet: UUID
    note: str = ""


class DocumentSheet(Command, frozen=True, kw_only=True):
    """Note that what our paper says has been documented in the region's system."""

    sheet: UUID
    system: str
    on_word: OnWord | None = None


class AwaitSender(Command, frozen=True, kw_only=True):
    """Note that what we were told waits for the hospital to document it."""

    sheet: UUID
    note: str = ""


class FindSheetAgain(Command, frozen=True, kw_only=True):
    """Note that what we were told was found in the region's system."""

    sheet: UUID
    system: str


class NoteSheetMissing(Command, frozen=True, kw_only=True):
    """Note that a number was looked for and not found."""

    sheet: UUID
    note: str = ""


class SignForMissing(Command, frozen=True, kw_only=True):
    """Sign for a missing number: why, and what was done about it."""

    sheet: UUID
    reason: str


class EnterSheet(Command, frozen=True, kw_only=True):
    """Enter what stands on a paper; `at` is when it happened, fields as in the event.

    `text` is noted in the case, where the paper becomes no message there.
    """

    sheet: UUID
    form_version: str
    values: tuple[EnteredValue, ...]
    for_whom: OnWord | None = None
    case: UUID | None = None
    person: UUID | None = None
    messages: tuple[UUID, ...] = ()
    not_understood: tuple[str, ...] = ()
    text: str = ""
    set_aside: UUID | None = None


class CheckSheetEntry(Command, frozen=True, kw_only=True):
    """Say that I have held somebody else's entry of a paper against the paper itself."""

    sheet: UUID
    note: str = ""


class MatchSheetTwin(Command, frozen=True, kw_only=True):
    """Say that an electronic message is the same as the one from a paper (samma meddelande)."""

    sheet: UUID
    message: UUID
