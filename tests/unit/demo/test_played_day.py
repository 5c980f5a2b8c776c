"""What the demo shows when it has been played into a real store through the real desk."""

from collections.abc import Callable
from uuid import UUID

import msgspec
import pytest

from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.events.case import CallLogged, CaseKind, DeviationNoted, StepDone
from kontaktpunkt.domain.events.message import MessageMisdirected
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.person.facts import NumberKind, Protection
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import HOUR, Instant, local_day, to_local
from kontaktpunkt.usecases.acting import last_undoable
from kontaktpunkt.usecases.demo import DemoPeople
from kontaktpunkt.usecases.rows import CaseRow, InboxQuery, InboxRow, InboxView, Mark
from kontaktpunkt.usecases.verifying import verify

_ALL = 1000

MakeDay = Callable[[str, str], Opened]


def _inbox(day: Opened, view: InboxView = InboxView.ALL_OPEN) -> tuple[InboxRow, ...]:
    return day.desk.inbox(InboxQuery(view=view), 0, _ALL).rows


def _messages(day: Opened) -> list[InboxRow]:
    with day.store.reading() as store:
        found = [store.inbox_row(one.id) for one in store.subjects(SubjectKind.MESSAGE)]
    return [row for row in found if row is not None]


def _cases(day: Opened) -> list[CaseRow]:
    with day.store.reading() as store:
        found = [store.case_row(one.id) for one in store.subjects(SubjectKind.CASE)]
    return [row for row in found if row is not None]


def _done_in_cases(day: Opened) -> list[object]:
    with day.store.reading() as store:
        cases = list(store.subjects(SubjectKind.CASE))
        return [event.body for case in cases for event in store.events_of(case)]


def _clock(at: Instant) -> str:
    return to_local(at).strftime("%H:%M")


def _staff(day: Opened, name: str) -> UUID:
    return next(row.staff for row in day.desk.staff() if row.name == name)


def test_the_inbox_is_that_of_a_morning(tour_day: Opened) -> None:
    """At twenty to nine some messages are late, some new, some taken, some wait for others."""
    counts = tour_day.desk.counts(InboxQuery())

    assert counts.by_view == {
        InboxView.UNTAKEN: 12,
        InboxView.MINE: 4,
        InboxView.MY_UNIT: 1,
        InboxView.ALL_OPEN: 20,
        InboxView.WAITING: 1,
        InboxView.DONE_TODAY: 5,
    }
    assert counts.late == 3
    assert counts.set_aside == 3


def test_the_23_hour_patient_stands_on_top(tour_day: Opened) -> None:
    """What everybody shall prioritise is the first line, before what is late."""
    first, *others = _inbox(tour_day)

    assert first.kind is MessageKind.EMERGENCY_STAY_NOTICE
    assert not first.is_taken
    assert [row.due_at for row in others[:3]] == sorted(row.due_at or 0 for row in others[:3])
    assert all((row.due_at or 0) < tour_day.desk.now() for row in others[:3])


def test_forty_people_are_in_hospital(tour_day: Opened) -> None:
    """The list for the wall has forty lines, one of them somebody at the emergency ward."""
    rows = tour_day.desk.in_hospital()

    assert len(rows) == 40
    assert len({row.person for row in rows}) == 40
    assert [row.case_kind for row in rows].count(CaseKind.EMERGENCY_STAY) == 1
    assert sum(row.on_leave for row in rows) == 1
    assert sum(row.expected_before is not None for row in rows) >= 4
    assert sum(bool(row.unit) for row in rows) >= 34
    assert sum(not row.unit for row in rows) >= 3


def test_the_ready_ones_have_waited_from_none_to_six_days(tour_day: Opened) -> None:
    """Every age of readiness occurs; one notice was sent just at noon, others after it."""
    today = local_day(tour_day.desk.now())
    sent = [row.ready_sent_at for row in tour_day.desk.in_hospital() if row.ready_sent_at]

    assert {(today - local_day(at)).days for at in sent} == set(range(7))
    assert "12:00" in {_clock(at) for at in sent}
    assert any(_clock(at) > "12:00" for at in sent)


def test_every_kind_of_message_and_change_occurs(tour_day: Opened) -> None:
    """Whoever tries the demo meets each kind of message once, also corrected and cancelled."""
    rows = _messages(tour_day)

    assert {row.kind for row in rows if row.kind} == set(MessageKind)
    assert {row.change for row in rows} == set(Change)
    assert {row.set_aside for row in rows if row.set_aside} == {
        SetAsideReason.NOT_JSON,
        SetAsideReason.NO_EVENT,
        SetAsideReason.SAME_IDENTITY_OTHER_CONTENT,
    }
    assert {
        Mark.PROTECTED,
        Mark.CORRECTED,
        Mark.CANCELLED,
        Mark.CHANGES_EARLIER,
        Mark.CANCELS_EARLIER,
        Mark.AWAITS_ANSWER,
        Mark.NOT_ACKNOWLEDGED,
        Mark.SET_ASIDE,
        Mark.DECEASED,
        Mark.MISDIRECTED,
    } <= {mark for row in rows for mark in row.marks}


def test_the_people_have_all_that_a_screen_must_bear(tour_day: Opened) -> None:
    """A hundred years, sixty letters, strange letters, four kinds of number, two stays."""
    today = local_day(tour_day.desk.now())
    rows = [row for row in _cases(tour_day) if row.number]
    names = {row.name for row in rows}
    numbers = {row.number for row in rows if row.number}

    assert max(map(len, names)) == 60
    assert any("+" in shown(number, today) for number in numbers)
    assert {NumberKind.PERSONAL, NumberKind.COORDINATION, NumberKind.LOCAL_RESERVE} == {
        number.kind for number in numbers
    }
    assert {"Zbigniew Wójcik-Grzęda", "Elle-Máret Guoŧŧol Čearru"} <= names
    persons = [row.person for row in rows]
    assert len(persons) > len(set(persons))


