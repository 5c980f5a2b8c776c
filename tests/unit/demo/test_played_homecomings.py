"""What the demo shows of homecomings: readiness, obstacles, services, calling home, meetings."""

from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.side import Side
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpQuery, FollowUpRow, NextStep


def _people(day: Opened) -> dict[str, FollowUpRow]:
    return {row.case.name: row for row in day.desk.follow_up(FollowUpQuery()).rows}


def test_every_group_of_the_list_holds_somebody(tour_day: Opened) -> None:
    """From the emergency ward to those at home, nobody who tries the demo meets an empty group."""
    page = tour_day.desk.follow_up(FollowUpQuery())

    assert all(page.count(group) > 0 for group in FollowUpGroup)


def test_all_that_can_happen_on_the_way_home_is_there(tour_day: Opened) -> None:
    """One is called home with services paused, one is on the way, one is late, one is at home."""
    people = _people(tour_day)

    called = people["Elle-Máret Guoŧŧol Čearru"]
    assert called.next_step is NextStep.RESTART_SERVICES
    assert not called.lacking
    on_the_way = people["Sven-Olof Isaksson"].case.homecoming
    assert on_the_way.left_at is not None
    assert on_the_way.reached_at is None
    assert [name for name, row in people.items() if row.home_late] != []
    looked_back_on = people["Dagny Sandell"]
    assert looked_back_on.case.homecoming.followed_up_at is not None
    assert looked_back_on.next_step is NextStep.CLOSE_CASE


def test_readiness_is_whole_for_some_and_holed_for_others(tour_day: Opened) -> None:
    """Some have all in place, some lack the hospital's parts, one answer is awaited."""
    rows = list(_people(tour_day).values())

    assert sum(row.with_holes for row in rows) >= 2
    assert any(part.asked for row in rows for part in row.lacking)
    assert any(not row.lacking for row in rows)


def test_obstacles_stand_on_several_sides(tour_day: Opened) -> None:
    """Ours, the hospital's, primary care's, transport and the person's own; one was removed."""
    rows = _people(tour_day)

    assert {one.side for row in rows.values() for one in row.case.homecoming.obstacles} == set(Side)
    assert rows["Siv Lindmark"].case.homecoming.obstacles == ()
    goes_to = {row.case.homecoming.destination for row in rows.values()}
    assert {Destination.HOME, Destination.SHORT_TERM, Destination.CARE_HOME} <= goes_to


def test_the_team_has_met_yesterday_and_this_morning(tour_day: Opened) -> None:
    """Both meetings are signed, and what they decided stands with each person."""
    stamps = tour_day.desk.meetings()
    said = _people(tour_day)["Alma Sundqvist"].case.homecoming.reviews

    assert [stamp.name for stamp in stamps] == ["morning", "lunch"]
    assert all(stamp.signed_at is not None for stamp in stamps)
    assert [line.decision for line in said] == [ReviewDecision.OBSTACLE] * 2
    assert [line.name for line in said] == ["lunch", "morning"]
