"""Rows and pages of reports of deviations: frozen, flat, ready to paint or to print."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.clocks import CaseClock
from kontaktpunkt.domain.events.deviation import (
    DataConsent,
    DeviationContent,
    DeviationReportAnswered,
    DeviationReportSent,
)
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import TimelineEntry


class DeviationRow(Struct, frozen=True, kw_only=True):
    """One report in the list: what was not kept, by whom, how far it has come.

    `due` is the last day for the answer, None where it is not sent or nobody has confirmed a rule.
    `points` are codes of the profile. Without a case there is nobody that it is about.
    """

    report: UUID
    stage: DeviationStage
    written_at: Instant
    written_by_name: str = ""
    points: tuple[str, ...] = ()
    counterpart: str = ""
    counterpart_unit: str = ""
    happened_on: date | None = None
    consent: DataConsent = DataConsent.NOT_ASKED
    case: UUID | None = None
    person: UUID | None = None
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False
    paper: str = ""
    sent_at: Instant | None = None
    received_on: date | None = None
    due: date | None = None
    reminded_at: Instant | None = None
    answered_on: date | None = None
    ended_at: Instant | None = None

    def is_late(self, today: date) -> bool:
        """Say whether the other side is late with its answer."""
        waits = self.stage is DeviationStage.AWAITING
        return waits and self.due is not None and self.due < today

    @property
    def other_side(self) -> str:
        """Give principal and unit as one name."""
        return ", ".join(part for part in (self.counterpart, self.counterpart_unit) if part)


class NotedRow(Struct, frozen=True, kw_only=True):
    """A deviation that was noted in an open case and has no report yet."""

    deviation: UUID
    case: UUID
    at: Instant
    code: str = ""
    hospital: str = ""
    ward: str = ""
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False


class DeviationPage(Struct, frozen=True, kw_only=True):
    """What is ours to do first (write, send, follow up), then what others owe us, then the done."""

    at: Instant
    noted: tuple[NotedRow, ...] = ()
    to_send: tuple[DeviationRow, ...] = ()
    answered: tuple[DeviationRow, ...] = ()
    awaiting: tuple[DeviationRow, ...] = ()
    done: tuple[DeviationRow, ...] = ()

    def __iter__(self) -> Iterator[DeviationRow]:
        return iter((*self.to_send, *self.answered, *self.awaiting, *self.done))

    def late(self, today: date) -> int:
        """Count the answers that should have come before a day."""
        return sum(row.is_late(today) for row in self.awaiting)


class DeviationStanding(Struct, frozen=True, kw_only=True):
    """How many wait for us (to write, send, follow up), and how many answers are late: no names."""

    ours: int = 0
    late: int = 0


class DeviationPart(Struct, frozen=True, kw_only=True):
    """A word about one part of a report: a reminder, the closing, the withdrawal."""

    at: Instant
    by_name: str = ""
    text: str = ""


class DeviationCard(Struct, frozen=True, kw_only=True):
    """One report whole, as its reader may see it.

    `telling` names the parts of the text in which the person's name, number, address or phone
    stands though she has not agreed that it goes along.
    """

    row: DeviationRow
    content: DeviationContent
    noted: UUID | None = None
    telling: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    sent: DeviationReportSent | None = None
    answer: DeviationReportAnswered | None = None
    reminders: tuple[DeviationPart, ...] = ()
    followed_up: DeviationPart | None = None
    withdrawn: DeviationPart | None = None
    timeline: tuple[TimelineEntry, ...] = ()


class DeviationStart(Struct, frozen=True, kw_only=True):
    """What a new report begins with: what is known is filled in, nothing is sent by it.

    `broken` are the times of the case that the region did not keep, as grounds for the text.
    """

    content: DeviationContent
    case: UUID | None = None
    noted: UUID | None = None
    name: str = ""
    masked: bool = False
    protection: Protection = Protection.NONE
    broken: tuple[CaseClock, ...] = ()
    text: str = ""


class DeviationCount(Struct, frozen=True, kw_only=True):
    """A number of reports by what was not kept, by whom, or both; each with those behind it."""

    point: str = ""
    counterpart: str = ""
    reports: tuple[UUID, ...] = ()
    sent: tuple[UUID, ...] = ()
    answered: tuple[UUID, ...] = ()
    late: tuple[UUID, ...] = ()


class DeviationCounts(Struct, frozen=True, kw_only=True):
    """The reports of a period counted by point, by counterpart and by both.

    A report of several points stands under each of them; `every` counts it once. Those that were
    withdrawn are not counted.
    """

    at: Instant
    period: Period
    every: DeviationCount
    by_point: tuple[DeviationCount, ...] = ()
    by_counterpart: tuple[DeviationCount, ...] = ()
    by_both: tuple[DeviationCount, ...] = ()
