"""The fold of a homecoming: words on the same thing, two who ended one obstacle, a new call."""

from uuid import UUID

from kontaktpunkt.domain.events import homecoming as home
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.states import Homecoming
from kontaktpunkt.domain.times import Instant
from stories import fold_words

_O = UUID(int=51)
_MET = home.ObstacleMet(obstacle=_O, code="x", side=Side.HOSPITAL, since=Instant(10))


def _home(*said: Body) -> Homecoming:
    found: Homecoming = fold_words(SubjectKind.CASE, *said).homecoming
    return found


def test_the_later_word_on_a_thing_holds() -> None:
    """What was missing this morning and is in place now stands once, as in place."""
    missing = home.ReadinessMarked(item="alarm", mark=home.ReadinessMark.MISSING)
    done = home.ReadinessMarked(item="alarm", mark=home.ReadinessMark.DONE)
    other = home.ReadinessMarked(item="food", mark=home.ReadinessMark.DONE)

    state = _home(missing, other, done)

    assert {one.item: one.mark for one in state.readiness} == {
        "alarm": home.ReadinessMark.DONE,
        "food": home.ReadinessMark.DONE,
    }
    assert _home(missing, other, done, ActTakenBack(act=UUID(int=3))) == _home(missing, other)


def test_of_two_who_ended_an_obstacle_the_first_word_holds() -> None:
    """The hours are counted to when it was first out of the way, never before it came."""
    first = home.ObstacleRemoved(obstacle=_O, until=Instant(30))
    second = home.ObstacleRemoved(obstacle=_O, until=Instant(90))
    early = home.ObstacleRemoved(obstacle=_O, until=Instant(5))

    assert [one.until for one in _home(_MET, first, second).obstacles] == [30]
    assert [one.until for one in _home(_MET, early).obstacles] == [10]
    assert _home(_MET, _MET).open_obstacles == _home(_MET).open_obstacles


def test_a_new_call_home_begins_the_journey_again() -> None:
    """Who came back and is called home anew is not home yet."""
    called = home.CalledHome(told="Ssk Lind")
    left, reached = home.WardLeft(left_at=Instant(1)), home.HomeReached(reached_at=Instant(2))

    once = _home(called, left, reached)
    again = _home(called, left, reached, called)
    off = _home(called, left, home.CallHomeWithdrawn())

    assert (once.left, once.reached) == (left, reached)
    assert (again.left, again.reached) == (None, None)
    assert again.called is not None
    assert (off.called, off.left) == (None, None)


def test_what_was_paused_waits_until_it_is_restarted_or_declined() -> None:
    """A service that was paused is not forgotten: it stays paused until somebody says otherwise."""
    pause = [
        home.ServiceChanged(service=one, stage=home.ServiceStage.PAUSED)
        for one in ("home_care", "food", "dose_bags")
    ]
    restart = home.ServiceChanged(
        service="home_care", stage=home.ServiceStage.RESTARTED, from_visit="kväll"
    )
    decline = home.ServiceChanged(service="food", stage=home.ServiceStage.NOT_RESTARTED)

    assert [one.service for one in _home(*pause, restart, decline).paused] == ["dose_bags"]
