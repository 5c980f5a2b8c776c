"""Putting a meeting together: whom to go through, first those where something has to happen."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.states import MeetingState, ReviewState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpPage, FollowUpRow
from kontaktpunkt.usecases.meetings.rows import MeetingLine, MeetingPage, MeetingPart, MeetingStamp

_PARTS: Final = tuple(MeetingPart)


class Around(Struct, frozen=True, kw_only=True):
    """What a meeting's page needs beside its state: names of staff, and the meeting before it.

    `said` is what this meeting said of each case, in the case's own words.
    """

    names: Mapping[UUID, str]
    since: Instant | None = None
    said: Mapping[UUID, ReviewState] = {}


def meeting_page(
    meeting: UUID, state: MeetingState, people: FollowUpPage, around: Around
) -> MeetingPage | None:
    """Put the page of a meeting together; None when there is no such meeting.

    People in hospital are gone through, and those at home whose homecoming is not confirmed;
    `people` is the list of the meeting's unit. A signed meeting shows whom it went through.
    """
    began = state.began
    if began is None:
        return None
    decided = dict(state.reviewed)
    to_speak_of = [row for row in people.rows if _is_spoken_of(row) or row.case.case in decided]
    shown = [row for row in to_speak_of if not began.with_region or _may_be_shared(row)]
    if state.signed_at is not None:
        known = {*decided, *state.left_out}
        shown = [row for row in shown if row.case.case in known]
    lines = [_line(row, state, around) for row in shown]
    lines.sort(key=lambda line: _PARTS.index(line.part))
    return MeetingPage(
        meeting=meeting,
        name=began.name,
        began_at=state.began_at,
        began_by_name=_name(around.names, state.began_by),
        participants=began.participants,
        unit=began.unit,
        with_region=began.with_region,
        lines=tuple(lines),
        kept_out=len(to_speak_of) - len(shown) if state.signed_at is None else 0,
        since=around.since,
        signed_at=state.signed_at,
        signed_by_name=_name(around.names, state.signed_by),
        note=state.note,
    )


def stamp(meeting: UUID, state: MeetingState, names: Mapping[UUID, str]) -> MeetingStamp:
    """Give a meeting's line in the list of earlier ones."""
    return MeetingStamp(
        meeting=meeting,
        name=state.began.name if state.began else "",
        began_at=state.began_at,
        signed_at=state.signed_at,
        signed_by_name=_name(names, state.signed_by),
        reviewed=len(state.reviewed),
        left_out=len(state.left_out),
    )


def last_signed(
    meetings: Iterable[tuple[UUID, MeetingState]], before: Instant, unit: str
) -> Instant | None:
    """Say when the last meeting of the same people was signed before this one began."""
    signed = [
        state.signed_at
        for _, state in meetings
        if state.signed_at is not None
        and state.signed_at <= before
        and state.began is not None
        and state.began.unit == unit
    ]
    return max(signed, default=None)


def _is_spoken_of(row: FollowUpRow) -> bool:
    return row.group is not FollowUpGroup.AT_HOME or row.home_late


def _may_be_shared(row: FollowUpRow) -> bool:
    """Say whether the region may hear of her: with consent (4 kap. 2 §), never behind a mask."""
    return row.case.homecoming.consent is True and not row.case.masked


def _line(row: FollowUpRow, state: MeetingState, around: Around) -> MeetingLine:
    said = around.said.get(row.case.case)
    return MeetingLine(
        row=row,
        part=_part(row, around.since, state.began_at),
        decision=dict(state.reviewed).get(row.case.case),
        text=said.text if said and not row.case.masked else "",
        expected=said.expected if said else None,
    )


def _part(row: FollowUpRow, since: Instant | None, began_at: Instant) -> MeetingPart:
    """Say in which part she is gone through: first who should be home, then what is new."""
    home = row.case.homecoming
    today = local_day(began_at)
    promised = any(
        line.decision is ReviewDecision.GOES_HOME_TODAY
        and local_day(line.at) == today
        and line.at < began_at
        for line in home.reviews
    )
    expected_today = home.expected_home is not None and local_day(home.expected_home) <= today
    if home.reached_at is None and (promised or expected_today or row.home_late):
        return MeetingPart.SHOULD_BE_HOME
    ready = row.case.ready_sent_at
    if ready is not None and row.case.in_hospital and (since is None or ready > since):
        return MeetingPart.NEWLY_READY
    return MeetingPart.CHANGED if row.changed else MeetingPart.THE_REST


def _name(names: Mapping[UUID, str], staff: UUID | None) -> str:
    return names.get(staff, "") if staff else ""
