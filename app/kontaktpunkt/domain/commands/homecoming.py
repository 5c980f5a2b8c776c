"""What staff may want to be done for a homecoming."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.homecoming import (
    Destination,
    ReadinessMark,
    ServiceStage,
    Travel,
)
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class MarkReadiness(Command, frozen=True, kw_only=True):
    """Say how far one of the things is that have to be in place; None = not known after all."""

    case: UUID
    item: str
    mark: ReadinessMark | None
    on_word: OnWord | None = None
    due_at: Instant | None = None
    note: str = ""


class MeetObstacle(Command, frozen=True, kw_only=True):
    """Say that something stands in the way; `at` is since when."""

    case: UUID
    obstacle: UUID
    code: str
    side: Side
    text: str = ""


class RemoveObstacle(Command, frozen=True, kw_only=True):
    """Say that an obstacle is out of the way; `at` is since when."""

    case: UUID
    obstacle: UUID
    note: str = ""


class ChangeService(Command, frozen=True, kw_only=True):
    """Pause, restart, decline or end a service."""

    case: UUID
    service: str
    stage: ServiceStage
    on_word: OnWord | None = None
    from_visit: str = ""
    first_at: Instant | None = None
    note: str = ""


class SetDestination(Command, frozen=True, kw_only=True):
    """Write down where the person goes from hospital."""

    case: UUID
    destination: Destination
    place: str = ""


class CallHome(Command, frozen=True, kw_only=True):
    """Call the person home (kalla hem): who on the ward was told, when she comes, who starts."""

    case: UUID
    told: str
    phone: str = ""
    expected_home: Instant | None = None
    travel: Travel | None = None
    met_by: str = ""
    starts: str = ""
    read_back: bool = False


class WithdrawCallHome(Command, frozen=True, kw_only=True):
    """Call the homecoming off, and say why."""

    case: UUID
    reason: str = ""


class NoteWardLeft(Command, frozen=True, kw_only=True):
    """Note that the person has left the ward; `at` is when."""

    case: UUID
    travel: Travel | None = None
    on_word: OnWord | None = None


class NoteHomeReached(Command, frozen=True, kw_only=True):
    """Note that the person has come home, received by somebody; `at` is when."""

    case: UUID
    received_by: str = ""
    on_word: OnWord | None = None


class FollowUp(Command, frozen=True, kw_only=True):
    """Look back on the time after a homecoming and hand the person on."""

    case: UUID
    text: str
    handed_to: str = ""


class NoteAdmissionCause(Command, frozen=True, kw_only=True):
    """Note what led to the admission, and what was tried before it."""

    case: UUID
    cause: str
    nurse_assessed: bool | None = None
    doctor_asked: bool | None = None
    place_tried: bool | None = None
    note: str = ""
