"""What is asked and answered when a numbered paper is entered: frozen, ready to paint."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import Instant


class SheetEntry(Struct, frozen=True, kw_only=True):
    """What somebody typed from a paper: values by field key, as they were written.

    `at` is when it happened, `for_whom` who filled the paper in, `case` the case that was chosen.
    `as_it_stands`: keep also what cannot be understood, as text (spara som det står).
    """

    sheet: UUID
    values: Mapping[str, PaperValue]
    at: Instant
    for_whom: OnWord | None = None
    case: UUID | None = None
    as_it_stands: bool = False


class TwinDifference(Struct, frozen=True):
    """What an electronic message says otherwise than the paper: the field's label and both."""

    label: str
    on_paper: str
    in_message: str


class SheetTwin(Struct, frozen=True, kw_only=True):
    """An electronic message that may be the same as a paper's, and in what they differ.

    `person` is empty for whom the user may not see; then no differences are told either.
    """

    message: UUID
    kind: MessageKind
    person: str
    sent_at: Instant | None
    received_at: Instant
    differences: tuple[TwinDifference, ...] = ()


class JoinedTwin(Struct, frozen=True, kw_only=True):
    """An electronic message that was joined with the paper's; `act` takes it back (ångra)."""

    message: UUID
    act: UUID
    kind: MessageKind | None = None
    sent_at: Instant | None = None
    told_at: Instant | None = None


class EarlierEntry(Struct, frozen=True, kw_only=True):
    """An entry that a later one took the place of: what it said, when, by whom."""

    values: Mapping[str, PaperValue]
    at: Instant
    noted_at: Instant
    by_name: str = ""
    for_whom: OnWord | None = None


class SheetEntryPage(Struct, frozen=True, kw_only=True):
    """A paper to enter, or as it was entered.

    `values` are by field key: those of the entry that holds, else what is known beforehand.
    `masked`: this user may not see who it is about, and gets no values. `at` is when it happened,
    as entered or proposed. `not_understood` are keys of fields kept as text only. `text` is ready
    to copy to the region's system. `asks_check`: somebody else is to hold the entry against the
    paper; `may_check` says that it may be this user. `messages` are what it became;
    `outage_day` is the day of the stop, where all of it lies within one.
    `set_aside` is what lies among what was not read, because nobody could tell who it is about.
    """

    sheet: UUID
    number: str
    number_shown: str
    form: FormDefinition
    direction: SheetDirection
    stage: SheetStage
    values: Mapping[str, PaperValue]
    at: Instant
    outage: UUID | None = None
    exercise: bool = False
    case: UUID | None = None
    person: UUID | None = None
    name: str = ""
    masked: bool = False
    for_whom: OnWord | None = None
    entered_at: Instant | None = None
    entered_by_name: str = ""
    not_understood: tuple[str, ...] = ()
    messages: tuple[UUID, ...] = ()
    set_aside: UUID | None = None
    outage_day: date | None = None
    earlier: tuple[EarlierEntry, ...] = ()
    twins: tuple[SheetTwin, ...] = ()
    joined: tuple[JoinedTwin, ...] = ()
    text: str = ""
    asks_check: bool = False
    may_check: bool = False
    checked_at: Instant | None = None
    checked_by_name: str = ""
    may_become: frozenset[SheetStage] = frozenset()

    @property
    def is_entered(self) -> bool:
        """Say whether anything was entered of it."""
        return self.entered_at is not None
