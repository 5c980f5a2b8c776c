"""A wish about what is one: to whom of those that are joined it goes, and who may join at all."""

from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain import commands as wishes
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    care_request_subject,
    concern_subject,
    deviation_subject,
)
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import (
    CareRequestState,
    ConcernState,
    DeviationReportState,
    SheetState,
)
from kontaktpunkt.usecases.joining.joined import (
    Looking,
    cases_with,
    persons_with,
    whole_case,
    whole_person,
)
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.paper_twins import two_cases
from kontaktpunkt.usecases.keeping.relating import of_case
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.showing.masking import may_see, owners_of
from kontaktpunkt.usecases.standing_in import where_it_stands


def spread(room: Workroom, command: Command) -> tuple[Command, ...]:
    """Give the wish as it goes to each of the cases or persons that are one.

    Who answers and whether it is open is said of all; a tick goes to where the step or text stands,
    and what is said of a care request to where that lies.
    """
    return _over_cases(room, command) or _over_persons(room, command) or (command,)


def _over_cases(room: Workroom, command: Command) -> tuple[Command, ...]:
    match command:
        case (
            wishes.TakeCase(case=case)
            | wishes.HandOverCase(case=case)
            | wishes.CloseCase(case=case)
            | wishes.ReopenCase(case=case)
        ):
            places = _from(case, cases_with(room, case))
        case wishes.TickStep(case=case, step=step) | wishes.UntickStep(case=case, step=step):
            places = [one for one in cases_with(room, case) if _is_done(room, one, step)]
        case wishes.TickDocumented(case=case, item=item):
            places = [one for one in cases_with(room, case) if _holds(room, one, item)]
            command = replace(command, request=_called_for(room, case, item))
        case (
            wishes.SetPlanMeeting(case=case, plan=plan)
            | wishes.HoldPlanMeeting(case=case, plan=plan)
            | wishes.CancelPlanMeeting(case=case, plan=plan)
        ):
            places = [one for one in cases_with(room, case) if _plans(room, one, plan)]
        case (
            wishes.ConfirmShortTerm(case=case, decision=decision)
            | wishes.EndShortTerm(case=case, decision=decision)
            | wishes.TellOfShortTerm(case=case, decision=decision)
        ):
            places = [one for one in cases_with(room, case) if _granted(room, one, decision)]
        case (
            wishes.DecideShortTerm(case=case)
            | wishes.WithdrawShortTerm(case=case)
            | wishes.ApplyForShortTerm(case=case, opens_case=False)
            | wishes.OccupyPlace(case=UUID() as case)
        ):
            places = [one for one in cases_with(room, case) if _queues(room, one)]
        case _:
            places = where_it_stands(room, command)
    return tuple(replace(command, case=one) for one in places)


def _over_persons(room: Workroom, command: Command) -> tuple[Command, ...]:
    match command:
        case wishes.SendToEmergency():
            return (_sent(room, command),)
        case wishes.LiftProtection(person=person):
            places = _from(person, persons_with(room, person))
        case wishes.CorrectNumber(person=person, wrong=wrong):
            places = [one for one in persons_with(room, person) if _goes_by(room, one, wrong)]
        case (
            wishes.PrepareCareRequest(person=person)
            | wishes.LookOverCareRequest(person=person)
            | wishes.EndCareRequest(person=person)
        ):
            group = persons_with(room, person)
            places = [one for one in group if _has_request(room, one)][:1]
        case (
            wishes.RaiseConcern(person=person, concern=concern)
            | wishes.SettleConcern(person=person, concern=concern)
        ):
            places = [one for one in persons_with(room, person) if _raised(room, one, concern)]
        case _:
            return ()
    return tuple(replace(command, person=one) for one in places)


def _sent(room: Workroom, wish: wishes.SendToEmergency) -> Command:
    """Send her by the id that her case has, with the care request wherever it lies."""
    group = persons_with(room, wish.person)
    case = room.case(wish.case)
    hers = case.person if case is not None and case.person in group else wish.person
    request = next((one for one in group if _has_request(room, one)), None)
    return replace(wish, person=hers, request=request)


def forbidden(room: Workroom, command: Command) -> Refused | None:
    """Say why a wish about who is one may not be done by this user; None when it may."""
    match command:
        case (
            wishes.JoinPersons(person=one, other_person=other)
            | wishes.KeepPersonsApart(person=one, other_person=other)
        ):
            seen = all(may_see_person(room, each, room.actor.staff) for each in (one, other))
        case wishes.LiftProtection(person=person):
            seen = may_see_person(room, person, room.actor.staff)
        case wishes.JoinCases(case=one, other_case=other):
            here, there = whole_case(room, one), whole_case(room, other)
            if here is not None and there is not None and here.person != there.person:
                return Refused(reason=RefusalReason.NOT_SAME_PERSON)
            seen = _may_see_case(room, one)
        case wishes.KeepCasesApart(case=case):
            seen = _may_see_case(room, case)
        case wishes.MatchSheetTwin(message=message):
            state = room.message(message)
            seen = state is None or state.case is None or _may_see_case(room, state.case)
            return two_cases(room, command) if seen else _HIDDEN
        case _:
            seen = not _is_blind(room, command)
    return None if seen else _HIDDEN


