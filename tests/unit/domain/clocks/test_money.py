"""Readiness and payment as clocks: the worked cases of the law, and every way they can stumble."""

from datetime import date

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import (
    ClockGap,
    ClockStatus,
    OpenQuestion,
    Owes,
    PastReason,
)
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.clock import ConditionsJudged
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.payment import NoLiability, RegionalServices
from kontaktpunkt.domain.profile import Certainty, PaymentModel
from told_case import admitted, at, case_of, clock, clocks, did, named, ready, terms, told

C, N = ClockKind, NoLiability
LONG_AGO = admitted("2019-01-01 08:00", "2019-01-01 09:00")
SIP = did(ConditionsJudged(sip_needed=True), "2026-03-02 11:00")


def _withdrawn(sent: str, name: str = "W") -> Event:
    return told(said.ReadinessWithdrawn, name, sent)


def _left(when: str, name: str = "D", sent: str = "") -> Event:
    return told(said.Discharged, name, sent or when, discharged_at=when)


def _summoned(sent: str, name: str = "S") -> Event:
    return told(said.PlanSummoned, name, sent)


@pytest.mark.parametrize(
    ("sent", "start"),
    [
        ("2026-03-02 10:00", "2026-03-05"),
        ("2026-03-02 12:00:00", "2026-03-05"),
        ("2026-03-02 12:00:00.999999", "2026-03-06"),
        ("2026-03-02 12:00:01", "2026-03-06"),
        ("2026-03-06 09:00", "2026-03-09"),
        ("2026-12-23 13:30", "2026-12-27"),
        ("2028-02-27 08:00", "2028-03-01"),
        ("2027-02-27 08:00", "2027-03-02"),
        ("2026-01-05T11:00:00+00:00", "2026-01-08"),
        # Midnight belongs to the day that begins, and the last second to the day that ends.
        ("2026-03-02 00:00", "2026-03-05"),
        ("2026-03-02 23:59:59", "2026-03-06"),
        # The clocks go on and back between notice and start: days are days all the same.
        ("2026-03-28 12:00", "2026-03-31"),
        ("2026-03-28 12:00:01", "2026-04-01"),
        ("2026-03-29 12:00", "2026-04-01"),
        ("2026-10-24 23:30", "2026-10-28"),
        ("2026-10-25 11:59:59", "2026-10-28"),
        # 23:30 by Greenwich in summer is half past one the next day here.
        ("2026-07-01T23:30:00+00:00", "2026-07-05"),
    ],
)
def test_the_first_day_of_liability_by_the_noon_rule(sent: str, start: str) -> None:
    """5 kap. 4 §: three days after the notice was sent, four after 12.00, whatever days they be."""
    payment = clock(C.PAYMENT_START, LONG_AGO, ready(sent))

    assert payment.due_day == date.fromisoformat(start)
    assert (payment.message, payment.sent_at) == (named("R"), at(sent))
    assert payment.owes is Owes.NOBODY


_NO_SERVICES = [
    did(ConditionsJudged(regional_services=services), "2026-03-02 11:00")
    for services in (RegionalServices.UNAVAILABLE, RegionalServices.UNCLEAR)
]
_HINDERED: list[tuple[str, tuple[Event, ...], NoLiability]] = [
    ("no admission notice", (ready(),), N.NO_ADMISSION_NOTICE),
    ("no readiness notice", (LONG_AGO,), N.NO_READINESS_NOTICE),
    ("SIP needed, no summons", (LONG_AGO, ready(), SIP), N.NO_SUMMONS),
    ("a late summons", (LONG_AGO, ready(), SIP, _summoned("2026-03-06 00:00")), N.LATE_SUMMONS),
    ("services unavailable", (LONG_AGO, ready(), _NO_SERVICES[0]), N.REGIONAL_SERVICES_MISSING),
    ("services unclear", (LONG_AGO, ready(), _NO_SERVICES[1]), N.REGIONAL_SERVICES_MISSING),
    (
        "withdrawn",
        (LONG_AGO, ready(), _withdrawn("2026-03-03 09:00")),
        N.READINESS_WITHDRAWN,
    ),
    (
        "admission notice after readiness",
        (admitted(sent="2026-03-02 10:00:01"), ready()),
        N.LATE_ADMISSION_NOTICE,
    ),
    ("readiness without its time", (LONG_AGO, ready("")), N.READINESS_TIME_MISSING),
    (
        "readiness cancelled",
        (
            LONG_AGO,
            ready(),
            told(
                said.NoticeCancelled,
                "C",
                "2026-03-02 11:00",
                replaces="R",
                notice_kind=MessageKind.READINESS_NOTICE,
            ),
        ),
        N.NO_READINESS_NOTICE,
    ),
    (
        "admission cancelled",
        (
            LONG_AGO,
            ready(),
            told(
                said.NoticeCancelled,
                "C",
                "2026-03-02 11:00",
                replaces="A",
                notice_kind=MessageKind.ADMISSION_NOTICE,
            ),
        ),
        N.NO_ADMISSION_NOTICE,
    ),
]


