"""Rows and pages that screens get: frozen, flat, ready to paint; never a database object."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.clocks import CaseClock
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.paper.on_paper import OnPaper
from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.domain.states import (
    DocumentationItem,
    Homecoming,
    MessageStage,
    MessageState,
    PersonState,
    PlanMeeting,
    StepState,
)
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.deviations import NotedDeviation
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine, EmergencyPage
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine
from kontaktpunkt.usecases.case_lines.short_term import ShortTermLine
from kontaktpunkt.usecases.case_lines.weekend import WeekendLine


class Mark(StrEnum):
    """Small marks on a row, each with its own word or shape."""

    PROTECTED = "protected"
    CORRECTED = "corrected"
    CANCELLED = "cancelled"
    CHANGES_EARLIER = "changes_earlier"
    CANCELS_EARLIER = "cancels_earlier"
    AWAITS_ANSWER = "awaits_answer"
    NOT_ACKNOWLEDGED = "not_acknowledged"
    SET_ASIDE = "set_aside"
    UNCHECKED_NUMBER = "unchecked_number"
    DECEASED = "deceased"
    MISDIRECTED = "misdirected"
    VOIDED = "voided"
    NEEDS_NEWER_PROGRAM = "needs_newer_program"


class DueReason(StrEnum):
    """Why a row has a time that *we* must keep."""

    UNTAKEN = "untaken"
    DEFERRED = "deferred"
    PLANNING_ANSWER = "planning_answer"


class InboxRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the inbox; `masked` says that the identity was hidden from this reader.

    `on_paper`: it came on a numbered paper too, or may have. `matched_into`: another message
    stands for this one, which came on paper.
    """

    message: UUID
    case: UUID | None = None
    person: UUID | None = None
    kind: MessageKind | None = None
    set_aside: SetAsideReason | None = None
    change: Change = Change.NEW
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    received_at: Instant
    sent_at: Instant | None = None
    due_at: Instant | None = None
    due_reason: DueReason | None = None
    priority: int = 1
    unit: str = ""
    owner: UUID | None = None
    owner_name: str = ""
    receiver: Receiver | None = None
    receiver_name: str = ""
    stage: MessageStage = MessageStage.OPEN
    acknowledged_at: Instant | None = None
    track: str = ""
    subject_line: str = ""
    file_name: str = ""
    marks: tuple[Mark, ...] = ()
    done_at: Instant | None = None
    done_by_name: str = ""
    emergency: EmergencyLine | None = None
    on_paper: OnPaper | None = None
    matched_into: UUID | None = None

    @property
    def is_taken(self) -> bool:
        """Say whether somebody by name owns the message."""
        return self.owner is not None


class CaseRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a list of cases: who, where, how far, who is responsible.

    `ready_sent_at` is when the readiness was sent; where the message does not say, when it came.
    `joined_into`: this case is one stay with that one, whose line is shown instead of this.
    """

    case: UUID
    person: UUID | None = None
    case_kind: CaseKind = CaseKind.INPATIENT
    is_open: bool = True
    in_hospital: bool = True
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    admitted_at: Instant | None = None
    expected_discharge: Instant | None = None
    expected_before: Instant | None = None
    ready_sent_at: Instant | None = None
    discharged_at: Instant | None = None
    on_leave: bool = False
    deceased: bool = False
    track: str = ""
    unit: str = ""
    responsible: UUID | None = None
    responsible_name: str = ""
    steps_done: tuple[str, ...] = ()
    opened_at: Instant = Instant(0)
    latest_at: Instant = Instant(0)
    homecoming: HomecomingLine = HomecomingLine()
    emergency: EmergencyLine | None = None
    other_numbers: tuple[PersonNumber, ...] = ()
    joined_into: UUID | None = None
    weekend: WeekendLine | None = None
    short_term: ShortTermLine | None = None
    noted_deviations: tuple[NotedDeviation, ...] = ()


class StaffRow(Struct, frozen=True, kw_only=True):
    """A member of staff to choose or to name."""

    staff: UUID
    name: str
    role: Role
    unit: str = ""


class SheetRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the register of numbered papers."""

    sheet: UUID
    number: str
    form: str
    case: UUID | None = None
    name: str = ""
    blank: bool = False
    issued_at: Instant
    issued_by_name: str = ""
    voided: bool = False
    not_on_paper: bool = False


class InboxView(StrEnum):
    """The views of the inbox, in the order of its tabs."""

    UNTAKEN = "untaken"
    MINE = "mine"
    MY_UNIT = "my_unit"
    ALL_OPEN = "all_open"
    WAITING = "waiting"
    DONE_TODAY = "done_today"


class InboxQuery(Struct, frozen=True, kw_only=True):
    """Which rows: a view, and what was typed in the list's own filter (folded words)."""

    view: InboxView = InboxView.ALL_OPEN
    staff: UUID | None = None
    unit: str = ""
    since: Instant = Instant(0)
    text: str = ""


class InboxPage(Struct, frozen=True):
    """Rows from `start` on, and how many the view holds in all."""

    start: int
    rows: tuple[InboxRow, ...]
    total: int


class InboxCounts(Struct, frozen=True, kw_only=True):
    """How many stand in each view, and how many are late for us now."""

    by_view: dict[InboxView, int]
    late: int = 0
    set_aside: int = 0


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """One thing that happened; `struck` when it was withdrawn, corrected or taken back.

    `message` is the message that it happened to, where it is one. `twin`: it came on a numbered
    paper too, and this one line tells of both.
    """

    event: UUID
    act: UUID
    at: Instant
    noted_at: Instant
    by: UUID | None
    by_name: str
    body: Body
    message: UUID | None = None
    message_kind: MessageKind | None = None
    struck: bool = False
    can_take_back: bool = False
    twin: SheetTwinMatched | None = None


class MessageCard(Struct, frozen=True, kw_only=True):
    """All that the card beside the list shows of one message."""

    row: InboxRow
    state: MessageState
    person: PersonState | None
    clocks: tuple[CaseClock, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    steps: tuple[StepState, ...] = ()
    colleagues_drafts: tuple[str, ...] = ()
    original_text: str = ""


class CasePage(Struct, frozen=True, kw_only=True):
    """All that the page of one case shows."""

    row: CaseRow
    person: PersonState
    clocks: tuple[CaseClock, ...]
    messages: tuple[InboxRow, ...]
    timeline: tuple[TimelineEntry, ...]
    steps: tuple[StepState, ...]
    documentation: tuple[DocumentationItem, ...]
    other_cases: tuple[CaseRow, ...] = ()
    sheets: tuple[SheetRow, ...] = ()
    emergency: EmergencyPage | None = None
    homecoming: Homecoming = Homecoming()
    plan_meetings: tuple[PlanMeeting, ...] = ()


class SearchHits(Struct, frozen=True, kw_only=True):
    """Cases and set-aside messages that match; `loose` when only a = å/ä gave them."""

    cases: tuple[CaseRow, ...] = ()
    messages: tuple[InboxRow, ...] = ()
    total: int = 0
    loose: bool = False
