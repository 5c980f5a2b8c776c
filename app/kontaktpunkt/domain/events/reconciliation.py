"""What happens in a round (avstämning) of our list against the region's system."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.overview import OverviewField
from kontaktpunkt.domain.times import Instant


class FindingKind(StrEnum):
    """What comparing the region's overview with our list of people in hospital found."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    UNREAD = "unread"
    SAME = "same"


class FindingDecision(StrEnum):
    """How a finding was settled."""

    TAKEN_OVER = "taken_over"
    AWAITS_MESSAGE = "awaits_message"
    OURS_KEPT = "ours_kept"
    GONE_HOME = "gone_home"
    STILL_HERE = "still_here"
    SEEN = "seen"
    ALL_SAME = "all_same"


class Difference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that our list and the overview say differently; empty means not said there.

    Times are µs UTC; `day_only` says that the overview told the day without a clock,
    `doubtful` that what stands in `theirs` could not be understood.
    """

    field: OverviewField
    ours: str = ""
    theirs: str = ""
    ours_at: Instant | None = None
    theirs_at: Instant | None = None
    day_only: bool = False
    doubtful: bool = False


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person of the comparison, or one line that could not be read.

    It holds no name and no number: those stand in the original, at `line` (from 1).
    """

    no: int
    kind: FindingKind
    line: int | None = None
    case: UUID | None = None
    person: UUID | None = None
    differences: tuple[Difference, ...] = ()


class OverviewCompared(Body, frozen=True, kw_only=True):
    """The region's whole overview was compared with our list; `original` is its hex SHA-256.

    `on` is the day in Sweden that times without a year were read on. `others` counts lines about
    people who have left and are not on our list.
    """

    system: str
    original: str
    on: date
    findings: tuple[Finding, ...] = ()
    others: int = 0


class FindingsSettled(Body, frozen=True, kw_only=True):
    """Somebody settled findings (by `Finding.no`); `messages` were made of what was taken over."""

    decision: FindingDecision
    findings: tuple[int, ...] = ()
    messages: tuple[UUID, ...] = ()


class SourceReconciled(Body, frozen=True, kw_only=True):
    """Our list has been reconciled with the region's system (avstämt): all findings are settled.

    `others` counts lines about people who have left and were not in hospital by our list.
    """

    system: str
    new: int = 0
    changed: int = 0
    gone: int = 0
    unread: int = 0
    same: int = 0
    others: int = 0
