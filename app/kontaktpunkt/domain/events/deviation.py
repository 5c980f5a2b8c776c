"""A report of a deviation from what was agreed (samverkansavvikelse): written, sent, answered.

It tells what happened, not who did it; it is no report under lex Sarah or lex Maria.
"""

from datetime import date, time
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body


class DataConsent(StrEnum):
    """Whether the person was asked if her name may go along, and what she said."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"


class AlsoConsider(StrEnum):
    """Another duty that what happened may call for; it is reported elsewhere, never here."""

    LEX_SARAH = "lex_sarah"
    LEX_MARIA = "lex_maria"


class SendingWay(StrEnum):
    """How a report left the house."""

    POST = "post"
    BY_HAND = "by_hand"
    DIGITAL = "digital"


class DeviationContent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a report says: who reports, to whom, what was not kept, what came of it.

    `points` are codes of the profile's `deviation_codes`. `happened_time` is local; None = not
    known. `counterpart` is the other principal (huvudman) and its unit, `address` where the
    report goes.
    """

    unit: str = ""
    phone: str = ""
    reporter: str = ""
    role: str = ""
    counterpart: str = ""
    counterpart_unit: str = ""
    address: str = ""
    copy_to_mas: bool = False
    happened_on: date | None = None
    happened_time: time | None = None
    place: str = ""
    points: tuple[str, ...] = ()
    description: str = ""
    consequence: str = ""
    action: str = ""
    consent: DataConsent = DataConsent.NOT_ASKED
    consider: tuple[AlsoConsider, ...] = ()


class DeviationReportWritten(Body, frozen=True, kw_only=True):
    """Somebody wrote the report, or wrote it anew before it was sent; the last writing holds.

    `noted` is the event of the case that first noted the deviation, where there is one; it and the
    case are those of the first writing.
    Source: the regions' routines for deviations (Värmland, Göteborgsområdet, Sjuhärad, Stockholm).
    """

    content: DeviationContent
    case: UUID | None = None
    noted: UUID | None = None


class DeviationReportOnPaper(Body, frozen=True, kw_only=True):
    """The report was put on a numbered form; it is not sent by that."""

    sheet: UUID
    number: str


class DeviationReportSent(Body, frozen=True, kw_only=True):
    """The report left the house: how, and to which address.

    `answer_by` is a day that was agreed on; None = the time that the profile gives.
    """

    way: SendingWay
    address: str
    answer_by: date | None = None


class DeviationReportArrived(Body, frozen=True, kw_only=True):
    """The other side has said when it got the report; the time to answer counts from then."""

    received_on: date


class DeviationReminded(Body, frozen=True, kw_only=True):
    """Somebody reminded the other side of its answer."""

    text: str = ""


class DeviationReportAnswered(Body, frozen=True, kw_only=True):
    """The answer came: cause, measures, consequences, and how it is followed up (ReKo Sjuhärad)."""

    answered_on: date
    answered_by: str = ""
    cause: str = ""
    measures: str = ""
    consequences: str = ""
    follow_up: str = ""


class DeviationFollowedUp(Body, frozen=True, kw_only=True):
    """Somebody read the answer, or gave up waiting for it, and says what came of it: done."""

    text: str


class DeviationReportWithdrawn(Body, frozen=True, kw_only=True):
    """The report is not to be sent, or was called back; why is said."""

    reason: str
