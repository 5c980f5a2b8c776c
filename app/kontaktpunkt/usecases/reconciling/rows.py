"""What the screen for reconciling gets: a page of findings, each ready to read and to settle."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.reconciliation import (
    Difference,
    FindingDecision,
    FindingKind,
    SourceReconciled,
)
from kontaktpunkt.domain.overview import LineFlaw, Piece
from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.domain.times import Instant


class Settled(Struct, frozen=True, kw_only=True):
    """How a finding was settled, when and by whom."""

    decision: FindingDecision
    at: Instant
    by_name: str = ""


class FindingRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One finding as this user may see it; a masked one has neither name, number nor text.

    `text` is what stood in the overview. `answered` says that our own list answers it by now.
    `perhaps` are the numbers of unread findings that may be this person (for somebody gone).
    `before` is how the same thing was settled in an earlier round. `aside`: it needs no answer, for
    it is about somebody who has left and was not in hospital by our list (`case` is her latest).
    """

    no: int
    kind: FindingKind
    case: UUID | None = None
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False
    is_known: bool = False
    hospital: str = ""
    ward: str = ""
    differences: tuple[Difference, ...] = ()
    says: tuple[Piece, ...] = ()
    doubts: tuple[Piece, ...] = ()
    text: str = ""
    line: int | None = None
    flaw: LineFlaw | None = None
    perhaps: tuple[int, ...] = ()
    can_take_over: bool = False
    says_deceased: bool = False
    answered: bool = False
    aside: bool = False
    settled: Settled | None = None
    before: Settled | None = None

    @property
    def is_open(self) -> bool:
        """Say whether somebody must still settle it."""
        return self.settled is None and not self.answered and not self.aside


class RoundPage(Struct, frozen=True, kw_only=True):
    """One round: what was compared when and by whom, what was found, what is left.

    `stated` is how many people the overview itself says that it holds; `unused` are headings and
    statuses that were not understood; `passed_over` lines about nobody. `others` are about people
    who have left and were not in hospital by our list: they need no answer, but are seen.
    """

    round: UUID
    system: str
    at: Instant
    by_name: str
    findings: tuple[FindingRow, ...]
    others: tuple[FindingRow, ...] = ()
    headings: tuple[Piece, ...] = ()
    unused: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    stated: int | None = None
    people: int = 0
    signed: SourceReconciled | None = None
    signed_at: Instant = Instant(0)
    signed_by_name: str = ""

    @property
    def left(self) -> int:
        """Count what must still be settled."""
        return sum(1 for finding in self.findings if finding.is_open)


class RoundStamp(Struct, frozen=True, kw_only=True):
    """The last time that our list was reconciled with the region's system."""

    stamp: SourceReconciled
    at: Instant
    by_name: str = ""
    round: UUID | None = None
