"""Two at work, doing anything with lines in any order: none that needs somebody is ever lost."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duty_places import at
from kontaktpunkt.domain.commands import (
    AcceptHandover,
    AnswerHandover,
    FinishHandover,
    QuestionHandover,
)
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.weekend.rows import HandoverRow, LineDraft
from samples import House, a_house

pytestmark = pytest.mark.property

_Act = Callable[[StaffDesk, int], Any]


def _write(desk: StaffDesk, pick: int) -> Any:
    needs = pick % 3 != 0
    return desk.hand_over((LineDraft(text=f"rad {pick}", needs_you=needs), LineDraft(text="läs")))


def _call(desk: StaffDesk, pick: int) -> Any:
    return desk.pass_on_call(LineDraft(text=f"samtal {pick}", needs_you=True, is_call=True))


def _on_line(make: Callable[[HandoverRow], Any]) -> _Act:
    def act(desk: StaffDesk, pick: int) -> Any:
        rows = desk.weekend().handover
        return desk.act(make(rows[pick % len(rows)])) if rows else None

    return act


def _accept_all(desk: StaffDesk, pick: int) -> Any:
    rows = desk.weekend().handover
    shift = rows[pick % len(rows)].shift if rows else None
    lines = tuple(row.line for row in rows if row.shift == shift)
    return desk.act(AcceptHandover(shift=shift, lines=lines)) if shift else None


def _leave(desk: StaffDesk, _pick: int) -> Any:
    return desk.hand_over_all(Receiver(role=Role.SHORT_TERM_NURSE))


def _undo(desk: StaffDesk, _pick: int) -> Any:
    return desk.undo()


_ACTS: tuple[_Act, ...] = (
    _write,
    _call,
    _on_line(lambda row: AcceptHandover(shift=row.shift, lines=(row.line,))),
    _on_line(lambda row: QuestionHandover(shift=row.shift, line=row.line, text="?")),
    _on_line(lambda row: AnswerHandover(shift=row.shift, line=row.line, text="!")),
    _on_line(lambda row: FinishHandover(shift=row.shift, line=row.line)),
    _accept_all,
    _leave,
    _undo,
)


def _open_now(house: House) -> dict[UUID, HandoverRow]:
    rows = house.bo.weekend().handover
    return {row.line: row for row in rows if row.handed.line.needs_you and row.handed.is_open}


@given(st.lists(st.tuples(st.sampled_from(_ACTS), st.booleans(), st.integers(0, 200))))
@settings(max_examples=40, deadline=None)
def test_a_line_that_needs_somebody_leaves_the_page_only_by_a_word(
    steps: list[tuple[_Act, bool, int]],
) -> None:
    """It is done, handed on as a line that is shown, or taken back by who wrote it; nothing else.

    Neither time, nor reading, nor a colleague's act takes it off the shared page.
    """
    house = a_house()
    house.clock.set(at("2026-03-20 15:00"))
    for act, by_anna, pick in steps:
        house.clock.advance(pick * 3)
        before = _open_now(house)
        answer = act(house.anna if by_anna else house.bo, pick)
        gone = before.keys() - _open_now(house).keys()
        shown = {row.line: row for row in house.anna.weekend().handover}
        for line in gone:
            undone = act is _undo and isinstance(answer, Done)
            row = shown.get(line)
            said_done = row is not None and row.handed.done_at is not None
            assert undone or said_done
            if row is not None and row.handed.carried_to is not None:
                onward = shown[row.handed.carried_to]
                assert onward.handed.line.carried_from == line
        waits = house.bo.handover_waits()
        assert waits.needs == sum(row.handed.waits for row in _open_now(house).values())
    assert house.is_clean
