"""What happens with our own care requests, and what is decided about enrolment in primary care."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class SharingConsent(StrEnum):
    """Whether the person has agreed to what the request tells (samtycke)."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"


class MedicalPlan(StrEnum):
    """How it stands with the medical care plan (medicinsk vårdplan)."""

    UNKNOWN = "unknown"
    EXISTS = "exists"
    MISSING = "missing"
    UNDER_REVIEW = "under_review"


class CareRequestContent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a prepared care request says, in words.

    `consent_told_by` is who told us of the consent; `written_by` names somebody else than the one
    who entered it, and is empty when she wrote it herself.
    """

    services: str = ""
    social_status: str = ""
    consent: SharingConsent = SharingConsent.UNKNOWN
    consent_scope: str = ""
    consent_on: date | None = None
    consent_told_by: str = ""
    medical_plan: MedicalPlan = MedicalPlan.UNKNOWN
    written_by: str = ""


class CareRequestPrepared(Body, frozen=True, kw_only=True):
    """Somebody wrote the care request that lies ready for the day she goes to hospital.

    Source: the routine of Lidköping (förberedd vårdbegäran, for everyone with ongoing services).
    """

    content: CareRequestContent
    look_over_by: date | None = None


class CareRequestLookedOver(Body, frozen=True, kw_only=True):
    """Somebody read the prepared care request through, and it still holds."""

    look_over_by: date | None = None


class CareRequestEnded(Body, frozen=True, kw_only=True):
    """No prepared care request is to be kept any more, because the services have ended."""

    reason: str = ""


class CareRequestCalledFor(Body, frozen=True, kw_only=True):
    """The person went to hospital: the care request is to be sent in the region's system.

    `item` is the text to document in the case.
    """

    case: UUID
    item: UUID


class CareRequestDelivered(Body, frozen=True, kw_only=True):
    """The care request that was called for has been sent in the region's system."""

    item: UUID
    sent_at: Instant


class SentToEmergency(Body, frozen=True, kw_only=True):
    """We sent somebody to the emergency ward; when it happened stands on the envelope.

    `item` is the text to send as care request (vårdbegäran) and to tick when it is sent.
    """

    item: UUID
    hospital: str = ""
    by: str = ""
    on_word: OnWord | None = None
    note: str = ""


class PrimaryCareDecision(StrEnum):
    """What regional and municipal primary care decided together."""

    ENROLLED = "enrolled"
    NOT_ENROLLED = "not_enrolled"
    NEEDS_MORE = "needs_more"


class PrimaryCareDecided(Body, frozen=True, kw_only=True):
    """Enrolment in municipal primary care was decided by both sides, each named.

    Source: regional routine for 23-timmarsplats (ställningstagandet görs tillsammans). `message`
    is the care request from regional primary care that it answers, where there is one.
    """

    decision: PrimaryCareDecision
    ours: str
    theirs: str = ""
    note: str = ""
    message: UUID | None = None
