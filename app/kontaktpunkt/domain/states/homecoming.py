"""How far a homecoming is: what is in place, what is in the way, what was paused, who called."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.homecoming import (
    AdmissionCauseNoted,
    CalledHome,
    Destination,
    HomeReached,
    ReadinessMark,
    ServiceStage,
    WardLeft,
)
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class ReadinessState(Struct, frozen=True, kw_only=True):
    """One thing that has to be in place: how far, by whom, on whose word, due when."""

    item: str
    mark: ReadinessMark
    at: Instant
    by: UUID | None = None
    on_word: OnWord | None = None
    due_at: Instant | None = None
    note: str = ""


class ObstacleState(Struct, frozen=True, kw_only=True):
    """One thing in the way of a homecoming, from when until when and on whose side."""

    obstacle: UUID
    code: str
    side: Side
    since: Instant
    until: Instant | None = None
    by: UUID | None = None
    text: str = ""


class ServiceState(Struct, frozen=True, kw_only=True):
    """What has become of a service since the admission."""

    service: str
    stage: ServiceStage
    at: Instant
    by: UUID | None = None
    on_word: OnWord | None = None
    from_visit: str = ""
    first_at: Instant | None = None
    note: str = ""


class CalledHomeState(Struct, frozen=True):
    """The call home that holds: what was agreed, when and by whom."""

    at: Instant
    by: UUID | None
    agreed: CalledHome


class Homecoming(Struct, frozen=True, kw_only=True):
    """All that was done for one homecoming.

    `called` is None when nobody has called the person home, or it was called off.
    """

    readiness: tuple[ReadinessState, ...] = ()
    obstacles: tuple[ObstacleState, ...] = ()
    services: tuple[ServiceState, ...] = ()
    destination: Destination | None = None
    place: str = ""
    called: CalledHomeState | None = None
    left: WardLeft | None = None
    reached: HomeReached | None = None
    followed_up_at: Instant | None = None
    handed_to: str = ""
    cause: AdmissionCauseNoted | None = None

    @property
    def open_obstacles(self) -> tuple[ObstacleState, ...]:
        """Give the obstacles that still stand in the way, the oldest first."""
        standing = (one for one in self.obstacles if one.until is None)
        return tuple(sorted(standing, key=lambda one: (one.since, one.obstacle)))

    @property
    def paused(self) -> tuple[ServiceState, ...]:
        """Give the services that wait to be restarted or declined."""
        return tuple(one for one in self.services if one.stage is ServiceStage.PAUSED)
