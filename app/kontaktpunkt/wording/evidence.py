"""A clock in one line: what, when or how old, and whose turn; what others owe us is never red."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockStatus, Owes
from kontaktpunkt.domain.profile import PaymentModel
from kontaktpunkt.domain.times import MINUTE, Instant, local_day
from kontaktpunkt.wording.telling import Telling, tail
from kontaktpunkt.wording.times import ago, day, due, late, span, when
from kontaktpunkt.wording.words import word

S = ClockStatus


class ClockLine(Struct, frozen=True, kw_only=True):
    """A clock in words: the line, whose turn it is, and its weight ("wrong", "today", "soft")."""

    said: str
    turn: str = ""
    tone: str = ""


def clock_line(clock: CaseClock, now: Instant, telling: Telling | None = None) -> ClockLine:
    """Say a clock in one line."""
    status = clock.status(now)
    say = _BY_KIND.get(clock.kind, _limit)
    said = _past(clock, now) if status is S.PAST else say(clock, now, telling or Telling())
    return ClockLine(said=said, turn=_turn(clock, status), tone=_tone(clock, now, status))


def is_running(clock: CaseClock, now: Instant) -> bool:
    """Say whether a clock has something to tell at a glance: it runs, stands still or was kept."""
    return clock.status(now) not in (S.NOT_RUNNING, S.PAST)


def gap_words(clock: CaseClock) -> str:
    """Say what is missing when a clock does not run ('' when it runs)."""
    if clock.hindrance is not None:
        return word(clock.hindrance)
    return word(clock.gap) if clock.gap is not None else ""


def _turn(clock: CaseClock, status: ClockStatus) -> str:
    if status is S.PAUSED:
        return f"väntar på{tail(clock.waiting_for, ' ') or ' andra'}"
    if status not in (S.RUNNING, S.OVERDUE):
        return ""
    if clock.kind is ClockKind.PAYMENT_START:
        return _model(clock)
    return word(clock.owes)


def _model(clock: CaseClock) -> str:
    if clock.model is None:
        return "underlag: regionens modell är ej bekräftad"
    if clock.model is PaymentModel.INDIVIDUAL:
        return "underlag, avtal kan gälla"
    return "underlag: regionen räknar genomsnitt"


def _tone(clock: CaseClock, now: Instant, status: ClockStatus) -> str:
    if clock.is_late_for_us(now):
        return "wrong"
    is_ours = clock.owes is Owes.US and status is S.RUNNING and clock.due_at is not None
    if is_ours and clock.due_at is not None and local_day(clock.due_at) == local_day(now):
        return "today"
    running = status is S.RUNNING and clock.owes is not Owes.REGION
    return "" if running else "soft"


def _emergency(clock: CaseClock, now: Instant, _telling: Telling) -> str:
    if clock.due_at is None:
        return f"23 timmar räknas inte: {gap_words(clock)}"
    if clock.stopped_at is not None:
        return f"23 timmar: klart {when(clock.stopped_at, now)}"
    return f"23 timmar: {due(clock.due_at, now)}"


def _planning(clock: CaseClock, now: Instant, _telling: Telling) -> str:
    if clock.stopped_at is not None:
        return f"Planeringssvar lämnat {when(clock.stopped_at, now)}{_kept(clock)}"
    return _running("Planeringssvar", clock, now)


def _readiness(clock: CaseClock, now: Instant, _telling: Telling) -> str:
    if clock.started_at is None:
        return f"Utskrivningsklar: {gap_words(clock)}"
    if clock.stopped_at is not None:
        lay = span(max(0, clock.stopped_at - clock.started_at) // MINUTE)
        return f"Utskrivningsklar i {lay}, till {when(clock.stopped_at, now)}"
    return f"Utskrivningsklar sedan {when(clock.started_at, now)}, {ago(clock.started_at, now)}"


def _payment(clock: CaseClock, now: Instant, _telling: Telling) -> str:
    if clock.due_day is None:
        return f"Betalningsansvar räknas inte: {gap_words(clock) or 'underlag saknas'}"
    first = day(clock.due_day, local_day(now))
    if clock.stopped_at is None:
        return f"Betalningsansvar tidigast {first}"
    if local_day(clock.stopped_at) <= clock.due_day:
        return f"Betalningsansvar hann inte börja: tidigast {first}"
    return f"Betalningsansvar tidigast {first}, till {when(clock.stopped_at, now)}"


def _admission(clock: CaseClock, _now: Instant, _telling: Telling) -> str:
    hours = 0
    if clock.due_at is not None and clock.started_at is not None:
        hours = (clock.due_at - clock.started_at) // (60 * MINUTE)
    within = f" inom {hours} tim" if hours else " i tid"
    if clock.gap is not None or clock.stopped_at is None or clock.started_at is None:
        return f"Inskrivningsmeddelande{within}: går inte att säga, {gap_words(clock)}"
    minutes = (clock.stopped_at - clock.started_at) // MINUTE
    if minutes < 0:
        return f"Inskrivningsmeddelandet sändes före inskrivningen,{within}"
    kept = clock.due_at is not None and clock.stopped_at <= clock.due_at
    how = within if kept else f" senare än {hours} tim"
    return f"Inskrivningsmeddelandet sändes efter {span(minutes)},{how}"


def _limit(clock: CaseClock, now: Instant, telling: Telling) -> str:
    name = word(clock.kind)
    if clock.kind is ClockKind.DEVIATION_ANSWER:
        name += tail(telling.deviation(clock.about) if clock.about else "", ", ")
    if clock.stopped_at is not None and clock.gap is None:
        done = "lämnat" if clock.owes is Owes.US else "kom"
        done = done if clock.kind is ClockKind.DEVIATION_ANSWER else "sändes"
        judged = _late_summons(clock)
        return f"{name}: {done} {when(clock.stopped_at, now)}{_kept(clock)}{judged}"
    return _running(name, clock, now)


def _running(name: str, clock: CaseClock, now: Instant) -> str:
    if clock.paused_at is not None and clock.left is not None:
        left = span(clock.left // MINUTE)
        return f"{name} står stilla sedan {when(clock.paused_at, now)}, {left} kvar"
    if clock.gap is not None or clock.due_at is None:
        return f"{name} räknas inte: {gap_words(clock)}"
    if clock.due_day is None:
        return f"{name} {due(clock.due_at, now)}"
    last = f"senast {day(clock.due_day, local_day(now))}"
    if clock.is_late_for_us(now):
        return f"{name}: {late(clock.due_at, now)}, skulle ha lämnats {last}"
    return f"{name}: {'skulle ha kommit ' if now > clock.due_at else ''}{last}"


def _kept(clock: CaseClock) -> str:
    if clock.due_at is None or clock.stopped_at is None:
        return ""
    if clock.stopped_at <= clock.due_at:
        return ", i tid"
    return f", {span((clock.stopped_at - clock.due_at) // MINUTE)} efter tiden"


def _late_summons(clock: CaseClock) -> str:
    late_now = clock.due_at is not None and (clock.stopped_at or 0) > clock.due_at
    is_summons = clock.kind is ClockKind.PLAN_SUMMONS
    return (
        ". Sen kallelse: manuell bedömning av betalningsansvaret" if late_now and is_summons else ""
    )


def _past(clock: CaseClock, now: Instant) -> str:
    sent = f" {when(clock.sent_at, now)}" if clock.sent_at is not None else ""
    ended = f" {when(clock.stopped_at, now)}" if clock.stopped_at is not None else ""
    why = word(clock.past) if clock.past is not None else ""
    return f"Utskrivningsklar{sent} {why}{ended}"


_BY_KIND: Final[Mapping[ClockKind, Callable[[CaseClock, Instant, Telling], str]]] = {
    ClockKind.EMERGENCY_STAY: _emergency,
    ClockKind.PLANNING_ANSWER: _planning,
    ClockKind.READINESS: _readiness,
    ClockKind.PAYMENT_START: _payment,
    ClockKind.ADMISSION_NOTICE: _admission,
}
