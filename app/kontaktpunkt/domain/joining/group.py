"""Who is one with whom: chains and circles of joinings, the same from whichever end one comes."""

from collections.abc import Callable
from uuid import UUID

from kontaktpunkt.domain.states.joining import Ties


def group_of(start: UUID, ties_of: Callable[[UUID], Ties | None]) -> tuple[UUID, ...]:
    """Give all that are one with this one, itself included, in order of their ids.

    The first leads: all rows carry its id. It is the lowest, so that every workstation has the
    same whatever was joined first; it is never shown, for what is shown is said by time. A joining
    holds only while both say it: one whose subject was erased holds no more.
    """
    met = {start}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        ties = ties_of(here)
        for other in ties.others if ties is not None else ():
            theirs = ties_of(other) if other not in met else None
            if theirs is not None and here in theirs.others:
                met.add(other)
                waiting.append(other)
    return tuple(sorted(met))
