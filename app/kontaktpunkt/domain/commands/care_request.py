"""What staff may want with our own care requests, and about enrolment in primary care."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.care_request import CareRequestContent, PrimaryCareDecision
from kontaktpunkt.domain.staff import OnWord


class PrepareCareRequest(Command, frozen=True, kw_only=True):
    """Write the care request that lies ready for a person (förberedd vårdbegäran)."""

    person: UUID
    content: CareRequestContent
    look_over_by: date | None = None


class LookOverCareRequest(Command, frozen=True, kw_only=True):
    """Say that the prepared care request has been read through and still holds."""

    person: UUID
    look_over_by: date | None = None


class EndCareRequest(Command, frozen=True, kw_only=True):
    """Say that no care request is to be kept for the person any more."""

    person: UUID
    reason: str = ""


class SendToEmergency(Command, frozen=True, kw_only=True):
    """Note that the person went to hospital; `text` is what is to be sent (skickad till akuten).

    `case` is hers, or a new id when she has none open (`opens_case`); `item` is the text's id.
    `request` is under whose id her care request lies, where she is joined with somebody.
    """

    person: UUID
    case: UUID
    opens_case: bool = False
    request: UUID | None = None
    item: UUID
    system: str
    text: str
    hospital: str = ""
    by: str = ""
    on_word: OnWord | None = None
    note: str = ""


class DecidePrimaryCare(Command, frozen=True, kw_only=True):
    """Note the joint decision on enrolment in municipal primary care, with both names."""

    case: UUID
    decision: PrimaryCareDecision
    ours: str
    theirs: str = ""
    note: str = ""
    answers: UUID | None = None
