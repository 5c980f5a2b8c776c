"""What paid days cost: each by the amount of its own year, told span by span."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from kontaktpunkt.domain.profile import Amount, ProfileValue, RuleProfile

_DAY = timedelta(days=1)


class PricedSpan(Struct, frozen=True, kw_only=True):
    """Paid days that have one amount (5 kap. 6 §): the first day, how many, kronor for each.

    `kronor` is None where nobody has confirmed the amount of the year.
    """

    first: date
    days: int
    kronor: Decimal | None = None
    instrument: str = ""
    source: str = ""

    @property
    def total(self) -> Decimal | None:
        """Give kronor for all days of the span."""
        return None if self.kronor is None else self.kronor * self.days


def amount_on(profile: RuleProfile, day: date) -> ProfileValue:
    """Give the amount of the day's year as the profile knows it."""
    return profile.value(f"amount.{day.year}", day)


def priced_spans(profile: RuleProfile, start: date, end: date) -> tuple[PricedSpan, ...]:
    """Give the paid days from the start up to, not with, the end, by amount."""
    spans: list[PricedSpan] = []
    for first, after in _between_changes(profile, start, end):
        known = amount_on(profile, first)
        amount = known.value if isinstance(known.value, Amount) else None
        spans.append(
            PricedSpan(
                first=first,
                days=(after - first).days,
                kronor=amount.kronor if amount else None,
                instrument=amount.instrument if amount else "",
                source=known.source,
            )
        )
    return tuple(spans)


def _between_changes(profile: RuleProfile, start: date, end: date) -> Iterator[tuple[date, date]]:
    """Cut the days where a year ends, or where an agreed amount begins or ends within one."""
    cuts = {date(year, 1, 1) for year in range(start.year + 1, end.year + 1)}
    for year in range(start.year, end.year + 1):
        for entry in profile.entries.get(f"amount.{year}", ()):
            cuts |= {entry.valid_from} if entry.valid_from else set()
            cuts |= {entry.valid_to + _DAY} if entry.valid_to else set()
    day = start
    for cut in (*sorted(cut for cut in cuts if start < cut < end), end):
        if day < cut:
            yield day, cut
        day = cut
