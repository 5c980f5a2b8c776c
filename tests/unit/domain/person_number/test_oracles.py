"""Two public libraries judge the same numbers as we do, but where we differ on purpose."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from personnummer import personnummer as untyped_oracle
from stdnum.se import personnummer as stdnum

from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number import (
    NumberFault,
    NumberFaultReason,
    birth_date,
    read_number,
    sex,
    shown,
)

DAY = date(2026, 3, 16)
EARLIEST = date(1840, 1, 1)
oracle: Any = untyped_oracle
_CIVIL = (NumberKind.PERSONAL, NumberKind.COORDINATION)


@pytest.fixture(autouse=True, scope="module")
def _the_oracles_day() -> Iterator[None]:
    """Stop the day for the libraries, which look at the clock where ours is handed the day."""
    with time_machine.travel(datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC), tick=False):
        yield


def _closed(nine: str) -> str:
    """Close nine digits with their check digit, worked out apart from the program."""
    doubled = [int(digit) * (2, 1)[place % 2] for place, digit in enumerate(nine)]
    return nine + str(-sum(product // 10 + product % 10 for product in doubled) % 10)


@st.composite
def civil_numbers(draw: st.DrawFn, *, coordination: bool = True) -> str:
    """Draw a valid number of twelve digits, of somebody born before the day."""
    born = draw(st.dates(EARLIEST, DAY))
    added = 60 * draw(st.integers(0, 1)) if coordination else 0
    serial = draw(st.integers(1, 999))
    ten = _closed(f"{born:%y%m}{born.day + added:02d}{serial:03d}")
    return f"{born.year // 100:02d}{ten}"


def _read(text: str) -> PersonNumber:
    number = read_number(text, DAY)
    assert isinstance(number, PersonNumber), (text, number)
    return number


@given(civil_numbers())
def test_what_the_oracle_finds_valid_is_valid(value: str) -> None:
    """Number, birth date, sex and written form are the same as in the library personnummer."""
    theirs = oracle.parse(value)
    ours = _read(value)

    assert birth_date(ours, DAY) == theirs.get_date()
    assert (sex(ours) is Sex.WOMAN) == theirs.is_female()
    assert (ours.kind is NumberKind.COORDINATION) == theirs.is_coordination_number()
    assert shown(ours, DAY) == theirs.format()


@given(civil_numbers(coordination=False))
def test_stdnum_agrees_on_personnummer(value: str) -> None:
    """Birth date and sex are the same as in python-stdnum.

    On purpose otherwise: python-stdnum knows no samordningsnummer and lets serial 000 pass.
    """
    written = shown(_read(value), DAY)

    assert stdnum.is_valid(value)
    assert stdnum.get_birth_date(written) == birth_date(_read(value), DAY)
    assert stdnum.get_gender(written) == ("F" if sex(_read(value)) is Sex.WOMAN else "M")


@given(st.from_regex(r"\A(18|19|20)[0-9]{2}(0[0-9]|1[0-3])[0-9]{6}\Z"))
def test_what_the_oracle_finds_wrong_is_wrong(value: str) -> None:
    """Any twelve digits: valid for us exactly when valid for the library personnummer.

    On purpose otherwise: a birth date after the day of reading is no number (theirs: valid), and
    days 32–59 are Inera's reserve numbers (theirs: wrong).
    """
    ours = read_number(value, DAY)
    valid = isinstance(ours, PersonNumber) and ours.kind in _CIVIL
    unborn = isinstance(ours, NumberFault) and ours.reason is NumberFaultReason.BORN_LATER

    assert oracle.valid(value) == (valid or unborn)


@given(civil_numbers(), st.sampled_from(["{0}{1}{2}", "{0}{1} {2}", "{0}-{2}", "{0} - {2}"]))
def test_what_is_shown_reads_back_as_the_same_number(value: str, form: str) -> None:
    """A number that is shown, and typed again on the same day, is the same person."""
    number = _read(value)
    written = shown(number, DAY)
    with_century = form.format(value[:8], "", value[8:])

    assert _read(written) == number
    assert _read(with_century) == number


@given(civil_numbers(), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(value: str, place: int, shift: int) -> None:
    """A slip of one digit, anywhere but in the century, never gives another valid number."""
    digits = list(value)
    digits[place + 2] = str((int(digits[place + 2]) + shift) % 10)

    assert isinstance(read_number("".join(digits), DAY), NumberFault)


@pytest.mark.parametrize(
    ("text", "theirs", "ours"),
    [
        # They read a hyphen in the year of turning 100 as a birth that lies ahead.
        ("261105-1232", "202611051232", NumberFaultReason.BORN_LATER),
        # They read ten digits without sign the same way; we take the latest day that has been.
        ("2611051232", "202611051232", "192611051232"),
        # They ignore a plus after a written century.
        ("19811218+9876", "198112189876", NumberFaultReason.SIGN_CONTRADICTS),
        # They accept any century.
        ("171212121212", "171212121212", NumberFaultReason.UNKNOWN_CENTURY),
    ],
)
def test_deliberate_differences(text: str, theirs: str, ours: str | NumberFaultReason) -> None:
    """Where we differ from the library personnummer, we do so knowingly; each case stands here."""
    reading = read_number(text, DAY)

    assert oracle.parse(text).format(True) == theirs  # noqa: FBT003  their own signature
    assert (reading.value if isinstance(reading, PersonNumber) else reading.reason) == ours


@given(st.text(max_size=20))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is typed or pasted, the answer is a number or a reason, never a crash."""
    assert isinstance(read_number(text, DAY), PersonNumber | NumberFault)


@given(st.from_regex(r"\A[0-9A-Z]{8}[0-9A-Z]{4}\Z"))
def test_what_is_read_tells_without_a_crash(text: str) -> None:
    """Every number that we accept can be shown and asked, whatever its kind."""
    number = read_number(text, DAY)
    if isinstance(number, PersonNumber):
        born = birth_date(number, DAY)
        assert shown(number, DAY)
        assert born is None or born <= DAY
        assert sex(number) in (None, Sex.WOMAN, Sex.MAN)
