"""Putting the page Helg & jour together: what came, what must be done, who may come home."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.profile import Answerer, Cover, DutyKind, RuleProfile
from kontaktpunkt.domain.profile.duty import end_of, hours_on, manning, otherwise_on
from kontaktpunkt.domain.profile.unstaffed import Unstaffed, unstaffed_around, unstaffed_before
from kontaktpunkt.domain.short_term import validity
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.duty.rows import DutyDay
from kontaktpunkt.usecases.duty.watching import name_day
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.rows import CaseRow, InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_inbox_row
from kontaktpunkt.usecases.weekend.did import what_it_did
from kontaktpunkt.usecases.weekend.handing import handover_rows, next_shift
from kontaktpunkt.usecases.weekend.phones import phone_rows
from kontaktpunkt.usecases.weekend.rows import PacketRow, WeekendPage

_ALL: Final = 2_000
_DAYS_SHOWN: Final = 7
_LAST: Final = 1 << 62
_ANSWERS: Final = tuple(WeekendAnswer)
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
    cases = [mask_case_row(case, here.me) for case in store.open_cases()]
    in_hospital = [case for case in cases if case.in_hospital]
    on_the_way = [case for case in cases if _is_on_the_way(case, period, since)]
    homeward = [case for case in in_hospital if is_homeward(case, period, here.now)] + on_the_way
    handover = handover_rows(store, since, here.now, here.me)
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
        came=tuple(row for row in came_open if row.received_at >= since and row not in must),
        came_done=len(came_done),
        people=tuple(sorted(in_hospital, key=lambda case: _need(case, period, begun=begun))),
        homeward=tuple(sorted(homeward, key=_comes_at)),
        to_short_term=tuple(
            sorted(filter(_to_short_term, (*in_hospital, *on_the_way)), key=_comes_at)
        ),
        handover=handover,
        receiving=next_shift(here.profile, here.days, here.now),
        phones=phone_rows(
            register_of(store),
            _answering(here, manned),
            {case.unit for case in in_hospital if case.unit},
            local_day(here.now),
        ),
        before=before if just_ended else None,
        did=what_it_did(before, cases, seen, handover) if just_ended else (),
        alone_until=validity(here.profile, here.now, here.days) if begun else None,
        packet=_current_packet(packets, here.now),
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


def is_homeward(case: CaseRow, period: Unstaffed, now: Instant) -> bool:
    """Say whether somebody is to come home before the office opens again.

    She is called home, or is ready or expected to be, and nothing was said against it.
    """
    home = case.homecoming
    if home.reached_at is not None or case.deceased:
        return False
    if home.called_at is not None:
        return home.expected_home is None or home.expected_home < period.ends
    weekend = case.weekend
    if weekend is not None and said_for(case, period):
        return weekend.answer is not WeekendAnswer.NO and (
            case.ready_sent_at is not None or _expected_within(case, period, now)
        )
    return _expected_within(case, period, now)


def _is_on_the_way(case: CaseRow, period: Unstaffed, since: Instant) -> bool:
    """Say whether somebody has been discharged, maybe ahead of time, whom nobody has seen home.

    Since the office last closed: one of longer ago is late in the daily follow-up.
    """
    home = case.homecoming
    told = case.discharged_at is not None and case.case_kind is CaseKind.INPATIENT
    if case.in_hospital or case.deceased or home.reached_at is not None:
        return False
    if home.called_at is None and not told:
        return False
    comes = home.expected_home or case.discharged_at or home.called_at
    return comes is not None and since <= comes < period.ends


def _expected_within(case: CaseRow, period: Unstaffed, now: Instant) -> bool:
    expected = case.expected_discharge
    if expected is None:
        return False
    first = min(period.begins, now)
    return local_day(first) <= local_day(expected) and expected < period.ends


def said_for(case: CaseRow, period: Unstaffed) -> bool:
    """Say whether a helgbesked was given for a day of this unstaffed time."""
    days = set(period.days) or {local_day(period.begins)}
    return case.weekend is not None and not days.isdisjoint(case.weekend.days)


def _need(case: CaseRow, period: Unstaffed, *, begun: bool) -> tuple[int, int, int, str, str]:
    """Put first who lacks a word, then those whose other name lacks: somebody can still say it.

    Once the time has begun those who may come home stand first: that is what is looked for.
    """
    weekend = case.weekend if said_for(case, period) else None
    if weekend is None:
        place = 3 if begun else 0
    elif begun:
        place = _ANSWERS.index(weekend.answer)
    else:
        place = 1 if weekend.awaited else 2
    ready = case.ready_sent_at
    since = ready or case.expected_discharge or _LAST
    return place, 0 if ready else 1, since, case.name, str(case.case)


def _comes_at(case: CaseRow) -> tuple[int, str, str]:
    home = case.homecoming
    comes = home.expected_home or case.discharged_at or case.expected_discharge or _LAST
    return comes, case.name, str(case.case)


def _to_short_term(case: CaseRow) -> bool:
    """Say whether she goes to a short stay for which no arrival is planned."""
    home = case.homecoming
    planned = case.short_term is not None and case.short_term.arrival
    return home.destination is Destination.SHORT_TERM and home.reached_at is None and not planned


def _inbox(store: StoreView, here: Here, query: InboxQuery) -> list[InboxRow]:
    rows = store.inbox_rows(query, 0, _ALL)
    shown: list[InboxRow] = []
    for row in rows:
        responsible = None
        if row.protection is not Protection.NONE and row.case is not None:
            case = store.case_row(row.case)
            responsible = case.responsible if case else None
        shown.append(mask_inbox_row(row, here.me, responsible))
    return shown


def _must(row: InboxRow, until: Instant) -> bool:
    return row.priority == 0 or not row.is_taken or (row.due_at is not None and row.due_at <= until)


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
    for duty in (DutyKind.PHONE, DutyKind.WATCH):
        found = manning(here.profile, duty, here.now, here.days)
        if found.cover is Cover.NAMED:
            return found.who
    return otherwise_on(here.profile, DutyKind.PHONE, local_day(here.now))


def _answering(here: Here, manned: Answerer | None) -> list[str]:
    otherwise = otherwise_on(here.profile, DutyKind.PHONE, local_day(here.now))
    return [one.label for one in (manned, otherwise) if one is not None]


def _current_packet(rows: Iterable[PacketRow], now: Instant) -> PacketRow | None:
    """Give the newest packet, or addition to one, whose time has not ended."""
    return next((row for row in rows if row.ends > now), None)
