"""What a case is after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind, Noticed
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.staff import OnWord, Receiver
from kontaktpunkt.domain.states.care_request import DecisionState, Departure
from kontaktpunkt.domain.states.clock import ClockFacts
from kontaktpunkt.domain.states.emergency import EmergencyState
from kontaktpunkt.domain.states.homecoming import Homecoming
from kontaktpunkt.domain.states.joining import Ties
from kontaktpunkt.domain.states.meeting import ReviewState
from kontaktpunkt.domain.states.plan import PlanMeeting
from kontaktpunkt.domain.states.short_term import ShortTermState
from kontaktpunkt.domain.states.weekend import WeekendState
from kontaktpunkt.domain.times import Instant


class Fact(Struct, frozen=True):
    """Something that a message said about the case, and when it came to us."""

    noted_at: Instant
    body: Noticed


class StepState(Struct, frozen=True):
    """A planning step: done or not, by whom, on whose word, when."""

    step: str
    done: bool
    by: UUID | None
    at: Instant
    on_word: OnWord | None = None


class DocumentationItem(Struct, frozen=True):
    """Something to document in the region's system, with its text; `documented_at` when ticked."""

    item: UUID
    system: str
    text: str
    due_since: Instant
    documented_at: Instant | None = None
    documented_by: UUID | None = None


class CaseState(Struct, frozen=True, kw_only=True):
    """One stay or matter: what was said about it and what we did.

    `facts` holds everything that messages said, in order of arrival, also what was later replaced
    or cancelled; `stay.current` says what holds. `voided`: what opened the case was taken back and
    nothing else stands in it; it stays readable and is not open. `departures` are the times that we
    sent the person to hospital. `twins` are messages that are one with the one from a paper.
    `doubled`: a paper was entered at two desks apart; of each pair the second message holds.
    """

    person: UUID | None = None
    case_kind: CaseKind = CaseKind.INPATIENT
    opened_at: Instant = Instant(0)
    stay_ids: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    moved_away: frozenset[UUID] = frozenset()
    clock_facts: ClockFacts = ClockFacts()
    responsible: UUID | None = None
    receiver: Receiver | None = None
    steps: tuple[StepState, ...] = ()
    documentation: tuple[DocumentationItem, ...] = ()
    emergency: EmergencyState = EmergencyState()
    departures: tuple[Departure, ...] = ()
    primary_care: DecisionState | None = None
    homecoming: Homecoming = Homecoming()
    reviews: tuple[ReviewState, ...] = ()
    plan_meetings: tuple[PlanMeeting, ...] = ()
    weekend: WeekendState | None = None
    short_term: ShortTermState = ShortTermState()
    twins: tuple[SheetTwinMatched, ...] = ()
    doubled: tuple[tuple[UUID, UUID], ...] = ()
    closed_at: Instant | None = None
    ties: Ties = Ties()
    voided: bool = False
    frozen: bool = False
