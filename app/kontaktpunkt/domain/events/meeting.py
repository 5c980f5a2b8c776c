"""What happens when a team goes through its people, morning and lunch (avstämning)."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import Instant


class ReviewDecision(StrEnum):
    """What the team decides about one person, with one key."""

    GOES_HOME_TODAY = "goes_home_today"
    OBSTACLE = "obstacle"
    WAITING = "waiting"
    NEW_DATE = "new_date"
    UNCHANGED = "unchanged"


class MeetingBegan(Body, frozen=True, kw_only=True):
    """A team began to go through its people: which meeting (morgon, lunch), and who takes part.

    `unit` limits it to one unit's people; `with_region`: the region takes part, so only persons
    with consent or a case in common are spoken of.
    """

    name: str
    participants: tuple[str, ...] = ()
    unit: str = ""
    with_region: bool = False


class PersonReviewed(Body, frozen=True, kw_only=True):
    """The team went through one person's case in the meeting."""

    case: UUID
    decision: ReviewDecision


class MeetingSignedOff(Body, frozen=True, kw_only=True):
    """The meeting was ended and signed; `left_out` are the people nobody had time for."""

    left_out: tuple[UUID, ...] = ()
    note: str = ""


class CaseReviewed(Body, frozen=True, kw_only=True):
    """A meeting decided something about the person of this case.

    `expected` is the new day that the team reckons with, when it decided on one.
    """

    meeting: UUID
    name: str
    decision: ReviewDecision
    text: str = ""
    expected: Instant | None = None
