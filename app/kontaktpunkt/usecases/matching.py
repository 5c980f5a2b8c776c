"""Which person and case a message belongs to: never guessed, joined by number and stay only."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person_facts import PersonNumber
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import current
from kontaktpunkt.domain.subjects import keyed_id
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.workroom import Workroom

_SAME_ADMISSION = 24 * HOUR
"""Admission notices without stay id whose times lie closer are of one stay (a corrected time)."""


class CaseMatch(Struct, frozen=True):
    """The case of a message; `is_new` when it has to be opened."""

    case: UUID
    is_new: bool


def person_for(room: Workroom, numbers: tuple[PersonNumber, ...]) -> UUID:
    """Find the person who goes by one of the numbers, else give the id she will have everywhere."""
    for number in numbers:
        known = room.store.person_of_number(number)
        if known is not None:
            return known
    if not numbers:
        return room.tools.new_id()
    first = numbers[0]
    return keyed_id(room.keys.id_key, "person", first.kind, first.value)


def case_for(room: Workroom, notice: Notice, person: UUID, earlier: tuple[UUID, ...]) -> CaseMatch:
    """Find the case: by the source's stay id, by the messages it refers to, by person and stay.

    A stay id that stands on somebody else's case does not move this person there: she gets a case
    of her own, to be joined by hand.
    """
    for stay_id in notice.stay.stay_ids:
        for found in room.store.cases_of_stay(stay_id):
            if _is_hers(room, found, person):
                return CaseMatch(found, is_new=False)
    for message in earlier:
        state = room.message(message)
        if state is not None and state.case is not None and _is_hers(room, state.case, person):
            return CaseMatch(state.case, is_new=False)
    for candidate in _open_cases(room, person):
        if _fits(room.case(candidate), notice):
            return CaseMatch(candidate, is_new=False)
    return CaseMatch(_new_case_id(room, notice), is_new=True)


def _is_hers(room: Workroom, case: UUID, person: UUID) -> bool:
    state = room.case(case)
    return state is not None and state.person == person


def _open_cases(room: Workroom, person: UUID) -> list[UUID]:
    """Give the person's open cases, the newest first."""
    links = room.store.links_of_person(person)
    found: list[tuple[Instant, UUID]] = []
    for case in links.cases:
        state = room.case(case)
        if state is not None and state.person == person and state.closed_at is None:
            found.append((state.opened_at, case))
    return [case for _, case in sorted(found, reverse=True)]


def _fits(state: CaseState | None, notice: Notice) -> bool:
    """Say whether a message without a known stay can belong to this open case."""
    if state is None or (notice.stay.stay_ids and state.stay_ids):
        return False
    if notice.kind is MessageKind.EMERGENCY_STAY_NOTICE:
        return state.case_kind is not CaseKind.INPATIENT
    return notice.kind is not MessageKind.ADMISSION_NOTICE or _same_admission(state, notice)


def _same_admission(state: CaseState, notice: Notice) -> bool:
    stay = current(state)
    if stay.is_discharged or stay.deceased:
        return False
    if stay.admitted_at is None or notice.stay.admitted_at is None:
        return True
    return abs(stay.admitted_at - notice.stay.admitted_at) < _SAME_ADMISSION


def _new_case_id(room: Workroom, notice: Notice) -> UUID:
    """Give the id that every workstation gives the source's stay; without one a fresh id."""
    for stay_id in notice.stay.stay_ids:
        derived = keyed_id(room.keys.id_key, "case", stay_id)
        if room.case(derived) is None:
            return derived
    return room.tools.new_id()