def test_what_we_did_is_told_in_the_cases(tour_day: Opened) -> None:
    """Calls, also unanswered ones, deviations, and steps ticked on somebody's word."""
    bodies = _done_in_cases(tour_day)
    calls = [body for body in bodies if isinstance(body, CallLogged)]
    ticks = [body for body in bodies if isinstance(body, StepDone)]

    assert {call.answered for call in calls} == {True, False}
    assert any(call.read_back for call in calls)
    assert len([body for body in bodies if isinstance(body, DeviationNoted)]) >= 4
    assert any(tick.on_word for tick in ticks)
    assert all(isinstance(body, Body) for body in bodies)


def test_something_is_to_be_documented_and_something_is(tour_day: Opened) -> None:
    """Texts for the region's system stand ready to copy, and some are ticked."""
    sundqvist = next(row for row in tour_day.desk.in_hospital() if row.name == "Alma Sundqvist")
    page = tour_day.desk.case(sundqvist.case)

    assert page is not None
    assert {item.documented_at is None for item in page.documentation} == {True, False}
    assert {item.system for item in page.documentation} == {"SAMSA"}
    assert page.person.with_us is not None
    assert page.clocks


def test_one_message_is_owned_by_somebody_who_went_home(tour_day: Opened) -> None:
    """What a colleague took yesterday afternoon and left is on everybody's screen."""
    left = [row for row in _inbox(tour_day) if row.owner_name == "L. Nyström"]

    assert len(left) == 1
    assert local_day(left[0].received_at) < local_day(tour_day.desk.now())


def test_messages_lie_with_colleagues_and_units(tour_day: Opened) -> None:
    """Some are handed over to a nurse, some to a unit that has not taken them yet."""
    rows = _inbox(tour_day)

    assert "K. Ek" in {row.owner_name for row in rows}
    assert {row.receiver_name for row in rows if row.receiver and not row.owner} == {
        "Hemvårdsgrupp Norra",
        "Kontaktpunkten",
    }


def test_the_protected_one_is_masked_for_all_but_her_own(tour_day: Opened) -> None:
    """Only the colleague who answers for her sees who she is."""
    (row,) = (row for row in _inbox(tour_day) if row.protection is not Protection.NONE)
    tour_day.desk.be(_staff(tour_day, "M. Holm"))
    (hers,) = (row for row in _inbox(tour_day) if row.protection is not Protection.NONE)
    tour_day.desk.be(_staff(tour_day, "A. Berg"))

    assert row.masked
    assert (row.name, row.number, row.unit) == ("", None, "")
    assert hers.name == "Annika Dahlgren-Frost"


def test_no_address_of_the_protected_one_is_in_any_row(
    tour_day: Opened, people: DemoPeople
) -> None:
    """The hospital wrote her address; no list, no search and no card shows it."""
    (her,) = (one for one in people.people if one.protection is not Protection.NONE)
    rows = msgspec.json.encode([*_messages(tour_day), *_cases(tour_day)]).decode()

    assert her.street
    assert her.street not in rows
    assert her.phone not in rows
    assert tour_day.desk.search(her.street).total == 0
    (row,) = (row for row in _inbox(tour_day) if row.protection is not Protection.NONE)
    card = tour_day.desk.card(row.message)
    assert her.street not in msgspec.json.encode(card).decode()


def test_the_ledger_of_the_demo_is_whole(tour_day: Opened) -> None:
    """The demo's store passes the same check as a real one."""
    assert verify(tour_day.desk).is_clean


def test_nothing_of_the_demo_lies_ahead_of_its_time(tour_day: Opened) -> None:
    """No message has come and nothing has been done in the future; plans may lie there."""
    now = tour_day.desk.now()

    assert all(row.received_at <= now for row in _messages(tour_day))
    assert max(row.latest_at for row in _cases(tour_day)) <= now
    assert max(row.expected_discharge or 0 for row in _cases(tour_day)) > now + 24 * HOUR


def test_something_can_be_taken_back_at_once(tour_day: Opened) -> None:
    """Whoever tries the demo can press Ctrl+Z at once (here looked at, not done)."""
    with tour_day.desk.room() as room:
        last = last_undoable(room)
        events = room.store.act_events(last) if isinstance(last, UUID) else []

    assert [type(event.body) for event in events] == [MessageMisdirected]


@pytest.mark.slow
@pytest.mark.parametrize(
    "now",
    [
        pytest.param("2026-03-29 02:30", id="the night to Sunday when clocks are put forward"),
        pytest.param("2026-04-07 07:05", id="the first minutes after Easter"),
        pytest.param("2027-01-01 00:00", id="the first moment of a new year"),
    ],
)
def test_the_day_looks_the_same_whenever_it_is_made(now: str, play_day: MakeDay) -> None:
    """At night, on a Sunday and after a holiday as many are late, untaken and in hospital."""
    day = play_day(now, "A. Berg")
    counts = day.desk.counts(InboxQuery())

    assert counts.by_view[InboxView.ALL_OPEN] == 20
    assert counts.by_view[InboxView.UNTAKEN] == 12
    assert counts.by_view[InboxView.DONE_TODAY] >= 5
    assert counts.late == 3
    assert len(day.desk.in_hospital()) == 40


@pytest.mark.slow
def test_the_same_moment_gives_the_same_demo(tour_day: Opened, play_day: MakeDay) -> None:
    """The pictures of the tour are the same each run."""
    again = play_day("2026-03-24 08:40", "A. Berg")
    with tour_day.store.reading() as first, again.store.reading() as second:
        assert first.row_digest() == second.row_digest()
