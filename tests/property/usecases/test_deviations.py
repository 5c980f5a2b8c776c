"""Two at work with deviations of one case, in any order: report and case never tell two stories."""

from datetime import timedelta
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockGap
from kontaktpunkt.domain.events.deviation import DataConsent, DeviationContent, SendingWay
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.deviations.rows import DeviationRow
from samples import House, a_house, a_notice, a_person, done

pytestmark = pytest.mark.property
S = DeviationStage
_REPORTS: Final = (UUID(int=0xDE1), UUID(int=0xDE2))
_LIMIT: Final = c.ChangeSetting(key="deviation_answer", value='{"count":60,"unit":"days"}')
_ACTS: Final = (
    "note", "write", "write noted", "paper", "send", "send", "arrived", "remind", "answer",
    "answer", "follow up", "withdraw", "undo", "undo", "time",
)  # fmt: skip
"""What leads on and what is regretted stand twice: they must meet often."""
_STEPS: Final = st.lists(
    st.tuples(st.sampled_from(_ACTS), st.sampled_from((0, 1)), st.booleans()), max_size=25
)


def _case(house: House) -> UUID:
    return house.anna.in_hospital()[0].case


def _noted(desk: StaffDesk) -> UUID | None:
    waiting = desk.deviations().noted
    return waiting[0].deviation if waiting else None


def _wish(desk: StaffDesk, act: str, report: UUID, case: UUID) -> c.Command | None:
    today = desk.today()
    content = DeviationContent(
        points=("aids",), description="Rullstolen kom inte.", consent=DataConsent.NO
    )
    wishes: dict[str, c.Command] = {
        "note": c.NoteDeviation(case=case, code="aids"),
        "write": c.WriteDeviationReport(deviation_report=report, content=content, case=case),
        "write noted": c.WriteDeviationReport(
            deviation_report=report, content=content, case=case, noted=_noted(desk)
        ),
        "send": c.SendDeviationReport(
            deviation_report=report, way=SendingWay.POST, address="Box 1"
        ),
        "arrived": c.NoteDeviationArrived(deviation_report=report, received_on=today),
        "remind": c.RemindOfDeviation(deviation_report=report),
        "answer": c.AnswerDeviationReport(
            deviation_report=report, answered_on=today, cause="bemanning"
        ),
        "follow up": c.FollowUpDeviation(deviation_report=report, text="klart"),
        "withdraw": c.WithdrawDeviationReport(deviation_report=report, reason="fel"),
    }
    return wishes.get(act)


def _do(house: House, act: str, report: UUID, desk: StaffDesk) -> None:
    """Do one thing; what is refused changes nothing."""
    wish = _wish(desk, act, report, _case(house))
    if wish is not None:
        desk.act(wish)
    elif act == "paper":
        desk.issue_deviation(report, saved=False)
    elif act == "undo":
        desk.undo()
    else:
        house.clock.advance(60 * 9)


def _clocks(house: House) -> dict[UUID, CaseClock]:
    page = house.anna.case(_case(house))
    assert page is not None
    found = (clock for clock in page.clocks if clock.kind is ClockKind.DEVIATION_ANSWER)
    return {clock.report: clock for clock in found if clock.report is not None}


def _agrees(row: DeviationRow, clock: CaseClock | None) -> bool:
    """Say whether the clock of the case tells the same of a report as the report does."""
    if row.stage is S.WITHDRAWN or (row.stage is S.DONE and row.answered_on is None):
        return clock is None
    if clock is None:
        return False
    if row.stage is S.TO_SEND:
        return clock.gap is ClockGap.NOT_SENT
    answered = row.stage in (S.ANSWERED, S.DONE)
    return (clock.stopped_at is not None) is answered and clock.due_day == row.due


@settings(max_examples=100, deadline=None)
@given(steps=_STEPS)
def test_report_and_case_tell_the_same_whatever_is_done(
    steps: list[tuple[str, int, bool]],
) -> None:
    """Written, sent, answered, withdrawn and regretted by two: one story, and rows that rebuild."""
    house = a_house()
    house.take_in(a_notice(person=a_person(1)))
    done(house.anna.act(_LIMIT))

    for act, nth, is_bo in steps:
        _do(house, act, _REPORTS[nth], house.bo if is_bo else house.anna)

    rows, clocks = tuple(house.anna.deviations()), _clocks(house)
    for row in rows:
        assert _agrees(row, clocks.get(row.report)), (row, clocks.get(row.report))
    assert set(clocks) <= {row.report for row in rows}
    today = house.anna.today()
    counts = house.anna.deviation_counts(Period(today - timedelta(days=60), today))
    assert set(counts.every.reports) == {row.report for row in rows if row.stage is not S.WITHDRAWN}
    assert house.is_clean