@pytest.mark.parametrize(
    ("events", "reason"), [row[1:] for row in _HINDERED], ids=[row[0] for row in _HINDERED]
)
def test_a_missing_condition_is_said_and_nothing_starts(
    events: tuple[Event, ...], reason: NoLiability
) -> None:
    """5 kap. 3 and 5 §§: the clock shows the reason and no day."""
    payment = clock(C.PAYMENT_START, *events)

    assert (payment.hindrance, payment.due_day) == (reason, None)
    assert payment.status(at("2026-04-01 08:00")) is ClockStatus.NOT_RUNNING


@pytest.mark.parametrize("sent", ["2026-03-02 09:00", "2026-03-05 08:00", "2026-03-05 23:59:59"])
def test_a_summons_within_three_days_lets_it_start(sent: str) -> None:
    """4 kap. 3 §: three days are days, so that the whole third day is in time."""
    payment = clock(C.PAYMENT_START, LONG_AGO, ready(), SIP, _summoned(sent))

    assert payment.due_day == date(2026, 3, 5)


def test_a_summons_says_itself_that_a_plan_is_needed() -> None:
    """Nobody has to tick what the region has acted on."""
    late = clock(C.PAYMENT_START, LONG_AGO, ready(), _summoned("2026-03-09 08:00"))

    assert late.hindrance is N.LATE_SUMMONS
    assert late.hindrance.needs_judgement


def test_a_withdrawn_readiness_is_void_and_a_new_one_starts_anew() -> None:
    """Withdrawn 3 March, new notice 10 March 09:00: start 13 March, and both stand in history."""
    events = (
        LONG_AGO,
        ready("2026-03-02 10:00"),
        _withdrawn("2026-03-03 09:00"),
        ready("2026-03-10 09:00", "R2"),
    )

    payment = clock(C.PAYMENT_START, *events)
    past = [one for one in clocks(*events) if one.past is not None]

    assert (payment.due_day, payment.message) == (date(2026, 3, 13), named("R2"))
    assert [(one.message, one.past, one.due_day, one.stopped_at) for one in past] == [
        (named("R"), PastReason.WITHDRAWN, date(2026, 3, 5), at("2026-03-03 09:00"))
    ]
    assert clock(C.READINESS, *events).started_at == at("2026-03-10 09:00")


def test_several_withdrawals_are_all_kept() -> None:
    """Ready, not ready, ready, not ready: nothing runs and both stand in history."""
    events = (
        LONG_AGO,
        ready("2026-03-02 10:00"),
        _withdrawn("2026-03-03 09:00"),
        ready("2026-03-04 10:00", "R2"),
        _withdrawn("2026-03-05 09:00", "W2"),
    )

    assert clock(C.PAYMENT_START, *events).hindrance is N.READINESS_WITHDRAWN
    assert [one.message for one in clocks(*events) if one.past is PastReason.WITHDRAWN] == [
        named("R"),
        named("R2"),
    ]
    assert not [one for one in clocks(*events) if one.kind is C.READINESS]


def test_other_words_between_end_no_readiness() -> None:
    """A changed date between two notices is no withdrawal."""
    moved = told(said.ExpectedDischargeNoticed, "E", "2026-03-03 08:00", expected_discharge=None)
    events = (LONG_AGO, ready("2026-03-02 10:00"), moved, ready("2026-03-04 10:00", "R2"))

    assert [one.past for one in clocks(*events) if one.past] == [PastReason.REPEATED]


