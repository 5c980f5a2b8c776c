"""What colleagues do for a homecoming in the demo's stories, as it is written down (TOML)."""

from kontaktpunkt.domain.events.homecoming import (
    Destination,
    ReadinessMark,
    ServiceStage,
    Travel,
)
from kontaktpunkt.domain.side import Side
from kontaktpunkt.usecases.demo.written import Act


class Mark(Act, frozen=True, kw_only=True, tag="mark"):
    """Says of some things how far they are; `due` is when an answer or a thing is to come."""

    items: tuple[str, ...]
    mark: ReadinessMark = ReadinessMark.DONE
    word: str = ""
    due: str = ""
    note: str = ""


class Obstacle(Act, frozen=True, kw_only=True, tag="obstacle"):
    """Notes something that stands in the way; `name` is for taking it away again."""

    name: str
    side: Side
    code: str = ""
    text: str = ""


class ObstacleGone(Act, frozen=True, kw_only=True, tag="obstacle_gone"):
    """Notes that an obstacle is out of the way."""

    name: str
    note: str = ""


class Service(Act, frozen=True, kw_only=True, tag="service"):
    """Pauses, restarts or ends some services."""

    services: tuple[str, ...]
    stage: ServiceStage
    word: str = ""
    visit: str = ""


class GoesTo(Act, frozen=True, kw_only=True, tag="goes_to"):
    """Writes down where the person goes."""

    to: Destination
    place: str = ""


class CallHome(Act, frozen=True, kw_only=True, tag="call_home"):
    """Calls the person home; the ward's number is the story's."""

    told: str
    expected: str
    travel: Travel = Travel.SITTING
    met_by: str = ""
    starts: str = ""


class Left(Act, frozen=True, kw_only=True, tag="left"):
    """Notes that the person has left the ward."""

    travel: Travel = Travel.SITTING


class Reached(Act, frozen=True, kw_only=True, tag="reached"):
    """Notes that the person has come home."""

    received_by: str
    word: str = ""


class FollowedUp(Act, frozen=True, kw_only=True, tag="followed_up"):
    """Looks back on a homecoming."""

    text: str
    handed_to: str = ""


class Cause(Act, frozen=True, kw_only=True, tag="cause"):
    """Notes what led to the admission."""

    cause: str
    nurse: bool | None = None
    doctor: bool | None = None
    place: bool | None = None
    note: str = ""


HomeDeed = (
    Mark
    | Obstacle
    | ObstacleGone
    | Service
    | GoesTo
    | CallHome
    | Left
    | Reached
    | FollowedUp
    | Cause
)
