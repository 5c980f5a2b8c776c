"""A wish, and the wish to take an earlier one back."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant


class Command(Struct, frozen=True, kw_only=True):
    """A wish; `at` is when it happened if that was not now (microseconds UTC)."""

    at: Instant | None = None


class TakeBack(Command, frozen=True, kw_only=True):
    """Take back an earlier act (ångra)."""

    act: UUID
