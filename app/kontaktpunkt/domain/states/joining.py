"""What ties a person or a case to others: who is one with it, and who is known not to be."""

from uuid import UUID

from msgspec import Struct


class Join(Struct, frozen=True, order=True):
    """One joining that holds: with whom, and the act that made it."""

    other: UUID
    act: UUID


class Ties(Struct, frozen=True, kw_only=True):
    """The joinings that hold, in order of their ids, and those that are known to be another.

    The same whatever order the events came in.
    """

    joins: tuple[Join, ...] = ()
    apart: frozenset[UUID] = frozenset()

    @property
    def others(self) -> tuple[UUID, ...]:
        """Give those that are joined with this one, each once."""
        return tuple(dict.fromkeys(join.other for join in self.joins))

    def acts_with(self, other: UUID) -> tuple[UUID, ...]:
        """Give the acts that joined this one with another: several, when two joined at once."""
        return tuple(join.act for join in self.joins if join.other == other)
