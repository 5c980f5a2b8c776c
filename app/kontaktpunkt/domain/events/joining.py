"""What is met twice: persons and cases that were joined, or that somebody knows to be two."""

from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body


class PersonsJoined(Body, frozen=True, kw_only=True):
    """Two persons are one and the same (reservnummer → personnummer); stands on both.

    Each keeps what was said of her; screens show both together. `into` is the one that whoever
    joined them stood on.
    """

    into: UUID
    joined: UUID


class PersonsKeptApart(Body, frozen=True, kw_only=True):
    """Somebody has looked and knows: two persons, not one; stands on both.

    `parts` names the acts of joining that this takes the effect from, by their act ids.
    """

    one: UUID
    other: UUID
    parts: tuple[UUID, ...] = ()


class CasesJoined(Body, frozen=True, kw_only=True):
    """Two cases are one stay, made while apart; stands on both, each keeps what is in it."""

    into: UUID
    joined: UUID


class CasesKeptApart(Body, frozen=True, kw_only=True):
    """Somebody has looked and knows: two stays, not one; stands on both.

    `parts` names the acts of joining that this takes the effect from, by their act ids.
    """

    one: UUID
    other: UUID
    parts: tuple[UUID, ...] = ()
