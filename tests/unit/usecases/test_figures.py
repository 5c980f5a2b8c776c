"""Key figures at a desk: from messages and acts to a figure, its cases, and who may see them."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from kontaktpunkt.domain.commands import (
    AcknowledgeMessage,
    BeginMeeting,
    CallHome,
    ChangeSetting,
    JoinCases,
    KeepCasesApart,
    MeetObstacle,
    NoteWardLeft,
    RemoveObstacle,
    ReviewPerson,
    TakeBack,
)
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.figures.figure import Figure, FigureGap
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.wording.figures.line import said
from samples import NOW, House, a_house, a_notice, a_person, do, hours, id_of

_K = MessageKind


def _stayed(house: House, nth: int, ready: int, left: int | None, **person: object) -> None:
    """Let somebody be admitted, ready and (maybe) discharged, so many hours from now."""
    who = a_person(nth, **person)
    stay = {"stay_ids": (f"stay-{nth}",), "admitted_at": hours(-300)}
    house.take_in(a_notice(id=f"in-{nth}", person=who, stay=stay, sent_at=hours(-299)))
    notice = a_notice(
        _K.READINESS_NOTICE, id=f"ready-{nth}", person=who, stay=stay, sent_at=hours(ready)
    )
    house.take_in(notice)
    if left is not None:
        gone = {**stay, "discharged_at": hours(left)}
        house.take_in(
            a_notice(
                _K.DISCHARGE_NOTICE, id=f"out-{nth}", person=who, stay=gone, sent_at=hours(left)
            )
        )


def _month() -> Period:
    today = local_day(NOW)
    return Period(date(today.year - 1, 1, 1), today)


def test_figures_come_from_messages_and_open_to_their_cases() -> None:
    """Three left, one lies there ready: each figure names the cases that it is made of."""
    house = a_house()
    _stayed(house, 1, -100, -90)
    _stayed(house, 2, -100, -50)
    _stayed(house, 3, -100, -10)
    _stayed(house, 4, -30, None)

    page = house.anna.figures(_month())

    within = page.figures[Figure.HOME_WITHIN_DAY]
    assert (within.value, len(within.parts)) == (Decimal("33.33"), 3)
    assert page.figures[Figure.READY_NOW].value == 1
    cases = house.anna.figure_cases(within)
    assert len(cases.lines) == 3
    assert {line.row.name for line in cases.lines if line.row} == {
        f"Prov{nth} Provsson" for nth in (1, 2, 3)
    }
    assert house.is_clean


def test_a_figure_opens_to_one_group_alone() -> None:
    """Whoever asks for the weekend gets the weekend's cases."""
    house = a_house()
    for nth, ready in enumerate((-200, -176, -152, -128, -104), start=1):
        _stayed(house, nth, ready, ready + 10)
    figure = house.anna.figures(_month()).figures[Figure.MEAN_DAYS]

    split = {
        group: len(house.anna.figure_cases(figure, group).lines)
        for group in ("weekday", "free_day")
    }

    assert sum(split.values()) == len(figure.parts) == 5
    assert split["free_day"] == sum(part.group == "free_day" for part in figure.parts)


def test_a_protected_person_is_counted_and_not_named() -> None:
    """Her days count; who she is stands nowhere."""
    house = a_house()
    _stayed(house, 1, -100, -50, protection=Protection.SECRECY_MARKING)

    figure = house.anna.figures(_month()).figures[Figure.MEAN_DAYS]
    (line,) = house.anna.figure_cases(figure).lines

    assert figure.persons == 1
    assert line.row is not None
    assert (line.row.masked, line.row.name, line.row.number) == (True, "", None)


def test_time_to_acknowledgement_is_of_the_messages_of_the_period() -> None:
    """One of two is acknowledged, two hours after it came."""
    house = a_house()
    house.take_in(a_notice(id="a"), a_notice(id="b", person=a_person(2)))
    received = house.row(id_of("a")).received_at
    at = Instant(received + 2 * HOUR)
    house.clock.set(Instant(at + HOUR))
    do(house.anna, AcknowledgeMessage(message=id_of("a"), system="SAMSA", at=at))

    figure = house.anna.figures(_month()).figures[Figure.ACKNOWLEDGE_TIME]

    assert (figure.value, len(figure.parts), figure.left_out) == (Decimal(2), 1, 1)


def test_what_is_taken_back_is_not_counted() -> None:
    """A cancelled readiness makes nobody ready, and rows made anew say the same."""
    house = a_house()
    _stayed(house, 1, -30, None)
    withdrawn = a_notice(
        _K.READINESS_WITHDRAWN_NOTICE,
        id="back",
        person=a_person(1),
        stay={"stay_ids": ("stay-1",)},
        sent_at=hours(-20),
    )
    house.take_in(withdrawn)

    assert house.anna.key_line().figures[Figure.READY_NOW].value == 0
    assert house.is_clean


def test_the_line_says_its_goal_only_where_it_is_confirmed() -> None:
    """Nordvästra Skåne has a goal; Lidköping has none that anybody has confirmed."""
    assert a_house().anna.key_line().goal is None
    skane = a_house(profile="nordvastra-skane").anna.key_line()
    assert (skane.goal, skane.comparison) == (Decimal("1.7"), None)
    assert a_house(profile="jonkoping").anna.key_line().comparison == Decimal(74)


