"""The rule of a short-term decision outside office hours (korttidsbeslut): all its steps first."""

from uuid import UUID

from kontaktpunkt.domain.commands.short_term import (
    ApplyForShortTerm,
    AskManagerOnCall,
    GrantShortTerm,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, refuse
from kontaktpunkt.domain.decide.place import place_to_give, told_in_case
from kontaktpunkt.domain.events.case import CaseKind, CaseOpened
from kontaktpunkt.domain.events.place import PlaceKind, PlaceOccupied
from kontaktpunkt.domain.events.short_term import ShortTermGranted, ShortTermWish
from kontaktpunkt.domain.ledger.subjects import case_subject, place_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, PlaceState
from kontaktpunkt.domain.times import Instant


def opened(ground: Ground, wish: ApplyForShortTerm | GrantShortTerm | AskManagerOnCall) -> Decision:
    """Open a case for somebody who has none, or see that hers can be acted on."""
    if not wish.opens_case:
        state = ground.case(wish.case)
        return state if isinstance(state, Refused) else ()
    if wish.person is None:
        return refuse(RefusalReason.NO_PERSON)
    person = ground.person(wish.person)
    if isinstance(person, Refused):
        return person
    body = CaseOpened(person=wish.person, case_kind=CaseKind.MATTER)
    return (Happening(case_subject(wish.case), body, ground.now),)


def grant(ground: Ground, wish: GrantShortTerm) -> Decision:
    """Grant a place until the caseworker decides; a nurse never refuses one.

    Source: the routine of Gislaved. The steps: the person wants it, delegation exists, assessment,
    doctor asked, what was tried first, place. A permanent place only by the manager on call.
    """
    first = opened(ground, wish)
    if isinstance(first, Refused):
        return first
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    case = ground.case(wish.case)
    waiting = case.short_term.waiting_decision if isinstance(case, CaseState) else None
    missing = RefusalReason.DECISION_WAITS if waiting is not None else _missing(wish)
    if missing is not None:
        return refuse(missing)
    if wish.valid_until <= at:
        return refuse(RefusalReason.TIME_IN_PAST)
    person = case.person if isinstance(case, CaseState) else wish.person
    placed = _placed(ground, wish, person, at)
    if isinstance(placed, Refused):
        return placed
    name, there = placed
    decision = Happening(case_subject(wish.case), _granted(wish, name), at)
    return (*first, decision, *there)


def _missing(wish: GrantShortTerm) -> RefusalReason | None:
    """Say which of the steps has not been taken."""
    by_other = wish.wish is ShortTermWish.REPRESENTATIVE
    if wish.wish is None or (by_other and not wish.representative.strip()):
        return RefusalReason.WISH_MISSING
    if not wish.delegation:
        return RefusalReason.DELEGATION_MISSING
    if not wish.reason.strip() or not wish.assessment.strip():
        return RefusalReason.ASSESSMENT_MISSING
    if wish.doctor is None or not (wish.tried or wish.tried_note.strip()):
        return RefusalReason.STEPS_LEFT
    return None


def _placed(
    ground: Ground, wish: GrantShortTerm, person: UUID | None, at: Instant
) -> tuple[str, tuple[Happening, ...]] | Refused:
    """Give the place's name, and what happens to it; one that is on no board has only a name."""
    if wish.place is None:
        name = wish.place_name.strip()
        return (name, ()) if name else refuse(RefusalReason.PLACE_MISSING)
    state = place_to_give(ground, wish.place, wish.case)
    if isinstance(state, Refused):
        return state
    if _is_permanent(state) and not wish.manager.strip():
        return refuse(RefusalReason.MANAGER_DECIDES)
    body = PlaceOccupied(
        stay=wish.stay,
        person=person,
        case=wish.case,
        until=wish.valid_until,
        decision=wish.decision,
    )
    happened = Happening(place_subject(wish.place), body, at)
    name = state.facts.name if state.facts is not None else ""
    return name, (happened, *told_in_case(state, wish.place, body, at))


def _is_permanent(state: PlaceState) -> bool:
    return state.facts is not None and state.facts.place_kind is PlaceKind.PERMANENT


def _granted(wish: GrantShortTerm, place_name: str) -> ShortTermGranted:
    assert wish.wish is not None, "seen to in _missing"  # noqa: S101 - ours
    assert wish.doctor is not None, "seen to in _missing"  # noqa: S101 - ours
    return ShortTermGranted(
        decision=wish.decision,
        reason=wish.reason.strip(),
        wish=wish.wish,
        representative=wish.representative.strip(),
        delegation=wish.delegation,
        assessment=wish.assessment.strip(),
        doctor=wish.doctor,
        doctor_name=wish.doctor_name.strip(),
        tried=wish.tried,
        tried_note=wish.tried_note.strip(),
        place=wish.place,
        place_name=place_name,
        manager=wish.manager.strip(),
        handed_over=wish.handed_over,
        told=wish.told,
        valid_until=wish.valid_until,
    )
