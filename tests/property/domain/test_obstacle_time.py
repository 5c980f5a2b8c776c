"""Hours that obstacles stood in the way never sum to more than the stay."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.obstacle_time import obstacle_time
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.states import ObstacleState
from kontaktpunkt.domain.times import Instant

pytestmark = pytest.mark.property

_moments = st.integers(0, 40).map(Instant)


@st.composite
def _obstacles(draw: st.DrawFn) -> list[ObstacleState]:
    spans = draw(st.lists(st.tuples(_moments, st.none() | _moments), max_size=8))
    return [
        ObstacleState(
            obstacle=UUID(int=number), code="x", side=Side.PERSON, since=since, until=until
        )
        for number, (since, until) in enumerate(spans)
    ]


def _in_the_way(obstacles: list[ObstacleState], moment: int, until: int) -> bool:
    return any(
        one.since <= moment < (until if one.until is None else one.until) for one in obstacles
    )


@given(obstacles=_obstacles(), since=_moments, until=_moments)
def test_shares_sum_to_the_time_in_which_anything_stood_in_the_way(
    obstacles: list[ObstacleState], since: Instant, until: Instant
) -> None:
    """An hour with three obstacles is one hour, and an obstacle outside the stay is none."""
    shares = obstacle_time(obstacles, since, until)

    blocked = sum(_in_the_way(obstacles, moment, until) for moment in range(since, until))
    assert sum(shares.values()) == blocked <= max(0, until - since)
    assert set(shares) == {one.obstacle for one in obstacles}
    assert all(share >= 0 for share in shares.values())


def test_an_hour_with_two_obstacles_is_shared_between_them() -> None:
    """Two who stood in the way at the same time have half the time each, to the last moment."""
    first = ObstacleState(obstacle=UUID(int=1), code="x", side=Side.PERSON, since=Instant(0))
    second = ObstacleState(
        obstacle=UUID(int=2), code="y", side=Side.HOSPITAL, since=Instant(5), until=Instant(10)
    )

    shares = obstacle_time([second, first], Instant(0), Instant(20))

    assert shares == {UUID(int=1): 5 + 3 + 10, UUID(int=2): 2}
