"""Duty in the desk in memory: the real page of the shipped rules, and looks as they are stamped."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from dataclasses import dataclass, field
from uuid import UUID

from hands.rows import ANNA, NOW
from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.profile import Answerer, Cover, Manning, RuleProfile, local_days
from kontaktpunkt.domain.profile.watching import ExpectedCheck
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import MINUTE, Instant, local_day
from kontaktpunkt.usecases.desk import Changed, Done
from kontaktpunkt.usecases.duty.page import duty_page
from kontaktpunkt.usecases.duty.rows import DutyPage, Look, WatchPage
from kontaktpunkt.usecases.duty.watching import name_day, named_gaps
from kontaktpunkt.usecases.rows import StaffRow
from kontaktpunkt.usecases.weekend.rows import HandoverWaits

POINT = Answerer("Kontaktpunkten")
EARLY = Instant(NOW - 5 * MINUTE)
WATCHED = UUID(int=0xA7C)


@dataclass
class DutyInMemory:
    """Answers about duty as the real desk does; `missed` is the check that nobody has made.

    The desk that this is part of knows the time, the user and the rules.
    """

    time: Instant = field(default=NOW, kw_only=True)
    me: StaffRow = field(default=ANNA, kw_only=True)
    looks: list[Look] = field(
        default_factory=lambda: [Look(at=EARLY, by_name=ANNA.name)], kw_only=True
    )
    missed: ExpectedCheck | None = field(default=None, kw_only=True)
    refuses_looks: Refused | None = field(default=None, kw_only=True)

    def profile(self) -> RuleProfile:
        return DataShelf().profile("lidkoping")

    def handover_waits(self) -> HandoverWaits:
        return HandoverWaits()

    def watch_page(self) -> WatchPage:
        now, profile = self.time, self.profile()
        return WatchPage(
            system="SAMSA",
            municipality="Lidköping",
            today=name_day(local_day(now), local_days(profile, is_red_day)),
            last=self.looks[-1] if self.looks else None,
            coming=ExpectedCheck(Instant(now + 90 * MINUTE), POINT),
            missed=self.missed,
            watch_now=Manning(Cover.NAMED, POINT),
            per_day=3,
            gaps=named_gaps(profile, local_day(now), local_days(profile, is_red_day)),
        )

    def duty_page(self) -> DutyPage:
        profile = self.profile()
        return duty_page(profile, local_days(profile, is_red_day), self.time, self.watch_page())

    def note_watched(self, *, found_new: bool, note: str = "") -> Done | Refused:
        if self.refuses_looks is not None:
            return self.refuses_looks
        self.looks.append(Look(at=self.time, by_name=self.me.name, found_new=found_new, note=note))
        self.missed = None
        return Done(act=WATCHED, changed=Changed(watches=frozenset({WATCHED})))
