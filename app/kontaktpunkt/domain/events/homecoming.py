"""What is done for a homecoming: what is in place, obstacles, services, calling, coming home."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class ReadinessMark(StrEnum):
    """How far one thing is that a homecoming needs; unmarked means not known."""

    DONE = "done"
    MISSING = "missing"
    ASKED = "asked"
    NOT_NEEDED = "not_needed"


class Destination(StrEnum):
    """Where the person goes from hospital."""

    HOME = "home"
    SHORT_TERM = "short_term"
    CARE_HOME = "care_home"
    ELSEWHERE = "elsewhere"


class Travel(StrEnum):
    """How the person travels home, for whoever meets her at the door."""

    SITTING = "sitting"
    STRETCHER = "stretcher"
    CARRIED_IN = "carried_in"
    BY_RELATIVES = "by_relatives"


class ServiceStage(StrEnum):
    """What has become of a service that was running when somebody went to hospital."""

    PAUSED = "paused"
    RESTARTED = "restarted"
    NOT_RESTARTED = "not_restarted"
    ENDED = "ended"


class ReadinessMarked(Body, frozen=True, kw_only=True):
    """Somebody said how far one of the things is that have to be in place (checklist, 4.3).

    `due_at` is when an answer that was asked for, or a missing thing, is to be there.
    """

    item: str
    mark: ReadinessMark
    on_word: OnWord | None = None
    due_at: Instant | None = None
    note: str = ""


class ReadinessUnmarked(Body, frozen=True, kw_only=True):
    """What was said of one of the things turned out not to be known."""

    item: str


class ObstacleMet(Body, frozen=True, kw_only=True):
    """Something stands in the way of a homecoming, from when on and on whose side."""

    obstacle: UUID
    code: str
    side: Side
    since: Instant
    text: str = ""


class ObstacleRemoved(Body, frozen=True, kw_only=True):
    """An obstacle is out of the way since `until`."""

    obstacle: UUID
    until: Instant
    note: str = ""


class ServiceChanged(Body, frozen=True, kw_only=True):
    """A service was paused at admission, restarted or not at homecoming, or ended at death.

    `from_visit` names the visit that it starts again with (Tisdag kväll), `first_at` its time.
    """

    service: str
    stage: ServiceStage
    on_word: OnWord | None = None
    from_visit: str = ""
    first_at: Instant | None = None
    note: str = ""


class DestinationSet(Body, frozen=True, kw_only=True):
    """Somebody wrote down where the person goes from hospital."""

    destination: Destination
    place: str = ""


class CalledHome(Body, frozen=True, kw_only=True):
    """We called the person home: who on the ward was told, when she comes, who starts what.

    The ward is told by telephone and by administrative message (local routine, role table).
    """

    told: str
    phone: str = ""
    expected_home: Instant | None = None
    travel: Travel | None = None
    met_by: str = ""
    starts: str = ""
    read_back: bool = False


class CallHomeWithdrawn(Body, frozen=True, kw_only=True):
    """The homecoming was called off, and why."""

    reason: str = ""


class WardLeft(Body, frozen=True, kw_only=True):
    """The person has left the ward, and how she travels."""

    left_at: Instant
    travel: Travel | None = None
    on_word: OnWord | None = None


class HomeReached(Body, frozen=True, kw_only=True):
    """The person has come home and was received by somebody."""

    reached_at: Instant
    received_by: str = ""
    on_word: OnWord | None = None


class FollowedUp(Body, frozen=True, kw_only=True):
    """The time after the homecoming was looked back on, and the person handed on to home care."""

    text: str
    handed_to: str = ""


class AdmissionCauseNoted(Body, frozen=True, kw_only=True):
    """Somebody noted what led to the admission, and what was tried before it."""

    cause: str
    nurse_assessed: bool | None = None
    doctor_asked: bool | None = None
    place_tried: bool | None = None
    note: str = ""
