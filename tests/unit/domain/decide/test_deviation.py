"""The rules of reports of deviations, what they tell their case, and by when an answer is due."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.clocks.deviation_due import answer_due
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import clock as on_case
from kontaktpunkt.domain.events import deviation as e
from kontaktpunkt.domain.ledger.subjects import SubjectKind, case_subject, deviation_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import DeviationReportState, DeviationStage, ReportSaid
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import BO, CASE, NOW, a_ground
from stories import TELLER, fold_words
from told_case import terms

_R = RefusalReason
_REPORT, _NOTED, _SHEET = UUID(int=71), UUID(int=72), UUID(int=73)
_TODAY, _TOMORROW, _BEFORE = date(2026, 3, 24), date(2026, 3, 25), date(2026, 3, 1)
_CONTENT = e.DeviationContent(
    points=("late_admission_notice",),
    description=" kom ett dygn sent ",
    happened_on=date(2026, 3, 23),
    happened_time=time(21, 40),
)
_SENT = e.DeviationReportSent(way=e.SendingWay.POST, address="Box 1")
_SAID = ReportSaid(at=NOW)
_NEW = DeviationReportState()
_WRITTEN = DeviationReportState(written=_SAID, content=_CONTENT, case=CASE)
_AWAITING = replace(_WRITTEN, sent=_SENT, sent_at=NOW)
_ANSWER = e.DeviationReportAnswered(answered_on=_TODAY, cause="bemanning")
_ANSWERED = replace(_AWAITING, answer=_ANSWER)
_DONE = replace(_ANSWERED, followed_up=_SAID)


def _with(state: DeviationReportState) -> Ground:
    ground = a_ground()
    return replace(ground, states={**ground.states, deviation_subject(_REPORT): state})


def _write(**more: Any) -> c.WriteDeviationReport:
    content = replace(_CONTENT, **more)
    return c.WriteDeviationReport(deviation_report=_REPORT, content=content, case=CASE)


def _send(address: str = " Box 1 ", **more: Any) -> c.SendDeviationReport:
    return c.SendDeviationReport(
        deviation_report=_REPORT, way=e.SendingWay.POST, address=address, **more
    )


def _answer(**more: Any) -> c.AnswerDeviationReport:
    said: dict[str, Any] = {"answered_on": _TODAY, "cause": " bemanning ", **more}
    return c.AnswerDeviationReport(deviation_report=_REPORT, **said)


_PAPER = c.PutDeviationOnPaper(deviation_report=_REPORT, form_sheet=_SHEET, number="001000017")
_REMIND = c.RemindOfDeviation(deviation_report=_REPORT, text=" ringde ")
_FOLLOW = c.FollowUpDeviation(deviation_report=_REPORT, text=" bra svar ")
_WITHDRAW = c.WithdrawDeviationReport(deviation_report=_REPORT, reason=" dubbel ")


def _got(on: date) -> c.NoteDeviationArrived:
    return c.NoteDeviationArrived(deviation_report=_REPORT, received_on=on)


@pytest.mark.parametrize(
    ("state", "wish", "kinds"),
    [
        (_NEW, _write(), ["DeviationReportWritten", "DeviationReported"]),
        (_WRITTEN, _write(), ["DeviationReportWritten"]),
        (_WRITTEN, _PAPER, ["DeviationReportOnPaper"]),
        (_AWAITING, _PAPER, ["DeviationReportOnPaper"]),
        (_WRITTEN, _send(), ["DeviationReportSent", "DeviationSent"]),
        (_WRITTEN, _send(answer_by=_TOMORROW), ["DeviationReportSent", "DeviationSent"]),
        (_AWAITING, _got(_TODAY), ["DeviationReportArrived", "DeviationSent"]),
        (_AWAITING, _REMIND, ["DeviationReminded"]),
        (_AWAITING, _answer(), ["DeviationReportAnswered", "DeviationAnswered"]),
        (_ANSWERED, _answer(measures="ny rutin"), ["DeviationReportAnswered"]),
        (_ANSWERED, _FOLLOW, ["DeviationFollowedUp"]),
        (_AWAITING, _FOLLOW, ["DeviationFollowedUp", "DeviationDropped"]),
        (_WRITTEN, _WITHDRAW, ["DeviationReportWithdrawn", "DeviationDropped"]),
        (_AWAITING, _WITHDRAW, ["DeviationReportWithdrawn", "DeviationDropped"]),
    ],
)
def test_a_report_goes_its_way_and_its_case_is_told(
    state: DeviationReportState, wish: c.Command, kinds: list[str]
) -> None:
    """Written, on paper, sent, answered, followed up: the clocks of the case stand on the same."""
    answer = decide(_with(state), wish)

    assert not isinstance(answer, Refused)
    assert [one.body.kind() for one in answer] == kinds


@pytest.mark.parametrize(
    ("state", "wish", "reason"),
    [
        (_NEW, _write(points=()), _R.NO_DEVIATION_POINT),
        (_NEW, _write(description="  "), _R.EMPTY_TEXT),
        (_NEW, _write(happened_on=_TOMORROW), _R.TIME_IN_FUTURE),
        (_AWAITING, _write(), _R.DEVIATION_SENT),
        (replace(_WRITTEN, frozen=True), _write(), _R.NEEDS_NEWER_PROGRAM),
        (replace(_WRITTEN, frozen=True), _send(), _R.NEEDS_NEWER_PROGRAM),
        (_NEW, _PAPER, _R.NOT_FOUND),
        (_DONE, _PAPER, _R.DEVIATION_SENT),
        (_NEW, _send(), _R.NOT_FOUND),
        (_WRITTEN, _send("  "), _R.NO_ADDRESS),
        (_WRITTEN, _send(answer_by=_BEFORE), _R.TIME_IN_PAST),
        (_WRITTEN, _send(at=Instant(NOW + HOUR)), _R.TIME_IN_FUTURE),
        (_AWAITING, _send(), _R.DEVIATION_SENT),
        (_WRITTEN, _got(_TODAY), _R.NOT_SENT),
        (_AWAITING, _got(_TOMORROW), _R.TIME_IN_FUTURE),
        (_AWAITING, _got(_BEFORE), _R.BEFORE_SENT),
        (replace(_AWAITING, received_on=_TODAY), _got(_TODAY), _R.DEVIATION_ARRIVED),
        (_WRITTEN, _REMIND, _R.NOT_SENT),
        (_ANSWERED, _REMIND, _R.DEVIATION_SENT),
        (_WRITTEN, _answer(), _R.NOT_SENT),
        (_AWAITING, _answer(cause=" "), _R.EMPTY_TEXT),
        (_AWAITING, _answer(answered_on=_TOMORROW), _R.TIME_IN_FUTURE),
        (_AWAITING, _answer(answered_on=_BEFORE), _R.BEFORE_SENT),
        (_DONE, _answer(), _R.DEVIATION_SENT),
        (_WRITTEN, _FOLLOW, _R.NOT_SENT),
        (_AWAITING, replace(_FOLLOW, text=" "), _R.EMPTY_TEXT),
        (_DONE, _FOLLOW, _R.DEVIATION_SENT),
        (_ANSWERED, _WITHDRAW, _R.DEVIATION_SENT),
        (_AWAITING, replace(_WITHDRAW, reason=""), _R.EMPTY_TEXT),
    ],
)
def test_what_cannot_be_is_refused(
    state: DeviationReportState, wish: c.Command, reason: RefusalReason
) -> None:
    """No report without a point and words, none sent twice, no answer before it was sent."""
    answer = decide(_with(state), wish)

    assert isinstance(answer, Refused)
    assert answer.reason is reason


def test_one_without_a_case_says_nothing_to_any_case() -> None:
    """A report of a thing that is about no patient stands by itself."""
    wish = replace(_write(), case=None)

    answer = decide(_with(_NEW), wish)

    assert not isinstance(answer, Refused)
    assert [one.subject.kind for one in answer] == [SubjectKind.DEVIATION]


def test_the_case_is_told_by_the_deviation_that_it_had_noted() -> None:
    """What was noted first and reported later is one deviation in the case, not two."""
    state = replace(_WRITTEN, noted=_NOTED)

    answer = decide(_with(state), _send())

    assert not isinstance(answer, Refused)
    assert answer[1].body == on_case.DeviationSent(deviation=_NOTED)
    assert answer[1].subject == case_subject(CASE)


def test_an_answer_is_dated_the_day_it_came_in_the_case_too() -> None:
    """The answer lay in the post box over the weekend: it came when it came."""
    sent = replace(_AWAITING, sent_at=Instant(NOW - 20 * 24 * HOUR))

    answer = decide(_with(sent), _answer(answered_on=date(2026, 3, 20)))

    assert not isinstance(answer, Refused)
    assert NOW - 4 * 24 * HOUR < answer[1].at < NOW - 3 * 24 * HOUR


def test_of_two_who_sent_while_apart_the_first_word_holds() -> None:
    """Two workstations without network both note that the letter went off."""
    second = replace(_SENT, address="Box 2")
    written = e.DeviationReportWritten(content=_CONTENT)

    state = fold_words(SubjectKind.DEVIATION, written, (TELLER, _SENT), (BO, second))

    assert (state.sent.address, state.sent_by) == ("Box 1", TELLER)
    assert state.stage is DeviationStage.AWAITING


def test_a_report_tells_how_far_it_has_come() -> None:
    """From written to done each word moves it on; a withdrawn one is open no more."""
    told: list[Any] = [e.DeviationReportWritten(content=_CONTENT)]
    stages = [fold_words(SubjectKind.DEVIATION, *told).stage]
    for body in (_SENT, _ANSWER, e.DeviationFollowedUp(text="bra")):
        told.append(body)
        stages.append(fold_words(SubjectKind.DEVIATION, *told).stage)
    withdrawn = fold_words(
        SubjectKind.DEVIATION, told[0], _SENT, e.DeviationReportWithdrawn(reason="fel")
    )

    assert stages == [
        DeviationStage.TO_SEND,
        DeviationStage.AWAITING,
        DeviationStage.ANSWERED,
        DeviationStage.DONE,
    ]
    assert (withdrawn.stage, withdrawn.is_open) == (DeviationStage.WITHDRAWN, False)


@pytest.mark.parametrize(
    ("limit", "more", "due"),
    [
        ('{"count":60,"unit":"days"}', {}, date(2026, 5, 23)),
        ('{"count":2,"unit":"months"}', {}, date(2026, 5, 24)),
        ('{"count":2,"unit":"months"}', {"received_on": date(2026, 3, 31)}, date(2026, 5, 31)),
        (None, {}, None),
    ],
)
def test_an_answer_is_due_by_the_profile(
    limit: str | None, more: dict[str, Any], due: date | None
) -> None:
    """60 days or two months from when it was got, else sent; nothing where no rule is confirmed."""
    profile = terms(**({"deviation_answer": limit} if limit else {})).profile

    assert answer_due(replace(_AWAITING, **more), profile) == due
    assert answer_due(_WRITTEN, profile) is None


def test_a_day_agreed_on_goes_before_the_profile() -> None:
    """The other side has promised an answer by a day: that day is what is waited for."""
    profile = terms(deviation_answer='{"count":60,"unit":"days"}').profile
    agreed = replace(_AWAITING, sent=replace(_SENT, answer_by=_TOMORROW))

    assert answer_due(agreed, profile) == _TOMORROW


def test_a_case_that_is_gone_does_not_stop_its_report() -> None:
    """The case was taken back meanwhile: the report that lies in the post is still answered."""
    ground = a_ground(case=None)
    states = {**ground.states, deviation_subject(_REPORT): _AWAITING}

    answer = decide(replace(ground, states=states), _answer())

    assert not isinstance(answer, Refused)
    assert [one.body.kind() for one in answer] == ["DeviationReportAnswered"]
