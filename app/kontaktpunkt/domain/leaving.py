"""When somebody left the hospital: one rule for every figure and every list."""

from typing import TypeGuard

from kontaktpunkt.domain.times import Instant


def first_known(*said: Instant | None) -> Instant | None:
    """Give when somebody left: by the region's message or our own note, whichever is first.

    None where nobody has said anything. Our own notes are that she left the ward, and that she
    came home.
    """
    return min((at for at in said if at is not None), default=None)


def has_left(left_at: Instant | None, now: Instant) -> TypeGuard[Instant]:
    """Say whether that time has come: a time that is agreed for later is not it."""
    return left_at is not None and left_at <= now
