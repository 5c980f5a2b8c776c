"""Which person and case a message belongs to: never guessed, joined by number and stay only."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.fold.person import by_strength
from kontaktpunkt.domain.ledger.subjects import keyed_id
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import Stay, current, kind_of_case
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.joining.joined import leading_person, persons_with, whole_case
from kontaktpunkt.usecases.keeping.workroom import Workroom

_SAME_ADMISSION: Final = 24 * HOUR
"""Admission notices without stay id whose times lie closer are of one stay (a corrected time)."""

_AWAITED: Final = 72 * HOUR
"""So long after we sent her to hospital an admission notice is still about that time (practice)."""

_TWO: Final = 2
_OF_THE_WARD: Final = frozenset(
    {
        MessageKind.EXPECTED_DISCHARGE_NOTICE,
        MessageKind.LEAVE_NOTICE,
        MessageKind.READINESS_NOTICE,
        MessageKind.READINESS_WITHDRAWN_NOTICE,
    }
)
"""What is only said of somebody who is on a ward."""


class CaseMatch(Struct, frozen=True):
    """The case of a message; `is_new` when it has to be opened."""

    case: UUID
    is_new: bool


def person_of(room: Workroom, notice: Notice, earlier: Sequence[UUID], into: UUID | None) -> UUID:
    """Find the person of a message: by number; without one by the case or messages it names."""
    if notice.person.numbers:
        return person_for(room, notice.person.numbers, notice.stay.stay_ids)
    about = {room.case(into)} if into else set[CaseState | None]()
    for message in earlier:
        state = room.message(message)
        if state is not None and state.case is not None:
            about.add(room.case(state.case))
    if not about:
        about = {room.case(case) for case in _cases_of(room, notice.stay.stay_ids)}
    persons = {state.person for state in about if state is not None and state.person is not None}
    known = len({leading_person(room, person) for person in persons}) == 1
    return min(persons) if known else room.tools.new_id()


def person_for(
    room: Workroom, numbers: tuple[PersonNumber, ...], stay_ids: Sequence[str] = ()
) -> UUID:
    """Find the person who goes by one of the numbers, else give the id she will have everywhere.

    The strongest number tells: a message with a reserve number and a personnummer is about the
    person of the personnummer, and the two are offered for joining where the reserve number is
    somebody else's here. A number that was corrected away leads to her only in messages about a
    stay of hers: it may be somebody else's own number.
    """
    numbers = tuple(sorted(numbers, key=by_strength))
    for number in numbers:
        known = person_by(room, number)
        if known is not None:
            return known
    for case in _cases_of(room, stay_ids):
        state = room.case(case)
        person = room.person(state.person) if state and state.person else None
        if state and state.person and person and set(numbers) & set(person.former_numbers):
            return state.person
    if not numbers:
        return room.tools.new_id()
    first = numbers[0]
    derived = _derived(room, first)
    hers = room.person(derived)
    if hers is not None and first in hers.former_numbers:
        return room.tools.new_id()
    return derived


def person_by(room: Workroom, number: PersonNumber) -> UUID | None:
    """Find who goes by a number: of several whom it is the first of, then whose id it gave."""
    known = room.store.persons_of_number(number)
    if len(known) < _TWO:
        return known[0] if known else None
    derived = _derived(room, number)

    def far_from(person: UUID) -> tuple[bool, bool, UUID]:
        state = room.person(person)
        return (state is None or state.number != number, person != derived, person)

    return min(known, key=far_from)


def _derived(room: Workroom, number: PersonNumber) -> UUID:
    return keyed_id(room.keys.id_key, "person", number.kind, number.value)


def case_for(room: Workroom, notice: Notice, person: UUID, earlier: Sequence[UUID]) -> CaseMatch:
    """Find the case: by the source's stay id, by the messages it refers to, by person and stay.

    A stay id that stands on somebody else's case does not move this person there: she gets a case
    of her own, to be joined by hand.
    """
    named = _cases_of(room, notice.stay.stay_ids)
    for message in earlier:
        state = room.message(message)
        if state is not None and state.case is not None:
            named.append(state.case)
    for case in named:
        if is_hers(room, case, person):
            return CaseMatch(case, is_new=False)
    for candidate in _open_cases(room, person):
        if _fits(whole_case(room, candidate), notice):
            return CaseMatch(candidate, is_new=False)
    return CaseMatch(_new_case_id(room, notice), is_new=True)


def is_hers(room: Workroom, case: UUID | None, person: UUID) -> bool:
    """Say whether a case is this person's, or that of somebody who is one with her."""
    state = room.case(case) if case is not None else None
    return state is not None and state.person in persons_with(room, person)


