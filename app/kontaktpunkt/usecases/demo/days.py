"""The times of the demo day: words of the stories become instants around the day it is made for."""

import re
from datetime import date, time, timedelta
from typing import Final

from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.times import MINUTE, Instant, at_local, local_day

MORNING: Final = 100
"""The demo's morning has a hundred minutes, the last one being now: at 08:40 it began at 07:00."""

_OPENS, _CLOSES = time(7), time(16, 30)
"""The profile's office hours, for the late ones only; a test holds them to the profile."""

_ROUNDS = (time(7, 40), time(11, 40), time(15, 40))
_ROUNDS_OFF = (time(9, 20), time(11, 50))
_ONE_ROUND_BEFORE = timedelta(days=6)
"""Of long ago only the day's last round is told: nobody looks, and building stays quick."""
_SATURDAY = 5
_DAYS_SEARCHED = 30
_FIRST_OF_TODAY = 2

_DAY: Final = re.compile(r"(w-|[+-]?)([0-9]+) ([0-9]{2}:[0-9]{2})")
_COUNT: Final = re.compile(r"(m|late|in) ([0-9]+)")


class DemoDay:
    """Knows now, and with it when everything of the demo happened; nothing lies after now.

    Words: `-3 13:20` three days ago, `w-1 15:40` the latest working day before today, `m 25` the
    25th minute of the morning (squeezed when the day is younger than a morning), `late 35` so many
    office minutes ago, `+1 11:00` tomorrow and `in 80` minutes from now for what is planned.
    """

    def __init__(self, now: Instant) -> None:
        self.now = now
        self.today = local_day(now)
        midnight = at_local(self.today, time(0))
        self._began = max(midnight, Instant(now - MORNING * MINUTE))

    def at(self, words: str) -> Instant:
        """Give the instant that the words mean; ValueError for words that mean none."""
        if found := _DAY.fullmatch(words):
            sign, count, clock = found.groups()
            return at_local(self._day(sign, int(count)), time.fromisoformat(clock))
        found = _COUNT.fullmatch(words)
        if found is None:
            raise ValueError(words)
        count = int(found[2])
        match found[1]:
            case "m":
                return self._morning(count)
            case "late":
                return self._office_minutes_ago(count)
            case _:
                return Instant(self.now + count * MINUTE)

    def maybe(self, words: str) -> Instant | None:
        """Give the instant, or None where nothing is said."""
        return self.at(words) if words else None

    def sent(self, words: str) -> Instant:
        """Give when a message was sent: a late one some minutes before it came."""
        at = self.at(words)
        return Instant(at - 4 * MINUTE) if words.startswith("late") else at

    def received(self, words: str) -> Instant:
        """Give when a message sent then came to us: at the next look at the region's inbox."""
        found = _DAY.fullmatch(words)
        if found is None:
            at = self.at(words)
            return at if words.startswith("late") else self.after(at, 1)
        if found[1].startswith("w"):
            return self.after(self.at(words), 2)
        sent = self.at(words)
        day = local_day(sent)
        while day < self.today:
            for clock in self._rounds(day):
                if at_local(day, clock) >= sent:
                    return at_local(day, clock)
            day += timedelta(days=1)
        return self._morning(_FIRST_OF_TODAY)

    def after(self, at: Instant, minutes: int) -> Instant:
        """Give so many minutes later, but not after now; in the morning it is squeezed with it."""
        if at >= self._began:
            span = self.now - self._began
            return Instant(min(self.now, at + minutes * span // MORNING))
        return Instant(min(self.now, at + minutes * MINUTE))

    def _rounds(self, day: date) -> tuple[time, ...]:
        rounds = _ROUNDS if is_workday(day) else _ROUNDS_OFF
        return rounds[-1:] if self.today - day > _ONE_ROUND_BEFORE else rounds

    def _morning(self, minute: int) -> Instant:
        return self.after(self._began, minute)

    def _day(self, sign: str, count: int) -> date:
        if sign != "w-":
            return self.today + timedelta(days=-count if sign == "-" else count)
        day = self.today
        for _ in range(count):
            day -= timedelta(days=1)
            while not is_workday(day):
                day -= timedelta(days=1)
        return day

    def _office_minutes_ago(self, minutes: int) -> Instant:
        left = minutes * MINUTE
        for back in range(_DAYS_SEARCHED):
            day = self.today - timedelta(days=back)
            if not is_workday(day):
                continue
            opens, closes = at_local(day, _OPENS), min(at_local(day, _CLOSES), self.now)
            if closes - opens >= left:
                return Instant(closes - left)
            left -= max(0, closes - opens)
        raise ValueError(minutes)


def is_workday(day: date) -> bool:
    """Say whether the contact point itself is at work on the day."""
    return day.weekday() < _SATURDAY and not is_red_day(day)