def _is_blind(room: Workroom, command: Command) -> bool:
    """Say whether a wish would check, or write over, words that this user is not shown."""
    match command:
        case wishes.CheckSheetEntry(sheet=sheet):
            return not sees_sheet(room, sheet)
        case wishes.WriteDeviationReport(deviation_report=report):
            known = room.state(deviation_subject(report))
            case = known.case if isinstance(known, DeviationReportState) else None
            return case is not None and not _may_see_case(room, case)
        case _:
            return False


def sees_sheet(room: Workroom, sheet: UUID) -> bool:
    """Say whether this user may see whom a paper is about: what it says of her is shown then."""
    state = room.state(Subject(SubjectKind.SHEET, sheet))
    if not isinstance(state, SheetState):
        return True
    known = whole_person(room, state.person)
    owners = owners_in(room, state.case) if state.case is not None else frozenset[UUID]()
    return known is None or may_see(known, room.actor.staff, owners)


_HIDDEN: Final = Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)


def may_see_person(looking: Looking, person: UUID, me: UUID | None) -> bool:
    """Say whether this user may see who a person is: anybody, but a protected one by her own."""
    state = whole_person(looking, person)
    if state is None or not state.is_protected:
        return True
    cases = looking.store.links_of_person(persons_with(looking, person)[0]).cases
    return any(may_see(state, me, owners_in(looking, case)) for case in cases)


def owners_in(looking: Looking, case: UUID) -> frozenset[UUID]:
    """Give those who answer for a case or own a message in it, in any that are one with it."""
    related = of_case(looking, case)
    cases = (looking.case(each.id) for each in related if each.kind is SubjectKind.CASE)
    found = [owners_of(each, ()) for each in cases]
    messages = (each.id for each in related if each.kind is SubjectKind.MESSAGE)
    found.append(owners_of(None, tuple(looking.message(each) for each in messages)))
    return frozenset[UUID]().union(*found)


def _may_see_case(room: Workroom, case: UUID) -> bool:
    state = room.case(case)
    return (
        state is None
        or state.person is None
        or may_see_person(room, state.person, room.actor.staff)
    )


def _from(first: UUID, group: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """Put the one that was asked about first: its answer is the one that counts."""
    return (first, *(one for one in group if one != first))


def _is_done(room: Workroom, case: UUID, step: str) -> bool:
    state = room.case(case)
    return state is not None and any(one.step == step and one.done for one in state.steps)


def _goes_by(room: Workroom, person: UUID, number: PersonNumber) -> bool:
    state = room.person(person)
    return state is not None and number in state.numbers


def _raised(room: Workroom, person: UUID, concern: UUID) -> bool:
    """Say whether a concern lies under this person's id."""
    state = room.state(concern_subject(person))
    return isinstance(state, ConcernState) and any(one.concern == concern for one in state.concerns)


def _has_request(room: Workroom, person: UUID) -> bool:
    """Say whether a care request lies ready, or waits to be sent, under this person's id."""
    state = room.state(care_request_subject(person))
    return isinstance(state, CareRequestState) and (state.is_kept or state.waiting is not None)


def _called_for(room: Workroom, case: UUID, item: UUID) -> UUID | None:
    """Give under whose id the care request lies that was called for by this text.

    First those who are one with the case's person, then anybody: they may be parted since.
    """
    state = room.case(case)
    group = persons_with(room, state.person) if state is not None and state.person else ()
    found = ((each, room.state(care_request_subject(each))) for each in group)
    waiting = listed(room.store, SubjectKind.CARE_REQUEST, only_open=True)
    for person, request in (*found, *waiting):
        calls = request.calls if isinstance(request, CareRequestState) else ()
        if any(call.item == item for call in calls):
            return person
    return None


def _granted(room: Workroom, case: UUID, decision: UUID) -> bool:
    state = room.case(case)
    made = state.short_term.decisions if state is not None else ()
    return any(one.granted.decision == decision for one in made)


def _queues(room: Workroom, case: UUID) -> bool:
    state = room.case(case)
    return state is not None and state.short_term.waiting_need is not None


def _plans(room: Workroom, case: UUID, plan: UUID) -> bool:
    """Say whether a SIP lies in this case."""
    state = room.case(case)
    return state is not None and any(one.plan == plan for one in state.plan_meetings)


def _holds(room: Workroom, case: UUID, item: UUID) -> bool:
    state = room.case(case)
    return state is not None and any(one.item == item for one in state.documentation)
