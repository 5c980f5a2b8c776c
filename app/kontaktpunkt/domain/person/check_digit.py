"""The check digit that closes Swedish numbers: the mod 10 method (Luhn), for digits and letters."""

from collections.abc import Iterable


def check_digit(values: Iterable[int]) -> int:
    """Give the digit that closes the values, weighted 2, 1, 2 … from the left.

    All digits of each product are added, so that a letter may stand as a number of its own.
    """
    total = 0
    for place, value in enumerate(values):
        product = value * 2 if place % 2 == 0 else value
        while product:
            product, digit = divmod(product, 10)
            total += digit
    return -total % 10


def digits_close(digits: str) -> bool:
    """Tell whether the last digit is the check digit of the ones before it."""
    *body, last = map(int, digits)
    return check_digit(body) == last
