"""What the region owes us by when: admission notice, summons to SIP, information at discharge."""

from datetime import date

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import StartingFact
from kontaktpunkt.domain.clocks import ClockGap, ClockStatus, Owes
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.clock import ConditionsJudged
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.message_kind import MessageKind
from told_case import admitted, at, clock, clocks, did, named, ready, terms, told

C, G, S = ClockKind, ClockGap, ClockStatus
LATER = at("2027-01-01 08:00")
SIP = did(ConditionsJudged(sip_needed=True), "2026-03-02 11:00")
NO_SIP = did(ConditionsJudged(sip_needed=False), "2026-03-02 11:00")


def _summoned(sent: str, name: str = "S", **more: str) -> Event:
    return told(said.PlanSummoned, name, sent, **more)


def _left(when: str | None, name: str = "D", sent: str = "2026-03-04 12:00") -> Event:
    return told(said.Discharged, name, sent, discharged_at=when)


def _informed(sent: str, name: str = "I", **more: str) -> Event:
    return told(said.DischargeInformed, name, sent, **more)


# --- inskrivningsmeddelande, 2 kap. 3 § -------------------------------------------------------


@pytest.mark.parametrize(
    ("came_in", "due"),
    [
        ("2026-03-02 14:20", "2026-03-03 14:20"),
        # Summer time begins in the night: 24 elapsed hours end at 15:00.
        ("2026-03-28 14:00", "2026-03-29 15:00"),
        # It ends in the night: they end at 13:00.
        ("2026-10-24 14:00", "2026-10-25 13:00"),
        ("2028-02-28 14:00", "2028-02-29 14:00"),
        ("2026-12-31 23:59", "2027-01-01 23:59"),
        ("2026-03-02 00:00", "2026-03-03 00:00"),
    ],
)
def test_the_admission_notice_is_due_24_elapsed_hours_after_the_admission(
    came_in: str, due: str
) -> None:
    """Hours are hours, also in the night when the clocks are moved, on weekends and red days."""
    notice = clock(C.ADMISSION_NOTICE, admitted(came_in, came_in))

    assert notice.due_at == at(due)
    assert (notice.counted_from, notice.owes) == (StartingFact.ADMITTED, Owes.REGION)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("2026-03-03 14:20:00", S.MET),
        ("2026-03-03 14:20:01", S.MET_LATE),
        ("2026-03-02 08:00", S.MET),
        ("2026-03-05 08:00", S.MET_LATE),
    ],
)
def test_whether_it_was_sent_in_time_is_said_of_the_region_alone(
    sent: str, status: ClockStatus
) -> None:
    """At the very minute is in time, before the admission too; it is never late for us."""
    notice = clock(C.ADMISSION_NOTICE, admitted("2026-03-02 14:20", sent))

    assert notice.status(LATER) is status
    assert not notice.is_late_for_us(LATER)


@pytest.mark.parametrize(
    ("judged", "due", "fact"),
    [
        ("2026-03-04 10:00", "2026-03-05 10:00", StartingFact.NEED_JUDGED),
        ("2026-03-01 10:00", "2026-03-03 14:20", StartingFact.ADMITTED),
    ],
)
def test_a_need_that_is_judged_later_is_counted_from_then(
    judged: str, due: str, fact: StartingFact
) -> None:
    """2 kap. 3 §: 24 hours from the judgement when the need was seen after the admission."""
    said_so = did(ConditionsJudged(need_judged_at=at(judged)), "2026-03-05 11:00")
    notice = clock(C.ADMISSION_NOTICE, admitted("2026-03-02 14:20", "2026-03-04 12:00"), said_so)

    assert (notice.due_at, notice.counted_from) == (at(due), fact)


def test_a_correction_does_not_make_the_notice_late() -> None:
    """What counts is when the region first told us; a correction stands in its place."""
    notice = clock(
        C.ADMISSION_NOTICE,
        admitted("2026-03-02 14:20", "2026-03-02 16:00"),
        admitted("2026-03-02 14:20", "2026-03-06 09:00", name="A2", replaces="A"),
    )

    assert (notice.message, notice.stopped_at) == (named("A2"), at("2026-03-02 16:00"))
    assert notice.status(LATER) is S.MET


