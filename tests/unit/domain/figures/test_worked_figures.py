"""Key figures worked by hand: each table is a few people, and what the figure must say of them."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from msgspec.structs import replace

from duty_places import place
from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.events.care_request import MedicalPlan
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.figures import days_after_ready as after
from kontaktpunkt.domain.figures import in_the_way as way
from kontaktpunkt.domain.figures import watched
from kontaktpunkt.domain.figures.figure import Figure, FigureGap, FigureValue
from kontaktpunkt.domain.figures.slices import along, at_the_end, groups
from kontaktpunkt.domain.figures.spell import (
    InPlace,
    ObstacleSpan,
    Period,
    PromisedHome,
    Received,
    Spell,
)
from kontaktpunkt.domain.figures.terms import FigureTerms
from kontaktpunkt.domain.payment import PaidStay
from kontaktpunkt.domain.profile import local_days
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, Instant, at_local

D = Decimal
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def at(day: int, hour: int = 10, month: int = 3) -> Instant:
    """Give a time in 2026."""
    return at_local(date(2026, month, day), time(hour))


def at_day(day: int, month: int) -> date:
    """Give a day in 2026."""
    return date(2026, month, day)


APRIL = at(1, 8, 4)


def terms(
    profile: str = "lag-2017-612", period: Period = MARCH, now: Instant = APRIL
) -> FigureTerms:
    """Give what figures are made by: the law, March 2026, asked on the first of April."""
    rules = DataShelf().profile(profile)
    days = local_days(rules, is_red_day)
    return FigureTerms(period=period, now=now, profile=rules, days=days)


def stay(number: int, ready: Instant | None, left: Instant | None, **more: object) -> Spell:
    """Give a stay; without a time of leaving the person lies there."""
    spell = Spell(
        case=UUID(int=number),
        person=UUID(int=100 + number),
        in_hospital=left is None,
        admitted_at=at(1, 6, 2),
        ready_at=ready,
        left_at=left,
    )
    return replace(spell, **more)


def after_days(*days: int) -> list[Spell]:
    """Give stays that were ready on the second of March and left so many days later."""
    ready = at(2)
    return [
        stay(number, ready, at_local(date(2026, 3, 2) + timedelta(days=day), time(15)))
        for number, day in enumerate(days, start=1)
    ]


def shown(figure: FigureValue) -> dict[str, Decimal | None]:
    """Give the groups of a figure."""
    return {one.key: one.value for one in groups(figure)}


@pytest.mark.parametrize(
    ("make", "value", "persons"),
    [
        (after.mean_days, "1.80", 5),
        (after.mean_days_without_zero, "3.00", 3),
        (after.median_days, "1.00", 5),
        (after.median_days_without_zero, "3.00", 3),
    ],
)
def test_the_same_five_people_have_four_means(
    make: Callable[..., FigureValue], value: str, persons: int
) -> None:
    """Zero, zero, one, three and five days: 1,8 with the zero days, 3,0 as SKR counts."""
    figure = make(after_days(0, 0, 1, 3, 5), terms())

    assert (figure.value, figure.persons) == (D(value), persons)


def test_a_median_of_an_even_number_lies_half_way() -> None:
    """Two in the middle share."""
    assert after.median_days(after_days(1, 2, 4, 9), terms()).value == D("3.00")


def test_who_left_outside_the_period_is_not_counted() -> None:
    """The month of leaving counts, and the days that somebody lay there in February with it."""
    stays = [
        stay(1, at(26, month=2), at(1)),
        stay(2, at(27, month=2), at(28, month=2)),
        stay(3, at(30), at(1, 7, 4)),
        stay(4, at(30), None),
    ]

    figure = after.mean_days(stays, terms())

    assert [part.case for part in figure.parts] == [UUID(int=1)]
    assert figure.value == D("3.00")


def test_who_closed_without_a_time_of_leaving_is_said_and_not_guessed() -> None:
    """A case closed without anybody telling when she left stands as left out."""
    untold = stay(1, at(2), None, in_hospital=False, closed_at=at(5))

    figure = after.mean_days([untold, *after_days(2)], terms())

    assert (figure.value, figure.persons, figure.left_out) == (D("2.00"), 1, 1)


def test_a_23_timmarspatient_and_who_was_never_ready_are_in_no_mean() -> None:
    """Only inpatients are ready for discharge."""
    stays = [
        stay(1, at(2), at(4), case_kind=CaseKind.EMERGENCY_STAY),
        stay(2, None, at(4)),
    ]

    assert after.mean_days(stays, terms()).value is None
    assert after.ready_over_time(stays, terms()).value == 0


def test_home_within_24_hours_is_to_the_minute_and_leaves_the_dead_out() -> None:
    """Exactly 24 hours is within; a minute more is not; who died did not go home."""
    stays = [
        stay(1, at(3), at(4)),
        stay(2, at(3), Instant(at(4) + HOUR // 60)),
        stay(3, at(3), at(3, 15)),
        stay(4, at(3), at(3, 15), deceased=True),
    ]

    figure = after.home_within_day(stays, terms())

    assert (figure.value, figure.total, len(figure.parts)) == (D("66.67"), 2, 3)


def test_the_hour_that_spring_skips_is_no_hour() -> None:
    """24 elapsed hours over the night of summer time end an hour later on the clock."""
    figure = after.home_within_day([stay(1, at(28, 15), at(29, 16))], terms())

    assert figure.total == 1


def test_weekend_and_weekday_stand_beside_each_other() -> None:
    """Who was ready on a Saturday is told apart from who was ready on a Tuesday."""
    stays = [stay(1, at(7), at(10)), stay(2, at(10), at(11)), stay(3, at(10), at(10, 20))]

    assert shown(after.mean_days(stays, terms())) == {"free_day": D(3), "weekday": D("0.50")}


def test_ready_now_are_those_who_lie_there_ready() -> None:
    """Whatever the period: not who has left, not who is not ready."""
    stays = [stay(1, at(2), None), stay(2, None, None), stay(3, at(2), at(3))]

    figure = after.ready_now(stays, terms())

    assert [part.case for part in figure.parts] == [UUID(int=1)]
    assert figure.value == D(1)


def test_ready_over_time_counts_nights_in_the_period() -> None:
    """Ready the second, home the fifth: three nights; ready since February: March's nights."""
    stays = [
        stay(1, at(2), at(5)),
        stay(2, at(20, month=2), at(3)),
        stay(3, at(9), at(9, 16)),
        stay(4, at(30), None),
    ]

    figure = after.ready_over_time(stays, terms())

    assert {part.case.int: part.amount for part in figure.parts if part.case} == {1: 3, 2: 2, 4: 2}
    assert figure.value == (D(7) / 31).quantize(D("0.01"))
    pieces = {one.period.first.day: one.total for one in along(figure)}
    assert [pieces[day] for day in (1, 2, 3, 4, 5, 30, 31)] == [1, 2, 1, 1, 0, 1, 1]


