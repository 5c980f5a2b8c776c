"""The watch of the region's inbox on a real store: stamped, shared, late, taken back."""

import pytest

from kontaktpunkt.domain.commands import ChangeSetting, DeclareOutage, EndOutage
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.profile import Cover, DayKind
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.wording.duty import coming_words
from samples import House, a_house, do, done, hours, minutes

WEDNESDAY = hours(24)
"""Wednesday 2026-03-25 08:40 in Sweden."""


@pytest.fixture
def house(store: Store) -> House:
    """Give a house in which the inbox is looked in three times a day, on its second morning."""
    made = a_house(store)
    do(made.anna, ChangeSetting(key="inbox_checks_per_day", value="3"))
    made.bo = StaffDesk(made.outside, made.bo.me.staff)
    made.clock.set(WEDNESDAY)
    return made


def test_a_look_is_seen_by_colleagues_with_name_and_time(house: House) -> None:
    """One who has looked need not be asked: all see who looked, when, and what is next."""
    before = house.bo.watch_page()

    answer = done(house.anna.note_watched(found_new=False))

    assert before.last is None
    assert before.missed is not None  # due at 07:00, and it is 08:40
    page = house.bo.watch_page()
    assert page.last is not None
    assert (page.last.by_name, page.last.at, page.last.found_new) == ("Anna", WEDNESDAY, False)
    assert page.missed is None
    assert page.coming is not None
    assert page.coming.due == minutes(90, WEDNESDAY)  # 10:10
    assert len(answer.changed.watches) == 1
    assert house.is_clean


def test_several_looks_of_a_day_stand_together(house: House) -> None:
    """Two who look on the same day write on the same day's page, each with her name."""
    done(house.anna.note_watched(found_new=True, note="Två inskrivningar"))
    house.clock.set(hours(1.5, WEDNESDAY))
    done(house.bo.note_watched(found_new=False))

    today = house.anna.watch_page().log[0]

    assert [row.look.by_name for row in today.checks if row.look] == ["Anna", "Bo"]
    assert [row.missed for row in today.checks] == [True, False, False]
    first = today.checks[0].look
    assert first is not None
    assert (first.found_new, first.note) == (True, "Två inskrivningar")


def test_a_look_that_was_a_slip_is_taken_back(house: House) -> None:
    """Ångra takes the stamp away, and the check is missed again for all."""
    done(house.anna.note_watched(found_new=False))

    done(house.anna.undo())

    page = house.anna.watch_page()
    assert page.last is None
    assert page.missed is not None
    assert house.is_clean


def test_the_page_turns_at_midnight(house: House) -> None:
    """Yesterday's looks stay readable as yesterday's, and today begins with none."""
    done(house.anna.note_watched(found_new=False))

    house.clock.set(hours(22, WEDNESDAY))  # 06:40 the next day

    page = house.anna.watch_page()
    assert page.last is not None
    assert [len(day.checks) for day in page.log[:2]] == [3, 3]
    assert [row.look is not None for row in page.log[1].checks] == [True, False, False]
    assert page.log[0].checks[0].look is None


def test_a_check_missed_in_the_afternoon_goes_to_whoever_is_manned_in_the_evening(
    house: House,
) -> None:
    """When none of ours is at work, the page says who is there; unsure where only the phone is."""
    done(house.anna.note_watched(found_new=False))
    house.clock.set(hours(9, WEDNESDAY))

    page = house.anna.watch_page()

    assert page.missed is not None
    assert page.watch_now.cover is Cover.NOBODY
    assert page.hand_to is not None
    assert (page.hand_to.label, page.hand_confirmed) == ("Trygghetscentralen", False)
    told = '{"label": "Trygghetscentralen", "role": "care_safety_centre", "note": "Ring korttid"}'
    do(house.anna, ChangeSetting(key="watch_otherwise", value=told))
    sure = house.anna.watch_page()
    assert sure.hand_to is not None
    assert (sure.hand_to.note, sure.hand_confirmed) == ("Ring korttid", True)


def test_nobody_in_particular_cannot_have_looked(house: House) -> None:
    """A stamp is somebody's word: without a chosen user there is none."""
    answer = StaffDesk(house.outside).note_watched(found_new=False)

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.NO_USER


def test_nothing_was_missed_before_the_program_was_there(store: Store) -> None:
    """On the first morning nobody is told that she should have looked before she began."""
    made = a_house(store)
    do(made.anna, ChangeSetting(key="inbox_checks_per_day", value="3"))

    page = made.anna.watch_page()

    assert page.missed is None
    assert [len(day.checks) for day in page.log] == [2, 0, 0, 0, 0, 0, 0]


def test_the_coming_holidays_are_told_with_what_is_missing(house: House) -> None:
    """Easter stands as one line from a working week before, on every desk."""
    house.clock.set(hours(24 * 6))  # Monday 2026-03-30

    page = house.bo.watch_page()

    (gap,) = page.gaps
    assert (gap.on.day.isoformat(), gap.to.day.isoformat()) == ("2026-04-03", "2026-04-06")
    assert page.missed is not None
    assert page.to_act_on == 2


def test_the_page_of_duty_says_all_that_the_profile_says(house: House) -> None:
    """Every kind of day has its hours and its table, with where they come from."""
    page = house.anna.duty_page()

    assert [one.kind for one in page.kinds] == list(DayKind)
    named = {one.kind: one.next_day.day.isoformat() for one in page.kinds if one.next_day}
    assert named == {
        DayKind.WEEKDAY: "2026-03-25",
        DayKind.SATURDAY: "2026-03-28",
        DayKind.SUNDAY: "2026-03-29",
        DayKind.RED_DAY: "2026-05-01",
        DayKind.MAJOR_HOLIDAY: "2026-04-03",
    }
    weekday = page.kinds[0]
    assert len(weekday.pieces) == 7
    assert {value.layer.key for value in weekday.sources} == {"lidkoping", "own"}
    assert page.phone_now.cover is Cover.NAMED
    assert len(page.week) == 8


@pytest.mark.parametrize("exercise", [False, True])
def test_nobody_is_late_to_look_in_a_system_that_is_down(
    house: House,
    exercise: bool,  # noqa: FBT001  a case of the test
) -> None:
    """While a stop is on, and for what fell due in it, the rounds of calls stand in for the look.

    An exercise takes nothing down.
    """
    house.clock.set(hours(-14, WEDNESDAY))
    done(house.anna.note_watched(found_new=False))
    house.clock.set(WEDNESDAY)
    stop = house.anna.new_outage()
    system = house.anna.profile().system_short_name
    wish = DeclareOutage(
        outage=stop,
        of=OutageOf.SOURCE,
        system=system,
        since=hours(-2, WEDNESDAY),  # before 07:00, when the first look was due
        exercise=exercise,
    )
    do(house.anna, wish)

    page = house.bo.watch_page()

    assert (page.missed is None) is not exercise
    if exercise:
        return
    assert coming_words(page, WEDNESDAY) == f"{system} är nere sedan 06:40: ring runt i stället"
    house.clock.set(hours(2, WEDNESDAY))  # past the look at 10:10 too
    assert house.bo.watch_page().missed is None
    do(house.anna, EndOutage(outage=stop))
    house.clock.set(hours(2.1, WEDNESDAY))
    after = house.bo.watch_page()
    assert (after.missed, after.down_since) == (None, None)
    assert [row.missed for row in after.log[0].checks] == [False]
    house.clock.set(hours(9, WEDNESDAY))
    assert house.bo.watch_page().missed is not None
