"""The table of causes: a row for each, a column for each month; every number opens to its cases."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import CaseRow


class TriedBefore(StrEnum):
    """What can have been tried before somebody was sent in."""

    NURSE_ASSESSED = "nurse_assessed"
    DOCTOR_ASKED = "doctor_asked"
    PLACE_TRIED = "place_tried"


class CauseCount(Struct, frozen=True, kw_only=True):
    """A cause ('' = nobody has noted one) with its cases in each month of the page."""

    code: str
    cases: tuple[tuple[UUID, ...], ...]

    @property
    def total(self) -> int:
        """Count its cases in all months."""
        return sum(map(len, self.cases))


class TriedCount(Struct, frozen=True, kw_only=True):
    """What was tried before: cases with yes, and cases with any answer, in each month."""

    tried: TriedBefore
    yes: tuple[tuple[UUID, ...], ...]
    answered: tuple[int, ...]


class CausePage(Struct, frozen=True, kw_only=True):
    """Admissions by month of admission (`months` are first days), by cause, and what was tried."""

    at: Instant
    months: tuple[date, ...]
    causes: tuple[CauseCount, ...]
    tried: tuple[TriedCount, ...]

    @property
    def admitted(self) -> tuple[int, ...]:
        """Count all admissions of each month: the sum of its causes and of those without one."""
        return tuple(
            sum(len(count.cases[place]) for count in self.causes)
            for place in range(len(self.months))
        )


class CauseCases(Struct, frozen=True, kw_only=True):
    """The cases behind a number; `missing` are those whose row is gone."""

    rows: tuple[CaseRow, ...]
    missing: int = 0