def test_ready_over_time_is_of_the_days_that_have_ended() -> None:
    """On the sixth at ten five days have ended: ten nights are two a day, today has no number."""
    stays = [stay(1, at(1), None), stay(2, at(1), None)]

    figure = after.ready_over_time(stays, terms(now=at(6)))

    assert figure.total == 10
    assert figure.value == D(2)
    assert [one.value for one in along(figure)][3:7] == [2, 2, None, None]


def test_ready_over_time_of_days_that_have_not_ended_says_why_it_has_no_value() -> None:
    """Today, or a week to come: nobody has lain there over a midnight of it yet."""
    for first, last in ((6, 6), (8, 14)):
        period = Period(date(2026, 3, first), date(2026, 3, last))
        figure = after.ready_over_time([stay(1, at(1), None)], terms(period=period, now=at(6)))
        assert (figure.value, figure.gap) == (None, FigureGap.NO_FINISHED_DAY)


_READY_ONES = [
    stay(1, at(2), at(4)),
    stay(2, at(3), at(3, 15)),
    stay(3, at(4, 23), None),
    stay(4, at(6, 7), None),
    stay(5, at(3), None, in_hospital=False, closed_at=at(5)),
]


def test_ready_now_is_told_for_each_day_as_it_was_at_midnight() -> None:
    """Ready and home the same day is in no midnight; today stands as it is now, no later day."""
    week = Period(date(2026, 3, 1), date(2026, 3, 8))
    figure = after.ready_now(_READY_ONES, terms(period=week, now=at(6)))

    assert figure.value == 2
    assert [one.value for one in along(figure)] == [0, 1, 2, 2, 1, 2, None, None]
    assert {part.on.day for part in along(figure)[2].parts} == {3}


