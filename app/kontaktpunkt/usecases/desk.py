"""The desk: all that a screen or a command may ask of the program, for one user at one store."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.reconciliation import FindingDecision
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import PolicyState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.answers import (
    Changed,
    Done,
    Fate,
    FateKind,
    FolderLook,
    HandEntry,
    IssuedPaper,
    PaperPreview,
    PersonHit,
    PhoneLine,
    SetAsidePage,
    StoreInfo,
)
from kontaktpunkt.usecases.round_rows import RoundPage, RoundStamp
from kontaktpunkt.usecases.rows import (
    CasePage,
    CaseRow,
    InboxCounts,
    InboxPage,
    InboxQuery,
    InboxRow,
    MessageCard,
    SearchHits,
    SheetRow,
    StaffRow,
)

__all__ = [
    "Changed",
    "Desk",
    "Done",
    "Fate",
    "FateKind",
    "FolderLook",
    "HandEntry",
    "IssuedPaper",
    "PaperPreview",
    "PersonHit",
    "PhoneLine",
    "SetAsidePage",
    "StoreInfo",
]


class Desk(Protocol):
    """What screens and commands ask; every call is short and runs on the clerk's lane.

    Acts answer Done when durable, or Refused with a reason; Unavailable is raised when the outside
    world says no. Identities that this user may not see come masked. What shows a person is
    written to the access log by the desk itself.
    """

    @property
    def me(self) -> StaffRow:
        """Give the active user."""
        ...

    def now(self) -> Instant:
        """Give the time that the desk goes by (fixed in the tour)."""
        ...

    def be(self, staff: UUID) -> StaffRow:
        """Change the active user."""
        ...

    def staff(self) -> tuple[StaffRow, ...]:
        """Give all staff by name."""
        ...

    def info(self) -> StoreInfo:
        """Give what the frame says about the store."""
        ...

    def profile(self) -> RuleProfile:
        """Give the rules in force."""
        ...

    def policy(self) -> PolicyState:
        """Give municipality, profile and own values."""
        ...

    def phone_line(self) -> PhoneLine:
        """Say whether the phone is open now and who answers otherwise."""
        ...

    def receivers(self) -> tuple[str, ...]:
        """Give the units that messages have been or can be handed to, by name."""
        ...

    # --- inbox -----------------------------------------------------------------------------
    def inbox(self, query: InboxQuery, start: int, count: int) -> InboxPage:
        """Give a page of a view."""
        ...

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        ...

    def counts(self, query: InboxQuery) -> InboxCounts:
        """Count all views for this user, and what is late."""
        ...

    def card(self, message: UUID) -> MessageCard | None:
        """Show one message; noted in the access log."""
        ...

    def original_text(self, message: UUID) -> str:
        """Give the original as text, as received; noted in the access log."""
        ...

    # --- acts ------------------------------------------------------------------------------
    def act(self, *commands: Command) -> Done | Refused:
        """Do it: all commands in one act, durable when this returns."""
        ...

    def undo(self) -> Done | Refused:
        """Take back my last act that can be taken back (Ctrl+Z)."""
        ...

    def take_in(self, name: str, data: bytes, carrier: Carrier) -> Fate:
        """Take one original in; total over any bytes."""
        ...

    def enter(self, hand: HandEntry) -> Done | Refused:
        """Enter a message by hand, or complete a set-aside one."""
        ...

    def set_aside_rows(self) -> tuple[InboxRow, ...]:
        """Give the set-aside originals that nobody has handled, newest first (1 000 at most)."""
        ...

    def set_aside(self, message: UUID) -> SetAsidePage | None:
        """Show a set-aside original; noted in the access log when a person was seen in it."""
        ...

    def try_again(self, message: UUID) -> Fate | Refused:
        """Read a set-aside original once more, with the readers of today."""
        ...

    # --- persons and cases -----------------------------------------------------------------
    def case(self, case: UUID) -> CasePage | None:
        """Show one case; noted in the access log."""
        ...

    def find_person(self, number_text: str) -> PersonHit | None:
        """Find a known person by a number as staff type it (for entry by hand)."""
        ...

    def read_number(self, number_text: str) -> PersonNumber | Refused:
        """Read a number as staff type it, or say why not."""
        ...

    def move_message(self, message: UUID, number_text: str, name: str) -> Done | Refused:
        """Move a message to the person with this number, making her known if she is not."""
        ...

    def search(self, text: str) -> SearchHits:
        """Find people, wards, phones, units; one access event with filter and count."""
        ...

    def in_hospital(self) -> tuple[CaseRow, ...]:
        """Give everybody in hospital, ready ones first; one access event with the count."""
        ...

    # --- reconciling ------------------------------------------------------------------------
    def compare_overview(self, data: bytes, system: str) -> RoundPage | Refused:
        """Compare a whole overview with our list: begins a round, noted in the access log."""
        ...

    def round_page(self, one_round: UUID) -> RoundPage | None:
        """Give a round as it stands now."""
        ...

    def open_round(self) -> RoundPage | None:
        """Give the round that is going on; noted in the access log."""
        ...

    def settle_findings(
        self, one_round: UUID, findings: tuple[int, ...], decision: FindingDecision
    ) -> Done | Refused:
        """Settle findings in one way; the last one signs the round in the same act."""
        ...

    def sign_round(self, one_round: UUID) -> Done | Refused:
        """Sign a round whose last findings our own list answers by now."""
        ...

    def last_reconciled(self) -> RoundStamp | None:
        """Say when our list was last reconciled, by whom and with what outcome."""
        ...

    # --- paper -----------------------------------------------------------------------------
    def forms(self) -> tuple[FormDefinition, ...]:
        """Give the forms that exist."""
        ...

    def preview(self, form: str, case: UUID | None) -> PaperPreview | Refused:
        """Show how a form would look, blank or for a case; takes no number."""
        ...

    def issue(
        self, form: str, case: UUID | None, *, saved: bool, purpose: str
    ) -> IssuedPaper | Refused:
        """Give a form its number, enter it in the register and make the paper."""
        ...

    def todays_list(self) -> PaperPreview:
        """Make today's list of people in hospital for printing (noted by `print_noted`)."""
        ...

    def print_noted(self, title: str, case: UUID | None, count: int) -> None:
        """Note in the access log that something was printed or saved."""
        ...

    def recovery_sheet(self) -> PaperPreview:
        """Make the recovery sheet of the store."""
        ...

    def sheets(self) -> tuple[SheetRow, ...]:
        """Give the register of numbered papers, newest first."""
        ...

    def page_images(self, pdf: bytes, dpi: int) -> Sequence[PageImage]:
        """Draw the pages of a PDF as pictures."""
        ...

    # --- drafts and preferences ------------------------------------------------------------
    def draft(self, subject: str, field: str) -> str:
        """Give my draft."""
        ...

    def keep_draft(self, subject: str, field: str, text: str) -> None:
        """Keep my draft; an empty text forgets it."""
        ...

    def preference(self, key: str) -> str:
        """Give something remembered for me."""
        ...

    def keep_preference(self, key: str, value: str) -> None:
        """Remember something for me."""
        ...

    def drop_folder(self) -> str:
        """Give the folder that this workstation watches for files ('' when none)."""
        ...

    def watch_folder(self, folder: str) -> None:
        """Watch this folder for files from now on; '' watches none."""
        ...

    def look_in_folder(self) -> FolderLook:
        """Take in the whole files of the drop folder and move them; asked every 15 s or so."""
        ...

    def change_mark(self) -> int:
        """Give a number that differs when another process has written."""
        ...
