"""The work of a stop: its clock, whom to tell, the round of calls, and what is next to do."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.contacts.shapes import UnitKind
from kontaktpunkt.domain.events.outage import (
    OutageCallMade,
    OutageDescribed,
    OutageFaultReported,
)
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Answerer, Code
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.usecases.contacts.rows import Register
from kontaktpunkt.usecases.outages.rounds import RoundPlan, RoundsPage, Ward, due_times, rounds
from kontaktpunkt.usecases.outages.rows import OutageEntry, OutagePage, OutagePhase, OutageStamp
from kontaktpunkt.usecases.outages.telling import TellLine, ToRing, tell_in_practice, tell_lines
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.usecases.rows import CaseRow

FROM_LOGBOOK: Final = "Deklarerat från Nödlägets loggbok"
"""What a stop says that is known first when our computers are up again, by what Nödläge left."""


class NextStep(StrEnum):
    """What is next to do in a stop, in the order in which it is really done."""

    REPORT_FAULT = "report_fault"
    ASK_ANEW = "ask_anew"
    WRITE_PACKET = "write_packet"
    TELL = "tell"
    RING = "ring"
    WAIT = "wait"
    MARK_OVER = "mark_over"
    ACCOUNT = "account"
    RECONCILE = "reconcile"
    CLOSE = "close"
    NOTHING = "nothing"


class OutageWork(Struct, frozen=True, kw_only=True):
    """A stop with everything that is done in it.

    `forms_at` is from when the forms are used, None where no rule says it; `next_word_at` when the
    next word of the fault is due; `round` the last round of reconciliation signed since it was
    over.
    """

    page: OutagePage
    next_step: NextStep
    forms_at: Instant | None = None
    next_word_at: Instant | None = None
    tell: tuple[TellLine, ...] = ()
    rounds: RoundsPage = RoundsPage()
    log: tuple[OutageEntry, ...] = ()
    until_forms: tuple[Code, ...] = ()
    round: RoundStamp | None = None


class OutageWatch(Struct, frozen=True, kw_only=True):
    """A stop as every screen tells of it: its stamp, its clock, what is next, what is late."""

    stamp: OutageStamp
    next_step: NextStep
    forms_at: Instant | None = None
    next_word_at: Instant | None = None
    ring_due_at: Instant | None = None
    ring_late: bool = False

    def is_late(self, now: Instant) -> bool:
        """Say whether something of ours is late: a word that has not come, a round not rung."""
        return self.ring_late or (self.next_word_at is not None and self.next_word_at < now)


class Around(Struct, frozen=True, kw_only=True):
    """What a stop is worked with: the rules, the register, who is in hospital where, the time.

    In an exercise the register is empty, and its dummies are in hospital.
    """

    profile: RuleProfile
    register: Register
    cases: tuple[CaseRow, ...]
    now: Instant
    last_round: RoundStamp | None = None


_SHORTLY: Final = 2 * HOUR
"""The packet of a planned stop is made so long before it: earlier, it would be old by then."""


def forms_from(facts: OutageDescribed, minutes: int | None) -> Instant | None:
    """Say from when the forms are used; None where no rule says it.

    So many minutes after the stop began, for it may pass; of a planned one it is known that it
    lasts, and the forms are in force from its beginning.
    """
    if facts.planned and minutes is not None:
        return facts.since
    return None if minutes is None else Instant(facts.since + minutes * MINUTE)


def work_of(page: OutagePage, around: Around) -> OutageWork:
    """Put the work of a stop together."""
    profile, facts = around.profile, page.stamp.facts
    goes_on = page.stamp.phase is OutagePhase.GOES_ON
    wards = wards_of(around.cases, around.register, page.calls)
    tell = _tell(page, around, wards)
    called = rounds(wards, page.calls, _dues(page, around), around.now)
    word = next_word(page.faults) if goes_on else None
    return OutageWork(
        page=page,
        next_step=_next_step(page, word, tell, called, around.now),
        forms_at=forms_from(facts, profile.count("fallback_after_minutes")),
        next_word_at=word,
        tell=tell,
        rounds=called,
        log=tuple(sorted(page.calls, key=lambda one: one.at, reverse=True)),
        until_forms=profile.codes("outage_until_forms"),
        round=_round_since(page, around.last_round),
    )


def watch_of(work: OutageWork, now: Instant) -> OutageWatch:
    """Say of a stop what every screen tells."""
    due = work.rounds.due_at if work.rounds.left else None
    goes_on = work.page.stamp.phase is OutagePhase.GOES_ON
    return OutageWatch(
        stamp=work.page.stamp,
        next_step=work.next_step,
        forms_at=work.forms_at,
        next_word_at=work.next_word_at,
        ring_due_at=due if goes_on else None,
        ring_late=goes_on and work.rounds.is_late(now),
    )


def next_word(faults: Iterable[OutageEntry]) -> Instant | None:
    """Say when the next word of the fault is due, as the last report says it."""
    said = [one for one in faults if isinstance(one.said, OutageFaultReported)]
    if not said:
        return None
    last = max(said, key=lambda one: one.at).said
    return last.next_word_at if isinstance(last, OutageFaultReported) else None


def _next_step(
    page: OutagePage,
    word: Instant | None,
    tell: tuple[TellLine, ...],
    called: RoundsPage,
    now: Instant,
) -> NextStep:
    if page.stamp.phase is OutagePhase.DOCUMENTING:
        if page.left:
            return NextStep.ACCOUNT
        return NextStep.CLOSE if page.reconciled else NextStep.RECONCILE
    if page.stamp.phase is not OutagePhase.GOES_ON:
        return NextStep.NOTHING
    if _is_home_again(page):
        return NextStep.MARK_OVER
    steps = (
        (NextStep.REPORT_FAULT, not page.faults and not page.stamp.facts.planned),
        (NextStep.ASK_ANEW, word is not None and word < now),
        (NextStep.WRITE_PACKET, page.stamp.numbers == 0 and not page.stamp.is_ahead(now, _SHORTLY)),
        (NextStep.TELL, any(line.told is None for line in tell)),
        (NextStep.RING, called.left > 0),
    )
    return next((step for step, is_due in steps if is_due), NextStep.WAIT)


def _is_home_again(page: OutagePage) -> bool:
    """Say whether the computers were up when the stop was declared: nobody reports or rings."""
    return FROM_LOGBOOK in page.stamp.facts.note


def _tell(page: OutagePage, around: Around, wards: tuple[Ward, ...]) -> tuple[TellLine, ...]:
    codes = around.profile.codes("tell_of_outage")
    numbers = tuple(ToRing(ward.name, ward.phone) for ward in wards if ward.phone)
    if page.stamp.exercise:
        return tell_in_practice(codes, page.told, numbers)
    manager = around.profile.value("manager_on_call").value
    answerer = manager if isinstance(manager, Answerer) else None
    return tell_lines(codes, page.told, around.register, answerer, numbers)


def _dues(page: OutagePage, around: Around) -> list[Instant]:
    """Give when the rounds of a stop are due, until it is over."""
    if _is_home_again(page):
        return []
    profile, facts = around.profile, page.stamp.facts
    plan = RoundPlan(
        times=profile.clock_times("ring_round_times"), minutes=profile.count("ring_round_minutes")
    )
    over = page.stamp.over_at
    until = min(around.now, over) if over is not None else around.now
    dues = due_times(facts.since, max(facts.since, page.declared.at), until, plan)
    return [due for due in dues if over is None or due < over]


def wards_of(
    cases: Iterable[CaseRow], register: Register, calls: Iterable[OutageEntry] = ()
) -> tuple[Ward, ...]:
    """Give the wards to ring: where ours are, those of the register, and those rung already."""
    found: dict[str, Ward] = {}
    for case in cases:
        name = ", ".join(part for part in (case.ward, case.hospital) if part)
        if name:
            known = found.get(name, Ward(name=name))
            found[name] = Ward(
                name=name,
                phone=known.phone or case.ward_phone,
                people=known.people + (0 if case.masked else 1),
            )
    phones = {ward.phone for ward in found.values() if ward.phone}
    for unit in register.units:
        if unit.facts.unit_kind is UnitKind.WARD and not unit.retired:
            phone = unit.facts.phones[0] if unit.facts.phones else ""
            if unit.facts.name not in found and (not phone or phone not in phones):
                found[unit.facts.name] = Ward(name=unit.facts.name, phone=phone)
    for call in calls:
        said = call.said
        if isinstance(said, OutageCallMade) and not said.incoming and said.ward not in found:
            found[said.ward] = Ward(name=said.ward, phone=said.phone)
    return tuple(found[name] for name in sorted(found, key=str.casefold))


def _round_since(page: OutagePage, last: RoundStamp | None) -> RoundStamp | None:
    """Give the last signed round, if it was signed after the stop was over."""
    over = page.stamp.over_at
    return last if last is not None and over is not None and last.at >= over else None
