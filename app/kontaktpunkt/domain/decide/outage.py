"""Rules for a stop (driftstopp): it closes only when every number in it is accounted for."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands.outage import (
    CloseOutage,
    DeclareOutage,
    DescribeOutage,
    EndOutage,
    LogOutageCall,
    ReconcileOutage,
    ReportFault,
    TellOfOutage,
    WithdrawOutage,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.outage import (
    OutageCall,
    OutageCallMade,
    OutageClosed,
    OutageDeclared,
    OutageDescribed,
    OutageFaultReported,
    OutageOf,
    OutageOver,
    OutageReconciled,
    OutageTold,
    OutageWithdrawn,
)
from kontaktpunkt.domain.ledger.subjects import outage_subject, round_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states.outage import OutageState
from kontaktpunkt.domain.states.reconciliation import RoundState
from kontaktpunkt.domain.states.sheet import Balance, SheetStage, balance
from kontaktpunkt.domain.times import Instant


def declare(ground: Ground, wish: DeclareOutage) -> Decision:
    """Declare a stop; a planned one may begin later."""
    if outage_subject(wish.outage) in ground.states:
        return refuse(RefusalReason.ALREADY_DONE)
    wrong = _facts_fault(ground, wish)
    if wrong is not None:
        return wrong
    body = OutageDeclared(
        of=wish.of,
        since=wish.since,
        system=wish.system.strip(),
        planned=wish.planned,
        reach=wish.reach,
        exercise=wish.exercise,
        note=wish.note.strip(),
        scenario=wish.scenario.strip() if wish.exercise else "",
    )
    return (Happening(outage_subject(wish.outage), body, ground.now),)


def describe(ground: Ground, wish: DescribeOutage) -> Decision:
    """Change what is known about a stop; that it is practice is never changed."""
    state = ground.outage(wish.outage)
    if isinstance(state, Refused):
        return state
    wrong = _facts_fault(ground, wish)
    if wrong is not None:
        return wrong
    if state.over is not None and wish.since > state.over.at:
        return refuse(RefusalReason.ENDS_BEFORE_IT_BEGAN)
    body = OutageDescribed(
        of=wish.of,
        since=wish.since,
        system=wish.system.strip(),
        planned=wish.planned,
        reach=wish.reach,
        note=wish.note.strip(),
    )
    if body == state.facts:
        return refuse(RefusalReason.NOTHING_NEW)
    return (Happening(outage_subject(wish.outage), body, ground.now),)


def _facts_fault(ground: Ground, wish: DeclareOutage | DescribeOutage) -> Refused | None:
    """Say what is wrong with what is said about a stop."""
    if wish.of is OutageOf.SOURCE and not wish.system.strip():
        return refuse(RefusalReason.NO_SYSTEM)
    begun = wish.since if wish.planned else ground.moment(wish.since)
    return begun if isinstance(begun, Refused) else None


def withdraw(ground: Ground, wish: WithdrawOutage) -> Decision:
    """Take a wrong declaration back; papers that were given out under it are voided first."""
    state = ground.outage(wish.outage)
    if isinstance(state, Refused):
        return state
    if not wish.reason.strip():
        return refuse(RefusalReason.NO_REASON)
    count = balance(ground.numbers(state))
    if count.issued > count.count(SheetStage.VOIDED):
        return refuse(RefusalReason.SHEETS_ARE_OUT)
    body = OutageWithdrawn(reason=wish.reason.strip(), numbers=count.issued)
    return (Happening(outage_subject(wish.outage), body, ground.now),)


def report_fault(ground: Ground, wish: ReportFault) -> Decision:
    """Note that the fault was reported; the number of the report is what one asks for."""
    if not wish.reference.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = OutageFaultReported(
        reference=wish.reference.strip(),
        to=wish.to_whom.strip(),
        next_word_at=wish.next_word_at,
        note=wish.note.strip(),
    )
    return _noted(ground, wish.outage, wish, body)


def tell(ground: Ground, wish: TellOfOutage) -> Decision:
    """Tick that somebody has been told; once is enough."""
    whom = wish.whom.strip()
    if not whom:
        return refuse(RefusalReason.EMPTY_TEXT)
    state = ground.outage(wish.outage)
    if isinstance(state, OutageState) and any(one.said.whom == whom for one in state.told):
        return refuse(RefusalReason.TOLD_ALREADY)
    return _noted(ground, wish.outage, wish, OutageTold(whom=whom, note=wish.note.strip()))


def log_call(ground: Ground, wish: LogOutageCall) -> Decision:
    """Note a call of the round; news is said in words."""
    if not wish.ward.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    if wish.outcome is OutageCall.NEWS and not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = OutageCallMade(
        ward=wish.ward.strip(),
        outcome=wish.outcome,
        text=wish.text.strip(),
        on_word=wish.on_word,
        phone=wish.phone.strip(),
        incoming=wish.incoming,
        called_back=wish.called_back,
    )
    return _noted(ground, wish.outage, wish, body)


def _noted(
    ground: Ground,
    outage: UUID,
    wish: ReportFault | TellOfOutage | LogOutageCall,
    body: OutageFaultReported | OutageTold | OutageCallMade,
) -> Decision:
    """Note something in a stop that is open; who writes it afterwards says when it happened."""
    state = ground.outage(outage)
    if isinstance(state, Refused):
        return state
    return ground.happen(outage_subject(outage), wish.at, body)


def end(ground: Ground, wish: EndOutage) -> Decision:
    """Say that the stop is over; it is not closed by that: what is on paper is documented now."""
    state = ground.outage(wish.outage)
    if isinstance(state, Refused):
        return state
    if state.over is not None:
        return refuse(RefusalReason.OVER_ALREADY)
    moment = ground.moment(wish.at)
    if isinstance(moment, Refused):
        return moment
    if state.facts is not None and moment < state.facts.since:
        return refuse(RefusalReason.ENDS_BEFORE_IT_BEGAN)
    body = OutageOver(note=wish.note.strip())
    return (Happening(outage_subject(wish.outage), body, moment),)


def reconcile(ground: Ground, wish: ReconcileOutage) -> Decision:
    """Note that the lists were compared with the source, once the stop is over.

    A stop of the region's system points at the round (avstämning) in which that was done. In an
    exercise, and when our own computers were down, words say what was looked at instead.
    """
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    state = ground.outage(wish.outage)
    if isinstance(state, Refused):
        return state
    if state.over is None:
        return refuse(RefusalReason.STILL_GOES_ON)
    wrong = _round_fault(ground, state, state.over.at, wish)
    if wrong is not None:
        return wrong
    body = OutageReconciled(
        system=wish.system.strip(), round=wish.source_round, note=wish.note.strip()
    )
    return (Happening(outage_subject(wish.outage), body, ground.now),)


def _round_fault(
    ground: Ground, state: OutageState, over: Instant, wish: ReconcileOutage
) -> Refused | None:
    """Say what is wrong with the round that a stop is to be reconciled by, or with having none."""
    if state.exercise and wish.source_round is not None:
        return refuse(RefusalReason.EXERCISE_PERSON)
    if wish.source_round is not None:
        return _not_the_round(ground, state, over, wish.source_round)
    if not state.exercise and state.facts is not None and state.facts.of is OutageOf.SOURCE:
        return refuse(RefusalReason.NO_ROUND)
    return None if wish.note.strip() else refuse(RefusalReason.SAY_WHAT_INSTEAD)


def _not_the_round(
    ground: Ground, state: OutageState, over: Instant, source_round: UUID
) -> Refused | None:
    """Say why a round tells nothing about what a stop left behind: begun after it, of its system.

    A round and a stop may name a system a little differently (Link, Cosmic Link).
    """
    found = ground.states.get(round_subject(source_round))
    if not isinstance(found, RoundState) or found.compared is None or found.voided:
        return refuse(RefusalReason.NOT_FOUND)
    if found.reconciled is None:
        return refuse(RefusalReason.ROUND_NOT_SIGNED)
    if found.compared_at < over:
        return refuse(RefusalReason.ROUND_TOO_EARLY)
    theirs = found.compared.system.strip()
    down = state.facts.system if state.facts is not None else ""
    one, other = theirs.casefold(), down.casefold()
    if one and other and one not in other and other not in one:
        return refuse(RefusalReason.ROUND_OF_ANOTHER, theirs, down)
    return None


def close(ground: Ground, wish: CloseOutage) -> Decision:
    """Close a stop that is over, reconciled, and balances.

    Where numbers are missing it is closed by one who may sign for that.
    """
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    state = ground.outage(wish.outage)
    if isinstance(state, Refused):
        return state
    if state.over is None:
        return refuse(RefusalReason.STILL_GOES_ON)
    count = balance(ground.numbers(state))
    left = _left_to_close(ground, state, count)
    if left is not None:
        return left
    body = OutageClosed(note=wish.note.strip(), numbers=count.issued)
    return (Happening(outage_subject(wish.outage), body, ground.now),)


def _left_to_close(ground: Ground, state: OutageState, count: Balance) -> Refused | None:
    """Say what is left before a stop that is over can be closed by who wishes it."""
    if not count.holds:
        return refuse(RefusalReason.NUMBERS_LEFT)
    if not _is_reconciled(ground, state):
        return refuse(RefusalReason.NOT_RECONCILED)
    return ground.may_not_sign() if count.count(SheetStage.MISSING) else None


def _is_reconciled(ground: Ground, state: OutageState) -> bool:
    """Say whether a stop is reconciled: the round that says so still stands signed."""
    if state.reconciled is None:
        return False
    by = state.reconciliation.round if state.reconciliation is not None else None
    found = ground.states.get(round_subject(by)) if by is not None else None
    return not isinstance(found, RoundState) or found.reconciled is not None


RULES: Final[Rules] = {
    DeclareOutage: declare,
    DescribeOutage: describe,
    WithdrawOutage: withdraw,
    ReportFault: report_fault,
    TellOfOutage: tell,
    LogOutageCall: log_call,
    EndOutage: end,
    ReconcileOutage: reconcile,
    CloseOutage: close,
}
"""The rule of each wish about this."""