@pytest.mark.parametrize(
    ("events", "gap"),
    [
        ((ready(),), G.NO_ADMISSION_NOTICE),
        ((admitted(None),), G.NO_ADMISSION_TIME),
        ((admitted(sent="", came="2026-03-01 12:00"),), G.NO_SENDING_TIME),
    ],
)
def test_what_is_missing_is_said_and_not_guessed(events: tuple[Event, ...], gap: ClockGap) -> None:
    """Without the notice, without one of its times, nothing can be said."""
    notice = clock(C.ADMISSION_NOTICE, *events)

    assert notice.gap is gap
    assert notice.status(LATER) is S.NOT_RUNNING


def test_a_cancelled_admission_is_no_longer_one() -> None:
    """As if it had never come, as far as the clock goes."""
    cancelled = told(
        said.NoticeCancelled,
        "C",
        "2026-03-01 11:00",
        replaces="A",
        notice_kind=MessageKind.ADMISSION_NOTICE,
    )

    notices = [
        one for one in clocks(admitted(), ready(), cancelled) if one.kind is C.ADMISSION_NOTICE
    ]

    assert [one.gap for one in notices] == [G.NO_ADMISSION_NOTICE]


def test_hours_that_the_municipality_has_unset_count_nothing() -> None:
    """A value that nobody has confirmed is nobody's limit."""
    unset = terms(admission_notice_hours="null")

    assert clock(C.ADMISSION_NOTICE, admitted(), under=unset).gap is G.NO_RULE_CONFIRMED


# --- kallelse till SIP, 4 kap. 3 § ------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        ("2026-03-02 10:00", "2026-03-05"),
        ("2026-03-02 12:00:01", "2026-03-05"),
        ("2026-03-06 16:00", "2026-03-09"),
        ("2026-12-23 13:30", "2026-12-26"),
        ("2028-02-27 08:00", "2028-03-01"),
        ("2026-03-27 23:59:59", "2026-03-30"),
    ],
)
def test_the_summons_is_due_three_days_after_the_readiness_notice(sent: str, last: str) -> None:
    """Calendar days, no noon rule: the whole third day is in time."""
    summons = clock(C.PLAN_SUMMONS, admitted(), ready(sent), SIP)

    assert summons.due_day == date.fromisoformat(last)
    assert summons.due_at == at(f"{last} 23:59:59.999999")
    assert summons.owes is Owes.REGION


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("2026-03-01 10:00", S.MET),
        ("2026-03-05 23:59:59", S.MET),
        ("2026-03-06 00:00", S.MET_LATE),
    ],
)
def test_whether_the_summons_was_in_time(sent: str, status: ClockStatus) -> None:
    """One that was sent before the readiness is in time too."""
    summons = clock(C.PLAN_SUMMONS, admitted(), ready(), _summoned(sent))

    assert (summons.status(LATER), summons.stopped_by) == (status, named("S"))


def test_of_several_summonses_the_first_counts() -> None:
    """A new time for the meeting is no new summons."""
    events = (
        admitted(),
        ready(),
        _summoned("2026-03-04 08:00"),
        _summoned("2026-03-09 08:00", "T"),
    )

    assert clock(C.PLAN_SUMMONS, *events).stopped_at == at("2026-03-04 08:00")


def test_what_is_waited_for_is_overdue_but_never_red_for_us() -> None:
    """The region is late, and we are not."""
    summons = clock(C.PLAN_SUMMONS, admitted(), ready(), SIP)

    assert summons.status(LATER) is S.OVERDUE
    assert not summons.is_late_for_us(LATER)


@pytest.mark.parametrize(
    ("events", "gap"),
    [
        ((admitted(), ready()), G.SIP_NOT_JUDGED),
        ((admitted(), ready(), NO_SIP), G.SIP_NOT_NEEDED),
        ((admitted(), SIP), G.NO_READINESS_NOTICE),
        ((admitted(), ready(""), SIP), G.NO_SENDING_TIME),
        ((admitted(), ready(), _summoned("", came="2026-03-03 08:00")), G.NO_SENDING_TIME),
        ((admitted(), ready(), SIP, _left("2026-03-04 12:00")), G.NO_LONGER_NEEDED),
    ],
)
def test_when_no_summons_is_counted_the_reason_is_said(
    events: tuple[Event, ...], gap: ClockGap
) -> None:
    """Not needed, nobody has said, nothing to count from, or too late to matter."""
    assert clock(C.PLAN_SUMMONS, *events).gap is gap


