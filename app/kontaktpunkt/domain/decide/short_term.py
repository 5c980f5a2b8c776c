"""Rules for short stays in a case: the queue, decisions outside office hours, the arrival."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands.short_term import (
    ApplyForShortTerm,
    AskManagerOnCall,
    ConfirmShortTerm,
    DecideShortTerm,
    EndShortTerm,
    GrantShortTerm,
    PlanShortTermArrival,
    TellOfShortTerm,
    WithdrawShortTerm,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, in_case, refuse
from kontaktpunkt.domain.decide.short_term_grant import grant, opened
from kontaktpunkt.domain.events.place import PlaceStayChanged, PlaceVacated
from kontaktpunkt.domain.events.short_term import (
    ManagerOnCallAsked,
    ShortTermApplied,
    ShortTermArrivalPlanned,
    ShortTermConfirmed,
    ShortTermDecided,
    ShortTermEnded,
    ShortTermLeft,
    ShortTermTold,
    ShortTermWithdrawn,
)
from kontaktpunkt.domain.ledger.subjects import case_subject, place_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, PlaceState, PlaceStay, ShortTermDecision
from kontaktpunkt.domain.times import Instant


def apply_for(ground: Ground, wish: ApplyForShortTerm) -> Decision:
    """Put somebody in the queue, once."""
    first = opened(ground, wish)
    if isinstance(first, Refused):
        return first
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    if not wish.need.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    case = ground.case(wish.case)
    if isinstance(case, CaseState) and case.short_term.waiting_need is not None:
        return refuse(RefusalReason.ALREADY_IN_QUEUE)
    body = ShortTermApplied(need=wish.need.strip(), on_word=wish.on_word)
    return (*first, Happening(case_subject(wish.case), body, at))


def decide_on(ground: Ground, wish: DecideShortTerm) -> Decision:
    """Note the caseworker's decision, not before the application came."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    need = state.short_term.waiting_need
    if need is None:
        return refuse(RefusalReason.NOT_IN_QUEUE)
    if not wish.caseworker.strip():
        return refuse(RefusalReason.CASEWORKER_MISSING)
    if at < need.applied_at:
        return refuse(RefusalReason.TIME_IN_PAST)
    body = ShortTermDecided(
        granted=wish.granted, caseworker=wish.caseworker.strip(), note=wish.note.strip()
    )
    return in_case(wish.case, body, at)


