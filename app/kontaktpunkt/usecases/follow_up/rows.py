"""Rows and pages of the daily follow-up: frozen, flat, ready to paint."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.homecoming import ReviewLine
from kontaktpunkt.usecases.rows import CaseRow


class FollowUpGroup(StrEnum):
    """The groups of the list, in the order in which a team goes through them."""

    EMERGENCY = "emergency"
    READY = "ready"
    HOME_SOON = "home_soon"
    PLANNED = "planned"
    AT_HOME = "at_home"


class NextStep(StrEnum):
    """What to do next about a person, the most pressing first."""

    MAKE_CONTACT = "make_contact"
    TAKE_BACK_CALL = "take_back_call"
    CONFIRM_HOME = "confirm_home"
    END_SERVICES = "end_services"
    RESTART_SERVICES = "restart_services"
    OUR_PARTS = "our_parts"
    OUR_OBSTACLE = "our_obstacle"
    CALL_HOME = "call_home"
    ASK_HOSPITAL = "ask_hospital"
    FIND_RESPONSIBLE = "find_responsible"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    CLOSE_CASE = "close_case"
    AWAIT = "await"


class ReadinessPart(Struct, frozen=True):
    """One thing that is not in place: its code, whose part it is, whether it was asked for."""

    code: str
    side: Side | None
    asked: bool = False


class FollowUpRow(Struct, frozen=True, kw_only=True):
    """One person in the list: the case's row and what follows from it by the rules and the time.

    `with_holes`: utskrivningsklar, but something on the hospital's side is not in place.
    `home_late`: not confirmed home long after the expected time. `today` holds what the meetings
    of today decided, by the meeting's code; `changed` says that something new came since the last.
    """

    case: CaseRow
    group: FollowUpGroup
    next_step: NextStep
    items: int = 0
    in_place: int = 0
    lacking: tuple[ReadinessPart, ...] = ()
    with_holes: bool = False
    home_late: bool = False
    ready_minutes: int | None = None
    today: tuple[tuple[str, ReviewLine], ...] = ()
    changed: bool = False

    def said(self, meeting: str) -> ReviewLine | None:
        """Give what one of today's meetings decided."""
        return next((line for code, line in self.today if code == meeting), None)


class FollowUpQuery(Struct, frozen=True, kw_only=True):
    """Which people: '' and None mean all. Never by what help somebody has (PDL 2 kap. 8 §)."""

    unit: str = ""
    track: str = ""
    hospital: str = ""
    responsible: UUID | None = None
    only_in_hospital: bool = False


class FollowUpWaiting(Struct, frozen=True, kw_only=True):
    """How many are ready for discharge or wait at the emergency ward; late: not confirmed home."""

    ready: int = 0
    late: bool = False


class FollowUpPage(Struct, frozen=True, kw_only=True):
    """The whole list in order, with what it was filtered by and what can be chosen to filter by."""

    at: Instant
    rows: tuple[FollowUpRow, ...]
    total: int
    units: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    hospitals: tuple[str, ...] = ()

    def count(self, group: FollowUpGroup) -> int:
        """Count the people of a group."""
        return sum(row.group is group for row in self.rows)

    @property
    def waiting(self) -> FollowUpWaiting:
        """Give what the rail counts of these people."""
        ready = self.count(FollowUpGroup.EMERGENCY) + self.count(FollowUpGroup.READY)
        return FollowUpWaiting(ready=ready, late=any(row.home_late for row in self.rows))