def test_ready_now_of_a_week_is_who_lay_there_when_the_week_was_over() -> None:
    """People are not added up over the days of a week or a month."""
    spring = Period(date(2026, 2, 23), date(2026, 4, 5))
    figure = after.ready_now(_READY_ONES, terms(period=spring, now=at(11)))

    assert [one.value for one in along(figure)] == [0, 2, 2, None, None, None]


def test_ready_now_of_a_period_is_who_lay_there_when_it_was_over() -> None:
    """A report of last week says who lay there on its last midnight, not who does so today."""
    week = Period(date(2026, 3, 2), date(2026, 3, 3))
    figure = after.ready_now(_READY_ONES, terms(period=week, now=at(11)))

    assert (figure.value, at_the_end(figure).value) == (2, 2)
    assert {part.case for part in at_the_end(figure).parts} == {UUID(int=1), UUID(int=5)}


def test_a_promise_is_missed_when_the_day_is_over_and_she_lies_there() -> None:
    """The day's last word counts; today is not over."""
    lunch = PromisedHome("lunch", at(3, 12))
    stays = [
        stay(1, at(2), at(3, 18), promised=(PromisedHome("morning", at(3, 8)), lunch)),
        stay(2, at(2), at(4), promised=(lunch,)),
        stay(3, at(2), None, promised=(lunch, PromisedHome("lunch", at(31, 12)))),
    ]

    figure = way.lunch_misses(stays, terms(now=at(31, 13)))

    assert (figure.total, len(figure.parts), figure.value) == (2, 3, D("66.67"))
    assert shown(figure) == {"lunch": D("66.67")}


def test_obstacle_hours_stand_on_their_sides_and_never_beyond_the_stay() -> None:
    """Two obstacles at once share the hours, and none goes on after she has left."""
    both = (
        ObstacleSpan(UUID(int=7), "transport", Side.TRANSPORT, at(2, 10)),
        ObstacleSpan(UUID(int=8), "alarm", Side.MUNICIPALITY, at(2, 14), at(3, 10)),
    )

    figure = way.obstacle_hours([stay(1, at(2), at(3, 10), obstacles=both)], terms())

    assert figure.value == D(24)
    assert shown(figure) == {"transport": D(14), "municipality": D(10)}
    assert {part.detail for part in figure.parts} == {"transport", "alarm"}


def test_an_obstacle_with_words_of_its_own_is_told_by_them() -> None:
    """Where the profile has no code for it somebody wrote what it was; not of who is protected."""
    own = (ObstacleSpan(UUID(int=7), "", Side.PERSON, at(2, 10), None, "Syrgas i hemmet"),)
    stays = [
        stay(1, at(2), at(3, 10), obstacles=own),
        stay(2, at(2), at(3, 10), obstacles=own, protected=True),
    ]

    figure = way.obstacle_hours(stays, terms())

    assert [part.detail for part in figure.parts] == ["Syrgas i hemmet", ""]


