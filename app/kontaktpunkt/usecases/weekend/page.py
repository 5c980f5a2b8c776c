"""Putting the page Helg & jour together: what came, what must be done, who may come home."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.profile import Answerer, DutyKind, RuleProfile
from kontaktpunkt.domain.profile.duty import end_of, hours_on, manning, otherwise_on
from kontaktpunkt.domain.profile.unstaffed import Unstaffed, unstaffed_around, unstaffed_before
from kontaktpunkt.domain.short_term import validity
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.duty.rows import DutyDay
from kontaktpunkt.usecases.duty.watching import name_day
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.phone_lists.numbers import phone_keeping
from kontaktpunkt.usecases.phone_lists.on_call import answering_now, on_call
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.rows import InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_inbox_row
from kontaktpunkt.usecases.weekend.did import what_it_did
from kontaktpunkt.usecases.weekend.handing import handover_rows, next_shift
from kontaktpunkt.usecases.weekend.people import (
    coming,
    need,
    wardless_case,
    wardless_message,
)
from kontaktpunkt.usecases.weekend.phones import phone_rows
from kontaktpunkt.usecases.weekend.rows import PacketRow, WeekendPage
from kontaktpunkt.usecases.weekend.stops import stops_since

_ALL: Final = 2_000
_DAYS_SHOWN: Final = 7
_ONE_DAY = timedelta(days=1)


class Here(Struct, frozen=True):
    """Where and when the page is asked for: rules, calendar, now, and by whom (None for paper)."""

    profile: RuleProfile
    days: LocalDays
    now: Instant
    me: UUID | None


def weekend_page(store: StoreView, here: Here) -> WeekendPage:
    """Put the page together, masked for whoever asks."""
    period = unstaffed_around(here.profile, here.days, here.now)
    begun = here.now >= period.begins
    before = unstaffed_before(here.profile, here.days, here.now)
    since = period.begins if begun else before.begins
    until = _watch_ends(here)
    came_open = _inbox(store, here, InboxQuery(view=InboxView.ALL_OPEN))
    came_done = [
        row
        for row in _inbox(store, here, InboxQuery(view=InboxView.DONE_TODAY, since=since))
        if row.received_at >= since
    ]
    must = [row for row in came_open if _must(row, until or period.ends)]
    not_taken = [row for row in came_open if not row.is_taken and row not in must]
    cases = [wardless_case(mask_case_row(case, here.me)) for case in store.open_cases()]
    in_hospital = [case for case in cases if case.in_hospital]
    comes = coming(cases, period, since, here.now)
    handover = handover_rows(store, since, here.now, here.me)
    stops = stops_since(store, since)
    packets = packet_rows(store, here.now)
    just_ended = not begun and local_day(before.ends) == local_day(here.now)
    seen = (*came_open, *came_done)
    manned = manned_now(here)
    return WeekendPage(
        at=here.now,
        period=period,
        begun=begun,
        today=name_day(local_day(here.now), here.days),
        days=tuple(name_day(day, here.days) for day in period.days),
        duty=_duty(here, period),
        phone_now=manning(here.profile, DutyKind.PHONE, here.now, here.days),
        watch_now=manning(here.profile, DutyKind.WATCH, here.now, here.days),
        manned=manned,
        otherwise=otherwise_on(here.profile, DutyKind.PHONE, local_day(here.now)),
        since=since,
        until=until,
        must=tuple(must),
        not_taken=tuple(not_taken),
        came=tuple(
            row
            for row in came_open
            if row.received_at >= since and row not in must and row not in not_taken
        ),
        came_done=len(came_done),
        people=tuple(sorted(in_hospital, key=lambda case: need(case, period, begun=begun))),
        home_before=comes.before,
        homeward=comes.homeward,
        to_short_term=comes.to_short_term,
        handover=handover,
        receiving=next_shift(here.profile, here.days, here.now),
        phones=phone_rows(
            register_of(store),
            on_call(here.profile, here.days, here.now),
            {case.unit for case in in_hospital if case.unit},
            phone_keeping(here.profile, local_day(here.now)),
        ),
        before=before if just_ended else None,
        did=what_it_did(before, cases, seen, handover, stops) if just_ended else (),
        alone_until=validity(here.profile, here.now, here.days) if begun else None,
        packet=_current_packet(packets, here.now),
        stops=stops,
        to_shred=sum(row.to_shred for row in packets),
    )


def packet_rows(store: StoreView, now: Instant) -> tuple[PacketRow, ...]:
    """Give the packets whose paper may lie about, and those of the last month, newest first."""
    month = Instant(now - 31 * 24 * HOUR)
    found = dict(listed(store, SubjectKind.PACKET, only_open=True))
    found.update(listed(store, SubjectKind.PACKET, month))
    names = {row.staff: row.name for row in store.staff_rows()}
    rows = [
        PacketRow(
            packet=packet,
            made_at=state.made_at,
            made_by_name=names.get(state.made_by, "") if state.made_by else "",
            ends=state.made.ends,
            pages=state.made.pages,
            persons=len(state.made.cases),
            supplement=state.made.supplement,
            of=state.made.of,
            shredded_at=state.shredded_at,
            to_shred=state.lies_about and state.made.ends <= now,
        )
        for packet, state in found.items()
        if state.made is not None
    ]
    return tuple(sorted(rows, key=lambda row: (row.made_at, str(row.packet)), reverse=True))


def _inbox(store: StoreView, here: Here, query: InboxQuery) -> list[InboxRow]:
    rows = store.inbox_rows(query, 0, _ALL)
    shown: list[InboxRow] = []
    for row in rows:
        responsible = None
        if row.protection is not Protection.NONE and row.case is not None:
            case = store.case_row(row.case)
            responsible = case.responsible if case else None
        shown.append(wardless_message(mask_inbox_row(row, here.me, responsible)))
    return shown


def _must(row: InboxRow, until: Instant) -> bool:
    """Say whether a message is to be seen to before a time: it is due, or her 23 hours end.

    Who waits on the emergency ward and is not taken comes at once, also where no limit is set.
    """
    if row.priority == 0 and not row.is_taken:
        return True
    waits = row.emergency if row.priority == 0 else None
    ends = waits.due_at if waits is not None and waits.ended_at is None else None
    return any(at is not None and at <= until for at in (row.due_at, ends))


def _watch_ends(here: Here) -> Instant | None:
    """Say when today's watch ends, if it has not."""
    today = local_day(here.now)
    ends = [
        end_of(today, hour)
        for hour in hours_on(here.profile, DutyKind.WATCH, today, here.days) or ()
    ]
    last = max(ends, default=None)
    return last if last is not None and last > here.now else None


def _duty(here: Here, period: Unstaffed) -> tuple[DutyDay, ...]:
    """Give who answers and who watches, from today to the day on which the office opens."""
    today, last = local_day(here.now), local_day(period.ends)
    count = min((last - today).days, _DAYS_SHOWN - 1)
    ahead = (today + nth * _ONE_DAY for nth in range(count + 1))
    return tuple(
        DutyDay(
            on=name_day(day, here.days),
            phone=hours_on(here.profile, DutyKind.PHONE, day, here.days),
            watch=hours_on(here.profile, DutyKind.WATCH, day, here.days),
        )
        for day in ahead
    )


def manned_now(here: Here) -> Answerer | None:
    """Say who can be reached now: who watches or answers by name, else who answers otherwise."""
    return answering_now(here.profile, here.days, here.now)


def _current_packet(rows: Iterable[PacketRow], now: Instant) -> PacketRow | None:
    """Give the newest packet, or addition to one, whose time has not ended."""
    return next((row for row in rows if row.ends > now), None)
