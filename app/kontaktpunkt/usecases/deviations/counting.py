"""Counts reports of deviations by what was not kept and by whom; pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from kontaktpunkt.domain.clocks.deviation_due import answer_due
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.states import DeviationReportState, DeviationStage
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.deviations.rows import DeviationCount, DeviationCounts

Report = tuple[UUID, DeviationReportState]


def deviation_counts(
    reports: Iterable[Report], period: Period, profile: RuleProfile, now: Instant
) -> DeviationCounts:
    """Count the reports of what happened in a period; by the day of writing where none is said."""
    found = sorted(
        (one for one in reports if _is_counted(one[1], period)), key=lambda one: one[0].bytes
    )

    def count(
        keep: Callable[[DeviationReportState], bool], point: str = "", counterpart: str = ""
    ) -> DeviationCount:
        kept = [one for one in found if keep(one[1])]
        return _count(kept, profile, local_day(now), (point, counterpart))

    points = _most({point for _, state in found for point in state.content.points}, found)
    sides = sorted({side_of(state) for _, state in found})
    pairs = {(side_of(state), point) for _, state in found for point in state.content.points}
    return DeviationCounts(
        at=now,
        period=period,
        every=count(lambda _state: True),
        by_point=tuple(
            count(lambda state, point=point: point in state.content.points, point)
            for point in points
        ),
        by_counterpart=tuple(
            count(lambda state, side=side: side_of(state) == side, "", side) for side in sides
        ),
        by_both=tuple(
            count(
                lambda state, side=side, point=point: (
                    side_of(state) == side and point in state.content.points
                ),
                point,
                side,
            )
            for side, point in sorted(pairs)
        ),
    )


def side_of(state: DeviationReportState) -> str:
    """Give principal and unit as one name; '' where neither is said."""
    said = (state.content.counterpart, state.content.counterpart_unit)
    return ", ".join(part for part in said if part)


def _is_counted(state: DeviationReportState, period: Period) -> bool:
    if state.written is None or state.stage is DeviationStage.WITHDRAWN:
        return False
    on = state.content.happened_on or local_day(state.written.at)
    return period.first <= on <= period.last


def _count(
    kept: Sequence[Report], profile: RuleProfile, today: date, named: tuple[str, str]
) -> DeviationCount:
    point, counterpart = named
    return DeviationCount(
        point=point,
        counterpart=counterpart,
        reports=tuple(one for one, _ in kept),
        sent=tuple(one for one, state in kept if state.sent is not None),
        answered=tuple(one for one, state in kept if state.answer is not None),
        late=tuple(one for one, state in kept if is_late(state, profile, today)),
    )


def is_late(state: DeviationReportState, profile: RuleProfile, today: date) -> bool:
    """Say whether an answer came after its day, or has not come though the day has passed."""
    due = answer_due(state, profile)
    if due is None or state.stage is DeviationStage.WITHDRAWN:
        return False
    return (state.answer.answered_on if state.answer is not None else today) > due


def _most(points: Iterable[str], found: Sequence[Report]) -> list[str]:
    """Put the points in order: the most frequent first."""

    def often(point: str) -> tuple[int, str]:
        return (-sum(point in state.content.points for _, state in found), point)

    return sorted(points, key=often)
