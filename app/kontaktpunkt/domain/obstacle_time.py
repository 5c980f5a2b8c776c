"""How long obstacles stood in the way: shared out so that it never sums to more than the stay."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from uuid import UUID

from kontaktpunkt.domain.states.homecoming import ObstacleState
from kontaktpunkt.domain.times import Instant


def obstacle_time(
    obstacles: Iterable[ObstacleState], since: Instant, until: Instant
) -> Mapping[UUID, int]:
    """Give each obstacle's share of the time between two instants, in microseconds.

    An hour in which several stood in the way counts once, shared out in equal parts; what cannot
    be divided goes to the one that stood longest. The shares sum to the time in which anything
    stood in the way, so never to more than the time between the two.
    """
    clipped = sorted(
        (max(one.since, since), until if one.until is None else min(one.until, until), one.obstacle)
        for one in obstacles
    )
    standing = [one for one in clipped if one[0] < one[1]]
    edges = sorted({edge for begins, ends, _ in standing for edge in (begins, ends)})
    shares = dict.fromkeys((obstacle for _, _, obstacle in clipped), 0)
    for begins, ends in pairwise(edges):
        here = [one[2] for one in standing if one[0] <= begins and one[1] >= ends]
        if here:
            each, left = divmod(ends - begins, len(here))
            for obstacle in here:
                shares[obstacle] += each
            shares[here[0]] += left
    return shares
