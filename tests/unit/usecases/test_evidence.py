"""Evidence of a case: its clocks from messages that came in, and what the inbox makes of them."""

from datetime import date, time
from typing import Any

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockGap, ClockStatus, Owes
from kontaktpunkt.domain.commands import (
    AnswerPlanning,
    ChangeSetting,
    JudgeConditions,
    PauseClock,
    ResumeClock,
    TakeBack,
    TakeMessage,
)
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.payment import NoLiability
from kontaktpunkt.domain.times import HOUR, Instant, at_local
from kontaktpunkt.usecases.rows import DueReason
from samples import House, a_house, a_notice, do, hours, id_of

K, C = MessageKind, ClockKind


def _at(*when: int) -> Instant:
    """Give the instant of year, month, day, hour, and minute and second where they are said."""
    year, month, day, hour, minute, second = (*when, 0, 0)[:6]
    return at_local(date(year, month, day), time(hour, minute, second))


def _told(now: Instant, *messages: Notice) -> dict[ClockKind, CaseClock]:
    """Take messages in and give the clocks of the case by kind, those that count first."""
    house = a_house()
    house.clock.set(now)
    case = house.take_in(*messages)[0].case
    assert case is not None
    page = house.anna.case(case)
    assert page is not None
    return {each.kind: each for each in reversed(page.clocks)}


def _admitted(admitted: Instant, sent: Instant | None) -> Notice:
    return a_notice(id="a", stay={"admitted_at": admitted}, sent_at=sent)


def _ready(sent: Instant | None, **said: Any) -> Notice:
    return a_notice(K.READINESS_NOTICE, **({"id": "r", "sent_at": sent} | said))


@pytest.mark.parametrize(
    ("sent", "start"),
    [
        (_at(2026, 3, 2, 10), date(2026, 3, 5)),
        (_at(2026, 3, 2, 12, 0, 1), date(2026, 3, 6)),
        (Instant(1_767_610_800_000_000), date(2026, 1, 8)),
    ],
)
def test_the_earliest_start_comes_from_the_messages(sent: Instant, start: date) -> None:
    """5 kap. 4 §: three days after the notice was sent, four when sent after 12.00."""
    before = Instant(sent - 50 * HOUR)

    told = _told(Instant(sent + HOUR), _admitted(before, before), _ready(sent))

    assert (told[C.PAYMENT_START].due_day, told[C.PAYMENT_START].hindrance) == (start, None)
    assert told[C.PAYMENT_START].message == id_of("r")
    assert told[C.READINESS].started_at == sent


def test_without_an_admission_notice_nothing_starts() -> None:
    """5 kap. 3 §: the reason is said, and the age is told all the same."""
    told = _told(_at(2026, 3, 2, 11), _ready(_at(2026, 3, 2, 10)))

    assert told[C.PAYMENT_START].hindrance is NoLiability.NO_ADMISSION_NOTICE
    assert told[C.READINESS].started_at == _at(2026, 3, 2, 10)
    assert told[C.ADMISSION_NOTICE].gap is ClockGap.NO_ADMISSION_NOTICE


def test_a_readiness_told_without_its_time_of_sending_counts_nothing() -> None:
    """When it was sent is what the money hangs on: it is asked for, not guessed."""
    sent = _at(2026, 3, 2, 8)

    told = _told(_at(2026, 3, 2, 11), _admitted(sent, sent), _ready(None))

    assert told[C.READINESS].gap is ClockGap.NO_SENDING_TIME
    assert told[C.PAYMENT_START].hindrance is NoLiability.READINESS_TIME_MISSING
    assert told[C.PAYMENT_START].due_day is None


def test_a_question_without_a_stay_has_no_clock() -> None:
    """Nothing is expected from anybody but an answer."""
    assert _told(_at(2026, 3, 3, 8), a_notice(K.ADMINISTRATIVE_MESSAGE, id="m")) == {}


def test_a_question_before_the_stay_hides_no_clock() -> None:
    """The case that a question opened has the stay's clocks when the stay comes."""
    sent = _at(2026, 3, 2, 8)

    told = _told(
        _at(2026, 3, 2, 11),
        a_notice(K.ADMINISTRATIVE_MESSAGE, id="m"),
        _admitted(sent, sent),
        _ready(_at(2026, 3, 2, 10)),
    )

    assert told[C.PAYMENT_START].due_day == date(2026, 3, 5)


def test_what_others_owe_us_is_never_late_for_us() -> None:
    """A notice that came three days late is said so, and nothing of ours turns red by it."""
    told = _told(_at(2026, 3, 9, 8), _admitted(_at(2026, 3, 2, 8), _at(2026, 3, 5, 8)))

    late = told[C.ADMISSION_NOTICE]
    assert late.status(_at(2026, 3, 9, 8)) is ClockStatus.MET_LATE
    assert late.owes is Owes.REGION
    assert not late.is_late_for_us(_at(2026, 3, 9, 8))


# --- the planning answer in the inbox ---------------------------------------------------------


def _with_hours(text: str | None) -> tuple[House, Any]:
    house = a_house()
    if text is not None:
        do(house.anna, ChangeSetting(key="planning_answer_hours", value=text))
    case = house.take_in(a_notice(id="a", sent_at=hours(-1)))[0].case
    return house, case


def test_without_confirmed_hours_the_inbox_asks_for_no_planning_answer() -> None:
    """A time that nobody has confirmed is nobody's due time."""
    house, _ = _with_hours(None)

    assert house.row(id_of("a")).due_reason is None


def test_the_inbox_says_by_when_we_must_answer_also_when_it_is_taken() -> None:
    """Counted from when the notice was sent; whoever takes it still has to answer."""
    house, _ = _with_hours("24")
    row = house.row(id_of("a"))
    assert (row.due_at, row.due_reason) == (hours(23), DueReason.PLANNING_ANSWER)

    do(house.anna, TakeMessage(message=id_of("a")))

    assert house.row(id_of("a")).due_reason is DueReason.PLANNING_ANSWER


def test_an_answered_or_waiting_planning_is_no_longer_due() -> None:
    """While we wait for the region nothing is due; when it goes on the time is longer by that."""
    house, case = _with_hours("24")

    do(house.anna, PauseClock(case=case, clock=C.PLANNING_ANSWER, waiting_for="regionen"))
    assert house.row(id_of("a")).due_at is None
    house.clock.set(hours(5))
    do(house.anna, ResumeClock(case=case, clock=C.PLANNING_ANSWER))
    assert house.row(id_of("a")).due_at == hours(28)
    do(house.anna, AnswerPlanning(case=case))
    assert house.row(id_of("a")).due_at is None


def test_a_pause_is_undone_as_any_act() -> None:
    """Taking the pause back gives the time back as it was."""
    house, case = _with_hours("24")
    wish = PauseClock(case=case, clock=C.PLANNING_ANSWER, waiting_for="regionen")
    act = do(house.anna, wish).act

    house.clock.set(hours(5))
    do(house.anna, TakeBack(act=act))

    assert house.row(id_of("a")).due_at == hours(23)


def test_what_somebody_says_of_the_conditions_stands_on_the_page() -> None:
    """5 kap. 5 §: when regional services are not there, nothing starts."""
    house, case = _with_hours(None)
    house.take_in(_ready(hours(-0.5)))

    do(house.anna, JudgeConditions(case=case, sip_needed=True))

    page = house.anna.case(case)
    assert page is not None
    payment = next(clock for clock in page.clocks if clock.kind is C.PAYMENT_START)
    assert payment.hindrance is NoLiability.NO_SUMMONS
