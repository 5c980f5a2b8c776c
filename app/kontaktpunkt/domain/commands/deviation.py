"""What staff may want of a report of a deviation (samverkansavvikelse)."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.deviation import DeviationContent, SendingWay


class WriteDeviationReport(Command, frozen=True, kw_only=True):
    """Write the report, or write it anew before it is sent.

    `noted` is the deviation of the case that it grew from, where one was noted.
    """

    deviation_report: UUID
    content: DeviationContent
    case: UUID | None = None
    noted: UUID | None = None


class PutDeviationOnPaper(Command, frozen=True, kw_only=True):
    """Note which numbered form the report was put on."""

    deviation_report: UUID
    form_sheet: UUID
    number: str


class SendDeviationReport(Command, frozen=True, kw_only=True):
    """Note that it was sent: how, to which address, and the day agreed on for the answer if any."""

    deviation_report: UUID
    way: SendingWay
    address: str
    answer_by: date | None = None


class NoteDeviationArrived(Command, frozen=True, kw_only=True):
    """Note when the other side got it."""

    deviation_report: UUID
    received_on: date


class RemindOfDeviation(Command, frozen=True, kw_only=True):
    """Note that the other side was reminded."""

    deviation_report: UUID
    text: str = ""


class AnswerDeviationReport(Command, frozen=True, kw_only=True):
    """Note the answer that came, or complete it."""

    deviation_report: UUID
    answered_on: date
    answered_by: str = ""
    cause: str = ""
    measures: str = ""
    consequences: str = ""
    follow_up: str = ""


class FollowUpDeviation(Command, frozen=True, kw_only=True):
    """Say what came of it, and close it."""

    deviation_report: UUID
    text: str


class WithdrawDeviationReport(Command, frozen=True, kw_only=True):
    """Call it back, or give it up, with the reason."""

    deviation_report: UUID
    reason: str
