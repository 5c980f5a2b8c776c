"""Numbers of papers: nine digits that two workstations without network can never both give."""

from enum import StrEnum

from msgspec import Struct

HIGHEST_WORKSTATION = 999
HIGHEST_SERIAL = 99_999
HIGHEST_ORDINARY = 89_999
"""The program itself stops here; what is above belongs to Nödläge, which knows no store."""
_LENGTH = 9
_ASCII_DIGITS = frozenset("0123456789")
_SEPARATORS = str.maketrans("", "", " \t\r\n-.\u00a0\u2009\u202f\u2013")

# Damm's quasigroup of order 10: the remainder of a correct number is 0. It catches every single
# wrong digit and every swap of neighbours; Luhn lets 09 and 90 be swapped (H. M. Damm, "Total
# anti-symmetrische Quasigruppen", Marburg 2004).
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


class NumberFlaw(StrEnum):
    """Why something typed or scanned is not the number of a paper."""

    NOT_DIGITS = "not_digits"
    WRONG_LENGTH = "wrong_length"
    WRONG_CHECK_DIGIT = "wrong_check_digit"


class SheetNumber(Struct, frozen=True, order=True):
    """The number of one paper: which workstation gave it (1-999) and its how manieth (1-99999)."""

    workstation: int
    serial: int

    @property
    def digits(self) -> str:
        """The nine digits as stored and as held by the code on the paper: 001000015."""
        body = f"{self.workstation:03d}{self.serial:05d}"
        return f"{body}{_remainder(body)}"

    @property
    def shown(self) -> str:
        """The number as people read it: 001 00001 5."""
        return show(self.digits)


def make(workstation: int, serial: int) -> SheetNumber:
    """Give the number of a workstation's paper; ValueError outside 1-999 and 1-99999."""
    if not 1 <= workstation <= HIGHEST_WORKSTATION:
        raise ValueError(workstation)
    if not 1 <= serial <= HIGHEST_SERIAL:
        raise ValueError(serial)
    return SheetNumber(workstation, serial)


def parse(text: str) -> SheetNumber | NumberFlaw:
    """Read a number as typed or scanned; spaces, hyphens and line ends do not matter."""
    digits = text.translate(_SEPARATORS)
    if not digits or not _ASCII_DIGITS.issuperset(digits):
        return NumberFlaw.NOT_DIGITS
    if len(digits) != _LENGTH:
        return NumberFlaw.WRONG_LENGTH
    workstation, serial = int(digits[:3]), int(digits[3:8])
    # 000 00000 0 has the right remainder, and is what a stuck key types.
    if _remainder(digits) != 0 or workstation == 0 or serial == 0:
        return NumberFlaw.WRONG_CHECK_DIGIT
    return SheetNumber(workstation, serial)


def show(digits: str) -> str:
    """Group nine digits for the eye: workstation, serial, check digit."""
    return f"{digits[:3]} {digits[3:8]} {digits[8:]}"


def _remainder(digits: str) -> int:
    """Walk the digits through Damm's table; 0 at the end of a correct number."""
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return state
