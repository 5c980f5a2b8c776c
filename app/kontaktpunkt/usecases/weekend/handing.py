"""The handover as it stands: lines of all shifts that matter, and who takes up duty next."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.ledger.subjects import SubjectKind, keyed_id
from kontaktpunkt.domain.profile import Answerer, DutyHour, DutyKind, RuleProfile
from kontaktpunkt.domain.profile.duty import hours_on, otherwise_on
from kontaktpunkt.domain.profile.unstaffed import staffed_span, unstaffed_around
from kontaktpunkt.domain.states import HandedLine, ShiftState
from kontaktpunkt.domain.times import HOUR, Instant, at_local, local_day
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.masking import mask_case_row
from kontaktpunkt.usecases.weekend.rows import HandoverRow, NextShift

TAKEN_WITHIN: Final = HOUR
"""So long after a duty has begun a line that nobody has taken goes to whoever is manned."""

_UNCONFIRMED_BEGINS: Final = time(8)
_NOON: Final = time(12)
_SEARCHED: Final = 31
_ONE_DAY = timedelta(days=1)


def shift_id(store: StoreView, municipality: str, day: date) -> UUID:
    """Give the subject of the handover to a day's shift, the same on every workstation."""
    return keyed_id(store.keys().id_key, "shift", municipality, day.isoformat())


def next_shift(profile: RuleProfile, days: LocalDays, now: Instant) -> NextShift:
    """Say who takes up duty next, from the hours of phone and watch.

    A free day for which nobody is named counts from eight in the morning: lines are handed to it,
    and the page says that nobody is named.
    """
    today = local_day(now)
    for ahead in range(_SEARCHED):
        day = today + ahead * _ONE_DAY
        found = _begins_on(profile, days, day, now)
        if found is not None:
            return found
    ends = unstaffed_around(profile, days, now).ends
    return NextShift(day=local_day(ends), begins=ends, confirmed=False)


def _begins_on(profile: RuleProfile, days: LocalDays, day: date, now: Instant) -> NextShift | None:
    """Give the first duty that begins on a day after now."""
    hours = [hours_on(profile, duty, day, days) for duty in (DutyKind.WATCH, DutyKind.PHONE)]
    opening = sorted(
        (at_local(day, hour.opens), hour) for several in hours for hour in several or ()
    )
    if opening:
        today = _later_today(staffed_span(profile, days, day), day, now, opening)
        if today is not None:
            return today
        # A shift is handed to once a day: who comes back after lunch is still the same shift.
        begins, hour = opening[0]
        return NextShift(day=day, begins=begins, who=_who(hour)) if begins > now else None
    span = staffed_span(profile, days, day)
    begins = span[0] if span is not None else at_local(day, _UNCONFIRMED_BEGINS)
    if begins <= now:
        return None
    otherwise = otherwise_on(profile, DutyKind.PHONE, day)
    return NextShift(day=day, begins=begins, who=otherwise, confirmed=False)


def _later_today(
    span: tuple[Instant, Instant, bool] | None,
    day: date,
    now: Instant,
    opening: Sequence[tuple[Instant, DutyHour]],
) -> NextShift | None:
    """Give who takes a line that is left while the office is open and the day is not near its end.

    When one of its duties begins the next time; in the forenoon at once where none does.
    """
    if span is None or not span[0] <= now < span[1]:
        return None
    for begins, hour in opening:
        if begins > now:
            return NextShift(day=day, begins=begins, who=_who(hour))
    if now >= at_local(day, _NOON):
        return None
    return NextShift(day=day, begins=now, who=_who(opening[0][1]))


def _who(hour: DutyHour) -> Answerer:
    return Answerer(hour.label, hour.role)


def handover_rows(
    store: StoreView, since: Instant, now: Instant, me: UUID | None
) -> tuple[HandoverRow, ...]:
    """Give the lines that wait for somebody, whenever written, and those since a time.

    What waits and needs somebody comes first, the late before the others; what is done comes last.
    What is said about a masked person is left out.
    """
    shifts: dict[UUID, ShiftState] = dict(listed(store, SubjectKind.SHIFT, only_open=True))
    shifts.update(listed(store, SubjectKind.SHIFT, since))
    names = {row.staff: row.name for row in store.staff_rows()}
    rows = [
        _row(store, shift, line, names, (now, me))
        for shift, state in shifts.items()
        for line in state.lines
        if line.is_open or line.begins >= since or (line.done_at or 0) >= since
    ]
    return tuple(sorted(rows, key=_order))


def _row(
    store: StoreView,
    shift: UUID,
    line: HandedLine,
    names: Mapping[UUID, str],
    seen: tuple[Instant, UUID | None],
) -> HandoverRow:
    now, me = seen
    about = _about(store, line, me)
    return HandoverRow(
        shift=shift,
        handed=wordless(line) if about is not None and about.masked else line,
        by_name=_name(names, line.written_by),
        accepted_by_name=_name(names, line.accepted_by),
        done_by_name=_name(names, line.done_by),
        about=about,
        late=line.waits and now >= line.begins + TAKEN_WITHIN,
    )


def wordless(line: HandedLine) -> HandedLine:
    """Give a line without what was said in it and about it."""
    return replace(
        line,
        line=replace(line.line, text=""),
        talk=tuple(replace(one, text="") for one in line.talk),
        done_note="",
    )


def _about(store: StoreView, line: HandedLine, me: UUID | None) -> CaseRow | None:
    row = store.case_row(line.line.case) if line.line.case is not None else None
    return mask_case_row(row, me) if row is not None else None


def _name(names: Mapping[UUID, str], staff: UUID | None) -> str:
    return names.get(staff, "") if staff else ""


def _order(row: HandoverRow) -> tuple[int, int, int, str]:
    line = row.handed
    if line.done_at is not None:
        place = 4
    elif line.waits:
        place = 0 if line.line.needs_you else 2
    else:
        place = 1 if line.is_open else 3
    return place, 0 if row.late else 1, line.begins, str(line.line.line)


def mine_to_carry(rows: Iterable[HandoverRow], me: UUID | None) -> tuple[HandoverRow, ...]:
    """Give the lines that I took and that are not done: they go on to the next shift."""
    return tuple(
        row
        for row in rows
        if row.handed.accepted_by == me and row.handed.is_open and not row.handed.waits
    )


def words_of(store: StoreView, row: HandoverRow) -> str:
    """Give a line's words whoever reads: they go on with the line, shown to nobody on the way."""
    shifts: dict[UUID, ShiftState] = dict(listed(store, SubjectKind.SHIFT, only_open=True))
    found = shifts[row.shift].line(row.line) if row.shift in shifts else None
    return found.line.text if found is not None else row.text