def test_a_notice_said_again_starts_no_new_clock() -> None:
    """Without withdrawal between the first one counts; the second is kept as what it is."""
    events = (LONG_AGO, ready("2026-03-02 10:00"), ready("2026-03-04 10:00", "R2"))

    assert clock(C.PAYMENT_START, *events).due_day == date(2026, 3, 5)
    assert [one.past for one in clocks(*events) if one.message == named("R2") and one.past] == [
        PastReason.REPEATED
    ]


def test_a_corrected_readiness_counts_by_its_last_word_and_the_first_is_kept() -> None:
    """What was sent first stands in history, with the start that it would have had."""
    events = (LONG_AGO, ready("2026-03-02 10:00"), ready("2026-03-03 13:00", "R2", replaces="R"))

    assert clock(C.PAYMENT_START, *events).due_day == date(2026, 3, 7)
    assert [(one.past, one.due_day) for one in clocks(*events) if one.past is not None] == [
        (PastReason.CORRECTED, date(2026, 3, 5))
    ]


def test_a_cancelled_readiness_stands_in_history_as_cancelled() -> None:
    """It was sent, and somebody may have acted on it."""
    cancelled = told(
        said.NoticeCancelled,
        "C",
        "2026-03-02 11:00",
        replaces="R",
        notice_kind=MessageKind.READINESS_NOTICE,
    )

    past = [one for one in clocks(LONG_AGO, ready(), cancelled) if one.past is not None]

    assert [one.past for one in past] == [PastReason.CANCELLED]


def test_whoever_came_back_has_the_clock_of_the_new_time() -> None:
    """The readiness of the time before ended when the person went home."""
    events = (
        admitted(),
        ready("2026-03-02 10:00"),
        _left("2026-03-04 12:00"),
        admitted("2026-03-06 08:00", "2026-03-06 09:00", name="A2"),
        ready("2026-03-07 10:00", "R2"),
    )

    payment = clock(C.PAYMENT_START, *events)

    assert (payment.due_day, payment.stopped_at) == (date(2026, 3, 10), None)
    assert [one.past for one in clocks(*events) if one.past is not None] == [PastReason.WENT_HOME]


def test_liability_that_had_no_time_to_begin() -> None:
    """Home before the first day: the day is told, and that it was never reached."""
    payment = clock(C.PAYMENT_START, LONG_AGO, ready(), _left("2026-03-04 12:00"))

    assert payment.due_day == date(2026, 3, 5)
    assert payment.stopped_at == at("2026-03-04 12:00")
    assert payment.status(at("2026-03-09 08:00")) is ClockStatus.MET


@pytest.mark.parametrize(
    ("died", "ended"),
    [("2026-03-04 03:00", "2026-03-04 03:00"), (None, "2026-03-04 08:00")],
)
def test_death_ends_every_clock_of_the_stay(died: str | None, ended: str) -> None:
    """By when it happened, or else by when it was told."""
    dead = told(said.DeathNoticed, "X", "2026-03-04 08:00", died_at=died)

    for kind in (C.READINESS, C.PAYMENT_START):
        assert clock(kind, LONG_AGO, ready(), dead).stopped_at == at(ended)


def test_the_payer_is_the_placing_municipality_where_there_is_one() -> None:
    """5 kap. 2 §: the home municipality, or the one that decided on a stay elsewhere."""
    placed = did(ConditionsJudged(placing_municipality="B"), "2026-03-02 11:00")

    assert clock(C.PAYMENT_START, LONG_AGO, ready()).payer == "A"
    assert clock(C.PAYMENT_START, LONG_AGO, ready(), placed).payer == "B"


def test_what_nobody_has_said_is_asked_and_not_guessed() -> None:
    """The day stands as the earliest, beside the questions that are still open."""
    payment = clock(C.PAYMENT_START, LONG_AGO, ready())
    answered = did(
        ConditionsJudged(sip_needed=False, regional_services=RegionalServices.AVAILABLE),
        "2026-03-02 11:00",
    )

    assert payment.open_questions == (OpenQuestion.SIP, OpenQuestion.REGIONAL_SERVICES)
    assert clock(C.PAYMENT_START, LONG_AGO, ready(), answered).open_questions == ()


