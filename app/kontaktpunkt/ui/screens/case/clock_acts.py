"""What may be done about a clock from its line: answer, wait, go on, judge a condition."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockGap, ClockStatus, OpenQuestion, Owes
from kontaktpunkt.domain.commands import (
    AnswerDeviation,
    AnswerPlanning,
    Command,
    JudgeConditions,
    PauseClock,
    ResumeClock,
    SendDeviation,
)
from kontaktpunkt.domain.payment import NoLiability, RegionalServices
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.clock_row import Act
from kontaktpunkt.wording.words import word

Do = Callable[[Command, str], None]
_THE_REGION = "regionen"
_SERVICES: Final = {
    RegionalServices.AVAILABLE: "Insatser finns",
    RegionalServices.UNAVAILABLE: "Insatser saknas",
    RegionalServices.UNCLEAR: "Oklart",
}
"""Short, for the column is narrow in large text; what each says in full stands in its tip."""


Report = Callable[[UUID | None, UUID | None], None]
"""Begins the report of what was noted (first), or shows the report (second)."""


def acts_of(clock: CaseClock, case: UUID, now: Instant, do: Do, report: Report) -> tuple[Act, ...]:
    """Give what may be done about a clock now, each as one key and one undo."""
    status = clock.status(now)
    if clock.kind is ClockKind.PAYMENT_START and status is not ClockStatus.PAST:
        return _conditions(clock, case, do)
    if clock.kind is ClockKind.PLAN_SUMMONS and clock.gap is ClockGap.SIP_NOT_JUDGED:
        return _sip(case, do)
    if clock.kind is ClockKind.PLANNING_ANSWER:
        return (*_answered(clock, case, do), *_pausing(clock, case, status, do))
    if clock.kind is ClockKind.DEVIATION_ANSWER:
        said = _reported(clock, report) or _deviation(clock, case, do, report)
        return (*said, *_pausing(clock, case, status, do))
    if clock.owes is Owes.REGION and status in (ClockStatus.OVERDUE, ClockStatus.MET_LATE):
        tip = "Skriv en avvikelserapport: regionens tid hölls inte"
        return (("Avvikelse …", tip, lambda: report(None, None)),)
    return ()


def _answered(clock: CaseClock, case: UUID, do: Do) -> tuple[Act, ...]:
    if clock.stopped_at is not None or clock.gap is ClockGap.NO_LONGER_NEEDED:
        return ()
    wish = AnswerPlanning(case=case)
    tip = "Planeringssvaret är lämnat i regionens system"
    return (("Svar lämnat", tip, lambda: do(wish, "Planeringssvaret är lämnat")),)


def _pausing(clock: CaseClock, case: UUID, status: ClockStatus, do: Do) -> tuple[Act, ...]:
    name = word(clock.kind)
    if status is ClockStatus.PAUSED:
        on = ResumeClock(case=case, clock=clock.kind, deviation=clock.deviation)
        tip = "Det vi väntade på har kommit"
        return (("Låt tiden gå", tip, lambda: do(on, f"{name}: tiden går igen")),)
    if not clock.can_pause or clock.owes is not Owes.US:
        return ()
    off = PauseClock(
        case=case, clock=clock.kind, waiting_for=_THE_REGION, deviation=clock.deviation
    )
    tip = "Tiden står stilla tills du låter den gå igen"
    return (("Vänta på regionen", tip, lambda: do(off, f"{name} väntar på regionen")),)


def _reported(clock: CaseClock, report: Report) -> tuple[Act, ...]:
    """Lead to the report where one was begun: it is sent and answered there."""
    if clock.report is None:
        return ()
    tip = "Öppna avvikelserapporten: skicka, påminn, notera svaret"
    return (("Öppna rapporten", tip, lambda: report(None, clock.report)),)


def _deviation(clock: CaseClock, case: UUID, do: Do, report: Report) -> tuple[Act, ...]:
    if clock.deviation is None or clock.stopped_at is not None:
        return ()
    if clock.gap is ClockGap.NOT_SENT:
        write = "Skriv avvikelserapporten, med det som noterats ifyllt"
        sent = SendDeviation(case=case, deviation=clock.deviation)
        tip = "Avvikelsen är skickad till den andra sidan i dag"
        return (
            ("Skriv rapport …", write, lambda: report(clock.deviation, None)),
            ("Skickad", tip, lambda: do(sent, "Avvikelsen är skickad")),
        )
    answered = AnswerDeviation(case=case, deviation=clock.deviation)
    words = "Svar lämnat" if clock.owes is Owes.US else "Svar har kommit"
    tip = "Avvikelsen är besvarad"
    return ((words, tip, lambda: do(answered, "Avvikelsen är besvarad")),)


def _conditions(clock: CaseClock, case: UUID, do: Do) -> tuple[Act, ...]:
    asks_services = (
        OpenQuestion.REGIONAL_SERVICES in clock.open_questions
        or clock.hindrance is NoLiability.REGIONAL_SERVICES_MISSING
    )
    services = _services(case, do) if asks_services else ()
    needs = OpenQuestion.SIP in clock.open_questions or clock.hindrance is NoLiability.NO_SUMMONS
    return (*(_sip(case, do) if needs else ()), *services)


def _sip(case: UUID, do: Do) -> tuple[Act, ...]:
    yes = JudgeConditions(case=case, sip_needed=True)
    no = JudgeConditions(case=case, sip_needed=False)
    tip = "Samordnad individuell plan (4 kap. 1 §)"
    return (
        ("SIP behövs", tip, lambda: do(yes, "SIP behövs")),
        ("SIP behövs inte", tip, lambda: do(no, "SIP behövs inte")),
    )


def _services(case: UUID, do: Do) -> tuple[Act, ...]:
    def act(services: RegionalServices) -> Act:
        wish = JudgeConditions(case=case, regional_services=services)
        tip = "Insatser som regionens öppna vård ansvarar för (5 kap. 5 §)"
        told = f"Regionens insatser: {word(services)}"
        return _SERVICES[services], tip, lambda: do(wish, told)

    return tuple(act(services) for services in RegionalServices)