def withdraw(ground: Ground, wish: WithdrawShortTerm) -> Decision:
    """Take somebody out of the queue who stands in it."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    if state.short_term.waiting_need is None:
        return refuse(RefusalReason.NOT_IN_QUEUE)
    return in_case(wish.case, ShortTermWithdrawn(reason=wish.reason.strip()), at)


def tell(ground: Ground, wish: TellOfShortTerm) -> Decision:
    """Note who more was told, or what more was handed over."""
    found = _decision(ground, wish.case, wish.decision, wish.at)
    if isinstance(found, Refused):
        return found
    if not wish.told and not wish.handed_over:
        return refuse(RefusalReason.EMPTY_TEXT)
    body = ShortTermTold(decision=wish.decision, told=wish.told, handed_over=wish.handed_over)
    return in_case(wish.case, body, found[1])


def ask_manager(ground: Ground, wish: AskManagerOnCall) -> Decision:
    """Note that the manager on call was asked; who and about what are both told."""
    first = opened(ground, wish)
    if isinstance(first, Refused):
        return first
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    if not wish.manager.strip() or not wish.question.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = ManagerOnCallAsked(
        manager=wish.manager.strip(),
        phone=wish.phone.strip(),
        question=wish.question.strip(),
        answer=wish.answer.strip(),
    )
    return (*first, Happening(case_subject(wish.case), body, at))


def confirm(ground: Ground, wish: ConfirmShortTerm) -> Decision:
    """Take a decision over as caseworker; the stay at the place lasts as she says."""
    found = _waiting(ground, wish)
    if isinstance(found, Refused):
        return found
    decision, at = found
    if wish.until is not None and wish.until <= at:
        return refuse(RefusalReason.TIME_IN_PAST)
    body = ShortTermConfirmed(
        decision=wish.decision,
        caseworker=wish.caseworker.strip(),
        until=wish.until,
        note=wish.note.strip(),
    )
    told = Happening(case_subject(wish.case), body, at)
    stay = _stay_of(ground, decision)
    if stay is None or decision.granted.place is None:
        return (told,)
    lasts = PlaceStayChanged(stay=stay.stay, until=wish.until, confirmed=True)
    return (told, Happening(place_subject(decision.granted.place), lasts, at))


def end(ground: Ground, wish: EndShortTerm) -> Decision:
    """End what was granted outside office hours; the place is left by that."""
    found = _waiting(ground, wish)
    if isinstance(found, Refused):
        return found
    decision, at = found
    body = ShortTermEnded(
        decision=wish.decision, caseworker=wish.caseworker.strip(), reason=wish.reason.strip()
    )
    case = case_subject(wish.case)
    told = Happening(case, body, at)
    granted, stay = decision.granted, _stay_of(ground, decision)
    if stay is None or granted.place is None:
        return (told,)
    left = ShortTermLeft(place=granted.place, name=granted.place_name, stay=stay.stay)
    return (
        told,
        Happening(place_subject(granted.place), PlaceVacated(stay=stay.stay), at),
        Happening(case, left, at),
    )


def plan_arrival(ground: Ground, wish: PlanShortTermArrival) -> Decision:
    """Write down when somebody comes and what comes along; something has to be said."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    body = ShortTermArrivalPlanned(
        arrives_at=wish.arrives_at,
        place=wish.arrival_place,
        place_name=wish.place_name.strip(),
        report_taken=wish.report_taken,
        medicines_along=wish.medicines_along,
        list_along=wish.list_along,
        infection=wish.infection.strip(),
        aids=wish.aids.strip(),
        on_word=wish.on_word,
    )
    if body == ShortTermArrivalPlanned():
        return refuse(RefusalReason.EMPTY_TEXT)
    return in_case(wish.case, body, ground.now)


def _decision(
    ground: Ground, case: UUID, decision: UUID, at: Instant | None
) -> tuple[ShortTermDecision, Instant] | Refused:
    found = ground.case_at(case, at)
    if isinstance(found, Refused):
        return found
    state, moment = found
    for one in state.short_term.decisions:
        if one.granted.decision == decision:
            return one, moment
    return refuse(RefusalReason.NOT_FOUND)


def _waiting(
    ground: Ground, wish: ConfirmShortTerm | EndShortTerm
) -> tuple[ShortTermDecision, Instant] | Refused:
    """Give the decision that waits, and the caseworker who answers it has a name."""
    found = _decision(ground, wish.case, wish.decision, wish.at)
    if isinstance(found, Refused):
        return found
    if not found[0].waits:
        return refuse(RefusalReason.ALREADY_DONE, found[0].caseworker)
    return found if wish.caseworker.strip() else refuse(RefusalReason.CASEWORKER_MISSING)


def _stay_of(ground: Ground, decision: ShortTermDecision) -> PlaceStay | None:
    """Find the stay that rests on a decision and has not ended."""
    place = decision.granted.place
    state = ground.states.get(place_subject(place)) if place is not None else None
    if not isinstance(state, PlaceState):
        return None
    resting = (one for one in state.present if one.decision == decision.granted.decision)
    return next(resting, None)


RULES: Final[Rules] = {
    ApplyForShortTerm: apply_for,
    DecideShortTerm: decide_on,
    WithdrawShortTerm: withdraw,
    GrantShortTerm: grant,
    TellOfShortTerm: tell,
    AskManagerOnCall: ask_manager,
    ConfirmShortTerm: confirm,
    EndShortTerm: end,
    PlanShortTermArrival: plan_arrival,
}
"""The rule of each wish about this."""
