"""What was read out of a whole ärendeöversikt: a line for each person, and what was not read."""

from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.times import Instant


class OverviewField(StrEnum):
    """What a column or label of an overview is about, and what two lists can differ in.

    `READY_SENT` is when the readiness notice was sent, `READY_SINCE` any other time of readiness:
    only the first may start the payment clock (lag 2017:612 5 kap. 4 §).
    """

    NUMBER = "number"
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    PLACE = "place"
    HOSPITAL = "hospital"
    WARD = "ward"
    ADMITTED = "admitted"
    EXPECTED_DISCHARGE = "expected_discharge"
    READY_SINCE = "ready_since"
    READY_SENT = "ready_sent"
    DISCHARGED = "discharged"
    STATUS = "status"
    LEAVE = "leave"


class OverviewStatus(StrEnum):
    """How far somebody has come, as the region's system says it."""

    IN_HOSPITAL = "in_hospital"
    READY = "ready"
    NOT_READY = "not_ready"
    ON_LEAVE = "on_leave"
    DISCHARGED = "discharged"
    DECEASED = "deceased"


class LineFlaw(StrEnum):
    """Why a line of an overview is left for the hand; nothing in it has been guessed."""

    NO_NUMBER = "no_number"
    BAD_NUMBER = "bad_number"
    SEVERAL_NUMBERS = "several_numbers"
    REPEATED = "repeated"
    NO_PLACE_FOR_IT = "no_place_for_it"


class OverviewMoment(Struct, frozen=True, omit_defaults=True):
    """A time in an overview (µs UTC); without a clock only its day was said, and it stands at noon.

    A day alone is compared as a day.
    """

    at: Instant
    has_clock: bool = True


class Piece(Struct, frozen=True):
    """A piece of an overview, as it stood there, and what it was read as."""

    field: OverviewField
    text: str


class OverviewLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an overview says about one person; empty means not said.

    `line` counts from 1 in the text and `text` is all that stood there. `pieces` are what it was
    read from, `doubts` the pieces that were meant for a field but could not be understood.
    `says_not_ready` tells that a column for readiness was there and empty, or said no.
    """

    line: int
    text: str
    number: PersonNumber
    name: str = ""
    family_name: str = ""
    given_name: str = ""
    hospital: str = ""
    ward: str = ""
    admitted: OverviewMoment | None = None
    expected_discharge: OverviewMoment | None = None
    ready_since: OverviewMoment | None = None
    ready_is_sent: bool = False
    discharged: OverviewMoment | None = None
    status: OverviewStatus | None = None
    on_leave: bool = False
    says_not_ready: bool = False
    protected: bool = False
    pieces: tuple[Piece, ...] = ()
    doubts: tuple[Piece, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Say whether the overview calls the person ready for discharge."""
        return self.ready_since is not None or self.status is OverviewStatus.READY

    @property
    def has_left(self) -> bool:
        """Say whether the overview says that the person is no longer in hospital."""
        gone = (OverviewStatus.DISCHARGED, OverviewStatus.DECEASED)
        return self.status in gone or self.discharged is not None


class UnreadLine(Struct, frozen=True, kw_only=True):
    """A line that is left for the hand: where, what stood there, and why."""

    line: int
    text: str
    flaw: LineFlaw


class Overview(Struct, frozen=True, kw_only=True):
    """A whole overview as it was read.

    `headings` are the columns or labels that were understood, `unused` those that were not;
    `passed_over` are lines about nobody (page numbers, totals, titles). `stated_count` is how many
    the overview says that it holds, where it says so.
    """

    lines: tuple[OverviewLine, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    headings: tuple[Piece, ...] = ()
    unused: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    stated_count: int | None = None