def test_two_cases_that_are_one_stay_are_one_in_every_figure() -> None:
    """Whoever was met under two stay numbers is one person ready, not two."""
    house = a_house()
    person = a_person(1)
    for stay in ("a", "b"):
        said = {"stay_ids": (stay,), "admitted_at": hours(-30)}
        house.take_in(a_notice(id=f"in {stay}", person=person, stay=said, sent_at=hours(-29)))
        house.take_in(
            a_notice(
                _K.READINESS_NOTICE, id=f"klar {stay}", person=person, stay=said, sent_at=hours(-9)
            )
        )
    one, other = (house.row(id_of(f"in {stay}")).case for stay in ("a", "b"))
    assert one is not None
    assert other is not None
    before = house.anna.key_line().figures[Figure.READY_NOW].total

    do(house.anna, JoinCases(case=one, other_case=other))
    joined = house.anna.key_line().figures[Figure.READY_NOW].total
    do(house.anna, KeepCasesApart(case=one, other_case=other))

    assert (before, joined) == (2, 1)
    assert house.anna.key_line().figures[Figure.READY_NOW].total == 2
    assert house.is_clean


def test_a_lunch_that_said_home_today_is_held_against_what_happened() -> None:
    """Said yesterday at lunch and still there this morning: a word that was not kept."""
    house = a_house()
    _stayed(house, 1, -60, None)
    case = house.row(id_of("in-1")).case
    assert case is not None
    now = house.clock.now()
    house.clock.set(Instant(now - 24 * HOUR))
    meeting = house.anna.new_meeting()
    do(house.anna, BeginMeeting(meeting=meeting, name="lunch"))
    wish = ReviewPerson(meeting=meeting, case=case, decision=ReviewDecision.GOES_HOME_TODAY)
    do(house.anna, wish)
    house.clock.set(now)

    figure = house.anna.figures(_month()).figures[Figure.LUNCH_MISSES]

    assert (figure.total, len(figure.parts)) == (1, 1)
    assert [line.row.case for line in house.anna.figure_cases(figure).lines if line.row] == [case]


def test_an_obstacle_counts_on_its_side_until_it_is_out_of_the_way() -> None:
    """Ten hours of the transport's are ten hours, and taken back they are none."""
    house = a_house()
    _stayed(house, 1, -60, None)
    case = house.row(id_of("in-1")).case
    assert case is not None
    obstacle = house.anna.new_meeting()
    met = MeetObstacle(case=case, obstacle=obstacle, code="x", side=Side.TRANSPORT, at=hours(-20))
    done_ = do(house.anna, met)
    do(house.anna, RemoveObstacle(case=case, obstacle=obstacle, at=hours(-10)))

    figure = house.anna.figures(_month()).figures[Figure.OBSTACLE_HOURS]
    do(house.anna, TakeBack(act=done_.act))

    assert figure.value == Decimal(10)
    assert figure.parts[0].group == "transport"
    assert house.anna.figures(_month()).figures[Figure.OBSTACLE_HOURS].value == 0


def _case_of(house: House, message: str) -> UUID:
    case = house.row(id_of(message)).case
    assert case is not None
    return case


def test_who_has_left_is_in_the_mean_and_lies_there_no_more() -> None:
    """Our own note or the region's message, whichever is first, says that she has left."""
    house = a_house()
    _stayed(house, 1, -60, None)
    do(house.anna, NoteWardLeft(case=_case_of(house, "in-1"), at=hours(-50)))

    before = house.anna.figures(_month()).figures
    stay = {"stay_ids": ("stay-1",), "discharged_at": hours(-10)}
    late = a_notice(
        _K.DISCHARGE_NOTICE, id="out-1", person=a_person(1), stay=stay, sent_at=hours(-9)
    )
    house.take_in(late)
    after = house.anna.figures(_month()).figures

    for found in (before, after):
        assert found[Figure.READY_NOW].total == 0
        assert len(found[Figure.MEAN_DAYS].parts) == 1
    assert before[Figure.MEAN_DAYS].total == after[Figure.MEAN_DAYS].total
    assert house.is_clean


def test_now_is_the_same_whichever_period_is_shown() -> None:
    """Last year, this month and next month say the same of who lies there now."""
    house = a_house()
    for nth in (1, 2, 3):
        _stayed(house, nth, -60, None)
    do(house.anna, NoteWardLeft(case=_case_of(house, "in-2"), at=house.clock.now()))
    today = local_day(NOW)
    periods = [
        Period(today + timedelta(days=first), today + timedelta(days=first + 6))
        for first in (-400, -6, 0, 8, 400)
    ]

    assert [house.anna.figures(one).figures[Figure.READY_NOW].total for one in periods] == [2] * 5


def test_a_watch_is_expected_from_the_day_on_which_the_program_came_into_use() -> None:
    """Nobody could stamp anything in it in October, and no share says that nobody did."""
    house = a_house()
    do(house.anna, ChangeSetting(key="inbox_checks_per_day", value="3"))
    october = Period(date(2025, 10, 1), date(2025, 10, 31))
    today = Period(local_day(NOW), local_day(NOW))

    before = house.anna.figures(october).figures[Figure.WATCH_KEPT]
    house.clock.advance(24 * 60)
    since = house.anna.figures(today).figures[Figure.WATCH_KEPT]

    assert (before.value, before.gap, before.parts) == (None, FigureGap.BEFORE_PROGRAM, ())
    assert since.gap is None
    assert since.parts


def test_the_line_tells_who_of_the_ready_are_called_home() -> None:
    """They stand under another heading of the list than the others."""
    house = a_house()
    for nth in (1, 2, 3):
        _stayed(house, nth, -60, None)
    do(house.anna, CallHome(case=_case_of(house, "in-2"), told="Syster", expected_home=hours(3)))

    words = said(Figure.READY_NOW, house.anna.key_line())

    assert words == "3 utskrivningsklara nu (1 kallad hem)"
    assert house.is_clean
