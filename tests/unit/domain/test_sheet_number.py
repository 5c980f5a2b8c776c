"""Tests of the numbers of papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import damm

from kontaktpunkt.domain.paper.sheet_number import NumberFlaw, SheetNumber, make, parse

numbers = st.builds(make, st.integers(1, 999), st.integers(1, 99_999))


def test_a_number_is_shown_in_groups() -> None:
    """The first workstation's seventeenth paper, as it stands on it."""
    number = make(1, 17)

    assert number.shown == f"001 00017 {number.digits[-1]}"
    assert number.digits.startswith("00100017")
    assert len(number.digits) == 9


@pytest.mark.property
@given(numbers)
def test_the_check_digit_is_damms(number: SheetNumber) -> None:
    """Another program's Damm digit is the same as ours."""
    assert number.digits[-1] == damm.calc_check_digit(number.digits[:-1])


@pytest.mark.property
@given(numbers)
def test_what_is_shown_can_be_read(number: SheetNumber) -> None:
    """Typed with or without spaces, or scanned with a line end, it is the same number."""
    for text in (
        number.digits,
        number.shown,
        f"{number.digits}\r\n",
        number.shown.replace(" ", "-"),
    ):
        assert parse(text) == number


@pytest.mark.property
@given(numbers, st.integers(0, 8), st.integers(1, 9))
def test_every_single_wrong_digit_is_caught(number: SheetNumber, at: int, more: int) -> None:
    """A slip of one key never gives another paper's number."""
    digits = number.digits
    wrong = f"{digits[:at]}{(int(digits[at]) + more) % 10}{digits[at + 1 :]}"

    assert parse(wrong) is NumberFlaw.WRONG_CHECK_DIGIT


@pytest.mark.property
@given(numbers, st.integers(0, 7))
def test_every_swap_of_neighbours_is_caught(number: SheetNumber, at: int) -> None:
    """Two keys in the wrong order never give another paper's number."""
    digits = number.digits
    swapped = f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}"

    assert swapped == digits or parse(swapped) is NumberFlaw.WRONG_CHECK_DIGIT


@pytest.mark.parametrize(
    ("typed", "flaw"),
    [
        ("", NumberFlaw.NOT_DIGITS),
        ("001 0001A 7", NumberFlaw.NOT_DIGITS),
        ("٠٠١٠٠٠٠١٧", NumberFlaw.NOT_DIGITS),
        ("00100001", NumberFlaw.WRONG_LENGTH),
        ("0010000170", NumberFlaw.WRONG_LENGTH),
        ("000000000", NumberFlaw.WRONG_CHECK_DIGIT),
    ],
)
def test_what_is_no_number_is_said_to_be_none(typed: str, flaw: NumberFlaw) -> None:
    """Each kind of slip has its own answer."""
    assert parse(typed) is flaw


@pytest.mark.parametrize(("workstation", "serial"), [(0, 1), (1000, 1), (1, 0), (1, 100_000)])
def test_no_number_beyond_its_places_is_given(workstation: int, serial: int) -> None:
    """A full series stops instead of starting over."""
    with pytest.raises(ValueError, match=r"\d"):
        make(workstation, serial)
