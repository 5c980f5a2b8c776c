"""Evidence of a case: the worked cases of the statute, told through messages (lag 2017:612)."""

from datetime import date, time
from typing import Any

import pytest

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.times import HOUR, Instant, at_local
from kontaktpunkt.usecases.rows import Evidence, EvidenceKind
from samples import a_house, a_notice

K = MessageKind
START, AGE, ADMISSION = (
    EvidenceKind.EARLIEST_STATUTORY_START,
    EvidenceKind.READINESS_AGE,
    EvidenceKind.ADMISSION_NOTICE_IN_TIME,
)


def _at(*when: int) -> Instant:
    """Give the instant of year, month, day, hour, and minute and second where they are said."""
    year, month, day, hour, minute, second = (*when, 0, 0)[:6]
    return at_local(date(year, month, day), time(hour, minute, second))


def _told(now: Instant, *messages: Notice) -> dict[EvidenceKind, Evidence]:
    """Take messages in and give the evidence of the case by kind."""
    house = a_house()
    house.clock.set(now)
    case = house.take_in(*messages)[0].case
    assert case is not None
    page = house.anna.case(case)
    assert page is not None
    return {each.kind: each for each in page.evidence}


def _admitted(admitted: Instant, sent: Instant | None) -> Notice:
    return a_notice(id="a", stay={"admitted_at": admitted}, sent_at=sent)


def _ready(sent: Instant | None, **said: Any) -> Notice:
    return a_notice(K.READINESS_NOTICE, **({"id": "r", "sent_at": sent} | said))


@pytest.mark.parametrize(
    ("sent", "start"),
    [
        (_at(2026, 3, 2, 10), date(2026, 3, 5)),
        (_at(2026, 3, 2, 12, 0, 0), date(2026, 3, 5)),
        (_at(2026, 3, 2, 12, 0, 1), date(2026, 3, 6)),
        (_at(2026, 3, 6, 9), date(2026, 3, 9)),
        (_at(2026, 12, 23, 13, 30), date(2026, 12, 27)),
        (_at(2028, 2, 27, 8), date(2028, 3, 1)),
        (Instant(1_767_610_800_000_000), date(2026, 1, 8)),
    ],
)
def test_the_earliest_start_by_the_noon_rule(sent: Instant, start: date) -> None:
    """5 kap. 4 §: three days after the notice was sent, four when sent after 12.00."""
    before = Instant(sent - 50 * HOUR)

    told = _told(Instant(sent + HOUR), _admitted(before, before), _ready(sent))

    assert (told[START].day, told[START].missing) == (start, "")
    assert told[START].at == sent
    assert (told[AGE].minutes, told[AGE].at) == (60, sent)


def test_without_an_admission_notice_nothing_starts() -> None:
    """5 kap. 3 §: the reason is said, and the age is told all the same."""
    told = _told(_at(2026, 3, 2, 11), _ready(_at(2026, 3, 2, 10)))

    assert told[START].day is None
    assert told[START].missing == "inskrivningsmeddelande saknas (5 kap. 3 §)"
    assert told[AGE].minutes == 60
    assert told[ADMISSION].missing == "inskrivningsmeddelande saknas"


def test_without_a_readiness_notice_there_is_no_clock() -> None:
    """No line about a start that nobody has set going."""
    sent = _at(2026, 3, 2, 10)

    assert set(_told(_at(2026, 3, 2, 11), _admitted(sent, sent))) == {ADMISSION}


def test_a_withdrawn_readiness_voids_its_clock_and_a_new_one_starts_anew() -> None:
    """Withdrawn 3 March, new notice 10 March 09:00: new start 13 March, both in the timeline."""
    sent = _at(2026, 3, 2, 8)
    first = (
        _admitted(sent, sent),
        _ready(_at(2026, 3, 2, 10)),
        a_notice(K.READINESS_WITHDRAWN_NOTICE, id="w", sent_at=_at(2026, 3, 3, 9)),
    )
    assert set(_told(_at(2026, 3, 4, 8), *first)) == {ADMISSION}

    told = _told(_at(2026, 3, 10, 10), *first, _ready(_at(2026, 3, 10, 9), id="r2"))

    assert told[START].day == date(2026, 3, 13)


def test_a_readiness_told_without_its_time_of_sending_counts_nothing() -> None:
    """When it was sent is what the money hangs on: it is asked for, not guessed."""
    sent = _at(2026, 3, 2, 8)

    told = _told(_at(2026, 3, 2, 11), _admitted(sent, sent), _ready(None))

    for kind in (AGE, START):
        assert told[kind].missing == "tid för avsändande saknas i meddelandet"
        assert (told[kind].minutes, told[kind].day, told[kind].at) == (None, None, None)


@pytest.mark.parametrize(
    ("admitted", "sent", "in_time"),
    [
        (_at(2026, 3, 2, 14, 20), _at(2026, 3, 3, 14, 20), True),
        (_at(2026, 3, 2, 14, 20), _at(2026, 3, 3, 14, 21), False),
        # Summer time begins in the night: 24 elapsed hours end at 15:00.
        (_at(2026, 3, 28, 14), _at(2026, 3, 29, 15), True),
        (_at(2026, 3, 28, 14), _at(2026, 3, 29, 15, 1), False),
    ],
)
def test_the_admission_notice_within_24_hours(
    admitted: Instant,
    sent: Instant,
    in_time: bool,  # noqa: FBT001  a column of the table
) -> None:
    """2 kap. 3 §: 24 elapsed hours from the admission; said as evidence, never as our lateness."""
    told = _told(Instant(sent + HOUR), _admitted(admitted, sent))

    assert told[ADMISSION].holds is in_time
    assert told[ADMISSION].minutes == (sent - admitted) // 60_000_000


def test_an_admission_notice_that_says_too_little_proves_nothing() -> None:
    """Neither without the time of admission nor without that of sending."""
    now = _at(2026, 3, 3, 8)
    without_time = a_notice(id="a", stay={"admitted_at": None}, sent_at=now)

    assert "tid för inskrivning" in _told(now, without_time)[ADMISSION].missing
    assert "avsändande" in _told(now, _admitted(now, None))[ADMISSION].missing


def test_23_timmars_and_questions_have_no_evidence() -> None:
    """No admission notice is expected and no money clock runs."""
    now = _at(2026, 3, 3, 8)

    assert _told(now, a_notice(K.EMERGENCY_STAY_NOTICE, id="n")) == {}
    assert _told(now, a_notice(K.ADMINISTRATIVE_MESSAGE, id="m")) == {}


def test_a_question_before_the_stay_hides_no_clock() -> None:
    """The case that a question opened has the stay's evidence when the stay comes."""
    sent = _at(2026, 3, 2, 8)

    told = _told(
        _at(2026, 3, 2, 11),
        a_notice(K.ADMINISTRATIVE_MESSAGE, id="m"),
        _admitted(sent, sent),
        _ready(_at(2026, 3, 2, 10)),
    )

    assert told[START].day == date(2026, 3, 5)


def test_whoever_has_gone_home_has_no_running_clock() -> None:
    """After the discharge only what was in time is left to tell."""
    sent = _at(2026, 3, 2, 8)
    gone = a_notice(K.DISCHARGE_NOTICE, id="d", sent_at=_at(2026, 3, 2, 11))

    told = _told(_at(2026, 3, 2, 12), _admitted(sent, sent), _ready(_at(2026, 3, 2, 10)), gone)

    assert set(told) == {ADMISSION}
