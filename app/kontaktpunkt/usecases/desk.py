"""The desk: all that a screen or a command may ask of the program, for one user at one store."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.profile import RuleProfile
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
from kontaktpunkt.usecases.asking.acts import Acts
from kontaktpunkt.usecases.asking.back_entry import BackEntry
from kontaktpunkt.usecases.asking.care_requests import CareRequests
from kontaktpunkt.usecases.asking.causes import Causes
from kontaktpunkt.usecases.asking.concerns import Concerns
from kontaktpunkt.usecases.asking.contacts import Contacts
from kontaktpunkt.usecases.asking.deviations import Deviations
from kontaktpunkt.usecases.asking.duty import DutyQuestions
from kontaktpunkt.usecases.asking.emergency import EmergencyMatters
from kontaktpunkt.usecases.asking.exercises import Exercises
from kontaktpunkt.usecases.asking.figures import KeyFigures
from kontaktpunkt.usecases.asking.follow_up import FollowUps
from kontaktpunkt.usecases.asking.inbox import MessageLists
from kontaktpunkt.usecases.asking.joining import Joining
from kontaktpunkt.usecases.asking.liability import InvoiceControl
from kontaktpunkt.usecases.asking.meetings import Meetings
from kontaktpunkt.usecases.asking.outage_accounts import OutageAccounts
from kontaktpunkt.usecases.asking.outage_packets import OutagePackets
from kontaktpunkt.usecases.asking.outage_work import OutageWorks
from kontaktpunkt.usecases.asking.outages import Outages
from kontaktpunkt.usecases.asking.own import OwnThings
from kontaktpunkt.usecases.asking.papers import Papers
from kontaktpunkt.usecases.asking.pasting import Pasting
from kontaktpunkt.usecases.asking.persons import PersonsAndCases
from kontaktpunkt.usecases.asking.plans import Plans
from kontaktpunkt.usecases.asking.reconciling import Reconciling
from kontaktpunkt.usecases.asking.reports import Reports
from kontaktpunkt.usecases.asking.rules import RuleKeeping
from kontaktpunkt.usecases.asking.short_term import ShortTerm
from kontaktpunkt.usecases.asking.unit_week import UnitWeeks
from kontaktpunkt.usecases.asking.weekend import Weekends
from kontaktpunkt.usecases.rows import (
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


class Desk(
    MessageLists,
    Acts,
    PersonsAndCases,
    Joining,
    Reconciling,
    Papers,
    OutageAccounts,
    Exercises,
    Outages,
    OutagePackets,
    BackEntry,
    OutageWorks,
    EmergencyMatters,
    RuleKeeping,
    CareRequests,
    Pasting,
    DutyQuestions,
    InvoiceControl,
    Contacts,
    OwnThings,
    FollowUps,
    UnitWeeks,
    Plans,
    Concerns,
    Deviations,
    Causes,
    KeyFigures,
    Reports,
    Meetings,
    Weekends,
    ShortTerm,
    Protocol,
):
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
