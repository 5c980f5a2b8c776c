"""What a clock stands on, in words: which message, when, by which rule, from which source."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockSource
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.profile import Certainty, LayerKind, RuleProfile
from kontaktpunkt.domain.times import MINUTE, Instant, local_day
from kontaktpunkt.wording.evidence import gap_words
from kontaktpunkt.wording.times import full_day, moment, span
from kontaktpunkt.wording.words import kind_name, word

_STARTED_BY: Final[Mapping[ClockKind, MessageKind]] = {
    ClockKind.EMERGENCY_STAY: MessageKind.EMERGENCY_STAY_NOTICE,
    ClockKind.PLANNING_ANSWER: MessageKind.ADMISSION_NOTICE,
    ClockKind.ADMISSION_NOTICE: MessageKind.ADMISSION_NOTICE,
    ClockKind.READINESS: MessageKind.READINESS_NOTICE,
    ClockKind.PAYMENT_START: MessageKind.READINESS_NOTICE,
    ClockKind.PLAN_SUMMONS: MessageKind.READINESS_NOTICE,
    ClockKind.DISCHARGE_INFORMATION: MessageKind.DISCHARGE_NOTICE,
}
_AGREEMENT: Final = (ClockKind.PAYMENT_START,)
_UNITS: Final = {
    "admission_notice_hours": "tim",
    "planning_answer_hours": "tim",
    "summons_days": "dagar",
    "payment.grace_days": "dagar",
    "payment.grace_days_after_cut_off": "dagar, sänt efter brytpunkten",
    "payment.psychiatric_grace_days": "dagar, psykiatrisk vård",
}


def clock_grounds(
    clock: CaseClock,
    profile: RuleProfile | None = None,
    paper: SheetTwinMatched | None = None,
) -> tuple[tuple[str, str], ...]:
    """Say what a clock stands on, as labels with their texts; what is missing comes first.

    `paper`: the message was told on a numbered paper before it was sent, and counts from then.
    """
    rows = (
        ("Saknas", gap_words(clock)),
        ("Meddelande", _message(clock, profile, paper)),
        ("Räknas från", _start(clock)),
        ("Räknas till", _end(clock)),
        ("Stått stilla", span(clock.paused // MINUTE) if clock.paused else ""),
        ("Regel", _rule(clock)),
        ("Källa", _source(clock.source)),
        ("Betalar", clock.payer),
        ("Inte angivet", ", ".join(map(word, clock.open_questions))),
    )
    return tuple((label, text) for label, text in rows if text)


def _message(clock: CaseClock, profile: RuleProfile | None, paper: SheetTwinMatched | None) -> str:
    kind = _STARTED_BY.get(clock.kind)
    if kind is None or clock.message is None:
        return f"skickad {moment(clock.sent_at)}" if clock.sent_at is not None else ""
    if paper is not None and paper.told_at is not None and paper.told_at == clock.sent_at:
        told = f"underrättade {moment(paper.told_at)}"
        return f"{kind_name(kind, profile)}, {told}, blankett nr {show_number(paper.number)}"
    sent = f"sänt {moment(clock.sent_at)}" if clock.sent_at is not None else "tid saknas"
    return f"{kind_name(kind, profile)}, {sent}"


def _start(clock: CaseClock) -> str:
    """Say from when it counts, where that is not when the message was sent."""
    if clock.started_at is None or clock.started_at == clock.sent_at:
        return ""
    what = f", {word(clock.counted_from)}" if clock.counted_from is not None else ""
    return f"{moment(clock.started_at)}{what}"


def _end(clock: CaseClock) -> str:
    if clock.due_day is None and clock.due_at is None:
        return ""
    since = local_day(clock.started_at) if clock.started_at is not None else None
    until = full_day(clock.due_day, since) if clock.due_day is not None else ""
    return f"{until or moment(clock.due_at or Instant(0))}, {word(clock.counting)}"


def _rule(clock: CaseClock) -> str:
    if clock.rule is None:
        routine = clock.kind is ClockKind.EMERGENCY_STAY
        return "rutin för 23-timmarsplats" if routine else ""
    return word(clock.rule) + (", avtal kan gälla" if clock.kind in _AGREEMENT else "")


def _source(source: ClockSource | None) -> str:
    if source is None:
        return ""
    if source.layer is LayerKind.OWN:
        return f"kommunens eget värde: {_value(source)}"
    if source.certainty is Certainty.UNVERIFIED:
        return f"ej bekräftat i regelprofilen ({source.profile})"
    return f"{_value(source)}. {source.profile}: {source.source} ({word(source.certainty)})"


def _value(source: ClockSource) -> str:
    unit = _UNITS.get(source.key)
    return f"{source.value} {unit}" if unit else source.value
