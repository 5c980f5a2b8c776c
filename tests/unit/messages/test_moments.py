"""FHIR's times are read by stated rules, and none is guessed at."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kontaktpunkt.domain.times import to_instant
from kontaktpunkt.messages.fhir.moments import read_day, read_moment, write_moment

_NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-03-12T12:00:00Z", _NOON),
        ("2026-03-12T13:00:00+01:00", _NOON),
        ("2026-03-12T06:30:00-05:30", _NOON),
        ("2026-03-12T13:00+01:00", _NOON),
        ("2026-03-12T12:00:00.5Z", _NOON + timedelta(microseconds=500_000)),
        ("2026-03-12T12:00:00.1234567899Z", _NOON + timedelta(microseconds=123_456)),
        ("2026-03-12T24:00:00Z", datetime(2026, 3, 13, tzinfo=UTC)),
        ("2026-12-31T23:59:60Z", datetime(2027, 1, 1, tzinfo=UTC)),
        ("2026-10-25T02:30:00+02:00", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-10-25T02:30:00+01:00", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("1900-01-01T00:00:00Z", datetime(1900, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_whole_time_is_read(words: str, meant: datetime) -> None:
    """Day, clock and zone together mean one instant, also in the hour that autumn repeats."""
    assert read_moment(words) == to_instant(meant)


@pytest.mark.parametrize(
    "words",
    [
        "", "2026", "2026-03", "2026-03-12", "2026-03-12T12:00:00", "2026-03-12 12:00:00Z",
        "2026-02-30T12:00:00Z", "2026-13-01T12:00:00Z", "0000-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "2026-03-12T24:01:00Z",
        "2026-03-12T24:00:01Z", "2026-03-12T25:00:00Z", "2026-03-12T12:60:00Z",
        "2026-03-12T12:00:60Z", "2026-03-12T12:00:00+15:00", "2026-03-12T12:00:00+1:00",
        "2026-03-12T12:00:00z", "\u0662026-03-12T12:00:00Z", "2026-03-12T12:00:00.Z",
        "2026-03-12T12:00:00+01:00 ", "12/3 2026",
    ],
)  # fmt: skip
def test_half_a_time_is_no_time(words: str) -> None:
    """A day without a clock, a clock without a zone or a day that never was is not made up."""
    assert read_moment(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1934-05-12", date(1934, 5, 12)),
        ("1934-05-12T10:00:00Z", date(1934, 5, 12)),
        ("1934-05", None),
        ("1934", None),
        ("1934-05-32", None),
        ("", None),
    ],
)
def test_only_a_whole_day_is_a_birth_date(words: str, day: date | None) -> None:
    """A birth year alone is not made into a birth date."""
    assert read_day(words) == day


def test_a_written_time_is_read_back_to_the_microsecond() -> None:
    """Nothing of a time is lost on paper or on the wire."""
    for instant in (to_instant(_NOON), to_instant(_NOON + timedelta(microseconds=7))):
        assert read_moment(write_moment(instant)) == instant
