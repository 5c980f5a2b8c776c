"""What an unstaffed time did and left: for the staff who come back on the next weekday."""

from collections.abc import Iterable, Sequence

from kontaktpunkt.domain.profile.unstaffed import Unstaffed
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.rows import OutageStamp
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.weekend.rows import DidKind, DidLine, HandoverRow
from kontaktpunkt.usecases.weekend.stops import within

_ORDER = tuple(DidKind)


def what_it_did(
    period: Unstaffed,
    cases: Iterable[CaseRow],
    messages: Iterable[InboxRow],
    handover: Sequence[HandoverRow],
    stops: Iterable[OutageStamp] = (),
) -> tuple[DidLine, ...]:
    """Give what was down, who came home, and the messages and handed lines, done or left."""
    found = [
        *(
            DidLine(kind=DidKind.STOPPED, at=stop.facts.since, stop=stop)
            for stop in stops
            if within(stop, period)
        ),
        *_came_home(period, cases),
        *(_message(row) for row in messages if _within(row.received_at, period)),
        *(_line(row) for row in handover if _is_of(row, period)),
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.kind), one.at)))


def _came_home(period: Unstaffed, cases: Iterable[CaseRow]) -> list[DidLine]:
    return [
        DidLine(kind=DidKind.CAME_HOME, at=at, case=case)
        for case in cases
        if (at := case.homecoming.reached_at) is not None and _within(at, period)
    ]


def _message(row: InboxRow) -> DidLine:
    done = row.done_at is not None
    return DidLine(
        kind=DidKind.MESSAGE_DONE if done else DidKind.MESSAGE_LEFT,
        at=row.received_at,
        message=row,
        by_name=row.done_by_name if done else row.owner_name,
    )


def _line(row: HandoverRow) -> DidLine:
    done = row.handed.done_at is not None or not row.handed.is_open
    return DidLine(
        kind=DidKind.LINE_DONE if done else DidKind.LINE_LEFT,
        at=row.handed.begins,
        handover=row,
        by_name=row.done_by_name or row.accepted_by_name,
    )


def _is_of(row: HandoverRow, period: Unstaffed) -> bool:
    done_at = row.handed.done_at
    return _within(row.handed.begins, period) or (done_at is not None and _within(done_at, period))


def _within(at: Instant, period: Unstaffed) -> bool:
    return period.begins <= at < period.ends
