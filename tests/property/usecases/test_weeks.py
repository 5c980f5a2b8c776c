"""Whatever open cases there are: a unit's week and the SIP week lose nobody and count right."""

from collections import Counter
from datetime import date
from uuid import UUID

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine, PlanLine, SummonsLine
from kontaktpunkt.usecases.plans.calendar_file import calendar_file
from kontaktpunkt.usecases.plans.listing import entries_of, plan_week
from kontaktpunkt.usecases.plans.rows import PlanQuery, PlanStanding
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.unit_week.listing import unit_week_page
from kontaktpunkt.usecases.unit_week.rows import UnitWeekQuery
from samples import NOW, a_house

pytestmark = pytest.mark.property

_PROFILE = a_house().anna.profile()
_STAFF = [None, UUID(int=1), UUID(int=2)]
_UNITS = ["", "Norr", "Söder"]
_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))

times = st.integers(-240, 240).map(lambda hour: Instant(NOW + hour * HOUR))
maybe = st.none() | times
plans = st.builds(
    PlanLine,
    plan=st.uuids(),
    meeting_at=times,
    ends_at=times,
    form=st.sampled_from(MeetingForm),
    place=_WORDS,
    participants=st.lists(_WORDS, max_size=3).map(tuple),
    held=st.booleans(),
    cancelled=st.booleans(),
    changes=st.integers(0, 3),
)
homecomings = st.builds(
    HomecomingLine,
    called_at=maybe,
    expected_home=maybe,
    reached_at=maybe,
    paused=st.sampled_from([(), ("food",)]),
    plans=st.lists(plans, max_size=2).map(tuple),
    summons=st.builds(SummonsLine, came=st.booleans(), meeting_at=maybe),
)
cases = st.builds(
    CaseRow,
    case=st.uuids(),
    person=st.none() | st.uuids(),
    case_kind=st.sampled_from(CaseKind),
    is_open=st.booleans(),
    in_hospital=st.booleans(),
    name=_WORDS,
    protection=st.sampled_from([Protection.NONE, Protection.SECRECY_MARKING]),
    deceased=st.booleans(),
    ready_sent_at=maybe,
    expected_discharge=maybe,
    unit=st.sampled_from(_UNITS),
    responsible=st.sampled_from(_STAFF),
    homecoming=homecomings,
)
rows = st.lists(cases, max_size=8, unique_by=lambda row: row.case)


@given(rows, st.sampled_from(_UNITS))
def test_everybody_in_hospital_stands_once_in_her_units_week(
    found: list[CaseRow], unit: str
) -> None:
    """Nobody who lives and is in hospital is left out, and nobody stands on two days."""
    page = unit_week_page(found, UnitWeekQuery(unit=unit), _PROFILE, NOW, is_red_day)

    shown = Counter(one.case.case for one in page.everybody)
    wanted = {
        row.case
        for row in found
        if row.is_open
        and row.in_hospital
        and not row.deceased
        and row.homecoming.reached_at is None
        and unit in ("", row.unit)
    }
    assert wanted <= set(shown)
    assert set(shown.values()) <= {1}
    assert all(unit in ("", one.case.unit) for one in page.everybody)


@given(rows)
def test_the_load_is_the_sum_of_its_cases(found: list[CaseRow]) -> None:
    """Units and caseworkers carry the same open cases, each counted once."""
    page = unit_week_page(found, UnitWeekQuery(), _PROFILE, NOW, is_red_day)

    living = [row for row in found if row.is_open and not row.deceased]
    assert sum(line.open for line in page.by_unit) == len(living)
    assert sum(line.open for line in page.by_staff) == len(living)
    assert sum(line.coming for line in page.by_unit) == page.coming


@given(rows)
def test_a_week_of_sip_holds_each_meeting_once_and_clashes_come_in_pairs(
    found: list[CaseRow],
) -> None:
    """Every meeting that falls in the week stands on its day; nobody clashes alone."""
    week = plan_week(found, PlanQuery(day=date(2026, 3, 24)), NOW, is_red_day)

    own = [one.plan for one in week.entries if one.plan is not None]
    assert len(own) == len(set(own))
    every = [entry for row in found if row.is_open for entry in entries_of(row)]
    days = {day.day for day in week.days}
    assert all(one.case.is_open for one in week.entries)
    assert len(week.entries) <= len(every)
    assert len(days) == 7
    off = (PlanStanding.CANCELLED, PlanStanding.HELD)
    assert not any(one.clash for one in week.entries if one.standing in off)


@given(rows)
def test_whatever_is_said_the_file_is_read_as_it_was_meant(found: list[CaseRow]) -> None:
    """Any letters come through a calendar, lines are short, and the protected stay unnamed."""
    entries = [entry for row in found for entry in entries_of(row)]

    data = calendar_file(entries, NOW)
    calendar = icalendar.Calendar.from_ical(data)

    assert isinstance(calendar, icalendar.Calendar)
    events = list(calendar.events)
    assert len(events) == len(entries)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for event, entry in zip(events, entries, strict=True):
        hidden = entry.case.protection is not Protection.NONE
        name = entry.case.name or "namn saknas"
        assert event["SUMMARY"] == ("SIP, skyddad identitet" if hidden else f"SIP: {name}")
        assert not (hidden and ("LOCATION" in event or "DESCRIPTION" in event))
