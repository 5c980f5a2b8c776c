"""What we do about a coordinated individual plan (SIP): a meeting is set, held or called off."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import Instant


class MeetingForm(StrEnum):
    """How those who take part in a meeting meet."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    VIDEO = "video"


class PlanMeetingSet(Body, frozen=True, kw_only=True):
    """A time for a SIP was set, or set anew: the same `plan` said again is the meeting moved.

    `minutes` is how long it is to last; `consent` is the person's (2017:612 4 kap. 2 §), None when
    nobody has asked.
    """

    plan: UUID
    meeting_at: Instant
    form: MeetingForm
    minutes: int = 60
    place: str = ""
    participants: tuple[str, ...] = ()
    consent: bool | None = None
    note: str = ""


class PlanMeetingHeld(Body, frozen=True, kw_only=True):
    """The meeting was held; what came of it stands in the region's system."""

    plan: UUID
    held_at: Instant
    note: str = ""


class PlanMeetingCancelled(Body, frozen=True, kw_only=True):
    """The meeting was called off, and why."""

    plan: UUID
    reason: str = ""