def test_obstacles_of_before_the_period_are_cut_to_it() -> None:
    """March counts from its first midnight."""
    since = ObstacleSpan(UUID(int=7), "x", Side.PERSON, at(20, month=2))

    figure = way.obstacle_hours([stay(1, at(20, month=2), at(2, 0), obstacles=(since,))], terms())

    assert figure.value == D(24)


def _marks(terms_: FigureTerms, when: Instant, *, but: str = "") -> tuple[InPlace, ...]:
    return tuple(InPlace(item, item != but, when) for item in sorted(terms_.our_items))


def test_ready_in_time_is_all_of_ours_before_the_notice_by_weekday() -> None:
    """One thing late, or one missing, is not in time; nothing noted at all is left out."""
    held = terms("lidkoping")
    one = min(held.our_items)
    stays = [
        stay(1, at(3), at(5), marks=_marks(held, at(2))),
        stay(2, at(3), at(5), marks=_marks(held, at(3, 11))),
        stay(3, at(6), at(9), marks=_marks(held, at(2), but=one)),
        stay(4, at(6), at(9)),
    ]

    figure = way.ready_in_time(stays, held)

    assert (figure.value, figure.left_out) == (D("33.33"), 1)
    assert shown(figure) == {"1": D(50), "4": D(0)}


def test_liability_days_lie_in_the_period_also_of_who_lies_there() -> None:
    """Ready on the second before noon: liability from the fifth, the day of leaving not paid."""

    def paid(ready: Instant, left: Instant | None) -> PaidStay:
        sent = at(1, month=2)
        return PaidStay(id="", admission_notice_sent=sent, ready_notice_sent=ready, discharged=left)

    stays = [
        stay(1, at(2), at(9), paid=paid(at(2), at(9))),
        stay(2, at(2), at(4), paid=paid(at(2), at(4))),
        stay(3, at(26), None, paid=paid(at(26), None)),
    ]

    figure = way.liability_days(stays, terms(now=at(31, 13)))

    assert {part.case.int: part.amount for part in figure.parts if part.case} == {1: 4, 3: 2}
    assert figure.value == D(6)


def test_an_average_model_counts_as_the_law_and_says_so() -> None:
    """Where the region counts in the mean, the days are the law's, and that is told."""
    paid = PaidStay(
        id="",
        admission_notice_sent=at(1, month=2),
        ready_notice_sent=at(2),
        discharged=at(9),
    )

    figure = way.liability_days([stay(1, at(2), at(9), paid=paid)], terms("skane"))

    assert (figure.value, figure.by_law) == (D(4), FigureGap.AVERAGE_MODEL)


def test_readmissions_are_found_down_to_the_person() -> None:
    """Within thirty days and not the same day; who died cannot come back; day 31 is too late."""
    same = UUID(int=900)
    other = UUID(int=901)
    stays = [
        stay(1, at(2), at(3), person=same),
        stay(2, None, None, person=same, admitted_at=at(20)),
        stay(3, at(2), at(3, 10), person=other),
        stay(4, None, None, person=other, admitted_at=at(3, 16)),
        stay(5, at(2), at(3), deceased=True),
    ]

    figure = way.readmissions(stays, terms())

    assert {part.case.int: part.amount for part in figure.parts if part.case} == {1: 1, 3: 0}
    late = way.readmissions(
        [
            stay(1, at(2), at(1), person=same),
            stay(2, None, None, person=same, admitted_at=at(31, 12)),
        ],
        terms(),
    )
    assert late.total == 0


def test_time_to_acknowledgement_is_the_middle_one_and_tells_what_is_not() -> None:
    """One hour, three hours and two days: three hours; one is not acknowledged."""
    took = (1, 3, 48, None)
    messages = [
        Received(
            message=UUID(int=nth),
            case=UUID(int=50),
            received_at=at(2),
            acknowledged_at=None if hours is None else Instant(at(2) + hours * HOUR),
        )
        for nth, hours in enumerate(took, start=1)
    ]

    figure = watched.acknowledge_time(messages, terms())

    assert (figure.value, figure.left_out) == (D(3), 1)
    assert list(shown(figure).items()) == [("within_1", 1), ("within_4", 1), ("slower", 1)]


