"""Free places for a short stay, as the page of the weekend shows them."""

from msgspec import Struct

from kontaktpunkt.domain.times import Instant


class PlaceLine(Struct, frozen=True, kw_only=True):
    """A place that is free or becomes so: where, what sort in words, from when, as told when."""

    name: str
    sort: str = ""
    phone: str = ""
    free_from: Instant | None = None
    told_at: Instant | None = None
    told_by: str = ""
