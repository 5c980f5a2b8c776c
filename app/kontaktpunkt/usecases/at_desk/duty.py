"""Who does what at a desk, and the watch of the region's inbox: shown and stamped."""

from datetime import timedelta
from typing import Final

from kontaktpunkt.domain.commands import NoteInboxWatched
from kontaktpunkt.domain.profile import (
    DayKind,
    DutyKind,
    duty_gaps,
    phone_duty,
    step_matrix,
)
from kontaktpunkt.domain.profile.duty import hours_on, manning, pieces_of
from kontaktpunkt.domain.profile.gaps import entered_in, unplanned
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.duty_rows import DayName, DutyDay, DutyPage, KindPage, WatchPage
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.watching import name_day, watch_id, watch_page

_WEEK: Final = 8
_SEARCHED: Final = 400  # a year and some more: every kind of day comes in it
_OTHERWISE: Final = ("phone_otherwise", "watch_otherwise", "inbox_checks_per_day")
_CALENDAR: Final = ("major_holidays", "major_holiday_periods", "own_free_days")
_ONE_DAY = timedelta(days=1)


class DutyDesk(Office):
    """What is asked about duty, and the stamp of a look in the region's inbox."""

    def duty_page(self) -> DutyPage:
        """Give who does what, now and on each kind of day, with the days ahead."""
        profile, days, now = self.profile(), self.rules.days, self.now()
        phone = phone_duty(profile, now, days)
        return DutyPage(
            today=name_day(local_day(now), days),
            phone_now=manning(profile, DutyKind.PHONE, now, days),
            phone_until=phone.until,
            phone_opens=phone.next_opening,
            kinds=self._kinds(),
            week=self._week(),
            unplanned=unplanned(profile, local_day(now)),
            calendar=tuple(profile.value(key) for key in _CALENDAR),
            watch=self.watch_page(),
        )

    def watch_page(self) -> WatchPage:
        """Give how the region's inbox is watched, and the days for which nobody is named."""
        with self.outside.store.reading() as store:
            return watch_page(store, self.profile(), self.rules.days, self.now(), self.policy())

    def note_watched(self, *, found_new: bool, note: str = "") -> Done | Refused:
        """Stamp that I looked in the region's inbox now."""
        with self.room() as room:
            profile, municipality = room.rules.profile, self.policy().municipality
            today = local_day(self.now())
            wish = NoteInboxWatched(
                watch=watch_id(room.store, profile.system_name, municipality, today),
                system=profile.system_short_name,
                municipality=municipality,
                found_new=found_new,
                note=note,
            )
            act = acting.perform(room, (wish,))
            if isinstance(act, Refused):
                return act
            changed = renew(room)
        return Done(act=act, changed=changed, commands=(wish,))

    def _kinds(self) -> tuple[KindPage, ...]:
        """Give each kind of day with the next day of it, today before any other."""
        found: dict[DayKind, DayName] = {}
        today = local_day(self.now())
        for ahead in range(_SEARCHED):
            named = name_day(today + ahead * _ONE_DAY, self.rules.days)
            found.setdefault(named.kind, named)
            if len(found) == len(DayKind):
                break
        return tuple(self._kind(kind, found.get(kind)) for kind in DayKind)

    def _kind(self, kind: DayKind, on: DayName | None) -> KindPage:
        profile = self.profile()
        day = on.day if on is not None else None
        keys = [entered_in(duty, kind) for duty in (DutyKind.PHONE, DutyKind.WATCH)]
        return KindPage(
            kind=kind,
            next_day=on,
            pieces=pieces_of(profile, day, self.rules.days) if day is not None else (),
            matrix=step_matrix(profile.as_of(day) if day is not None else profile, kind),
            sources=tuple(profile.value(key, day) for key in (*keys, *_OTHERWISE, "steps")),
        )

    def _week(self) -> tuple[DutyDay, ...]:
        profile, days, today = self.profile(), self.rules.days, local_day(self.now())
        missing = {gap.day: gap.duties for gap in duty_gaps(profile, today, days)}
        ahead = (today + nth * _ONE_DAY for nth in range(_WEEK))
        return tuple(
            DutyDay(
                on=name_day(day, days),
                phone=hours_on(profile, DutyKind.PHONE, day, days),
                watch=hours_on(profile, DutyKind.WATCH, day, days),
                missing=missing.get(day, ()),
            )
            for day in ahead
        )
