"""Rules for reports of deviations, and what they say to the case that they are about."""

from collections.abc import Callable
from datetime import date, time
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.commands.deviation import (
    AnswerDeviationReport,
    FollowUpDeviation,
    NoteDeviationArrived,
    PutDeviationOnPaper,
    RemindOfDeviation,
    SendDeviationReport,
    WithdrawDeviationReport,
    WriteDeviationReport,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.clock import (
    DeviationAnswered,
    DeviationDropped,
    DeviationReported,
    DeviationSent,
)
from kontaktpunkt.domain.events.deviation import (
    DeviationContent,
    DeviationFollowedUp,
    DeviationReminded,
    DeviationReportAnswered,
    DeviationReportArrived,
    DeviationReportOnPaper,
    DeviationReportSent,
    DeviationReportWithdrawn,
    DeviationReportWritten,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import case_subject, deviation_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, DeviationReportState, DeviationStage
from kontaktpunkt.domain.times import Instant, at_local, local_day

_OnReport = (
    PutDeviationOnPaper
    | SendDeviationReport
    | NoteDeviationArrived
    | RemindOfDeviation
    | AnswerDeviationReport
    | FollowUpDeviation
    | WithdrawDeviationReport
)


def write(ground: Ground, wish: WriteDeviationReport) -> Decision:
    """Write a report that is not sent: what was not kept, and what happened."""
    known = _state(ground, wish.deviation_report)
    if known.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if known.stage is not DeviationStage.TO_SEND:
        return refuse(RefusalReason.DEVIATION_SENT)
    content = _clean(wish.content)
    if not content.points:
        return refuse(RefusalReason.NO_DEVIATION_POINT)
    if not content.description:
        return refuse(RefusalReason.EMPTY_TEXT)
    if content.happened_on is not None and content.happened_on > local_day(ground.now):
        return refuse(RefusalReason.TIME_IN_FUTURE)
    first = known.written is None
    body = DeviationReportWritten(
        content=content,
        case=wish.case if first else known.case,
        noted=wish.noted if first else known.noted,
    )
    told = (Happening(deviation_subject(wish.deviation_report), body, ground.now),)
    return (*told, *_begun(ground, wish)) if first and wish.case is not None else told


def put_on_paper(ground: Ground, wish: PutDeviationOnPaper) -> Decision:
    """Note the number of the form that it stands on."""
    body = DeviationReportOnPaper(sheet=wish.form_sheet, number=wish.number)
    stages = (DeviationStage.TO_SEND, DeviationStage.AWAITING, DeviationStage.ANSWERED)
    return _noted(ground, wish, body, stages)


def send(ground: Ground, wish: SendDeviationReport) -> Decision:
    """Note once that it was sent, to somewhere; its case's clock begins to count."""
    address = wish.address.strip()
    if not address:
        return refuse(RefusalReason.NO_ADDRESS)
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    if wish.answer_by is not None and wish.answer_by < local_day(at):
        return refuse(RefusalReason.TIME_IN_PAST)
    body = DeviationReportSent(way=wish.way, address=address, answer_by=wish.answer_by)
    said = _noted(ground, wish, body, (DeviationStage.TO_SEND,))
    return _and_case(
        ground, wish, said, lambda key: DeviationSent(deviation=key, answer_by=wish.answer_by)
    )


def arrived(ground: Ground, wish: NoteDeviationArrived) -> Decision:
    """Note once when the other side got it: not before it was sent, and not ahead in time."""
    known = _state(ground, wish.deviation_report)
    if wish.received_on > local_day(ground.now):
        return refuse(RefusalReason.TIME_IN_FUTURE)
    if known.sent_at is not None and wish.received_on < local_day(known.sent_at):
        return refuse(RefusalReason.BEFORE_SENT)
    if known.received_on is not None:
        return refuse(RefusalReason.DEVIATION_ARRIVED)
    said = _noted(
        ground,
        wish,
        DeviationReportArrived(received_on=wish.received_on),
        (DeviationStage.AWAITING,),
    )
    got = at_local(wish.received_on, time(12))
    return _and_case(
        ground, wish, said, lambda key: DeviationSent(deviation=key, received_at=got), known.sent_at
    )


def remind(ground: Ground, wish: RemindOfDeviation) -> Decision:
    """Note a reminder while the answer is waited for."""
    body = DeviationReminded(text=wish.text.strip())
    return _noted(ground, wish, body, (DeviationStage.AWAITING,))


def answer(ground: Ground, wish: AnswerDeviationReport) -> Decision:
    """Note the answer of a report that was sent; later words complete it until it is closed."""
    body = DeviationReportAnswered(
        answered_on=wish.answered_on,
        answered_by=wish.answered_by.strip(),
        cause=wish.cause.strip(),
        measures=wish.measures.strip(),
        consequences=wish.consequences.strip(),
        follow_up=wish.follow_up.strip(),
    )
    if not (body.cause or body.measures or body.consequences):
        return refuse(RefusalReason.EMPTY_TEXT)
    known = _state(ground, wish.deviation_report)
    wrong = _day_wrong(ground, known, wish.answered_on)
    if wrong is not None:
        return wrong
    said = _noted(ground, wish, body, (DeviationStage.AWAITING, DeviationStage.ANSWERED))
    if known.answer is not None:
        return said
    on = min(ground.now, max(known.sent_at or ground.now, at_local(wish.answered_on, time(12))))
    return _and_case(ground, wish, said, lambda key: DeviationAnswered(deviation=key), on)


def follow_up(ground: Ground, wish: FollowUpDeviation) -> Decision:
    """Close one that was sent, in words; without an answer too, and then its clock is over."""
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = DeviationFollowedUp(text=wish.text.strip())
    said = _noted(ground, wish, body, (DeviationStage.AWAITING, DeviationStage.ANSWERED))
    if _state(ground, wish.deviation_report).answer is not None:
        return said
    return _and_case(ground, wish, said, lambda key: DeviationDropped(deviation=key))


def withdraw(ground: Ground, wish: WithdrawDeviationReport) -> Decision:
    """Give it up or call it back, with the reason."""
    if not wish.reason.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = DeviationReportWithdrawn(reason=wish.reason.strip())
    stages = (DeviationStage.TO_SEND, DeviationStage.AWAITING)
    said = _noted(ground, wish, body, stages)
    return _and_case(ground, wish, said, lambda key: DeviationDropped(deviation=key))


def _begun(ground: Ground, wish: WriteDeviationReport) -> tuple[Happening, ...]:
    """Say in the case that a report has been begun, in a case that may be told so."""
    state = ground.case(wish.case)
    if isinstance(state, Refused) or wish.case is None:
        return ()
    body = DeviationReported(
        deviation=wish.noted or wish.deviation_report,
        report=wish.deviation_report,
        code=wish.content.points[0],
    )
    return (Happening(case_subject(wish.case), body, ground.now),)


def _noted(
    ground: Ground, wish: _OnReport, body: Body, stages: tuple[DeviationStage, ...]
) -> Decision:
    """Let it happen to a report that stands in one of these stages."""
    known = _state(ground, wish.deviation_report)
    if known.written is None:
        return refuse(RefusalReason.NOT_FOUND)
    if known.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if known.stage not in stages:
        unsent = known.stage is DeviationStage.TO_SEND
        return refuse(RefusalReason.NOT_SENT if unsent else RefusalReason.DEVIATION_SENT)
    return ground.happen(deviation_subject(wish.deviation_report), wish.at, body)


def _and_case(
    ground: Ground,
    wish: _OnReport,
    said: Decision,
    body_for: Callable[[UUID], Body],
    at: Instant | None = None,
) -> Decision:
    """Say it in the case too, under the id that the deviation has there."""
    known = _state(ground, wish.deviation_report)
    if isinstance(said, Refused) or known.case is None:
        return said
    state = ground.states.get(case_subject(known.case))
    if not isinstance(state, CaseState) or state.frozen:
        return said
    body = body_for(known.noted or wish.deviation_report)
    return (*said, Happening(case_subject(known.case), body, at or said[0].at))


def _day_wrong(ground: Ground, known: DeviationReportState, on: date) -> Refused | None:
    if on > local_day(ground.now):
        return refuse(RefusalReason.TIME_IN_FUTURE)
    if known.sent_at is not None and on < local_day(known.sent_at):
        return refuse(RefusalReason.BEFORE_SENT)
    return None


def _state(ground: Ground, report: UUID) -> DeviationReportState:
    state = ground.states.get(deviation_subject(report))
    return state if isinstance(state, DeviationReportState) else DeviationReportState()


def _clean(content: DeviationContent) -> DeviationContent:
    """Take the blanks around every text away."""
    texts = {
        name: value.strip()
        for name in content.__struct_fields__
        if isinstance(value := getattr(content, name), str) and not hasattr(value, "value")
    }
    return replace(content, **texts)


RULES: Final[Rules] = {
    WriteDeviationReport: write,
    PutDeviationOnPaper: put_on_paper,
    SendDeviationReport: send,
    NoteDeviationArrived: arrived,
    RemindOfDeviation: remind,
    AnswerDeviationReport: answer,
    FollowUpDeviation: follow_up,
    WithdrawDeviationReport: withdraw,
}
"""The rule of each wish about this."""