def test_days_that_the_municipality_has_unset_count_no_summons() -> None:
    """A value that nobody has confirmed is nobody's limit."""
    unset = terms(summons_days="null")

    summons = clock(C.PLAN_SUMMONS, admitted(), ready(), SIP, under=unset)

    assert summons.gap is G.NO_RULE_CONFIRMED


def test_notices_that_correct_each_other_in_a_circle_are_counted_once() -> None:
    """Two systems that each think that the other was wrong stop nothing here."""
    first = admitted("2026-03-02 14:20", "2026-03-02 16:00", replaces="A2")
    second = admitted("2026-03-02 14:20", "2026-03-02 15:00", name="A2", replaces="A")

    assert clock(C.ADMISSION_NOTICE, first, second).stopped_at == at("2026-03-02 15:00")


def test_before_readiness_nobody_waits_for_a_summons() -> None:
    """There is no line about what nobody expects yet."""
    assert not [one for one in clocks(admitted()) if one.kind is C.PLAN_SUMMONS]


def test_the_last_word_on_sip_holds() -> None:
    """A judgement that was changed is changed."""
    no = did(ConditionsJudged(sip_needed=False), "2026-03-03 11:00", "changed")

    assert clock(C.PLAN_SUMMONS, admitted(), ready(), SIP, no).gap is G.SIP_NOT_NEEDED
    assert clock(C.PLAN_SUMMONS, admitted(), ready(), no, SIP).gap is G.SIP_NOT_NEEDED


# --- information vid utskrivning, 3 kap. 2 § --------------------------------------------------


@pytest.mark.parametrize(
    ("left", "sent", "status"),
    [
        ("2026-03-04 12:00", "2026-03-04 23:59:59", S.MET),
        ("2026-03-04 12:00", "2026-03-05 00:00", S.MET_LATE),
        ("2026-03-04 00:00", "2026-03-04 00:00", S.MET),
        ("2026-03-04 12:00", "2026-03-03 15:00", S.MET),
        # The day on which the clocks are moved has 23 hours, or 25.
        ("2026-03-29 01:30", "2026-03-29 23:59", S.MET),
        ("2026-10-25 02:30", "2026-10-25 23:59", S.MET),
    ],
)
def test_the_information_is_due_the_same_day_as_the_discharge(
    left: str, sent: str, status: ClockStatus
) -> None:
    """The day is that of clocks in Sweden; what was sent before is in time."""
    information = clock(
        C.DISCHARGE_INFORMATION, admitted(), _left(left, sent=left), _informed(sent)
    )

    assert information.status(LATER) is status
    assert information.due_day == at_day(left)


def test_before_the_discharge_no_information_is_waited_for() -> None:
    """Nobody has gone home yet."""
    assert not [one for one in clocks(admitted(), ready()) if one.kind is C.DISCHARGE_INFORMATION]


@pytest.mark.parametrize(
    ("events", "gap"),
    [
        ((_left(None),), G.NO_DISCHARGE_TIME),
        ((_left("2026-03-04 12:00"), _informed("", came="2026-03-04 13:00")), G.NO_SENDING_TIME),
    ],
)
def test_information_without_times_is_not_judged(events: tuple[Event, ...], gap: ClockGap) -> None:
    """It says what is missing."""
    assert clock(C.DISCHARGE_INFORMATION, admitted(), *events).gap is gap


def test_the_information_of_the_time_before_is_not_that_of_this_one() -> None:
    """Whoever came back and went home again is waited for anew."""
    events = (
        admitted(),
        _left("2026-03-04 12:00"),
        _informed("2026-03-04 13:00"),
        admitted("2026-03-06 08:00", "2026-03-06 09:00", name="A2"),
        _left("2026-03-09 12:00", "D2", sent="2026-03-09 12:00"),
    )

    information = clock(C.DISCHARGE_INFORMATION, *events)

    assert (information.stopped_at, information.due_day) == (None, date(2026, 3, 9))


def at_day(text: str) -> date:
    """Give the day of a local time."""
    return date.fromisoformat(text[:10])