def test_the_watch_is_kept_when_somebody_looked_within_half_an_hour() -> None:
    """What the profile expects of each day is held against the stamps."""
    day = Period(date(2026, 3, 3), date(2026, 3, 3))
    held = replace(terms(period=day), profile=place(inbox_checks_per_day=3))
    none = watched.watch_kept([], Instant(0), held)
    due = [Instant(int(part.detail)) for part in none.parts]
    late = Instant(due[-1] + HOUR)

    figure = watched.watch_kept([due[0], late], Instant(0), held)

    assert none.total == 0
    assert len(due) > 1
    assert (figure.total, len(figure.parts)) == (1, len(due))


def test_a_watch_that_nobody_has_confirmed_is_said_so() -> None:
    """Without confirmed hours nothing is expected, and nothing is praised."""
    figure = watched.watch_kept([], Instant(0), terms("lag-2017-612"))

    assert (figure.value, figure.gap) == (None, FigureGap.WATCH_NOT_CONFIRMED)


def test_before_the_program_was_used_nobody_could_keep_a_watch() -> None:
    """A period wholly before shows no share, and says why; the first day counts from then on."""
    held = replace(
        terms(period=Period(date(2026, 3, 2), date(2026, 3, 3))),
        profile=place(inbox_checks_per_day=3),
    )
    every = watched.watch_kept([], Instant(0), held)
    later = watched.watch_kept([], at(4), held)
    second = watched.watch_kept([], at(3, 0), held)

    assert (later.value, later.gap, later.parts) == (None, FigureGap.BEFORE_PROGRAM, ())
    assert (second.value, second.gap) == (D(0), None)
    assert len(second.parts) * 2 == len(every.parts)


def test_medical_plans_are_of_today_and_of_no_other_period() -> None:
    """How it stood in October is not kept, so that no share is given for it."""
    plans = {UUID(int=1): (MedicalPlan.EXISTS, at(2), False)}

    for period in (
        Period(date(2025, 10, 1), date(2025, 10, 31)),
        Period(at_day(5, 4), at_day(9, 4)),
    ):
        figure = watched.medical_plan(plans, terms(period=period))
        assert (figure.value, figure.gap) == (None, FigureGap.ONLY_TODAY)


def test_the_share_of_medical_plans_is_of_those_with_a_care_request() -> None:
    """One of two has a plan."""
    plans = {
        UUID(int=1): (MedicalPlan.EXISTS, at(2), False),
        UUID(int=2): (MedicalPlan.MISSING, at(2), False),
    }

    figure = watched.medical_plan(plans, terms(now=at(31)))

    assert (figure.value, shown(figure)) == (D(50), {"exists": 1, "missing": 1})


def test_a_small_group_with_somebody_protected_is_held_back_and_one_more_with_it() -> None:
    """Four on the weekend with a protected one among them: neither group is told."""
    weekend = [stay(nth, at(7), at(8), protected=nth == 1) for nth in range(1, 5)]
    weekdays = [stay(nth, at(10), at(11)) for nth in range(10, 20)]

    pieces = groups(after.mean_days(weekend + weekdays, terms()))
    without = groups(after.mean_days([*weekend[1:], *weekdays], terms()))

    assert {one.key: one.withheld for one in pieces} == {"free_day": True, "weekday": True}
    assert not any(one.withheld for one in without)


def test_each_figure_has_its_own_shape_and_a_figure_of_nobody_says_nothing() -> None:
    """A mean of nobody is no zero, but a sum of nobody is."""
    empty = [after.mean_days([], terms()), way.readmissions([], terms())]

    assert [one.value for one in empty] == [None, None]
    assert way.obstacle_hours([], terms()).value == 0
    assert {one.figure for one in empty} == {Figure.MEAN_DAYS, Figure.READMISSIONS}
