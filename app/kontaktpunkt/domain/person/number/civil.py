"""Personnummer and samordningsnummer: dates, centuries, serials and the check digit."""

from datetime import date

from kontaktpunkt.domain.person.check_digit import digits_close
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.person.number.fault import NumberFault, NumberFaultReason

COORDINATION_DAYS = 60
"""Added to the day in a samordningsnummer (lag 2022:1697 2 kap. 8 §)."""

CENTENARY = 100
"""'+' replaces '-' from the year in which somebody turns this old (folkbokföringslag 18 §)."""

OLDEST_AGE = 116
"""Nobody in Sweden has become older: it is probably the wrong century."""

_EARLIEST_YEAR = 1840  # personnummer began in 1947: nobody who got one was born earlier


def date_from(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def civil_birth_date(value: str) -> date | None:
    """Give the date that twelve digits begin with, also with 60 added to the day."""
    day = int(value[6:8])
    if day > COORDINATION_DAYS:
        day -= COORDINATION_DAYS
    return date_from(int(value[:4]), int(value[4:6]), day)


def read_twelve(value: str, sign: str, on: date) -> PersonNumber | NumberFault:
    """Judge twelve digits as personnummer or samordningsnummer; the sign is '', '-' or '+'.

    A hyphen after a written century says nothing about age; a plus must be true.
    """
    born = civil_birth_date(value)
    fault = _fault(value, born, on)
    if fault is not None:
        return fault
    assert born is not None, "a number without a date has a fault"  # noqa: S101  cannot fail
    if sign == "+" and on.year - born.year < CENTENARY:
        return NumberFault(NumberFaultReason.SIGN_CONTRADICTS, (born.isoformat(),))
    is_coordination = int(value[6:8]) > COORDINATION_DAYS
    kind = NumberKind.COORDINATION if is_coordination else NumberKind.PERSONAL
    return PersonNumber(kind, value)


def read_ten(value: str, sign: str, on: date) -> PersonNumber | NumberFault:
    """Judge ten digits, with the century from the sign and the day on which they are read.

    With '-' the person turns 100 next year at the earliest, with '+' this year or before. Without
    a sign the latest day that has been is meant.
    """
    reading = read_twelve(f"{_year(value, sign, on):04d}{value[2:]}", "", on)
    too_old = isinstance(reading, PersonNumber) and int(reading.value[:4]) < _EARLIEST_YEAR
    if too_old and sign == "+":
        return NumberFault(NumberFaultReason.SIGN_CONTRADICTS, (_iso(value, on),))
    return reading


def _year(value: str, sign: str, on: date) -> int:
    latest = on.year - CENTENARY if sign == "+" else on.year
    year = latest - (latest - int(value[:2])) % 100
    if sign:
        return year
    born = civil_birth_date(f"{year:04d}{value[2:]}")
    return year - CENTENARY if born is not None and born > on else year


def _iso(value: str, on: date) -> str:
    year = on.year - (on.year - int(value[:2])) % 100
    born = civil_birth_date(f"{year:04d}{value[2:]}")
    return born.isoformat() if born else ""


def _fault(value: str, born: date | None, on: date) -> NumberFault | None:
    if born is None:
        return NumberFault(NumberFaultReason.NO_SUCH_DATE, (value[:8],))
    if value[8:11] == "000":
        return NumberFault(NumberFaultReason.NO_SUCH_SERIAL)
    # Folkbokföringslag 1991:481 18 §: the century's digits are left out of the check.
    if not digits_close(value[2:]):
        return NumberFault(NumberFaultReason.CHECK_DIGIT)
    if born > on:
        return NumberFault(NumberFaultReason.BORN_LATER, (born.isoformat(),))
    return None
