"""Numbers of papers in an exercise (övning): ten digits, so that none can be read as a real one."""

from typing import Final

from kontaktpunkt.domain.paper.sheet_number import SheetNumber, show

_MARK: Final = "0"
_LENGTH: Final = 10


def exercise_digits(number: SheetNumber) -> str:
    """Give the ten digits of an exercise's paper: a nought before the nine of a real number."""
    return f"{_MARK}{number.digits}"


def is_exercise_number(digits: str) -> bool:
    """Say whether stored digits are those of an exercise."""
    return len(digits) == _LENGTH and digits.startswith(_MARK)


def show_number(digits: str) -> str:
    """Group the digits of any paper for the eye; those of an exercise say so: Ö 001 00001 5."""
    return f"Ö {show(digits[1:])}" if is_exercise_number(digits) else show(digits)


def serial_of(digits: str, workstation: int) -> int:
    """Give the serial of an exercise's paper that a workstation gave; 0 of any other number."""
    own = f"{_MARK}{workstation:03d}"
    return int(digits[4:9]) if is_exercise_number(digits) and digits.startswith(own) else 0
