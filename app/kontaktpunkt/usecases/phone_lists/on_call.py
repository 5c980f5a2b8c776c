"""Who is rung at any hour: who answers now, who decides, and who else has hours of their own."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.contacts.phone import PhoneFault, read_phone
from kontaktpunkt.domain.profile import Answerer, Cover, DayKind, DutyKind, RuleProfile
from kontaktpunkt.domain.profile.duty import manning, otherwise_on
from kontaktpunkt.domain.profile.emergency import manager_on_call
from kontaktpunkt.domain.times import Instant, local_day

MANAGER: Final = "Chef i beredskap"
"""What the one who decides when nobody else may is called where the profile has no other name."""


NO_NUMBER: Final = "nummer saknas i Kontakter"
"""What stands where somebody is to be rung and nobody has written in by which number."""


class OnCall(Struct, frozen=True, kw_only=True):
    """Somebody who is rung by what she is, not by name; `phone` is what the profile itself says."""

    label: str
    phone: str = ""
    note: str = ""
    now: bool = False


def answering_now(profile: RuleProfile, days: LocalDays, now: Instant) -> Answerer | None:
    """Say who can be reached now: who answers or watches by name, else who answers otherwise."""
    for duty in (DutyKind.PHONE, DutyKind.WATCH):
        found = manning(profile, duty, now, days)
        if found.cover is Cover.NAMED:
            return found.who
    return otherwise_on(profile, DutyKind.PHONE, local_day(now))


def on_call(profile: RuleProfile, days: LocalDays, now: Instant) -> tuple[OnCall, ...]:
    """Give whom to ring at any hour, in order: who answers now, chef i beredskap, the others."""
    answering = answering_now(profile, days, now)
    manager = manager_on_call(profile) or Answerer(MANAGER)
    otherwise = otherwise_on(profile, DutyKind.PHONE, local_day(now))
    hours = (
        Answerer(hour.label, hour.role)
        for kind in DayKind
        for duty in (profile.phone_hours, profile.inbox_watch_hours)
        for hour in duty.get(kind) or ()
    )
    first = [answering] if answering is not None else []
    rest = [otherwise] if otherwise is not None else []
    return tuple(_told(_once((*first, manager, *rest, *hours)), answering))


def _once(answerers: Iterable[Answerer]) -> Iterable[Answerer]:
    """Give each by its name once, as it was said with most words."""
    found: dict[str, Answerer] = {}
    for one in answerers:
        before = found.get(one.label.casefold())
        if before is None or (one.note and not before.note):
            found[one.label.casefold()] = one
    return found.values()


def _told(answerers: Iterable[Answerer], answering: Answerer | None) -> Iterable[OnCall]:
    for one in answerers:
        # A profile has one line for words about somebody: often it is the number.
        number = read_phone(one.note) if one.note else PhoneFault
        is_number = isinstance(number, str)
        now = answering is not None and one.label.casefold() == answering.label.casefold()
        yield OnCall(
            label=one.label,
            phone=one.note if is_number else "",
            note="" if is_number else one.note,
            now=now,
        )
