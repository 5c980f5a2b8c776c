"""The next number of a paper: real ones in one row, those of exercises in rows of their own."""

from uuid import UUID

from kontaktpunkt.domain.ledger.subjects import SubjectKind, outage_subject
from kontaktpunkt.domain.paper import sheet_number
from kontaktpunkt.domain.paper.exercise_number import exercise_digits, serial_of
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import OutageState
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.workroom import Workroom


def next_number(room: Workroom, outage: UUID | None) -> str | Refused:
    """Give the digits of this workstation's next paper, or say that they are used up.

    An exercise takes none of the real numbers.
    """
    given = next_numbers(room, outage, 1)
    return given if isinstance(given, Refused) else given[0]


def next_numbers(room: Workroom, outage: UUID | None, count: int) -> tuple[str, ...] | Refused:
    """Give the digits of so many papers in a row, all or none."""
    state = room.state(outage_subject(outage)) if outage is not None else None
    exercise = isinstance(state, OutageState) and state.exercise
    origin = room.store.tail().origin
    last = _last_of_exercises(room, origin) if exercise else room.store.last_sheet_serial()
    if last + count > sheet_number.HIGHEST_ORDINARY:
        return Refused(reason=RefusalReason.NUMBERS_USED_UP)
    numbers = (sheet_number.make(origin, last + nth) for nth in range(1, count + 1))
    return tuple(exercise_digits(one) if exercise else one.digits for one in numbers)


def _last_of_exercises(room: Workroom, origin: int) -> int:
    """Give the highest serial that this workstation has put on a paper of an exercise."""
    states: tuple[tuple[UUID, OutageState], ...] = listed(room.store, SubjectKind.OUTAGE)
    given = (one.number for _, state in states for one in state.sheets)
    return max((serial_of(number, origin) for number in given), default=0)
