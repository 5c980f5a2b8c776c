"""What the screen Vem gör vad and the watch of the region's inbox get, ready to paint."""

from datetime import date

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import MajorHoliday
from kontaktpunkt.domain.profile import (
    Answerer,
    DayKind,
    DutyGap,
    DutyHour,
    DutyKind,
    DutyPiece,
    Manning,
    ProfileValue,
    StepMatrix,
)
from kontaktpunkt.domain.profile.watching import ExpectedCheck
from kontaktpunkt.domain.times import Instant


class DayName(Struct, frozen=True, kw_only=True):
    """A day with its kind, its Swedish name when it has one, and the storhelg that it lies in."""

    day: date
    kind: DayKind
    name: str = ""
    major: MajorHoliday | None = None


class Look(Struct, frozen=True, kw_only=True):
    """One look in the region's inbox: when, by whom, and whether there was something new."""

    at: Instant
    by_name: str = ""
    found_new: bool = False
    note: str = ""


class CheckRow(Struct, frozen=True, kw_only=True):
    """One expected check and the look that answered it; `missed` says that its time ran out.

    A look that came later than half an hour after the time answers it and it stays missed.
    """

    check: ExpectedCheck
    look: Look | None = None
    missed: bool = False


class WatchDay(Struct, frozen=True, kw_only=True):
    """The watch of one day: expected checks, and looks that nobody expected."""

    on: DayName
    checks: tuple[CheckRow, ...] = ()
    other_looks: tuple[Look, ...] = ()


class NamedGap(Struct, frozen=True, kw_only=True):
    """Days for which nobody is named, with their names: one day, or a storhelg from `on` to `to`.

    `gap` is that of its first day.
    """

    gap: DutyGap
    on: DayName
    to: DayName


class WatchPage(Struct, frozen=True, kw_only=True):
    """How the region's inbox is watched now: last and next look, what was missed, who can be rung.

    `hand_to` is who is manned now, where none of ours watches; `hand_confirmed` is False where
    only the phone's table says so. `log` is newest first. While the system is down by a declared
    stop (`down_since`) no look is expected: the rounds of calls stand in.
    """

    system: str
    municipality: str
    today: DayName
    last: Look | None = None
    coming: ExpectedCheck | None = None
    missed: ExpectedCheck | None = None
    down_since: Instant | None = None
    watch_now: Manning
    hand_to: Answerer | None = None
    hand_confirmed: bool = True
    per_day: int | None = None
    gaps: tuple[NamedGap, ...] = ()
    log: tuple[WatchDay, ...] = ()

    @property
    def to_act_on(self) -> int:
        """Count what somebody must see to: a missed check, and days without anybody named."""
        return len(self.gaps) + (self.missed is not None)


class DutyDay(Struct, frozen=True, kw_only=True):
    """One day of the week ahead: who answers and who watches; None where it is not confirmed."""

    on: DayName
    phone: tuple[DutyHour, ...] | None
    watch: tuple[DutyHour, ...] | None
    missing: tuple[DutyKind, ...] = ()


class KindPage(Struct, frozen=True, kw_only=True):
    """Everything about one kind of day: its hours on the next such day, its table, its sources."""

    kind: DayKind
    next_day: DayName | None
    pieces: tuple[DutyPiece, ...]
    matrix: StepMatrix
    sources: tuple[ProfileValue, ...]


class DutyPage(Struct, frozen=True, kw_only=True):
    """Who does what: now, on each kind of day, and in the days ahead.

    `unplanned` are the duties for which no kind of day is confirmed. `calendar` are the rules that
    say which days are storhelger or free days of our own.
    """

    today: DayName
    phone_now: Manning
    phone_until: Instant | None
    phone_opens: Instant | None
    kinds: tuple[KindPage, ...]
    week: tuple[DutyDay, ...]
    unplanned: tuple[DutyKind, ...]
    calendar: tuple[ProfileValue, ...]
    watch: WatchPage