def _cases_of(room: Workroom, stay_ids: Sequence[str]) -> list[UUID]:
    return [case for stay_id in stay_ids for case in room.store.cases_of_stay(stay_id)]


def _open_cases(room: Workroom, person: UUID) -> list[UUID]:
    """Give the person's open cases, the newest first."""
    hers = persons_with(room, person)
    links = room.store.links_of_person(hers[0])
    found: list[tuple[Instant, UUID]] = []
    for case in links.cases:
        state = room.case(case)
        if state is None or state.person not in hers:
            continue
        if state.closed_at is None and not state.voided:
            found.append((state.opened_at, case))
    return [case for _, case in sorted(found, reverse=True)]


def _fits(state: CaseState | None, notice: Notice) -> bool:
    """Say whether a message without a known stay can belong to this open case."""
    if state is None or (notice.stay.stay_ids and state.stay_ids):
        return False
    stay = current(state)
    kind = notice.kind
    if kind is MessageKind.ADMISSION_NOTICE:
        return _one_stay(stay, notice.stay.admitted_at, notice) and _was_sent(state, stay, notice)
    if kind is MessageKind.EMERGENCY_STAY_NOTICE:
        arrived = notice.stay.admitted_at or notice.sent_at
        if arrived is None:
            return kind_of_case(state, stay) is not CaseKind.INPATIENT
        return _one_stay(stay, arrived, notice)
    return kind not in _OF_THE_WARD or not _long_ended(stay, notice.sent_at)


def _was_sent(state: CaseState, stay: Stay, notice: Notice) -> bool:
    """Say whether an admission is the one that a case waits for since we sent her to hospital.

    Who came home from the emergency ward without being admitted is admitted another day.
    """
    if not state.departures or stay.in_ward:
        return True
    began = notice.stay.admitted_at or notice.sent_at
    left = max(departure.at for departure in state.departures)
    return began is None or -_SAME_ADMISSION < began - left < _AWAITED


def _one_stay(stay: Stay, began: Instant | None, notice: Notice) -> bool:
    """Say whether an admission or arrival is the beginning of this stay, not of another one."""
    ended = _ended(stay)
    if ended is not None:
        moment = notice.sent_at if began is None else began
        if moment is None or moment >= ended:
            return False
    if stay.admitted_at is None or began is None:
        return True
    return abs(stay.admitted_at - began) < _SAME_ADMISSION


def _long_ended(stay: Stay, sent_at: Instant | None) -> bool:
    """Say whether the stay had been over for a day when this was sent."""
    ended = _ended(stay)
    return ended is not None and sent_at is not None and sent_at > ended + _SAME_ADMISSION


def _ended(stay: Stay) -> Instant | None:
    if stay.is_discharged:
        return stay.discharge_told_at if stay.discharged_at is None else stay.discharged_at
    return stay.died_at


def _new_case_id(room: Workroom, notice: Notice) -> UUID:
    """Give the id that every workstation gives the source's stay; without one a fresh id."""
    for stay_id in notice.stay.stay_ids:
        derived = keyed_id(room.keys.id_key, "case", stay_id)
        if room.case(derived) is None:
            return derived
    return room.tools.new_id()
