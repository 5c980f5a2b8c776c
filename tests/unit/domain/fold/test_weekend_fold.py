"""What stands of a weekend after all words: two names, lines in any order, nobody's word lost."""

from datetime import date
from itertools import permutations
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.case import CaseKind, CaseOpened
from kontaktpunkt.domain.events.handover import (
    HandoverAccepted,
    HandoverAnswered,
    HandoverFinished,
    HandoverLine,
    HandoverQuestioned,
    HandoverWritten,
)
from kontaktpunkt.domain.events.packet import PacketMade, PacketShredded
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.events.weekend import (
    WeekendAnswer,
    WeekendConfirmed,
    WeekendDecided,
    WeekendSide,
)
from kontaktpunkt.domain.fold.handover import fold_shift
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind, shift_subject
from kontaktpunkt.domain.states import WeekendState
from kontaktpunkt.domain.times import Instant
from stories import event_of, fold_words

_DAY = date(2026, 3, 28)
_ANNA, _BO = UUID(int=1), UUID(int=2)
_ONE, _TWO = UUID(int=11), UUID(int=12)
_OPENED = CaseOpened(person=UUID(int=9), case_kind=CaseKind.INPATIENT)
_SAID = WeekendDecided(days=(_DAY,), answer=WeekendAnswer.YES, unit_manager="R. Sandin")
_WRITTEN = HandoverWritten(
    day=_DAY,
    begins=Instant(0),
    lines=(
        HandoverLine(line=_ONE, text="Ring", needs_you=True),
        HandoverLine(line=_TWO, text="Nyckeln"),
    ),
)


def _weekend(*said: Body) -> WeekendState:
    found = fold_words(SubjectKind.CASE, _OPENED, *said).weekend
    assert found is not None
    return found


def test_the_second_name_completes_the_first() -> None:
    """Decided by one and confirmed by the other: nobody is waited for."""
    one = _weekend(_SAID)
    both = _weekend(_SAID, WeekendConfirmed(side=WeekendSide.LICENSED, name="K. Ek"))
    again = _weekend(_SAID, replace(_SAID, unit_manager="", licensed="K. Ek"))

    assert one.awaited == (WeekendSide.LICENSED,)
    assert both.awaited == again.awaited == ()
    assert again.decided.unit_manager == "R. Sandin"


def test_a_name_does_not_stay_under_what_it_was_not_put_under() -> None:
    """When the answer is changed, whoever has not said so is waited for again."""
    changed = _weekend(
        _SAID, WeekendDecided(days=(_DAY,), answer=WeekendAnswer.NO, text="x", licensed="K. Ek")
    )

    assert changed.awaited == (WeekendSide.UNIT_MANAGER,)


def _event(no: int, body: Body, by: UUID = _ANNA) -> Event:
    return event_of(no, shift_subject(UUID(int=5)), body, by=by, at=Instant(no))


def test_a_handover_is_told_alike_in_every_order() -> None:
    """Two workstations that hear of things in another order agree on what waits."""
    events = (
        _event(1, _WRITTEN),
        _event(2, HandoverAccepted(lines=(_ONE,)), _BO),
        _event(3, HandoverQuestioned(line=_TWO, text="Vilken?"), _BO),
        _event(4, HandoverAnswered(line=_TWO, text="Lindens")),
        _event(5, HandoverFinished(line=_ONE), _BO),
    )

    found = {fold_shift(Story(told=order)) for order in permutations(events)}

    (state,) = found
    assert [line.is_open for line in state.lines] == [False, True]
    assert state.lines[0].accepted_by == _BO
    assert not state.lines[1].is_asked


def test_of_two_who_took_a_line_the_first_answers_for_it() -> None:
    """Both pressed the key; one has it."""
    state = fold_shift(
        Story(
            told=(
                _event(1, _WRITTEN),
                _event(3, HandoverAccepted(lines=(_ONE,)), _BO),
                _event(2, HandoverAccepted(lines=(_ONE,)), _ANNA),
            )
        )
    )

    assert state.lines[0].accepted_by == _ANNA


def test_a_line_taken_back_is_gone_unless_somebody_has_spoken_of_it() -> None:
    """Anna's regret takes the line that nobody has met, and not the one that Bo has taken."""
    state = fold_words(
        SubjectKind.SHIFT,
        (_ANNA, _WRITTEN),
        (_BO, HandoverAccepted(lines=(_ONE,))),
        (_ANNA, ActTakenBack(act=UUID(int=1))),
    )

    assert [line.line.line for line in state.lines] == [_ONE]
    assert state.lines[0].accepted_by == _BO


def test_a_line_that_needs_somebody_is_open_until_it_is_done() -> None:
    """Taken is not done: it does not vanish by being taken."""
    taken = fold_words(SubjectKind.SHIFT, _WRITTEN, HandoverAccepted(lines=(_ONE, _TWO)))

    assert [line.is_open for line in taken.lines] == [True, False]
    assert taken.is_open


def test_a_packet_lies_about_until_it_is_shredded() -> None:
    """The first tick holds."""
    made = PacketMade(ends=Instant(5), pages=3)

    lies = fold_words(SubjectKind.PACKET, made)
    gone = fold_words(SubjectKind.PACKET, made, PacketShredded(), PacketShredded())

    assert lies.lies_about
    assert not gone.lies_about
    assert gone.shredded_at == Instant(2)
