"""What each kind of subject is after all its events: the states that decisions are made on."""

from kontaktpunkt.domain.states.care_request import (
    CareRequestCall,
    CareRequestState,
    DecisionState,
    Departure,
)
from kontaktpunkt.domain.states.case import CaseState, DocumentationItem, Fact, StepState
from kontaktpunkt.domain.states.clock import (
    ClockFacts,
    ClockTurn,
    Conditions,
    DeviationState,
    Judgement,
)
from kontaktpunkt.domain.states.concern import Concern, ConcernState
from kontaktpunkt.domain.states.contact import CallTest, ContactState
from kontaktpunkt.domain.states.contingency import ContingencyState
from kontaktpunkt.domain.states.deviation import (
    DeviationReportState,
    DeviationStage,
    ReportPaper,
    ReportSaid,
)
from kontaktpunkt.domain.states.emergency import (
    EmergencyState,
    KindCorrection,
    NotedOutcome,
    PatientContact,
)
from kontaktpunkt.domain.states.handover import HandedLine, LineTalk, ShiftState
from kontaktpunkt.domain.states.homecoming import (
    CalledHomeState,
    Homecoming,
    ObstacleState,
    ReadinessState,
    ServiceState,
)
from kontaktpunkt.domain.states.joining import Join, Ties
from kontaktpunkt.domain.states.meeting import MeetingState, ReviewState
from kontaktpunkt.domain.states.message import MessageStage, MessageState
from kontaktpunkt.domain.states.office import PolicyState, StaffState
from kontaktpunkt.domain.states.outage import (
    CallNote,
    FaultNote,
    GivenSheet,
    OutageSign,
    OutageState,
    ToldNote,
)
from kontaktpunkt.domain.states.packet import PacketState
from kontaktpunkt.domain.states.person import PersonState
from kontaktpunkt.domain.states.place import (
    OutOfUse,
    PlaceState,
    PlaceStay,
    Reservation,
    Statement,
)
from kontaktpunkt.domain.states.plan import PlanMeeting
from kontaktpunkt.domain.states.reconciliation import RoundState, Settlement
from kontaktpunkt.domain.states.report import QuestionState, RegionFiguresState, ReportState
from kontaktpunkt.domain.states.sheet import (
    Balance,
    EnteredSheet,
    MatchedTwin,
    SheetMove,
    SheetStage,
    SheetState,
)
from kontaktpunkt.domain.states.short_term import (
    ManagerAsked,
    ShortTermDecision,
    ShortTermNeed,
    ShortTermState,
    ShortTermStay,
)
from kontaktpunkt.domain.states.watch import WatchStamp, WatchState
from kontaktpunkt.domain.states.weekend import WeekendState

__all__ = [
    "Balance",
    "CallNote",
    "CallTest",
    "CalledHomeState",
    "CareRequestCall",
    "CareRequestState",
    "CaseState",
    "ClockFacts",
    "ClockTurn",
    "Concern",
    "ConcernState",
    "Conditions",
    "ContactState",
    "ContingencyState",
    "DecisionState",
    "Departure",
    "DeviationReportState",
    "DeviationStage",
    "DeviationState",
    "DocumentationItem",
    "EmergencyState",
    "EnteredSheet",
    "Fact",
    "FaultNote",
    "GivenSheet",
    "HandedLine",
    "Homecoming",
    "Join",
    "Judgement",
    "KindCorrection",
    "LineTalk",
    "ManagerAsked",
    "MatchedTwin",
    "MeetingState",
    "MessageStage",
    "MessageState",
    "NotedOutcome",
    "ObstacleState",
    "OutOfUse",
    "OutageSign",
    "OutageState",
    "PacketState",
    "PatientContact",
    "PersonState",
    "PlaceState",
    "PlaceStay",
    "PlanMeeting",
    "PolicyState",
    "QuestionState",
    "ReadinessState",
    "RegionFiguresState",
    "ReportPaper",
    "ReportSaid",
    "ReportState",
    "Reservation",
    "ReviewState",
    "RoundState",
    "ServiceState",
    "Settlement",
    "SheetMove",
    "SheetStage",
    "SheetState",
    "ShiftState",
    "ShortTermDecision",
    "ShortTermNeed",
    "ShortTermState",
    "ShortTermStay",
    "StaffState",
    "State",
    "Statement",
    "StepState",
    "Ties",
    "ToldNote",
    "WatchStamp",
    "WatchState",
    "WeekendState",
]

State = (
    MessageState
    | CaseState
    | PersonState
    | StaffState
    | SheetState
    | OutageState
    | RoundState
    | MeetingState
    | ContactState
    | ConcernState
    | DeviationReportState
    | CareRequestState
    | PlaceState
    | WatchState
    | ShiftState
    | PacketState
    | ReportState
    | QuestionState
    | RegionFiguresState
    | PolicyState
)
