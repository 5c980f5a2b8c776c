"""At every moment there is one answer to who has phone and inbox, or it is said that none has."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_places import days_of, place
from kontaktpunkt.domain.profile import Cover, DayKind, DutyKind, RuleProfile, phone_duty
from kontaktpunkt.domain.profile.duty import manning, pieces_of
from kontaktpunkt.domain.profile.keys import phone_hours_key, watch_hours_key
from kontaktpunkt.domain.profile.watching import answers, expected_between, expected_checks
from kontaktpunkt.domain.times import MINUTE, Instant, local_day

pytestmark = pytest.mark.property

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
MINUTES = st.lists(st.integers(0, 24 * 4), min_size=2, max_size=6, unique=True)


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


@st.composite
def _hours(draw: st.DrawFn) -> list[dict[str, str]] | None:
    """Draw the hours of a kind of day: not confirmed, none, or some that do not overlap."""
    if draw(st.booleans()):
        return draw(st.sampled_from([None, []]))
    edges = sorted(draw(MINUTES))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [
        {"hours": f"{_clock(opens)}-{_clock(closes)}", "label": f"Tjänst {opens}"}
        for opens, closes in pairs
    ]


@st.composite
def _places(draw: st.DrawFn) -> RuleProfile:
    own: dict[str, object] = {}
    for kind in DayKind:
        for key in (phone_hours_key(kind), watch_hours_key(kind)):
            own[key.replace(".", "__")] = draw(_hours())
    own["phone_otherwise"] = draw(st.sampled_from([None, {"label": "Trygghetscentralen"}]))
    own["inbox_checks_per_day"] = draw(st.sampled_from([None, 0, 1, 3, 7, 200]))
    return place("lidkoping", **own)


@given(_places(), DAYS)
def test_the_pieces_of_a_day_leave_no_moment_out_and_none_twice(
    profile: RuleProfile, day: date
) -> None:
    """From midnight to midnight each moment lies in one piece, with one answer each way."""
    days = days_of(profile)
    pieces = pieces_of(profile, day, days)
    after = pieces_of(profile, day + timedelta(days=1), days)

    assert pieces[-1].ends == after[0].begins
    assert all(one.ends == two.begins for one, two in pairwise(pieces))
    assert all(piece.begins < piece.ends for piece in pieces)
    for piece in pieces:
        for answer in (piece.phone, piece.watch):
            has_name = answer.who is not None and bool(answer.who.label)
            assert has_name or answer.cover in (Cover.UNCONFIRMED, Cover.NOBODY)


@given(_places(), DAYS, st.integers(0, 24 * 60 - 1))
def test_the_moment_and_its_piece_say_the_same(
    profile: RuleProfile, day: date, minute: int
) -> None:
    """Who asks at a moment and who reads the day's plan are told the same."""
    days = days_of(profile)
    pieces = pieces_of(profile, day, days)
    moment = Instant(pieces[0].begins + minute * MINUTE)

    found = [piece for piece in pieces if piece.begins <= moment < piece.ends]

    if local_day(moment) == day:  # the shortest day of the year has an hour less
        (piece,) = found
        assert piece.phone == manning(profile, DutyKind.PHONE, moment, days)
        assert piece.watch == manning(profile, DutyKind.WATCH, moment, days)
        line = phone_duty(profile, moment, days)
        assert line.answerer == piece.phone.who
        assert line.is_open == (piece.phone.cover is Cover.NAMED)
        if line.until is not None:
            assert piece.begins < line.until


@given(_places(), DAYS)
def test_checks_are_due_while_somebody_watches(profile: RuleProfile, day: date) -> None:
    """Nobody is late for a look that was to be made when nobody is at work."""
    days = days_of(profile)
    checks = expected_checks(profile, day, days)

    assert list(checks) == sorted(checks, key=lambda check: check.due)
    for check in checks:
        answer = manning(profile, DutyKind.WATCH, check.due, days)
        assert answer.cover is Cover.NAMED
        assert answer.who == check.who


@given(_places(), DAYS, st.lists(st.integers(0, 3 * 24 * 60), max_size=12))
def test_a_look_answers_one_check_at_most(
    profile: RuleProfile, day: date, looks: list[int]
) -> None:
    """However often somebody looks, no look is counted for two checks."""
    days = days_of(profile)
    checks = expected_between(profile, day, day + timedelta(days=2), days)
    start = pieces_of(profile, day, days)[0].begins
    stamps = [Instant(start + look * MINUTE) for look in looks]

    found = answers(checks, stamps)

    assert set(found) <= {check.due for check in checks}
    assert len(set(found.values())) == len(found)
    assert set(found.values()) <= set(stamps)
