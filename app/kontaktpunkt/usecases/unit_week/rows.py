"""Rows and pages of a unit's week: frozen, flat, ready to paint or to print."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import CaseRow


class ArrivalKind(StrEnum):
    """How sure it is that somebody comes: called home, expected by the hospital, home already.

    `WITHDRAWN`: called home, and the hospital has said since then that she is not ready.
    """

    CALLED = "called"
    EXPECTED = "expected"
    WITHDRAWN = "withdrawn"
    HOME = "home"
    NOT_SAID = "not_said"


class Arrival(Struct, frozen=True, kw_only=True):
    """Somebody who comes home to the unit, or has come: when, and what of ours is lacking.

    `lacking` are codes of the profile's readiness items on the municipality's side.
    """

    case: CaseRow
    kind: ArrivalKind
    at: Instant | None = None
    lacking: tuple[str, ...] = ()

    @property
    def comes(self) -> bool:
        """Say whether she is still to come, as far as anybody knows."""
        return self.kind not in (ArrivalKind.HOME, ArrivalKind.WITHDRAWN)


class WeekDay(Struct, frozen=True, kw_only=True):
    """A local day of the week that begins today; `is_red` on Sundays and holidays."""

    day: date
    is_red: bool
    arrivals: tuple[Arrival, ...] = ()


class LoadLine(Struct, frozen=True, kw_only=True):
    """What a unit or somebody by name carries, counted in open cases."""

    name: str
    staff: UUID | None = None
    open: int = 0
    emergency: int = 0
    ready: int = 0
    coming: int = 0


class UnitWeekQuery(Struct, frozen=True, kw_only=True):
    """Which unit ('' = all) and whose ('None' = everybody's); never by help (PDL 2 kap. 8 §)."""

    unit: str = ""
    responsible: UUID | None = None


class UnitWeekPage(Struct, frozen=True, kw_only=True):
    """Everybody of the unit who is not settled at home yet, each standing in one place.

    `overdue` should be home by now; `undated` are called home without a time; `waiting` are ready
    and not called; `emergency` wait on an emergency ward; `restart` are home with services that
    nobody has started; `later` are in hospital for longer, or nobody has said until when. The load
    is that of all units, and of everybody with a case of the unit asked for.
    """

    at: Instant
    unit: str
    units: tuple[str, ...]
    days: tuple[WeekDay, ...]
    overdue: tuple[Arrival, ...] = ()
    undated: tuple[Arrival, ...] = ()
    waiting: tuple[Arrival, ...] = ()
    emergency: tuple[Arrival, ...] = ()
    restart: tuple[Arrival, ...] = ()
    later: tuple[Arrival, ...] = ()
    by_unit: tuple[LoadLine, ...] = ()
    by_staff: tuple[LoadLine, ...] = ()
    reached_by: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[Arrival, ...]:
        """Give all who stand on the page, in its order."""
        days = (one for day in self.days for one in day.arrivals)
        before, after = (
            (*self.overdue, *self.emergency),
            (*self.undated, *self.waiting, *self.restart, *self.later),
        )
        return (*before, *days, *after)

    @property
    def coming(self) -> int:
        """Count those who come within the week."""
        days = (one for day in self.days for one in day.arrivals)
        return sum(one.comes for one in (*days, *self.overdue, *self.undated))