def test_a_copy_of_the_list_is_an_admission_notice_whose_sending_nobody_knows() -> None:
    """It starts what it would start, and says that its time is missing."""
    payment = clock(C.PAYMENT_START, admitted(sent="", came="2026-03-01 10:00"), ready())

    assert payment.due_day == date(2026, 3, 5)
    assert OpenQuestion.ADMISSION_SENT in payment.open_questions


@pytest.mark.parametrize(
    ("profile", "model"),
    [
        ("lag-2017-612", PaymentModel.INDIVIDUAL),
        ("vgr", PaymentModel.AVERAGE),
        ("jonkoping", PaymentModel.AVERAGE_WITH_CAP),
        ("varmland", None),
    ],
)
def test_the_statutory_day_stands_under_any_model_as_a_basis(
    profile: str, model: PaymentModel | None
) -> None:
    """4 kap. 5 §: an agreement may count otherwise; the clock says by which model it does."""
    payment = clock(C.PAYMENT_START, LONG_AGO, ready(), under=terms(profile))

    assert (payment.due_day, payment.model, payment.hindrance) == (date(2026, 3, 5), model, None)


def test_an_agreed_start_is_counted_and_its_source_told() -> None:
    """The municipality's own value wins, and the clock says that it is its own."""
    payment = clock(C.PAYMENT_START, LONG_AGO, ready(), under=terms(payment__grace_days="5"))

    assert payment.due_day == date(2026, 3, 7)
    assert payment.source is not None
    assert (payment.source.value, payment.source.layer.value) == ("5", "own")


def test_the_clock_names_its_rule_and_its_source() -> None:
    """Whoever asks why is told the section, the profile, and what that was read in."""
    source = clock(C.PAYMENT_START, LONG_AGO, ready()).source

    assert source is not None
    assert (source.key, source.value) == ("payment.grace_days", "3")
    assert "5 kap. 4 §" in source.source
    assert source.certainty is Certainty.VERIFIED


def test_a_23_timmarspatient_has_no_money_clock_and_no_notice_to_wait_for() -> None:
    """No admission, so nothing of the law on discharge counts."""
    arrived = told(
        said.EmergencyStayNoticed, "N", "2026-03-02 10:00", arrived_at="2026-03-02 09:30"
    )

    assert [one.kind for one in clocks(arrived)] == [C.EMERGENCY_STAY]


def test_how_long_somebody_has_been_ready_counts_from_the_sending() -> None:
    """Not from the judgement, nor from when it came to us."""
    told_ready = ready("2026-03-02 10:00", ready_at="2026-03-01 22:00", came="2026-03-03 08:00")
    age = clock(C.READINESS, LONG_AGO, told_ready)

    assert (age.started_at, age.due_at, age.owes) == (at("2026-03-02 10:00"), None, Owes.US)


def test_a_readiness_without_its_time_has_no_age() -> None:
    """It is asked for and never guessed."""
    assert clock(C.READINESS, LONG_AGO, ready("")).gap is ClockGap.NO_SENDING_TIME


def test_a_timed_notice_counts_before_a_copy_without_time() -> None:
    """The list's copy that came first does not hide when the notice was sent."""
    events = (LONG_AGO, ready("", "R0", came="2026-03-02 09:00"), ready("2026-03-02 10:00"))

    assert clock(C.PAYMENT_START, *events).due_day == date(2026, 3, 5)


def test_a_message_that_was_moved_to_another_person_starts_nothing_here() -> None:
    """It was never hers."""
    moved = did(said.NoticeMovedAway(message=named("R")), "2026-03-02 12:00")

    assert clock(C.PAYMENT_START, LONG_AGO, ready(), moved).hindrance is N.NO_READINESS_NOTICE
    assert not [one for one in clocks(LONG_AGO, ready(), moved) if one.past]


def test_a_case_without_a_word_of_the_ward_has_no_clock() -> None:
    """There is nothing to count from."""
    assert clocks() == ()
    assert case_of(()).person is not None
