"""The rules of a weekend: helgbesked on two names, lines from shift to shift, packets of paper."""

from datetime import date, time
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.decide import Ground, decide, decide_take_back
from kontaktpunkt.domain.events import handover, packet, weekend
from kontaktpunkt.domain.events.handover import HandoverLine
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.ledger.subjects import case_subject, packet_subject, shift_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import (
    CaseState,
    HandedLine,
    LineTalk,
    PacketState,
    ShiftState,
    WeekendState,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import ANNA, CASE, FREE_CASE, NOW, a_ground
from stories import event_of

R = RefusalReason
_SHIFT, _PACKET = UUID(int=81), UUID(int=82)
_FREE, _NEEDS, _DONE, _ASKED, _TAKEN = (UUID(int=n) for n in range(91, 96))
_DAYS = (date(2026, 3, 28), date(2026, 3, 29))
_DECIDED = weekend.WeekendDecided(
    days=_DAYS,
    answer=WeekendAnswer.YES_IF,
    text="larmet är på plats",
    earliest=time(13),
    ring="Norr",
    ring_phone="070-174 06 72",
    unit_manager="R. Sandin",
)
_DECIDE = c.DecideWeekend(
    case=CASE,
    days=(_DAYS[1], _DAYS[0], _DAYS[1]),
    answer=WeekendAnswer.YES_IF,
    text=" larmet är på plats ",
    earliest=time(13),
    ring=" Norr ",
    ring_phone="070-174 06 72",
    unit_manager=" R. Sandin ",
)
_CONFIRM = c.ConfirmWeekend(case=CASE, side=WeekendSide.LICENSED, name="K. Ek")


def _line(line: UUID, *, needs: bool = False, **more: object) -> HandedLine:
    text = HandoverLine(line=line, text="Ring avdelningen", needs_you=needs)
    return HandedLine(line=text, begins=NOW, written_at=NOW, **more)  # type: ignore[arg-type]


_LINES = ShiftState(
    day=_DAYS[0],
    begins=NOW,
    lines=(
        _line(_FREE),
        _line(_NEEDS, needs=True),
        _line(_DONE, done_at=NOW),
        _line(_ASKED, talk=(LineTalk(at=NOW, text="vilken?"),)),
        _line(_TAKEN, accepted_at=NOW),
    ),
)
_MADE = PacketState(made=packet.PacketMade(ends=NOW), made_at=NOW)


def _ground(
    case: CaseState = FREE_CASE,
    shift: ShiftState | None = _LINES,
    made: PacketState | None = _MADE,
    me: UUID | None = ANNA,
) -> Ground:
    ground = a_ground(case=case, me=me)
    states = dict(ground.states)
    if shift is not None:
        states[shift_subject(_SHIFT)] = shift
    if made is not None:
        states[packet_subject(_PACKET)] = made
    return replace(ground, states=states)


def _reason(wish: Command, **ground: object) -> RefusalReason | None:
    decision = decide(_ground(**ground), wish)  # type: ignore[arg-type]
    return decision.reason if isinstance(decision, Refused) else None


def _decided_case(**said: object) -> CaseState:
    decided = replace(_DECIDED, **said)  # type: ignore[arg-type]
    return replace(FREE_CASE, weekend=WeekendState(decided=decided, at=NOW, by=ANNA))


def test_a_helgbesked_says_days_answer_condition_and_whom_to_ring() -> None:
    """What is typed with a blank too many is kept without it, and each day once."""
    decision = decide(_ground(), _DECIDE)

    assert not isinstance(decision, Refused)
    assert {one.subject: one.body for one in decision} == {case_subject(CASE): _DECIDED}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"days": ()}, R.NO_DAYS),
        ({"unit_manager": " "}, R.NO_DECIDER),
        ({"text": " "}, R.NO_REASON),
        ({"answer": WeekendAnswer.NO, "text": ""}, R.NO_REASON),
        ({"answer": WeekendAnswer.YES, "text": ""}, None),
        ({"unit_manager": "", "licensed": "K. Ek"}, None),
        ({"case": UUID(int=99)}, R.NOT_FOUND),
    ],
)
def test_a_helgbesked_lacks_neither_days_nor_name_nor_reason(
    changed: dict[str, object], reason: RefusalReason | None
) -> None:
    """A bare no helps nobody on a Saturday: why, and on whose word."""
    assert _reason(replace(_DECIDE, **changed)) is reason  # type: ignore[arg-type]


def test_the_other_name_is_put_under_what_was_decided_once() -> None:
    """Until both names are there, we wait for one of them."""
    assert _reason(_CONFIRM) is R.NOT_FOUND
    assert _reason(_CONFIRM, case=_decided_case()) is None
    assert _reason(replace(_CONFIRM, name=" "), case=_decided_case()) is R.NO_DECIDER
    manager = replace(_CONFIRM, side=WeekendSide.UNIT_MANAGER)
    assert _reason(manager, case=_decided_case()) is R.ALREADY_CONFIRMED


