"""Reports of deviations in the demo: written about a person or nobody, sent, and answered."""

from uuid import UUID

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.deviation import DataConsent, DeviationContent, SendingWay
from kontaktpunkt.domain.times import local_day, to_local
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.names import case_of, item_id
from kontaktpunkt.usecases.demo.written import Act


class ReportWritten(Act, frozen=True, kw_only=True, tag="report"):
    """Writes a report; `of_nobody` says that it is about no case, `happened` when it was."""

    name: str
    points: tuple[str, ...]
    description: str
    happened: str
    counterpart: str
    counterpart_unit: str = ""
    place: str = ""
    consequence: str = ""
    action: str = ""
    consent: DataConsent = DataConsent.NOT_ASKED
    of_nobody: bool = False
    address: str
    phone: str
    unit: str
    role: str


class ReportSent(Act, frozen=True, kw_only=True, tag="report_sent"):
    """Notes that the report went off by post; `promised` is a day agreed on for the answer."""

    name: str
    address: str
    promised: str = ""


class ReportReminded(Act, frozen=True, kw_only=True, tag="report_reminded"):
    """Notes that the other side was reminded."""

    name: str
    text: str = ""


class ReportAnswered(Act, frozen=True, kw_only=True, tag="report_answered"):
    """Notes the answer, come on a day of the demo."""

    name: str
    on: str
    answered_by: str = ""
    cause: str = ""
    measures: str = ""
    follow_up: str = ""


DeviationDeed = ReportWritten | ReportSent | ReportReminded | ReportAnswered


def deviation_wish(story: str, deed: DeviationDeed, day: DemoDay, by: str) -> Command:
    """Make the command of one deed of a story, written by somebody of that name."""
    report = item_id(story, deed.name)
    match deed:
        case ReportWritten():
            return _written(case_of(story), report, deed, day, by)
        case ReportSent():
            promised = day.maybe(deed.promised)
            return commands.SendDeviationReport(
                deviation_report=report,
                way=SendingWay.POST,
                address=deed.address,
                answer_by=local_day(promised) if promised is not None else None,
            )
        case ReportReminded(text=text):
            return commands.RemindOfDeviation(deviation_report=report, text=text)
        case ReportAnswered():
            return commands.AnswerDeviationReport(
                deviation_report=report,
                answered_on=local_day(day.at(deed.on)),
                answered_by=deed.answered_by,
                cause=deed.cause,
                measures=deed.measures,
                follow_up=deed.follow_up,
            )


def _written(case: UUID, report: UUID, deed: ReportWritten, day: DemoDay, by: str) -> Command:
    happened = day.at(deed.happened)
    content = DeviationContent(
        unit=deed.unit,
        phone=deed.phone,
        reporter=by,
        role=deed.role,
        counterpart=deed.counterpart,
        counterpart_unit=deed.counterpart_unit,
        address=deed.address,
        happened_on=local_day(happened),
        happened_time=to_local(happened).time().replace(second=0, microsecond=0),
        place=deed.place,
        points=deed.points,
        description=deed.description,
        consequence=deed.consequence,
        action=deed.action,
        consent=deed.consent,
    )
    about = None if deed.of_nobody else case
    return commands.WriteDeviationReport(deviation_report=report, content=content, case=about)
