"""What a new report begins with: everything that the case, the profile and older reports know."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockStatus, Owes
from kontaktpunkt.domain.events.deviation import DeviationContent
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.states import CaseState, DeviationReportState, DeviationState
from kontaktpunkt.domain.stay import current
from kontaktpunkt.domain.times import Instant, local_day, to_local

_OF_CLOCK: Final[Mapping[ClockKind, str]] = {
    ClockKind.ADMISSION_NOTICE: "late_admission_notice",
    ClockKind.PLAN_SUMMONS: "late_summons",
}
_OF_OBSTACLE: Final[Mapping[str, str]] = {
    "medication_list": "medication_list_missing",
    "epicrisis": "epicrisis_missing",
    "transport": "transport",
}
"""Which point of the agreement a thing in the way speaks of, where the profile has both."""


def broken_by_region(clocks: Iterable[CaseClock], now: Instant) -> tuple[CaseClock, ...]:
    """Give the times that the region was to keep and did not."""
    late = (ClockStatus.OVERDUE, ClockStatus.MET_LATE)
    return tuple(
        clock
        for clock in clocks
        if clock.owes is Owes.REGION and clock.kind in _OF_CLOCK and clock.status(now) in late
    )


def content_from_case(
    case: CaseState, noted: DeviationState | None, broken: Iterable[CaseClock], profile: RuleProfile
) -> DeviationContent:
    """Fill in hospital, ward, when, and what was not kept; the words are left to who writes."""
    stay = current(case)
    at = noted.noted_at if noted is not None else None
    first = next((clock.due_at for clock in broken if clock.due_at is not None), None)
    when = at or first
    codes = {code.code for code in profile.deviation_codes}
    points = (noted.code,) if noted is not None else _points(case, broken)
    return DeviationContent(
        counterpart=stay.hospital,
        counterpart_unit=stay.ward,
        place=stay.ward,
        happened_on=None if when is None else local_day(when),
        happened_time=None if at is None else to_local(at).time().replace(second=0, microsecond=0),
        points=tuple(point for point in dict.fromkeys(points) if point in codes),
        description=noted.text if noted is not None else "",
        address=profile.deviation_address,
    )


def before_it(
    reports: Iterable[tuple[UUID, DeviationReportState]], counterpart: str, unit: str
) -> DeviationContent:
    """Give what the newest like report says: our phone, and where it went for the same side."""
    known = sorted(
        (state for _, state in reports if state.written is not None),
        key=lambda state: state.written.at if state.written else Instant(0),
        reverse=True,
    )
    ours = next((one.content for one in known if one.content.unit == unit), DeviationContent())
    theirs = next(
        (one.content for one in known if one.content.counterpart == counterpart and counterpart),
        DeviationContent(),
    )
    return DeviationContent(
        phone=ours.phone, address=theirs.address, copy_to_mas=theirs.copy_to_mas
    )


def _points(case: CaseState, broken: Iterable[CaseClock]) -> tuple[str, ...]:
    """Name what the broken times and what hospital or transport has in the way speak of."""
    by_clock = (_OF_CLOCK[clock.kind] for clock in broken)
    sides = (Side.HOSPITAL, Side.TRANSPORT)
    in_the_way = (
        _OF_OBSTACLE.get(one.code, "")
        for one in case.homecoming.open_obstacles
        if one.side in sides
    )
    return (*by_clock, *(code for code in in_the_way if code))
