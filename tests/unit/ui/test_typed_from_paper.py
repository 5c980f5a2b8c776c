"""Days and clock times as they stand on paper: read, said back, or asked about; never guessed."""

import pytest

from kontaktpunkt.domain.paper.form import Field, FieldKind
from kontaktpunkt.ui.screens.back_entry.reading import read_typed, said_back
from kontaktpunkt.ui.sheets.scanning import is_number
from samples import NOW


def _field(kind: FieldKind, back_entry: str = "call.date") -> Field:
    return Field(key="x", label="X", kind=kind, back_entry=back_entry)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("24/3", "2026-03-24"),
        ("2403", "2026-03-24"),
        ("i går", "2026-03-23"),
        ("260322", "2026-03-22"),
        ("2026-03-24", "2026-03-24"),
    ],
)
def test_a_day_of_the_call_is_read(typed: str, read: str) -> None:
    """Short and long ways to write a day mean the same day."""
    assert read_typed(_field(FieldKind.DATE), typed, NOW) == (read, "")


def test_a_day_to_come_is_the_nearest_one() -> None:
    """An expected day without year lies ahead."""
    field = _field(FieldKind.DATE, "stay.expected_discharge")

    assert read_typed(field, "303", NOW) == ("2026-03-03", "")
    assert read_typed(field, "3003", NOW) == ("2026-03-30", "")
    assert said_back(field, "2026-03-30", NOW) == "mån 30 mars"


@pytest.mark.parametrize("typed", ["onsdag kväll", "0812", "32/3", "24"])
def test_what_is_no_day_is_kept_as_it_stands_and_asked_about(typed: str) -> None:
    """No day is guessed from words that name none."""
    value, fault = read_typed(_field(FieldKind.DATE), typed, NOW)

    assert value == typed
    assert fault


def test_a_call_cannot_have_been_tomorrow() -> None:
    """A day ahead of now is read, and pointed at."""
    value, fault = read_typed(_field(FieldKind.DATE), "27/3", NOW)

    assert (value, bool(fault)) == ("2026-03-27", True)


@pytest.mark.parametrize(("typed", "read"), [("0812", "08:12"), ("8.12", "08:12"), ("23", "23:00")])
def test_a_clock_time_is_read(typed: str, read: str) -> None:
    """With or without a point, and later than now too: the day stands in another field."""
    assert read_typed(_field(FieldKind.TIME), typed, NOW) == (read, "")


def test_a_scanned_number_has_the_right_check_digit() -> None:
    """A phone number of nine digits is hardly ever the number of a paper."""
    assert is_number("001000015")
    assert is_number("0001000015")
    assert not is_number("051085030")
    assert not is_number("12345")