def test_lines_are_handed_over_with_words_by_somebody() -> None:
    """An empty line hands nothing over, and nobody is nobody to ask."""
    line = HandoverLine(line=_FREE, text=" Ring ", needs_you=True)
    wish = c.WriteHandover(shift=_SHIFT, day=_DAYS[0], begins=NOW, to_words=" Lund ", lines=(line,))

    decision = decide(_ground(shift=None), wish)

    assert not isinstance(decision, Refused)
    (happening,) = decision
    assert happening.body == handover.HandoverWritten(
        day=_DAYS[0], begins=NOW, to="Lund", lines=(replace(line, text="Ring"),)
    )
    assert _reason(replace(wish, lines=())) is R.EMPTY_TEXT
    assert _reason(replace(wish, lines=(replace(line, text=" "),))) is R.EMPTY_TEXT
    assert _reason(wish, me=None) is R.NO_USER
    assert _reason(wish, shift=replace(_LINES, frozen=True)) is R.NEEDS_NEWER_PROGRAM


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((_NEEDS,), None),
        ((_FREE, _ASKED), None),
        ((_FREE, _TAKEN), None),
        ((_FREE, _NEEDS), R.ONE_BY_ONE),
        ((_TAKEN,), R.ALREADY_ACCEPTED),
        ((_DONE,), R.ALREADY_ACCEPTED),
        ((), R.ALREADY_ACCEPTED),
        ((_FREE, UUID(int=99)), R.NOT_FOUND),
    ],
)
def test_what_needs_its_receiver_is_taken_by_itself_the_rest_in_one_stroke(
    lines: tuple[UUID, ...], reason: RefusalReason | None
) -> None:
    """A line that needs me has been read by me: it cannot slip through with the others."""
    assert _reason(c.AcceptHandover(shift=_SHIFT, lines=lines)) is reason


def test_only_lines_that_wait_are_noted_as_taken() -> None:
    """Of two who take at once, each line has one taker."""
    decision = decide(_ground(), c.AcceptHandover(shift=_SHIFT, lines=(_FREE, _TAKEN)))

    assert not isinstance(decision, Refused)
    assert [one.body for one in decision] == [handover.HandoverAccepted(lines=(_FREE,))]


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (c.QuestionHandover(shift=_SHIFT, line=_NEEDS, text="Vilken?"), None),
        (c.QuestionHandover(shift=_SHIFT, line=_NEEDS, text=" "), R.EMPTY_TEXT),
        (c.QuestionHandover(shift=_SHIFT, line=_DONE, text="Vilken?"), R.LINE_DONE),
        (c.AnswerHandover(shift=_SHIFT, line=_ASKED, text="Medicin"), None),
        (c.AnswerHandover(shift=_SHIFT, line=_NEEDS, text="Medicin"), R.NOTHING_ASKED),
        (c.FinishHandover(shift=_SHIFT, line=_TAKEN), None),
        (c.FinishHandover(shift=_SHIFT, line=_NEEDS), None),
        (c.FinishHandover(shift=_SHIFT, line=_DONE), R.LINE_DONE),
        (c.FinishHandover(shift=_SHIFT, line=UUID(int=99)), R.NOT_FOUND),
        (c.ShredPacket(packet=_PACKET), None),
        (c.ShredPacket(packet=UUID(int=99)), R.NOT_FOUND),
        (c.MakePacket(packet=UUID(int=98), ends=NOW), None),
        (c.MakePacket(packet=_PACKET, ends=NOW), R.ALREADY_DONE),
    ],
)
def test_a_line_or_packet_that_is_done_with_is_done_with(
    wish: Command, reason: RefusalReason | None
) -> None:
    """Questions, answers and ticks go to what is open, and nothing is done twice."""
    assert _reason(wish) is reason


def test_nobody_answers_for_a_line_or_a_shredding_without_a_name() -> None:
    """Whoever has not said who she is takes nothing over."""
    for wish in (
        c.AcceptHandover(shift=_SHIFT, lines=(_FREE,)),
        c.QuestionHandover(shift=_SHIFT, line=_FREE, text="?"),
        c.FinishHandover(shift=_SHIFT, line=_FREE),
        c.ShredPacket(packet=_PACKET),
    ):
        assert _reason(wish, me=None) is R.NO_USER
    gone = replace(_MADE, shredded_at=Instant(NOW + HOUR))
    assert _reason(c.ShredPacket(packet=_PACKET), made=gone) is R.ALREADY_SHREDDED


def test_a_packet_that_was_made_is_never_undone() -> None:
    """The paper is out of the house: it is shredded and ticked off, not undone."""
    made = event_of(1, packet_subject(_PACKET), packet.PacketMade(ends=NOW), by=ANNA, at=NOW)

    decision = decide_take_back([made], ANNA, NOW, already=False)

    assert isinstance(decision, Refused)
    assert decision.reason is R.CANNOT_TAKE_BACK
