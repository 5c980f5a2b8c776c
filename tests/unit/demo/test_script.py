"""The demo's script: its times, its invented people, and originals that readers understand."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from kontaktpunkt import assets
from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import NumberKind
from kontaktpunkt.domain.profile import with_own_values
from kontaktpunkt.domain.times import HOUR, LOCAL_ZONE, MINUTE, Instant, at_local, to_instant
from kontaktpunkt.messages import read, write
from kontaktpunkt.usecases.demo import DemoPeople, TakeIn, demo_script
from kontaktpunkt.usecases.demo.book import Book
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.tools import Rules

_TEST_SERIES = range(980, 1000)
_PHONE = re.compile(r"[0-9]{2,4}-[0-9]{2,3} [0-9]{2,3} [0-9]{2}")
_INVENTED_PHONE = re.compile(r"031-390 06 [0-9]{2}|070-174 06 (?:0[5-9]|[1-9][0-9])")


def _instant(local: str) -> Instant:
    return to_instant(datetime.fromisoformat(local).replace(tzinfo=LOCAL_ZONE))


_TOUR = _instant("2026-03-24 08:40")


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("-3 13:20", "2026-03-21 13:20"),
        ("0 14:00", "2026-03-24 14:00"),
        ("+1 11:00", "2026-03-25 11:00"),
        ("w-1 15:40", "2026-03-23 15:40"),
        ("w-2 15:40", "2026-03-20 15:40"),
        ("m 0", "2026-03-24 07:00"),
        ("m 25", "2026-03-24 07:25"),
        ("m 100", "2026-03-24 08:40"),
        ("late 35", "2026-03-24 08:05"),
        ("late 110", "2026-03-23 16:20"),
        ("in 80", "2026-03-24 10:00"),
    ],
)
def test_words_mean_times_around_the_day(words: str, local: str) -> None:
    """A story says when, and means the same distance from any day that it is told on."""
    assert DemoDay(_TOUR).at(words) == _instant(local)


@pytest.mark.parametrize("words", ["sedan", "i går", "m", "-3", "25:00", "m 2 5"])
def test_words_that_mean_no_time_are_refused(words: str) -> None:
    """A misspelt time in a story is found when the demo is made, not on the screen."""
    with pytest.raises(ValueError, match=re.escape(words)):
        DemoDay(_TOUR).at(words)


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("-1 09:30", "2026-03-23 11:40"),
        ("-1 15:40", "2026-03-23 15:40"),
        ("-1 17:10", "2026-03-24 07:02"),
        ("-2 10:00", "2026-03-22 11:50"),
        ("-3 14:00", "2026-03-22 09:20"),
        ("-8 09:30", "2026-03-16 15:40"),
        ("w-1 15:40", "2026-03-23 15:42"),
        ("m 20", "2026-03-24 07:21"),
        ("late 35", "2026-03-24 08:05"),
    ],
)
def test_messages_come_at_the_next_look(sent: str, received: str) -> None:
    """What was sent is seen when somebody next looks: at weekends only in the forenoon."""
    assert DemoDay(_TOUR).received(sent) == _instant(received)


def test_a_young_day_squeezes_the_morning() -> None:
    """Just after midnight the demo's morning still lies within today, in its order."""
    now = _instant("2026-03-24 00:05")
    day = DemoDay(now)
    minutes = [day.at(f"m {minute}") for minute in range(0, 101, 10)]

    assert minutes == sorted(set(minutes))
    assert minutes[0] == at_local(date(2026, 3, 24), time(0))
    assert minutes[-1] == now
    assert day.after(now, 30) == now


def test_late_is_late_and_new_is_new_by_the_profile_at_every_hour_of_a_year(
    people: DemoPeople,
) -> None:
    """Three are late whenever the demo is made, as the profile's office hours count."""
    own = {"untaken_minutes": str(people.untaken_minutes)}
    rules = Rules(with_own_values(DataShelf().profile(people.profile), own), is_red_day)

    for hours in range(0, 366 * 24, 5):
        now = Instant(_TOUR + hours * HOUR + hours % 60 * MINUTE)
        day = DemoDay(now)
        assert (rules.late_at(day.at("late 38")) or now) < now
        assert (rules.late_at(day.received("m 71")) or 0) > now


def test_nothing_in_the_script_happens_later_than_now(people: DemoPeople) -> None:
    """The demo tells what has been; what is planned stands in the messages."""
    for hours in range(0, 24 * 8, 7):
        now = Instant(_TOUR + hours * HOUR)
        times = [moment.at for moment in demo_script(now, people)]

        assert times == sorted(times)
        assert times[-1] <= now
        assert times[-1] > now - 10 * MINUTE


def test_the_same_moment_gives_the_same_script(people: DemoPeople) -> None:
    """Nothing in the script comes from chance."""
    assert demo_script(_TOUR, people) == demo_script(_TOUR, people)


def test_readers_understand_every_original(people: DemoPeople) -> None:
    """Each message of the demo goes through the same readers as a real one, and loses nothing."""
    notices = [
        moment.what.original
        for moment in demo_script(_TOUR, people)
        if isinstance(moment.what, TakeIn) and isinstance(moment.what.original, Notice)
    ]

    assert len(notices) > 100
    for notice in notices:
        found = read(write(notice), "demo.json")
        assert isinstance(found, Notice), found
        assert found.remarks == ()
        happened = found.happened_at if notice.happened_at is None else notice.happened_at
        assert replace(found, digest=b"") == replace(notice, happened_at=happened)


def test_nobody_in_the_demo_exists(people: DemoPeople) -> None:
    """Birth numbers are of the series for tests, so no living person has them."""
    book = Book(people, _TOUR)
    numbers = [book.number(person.key) for person in people.people]
    civil = [one for one in numbers if one.kind in (NumberKind.PERSONAL, NumberKind.COORDINATION)]

    assert len(set(numbers)) == len(people.people)
    assert len(civil) == len(numbers) - 1
    assert all(int(number.value[8:11]) in _TEST_SERIES for number in civil)


def test_no_phone_in_the_demo_rings_anywhere() -> None:
    """All phone numbers are of the series that are set aside for invented subscribers."""
    folder = assets.resources() / "demo"
    found = [
        hit for path in folder.glob("*.toml") for hit in _PHONE.findall(path.read_text("utf-8"))
    ]

    assert len(found) > 80
    assert [phone for phone in found if not _INVENTED_PHONE.fullmatch(phone)] == []


def test_the_demo_speaks_calmly() -> None:
    """No text of the demo has an exclamation mark."""
    folder = assets.resources() / "demo"

    assert [path.name for path in folder.glob("*.toml") if "!" in path.read_text("utf-8")] == []


def test_days_off_are_covered_by_the_weekend_nurse(people: DemoPeople) -> None:
    """On Saturdays and Sundays only she and the manager on call do anything."""
    weekend = _instant("2026-03-21 00:00"), _instant("2026-03-23 00:00")
    who = {
        moment.who for moment in demo_script(_TOUR, people) if weekend[0] <= moment.at < weekend[1]
    }

    assert who <= {"lund", "sandin"}
    assert "lund" in who
    assert weekend[1] - weekend[0] == timedelta(days=2) // timedelta(microseconds=1)
