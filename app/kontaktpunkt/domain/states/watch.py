"""What the watch of one system on one local day is after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant


class WatchStamp(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One look in the region's inbox: when, by whom, and whether there was something new."""

    at: Instant
    by: UUID | None = None
    found_new: bool = False
    note: str = ""


class WatchState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The looks in one system's inbox on one local day, in order of time.

    `first_noted_at` finds the day in a list also when every look was taken back.
    """

    system: str = ""
    municipality: str = ""
    stamps: tuple[WatchStamp, ...] = ()
    first_noted_at: Instant = Instant(0)
    frozen: bool = False
