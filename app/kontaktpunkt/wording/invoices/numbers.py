"""Days and kronor as they stand in Swedish: decimal comma, and a space between thousands."""

from decimal import Decimal

_SPACE = "\N{NO-BREAK SPACE}"


def comma(number: Decimal) -> str:
    """Say a number with decimal comma: "3,00"."""
    return str(number).replace(".", ",")


def days(number: Decimal | int) -> str:
    """Say days: whole ones without decimals, others with two: "3", "284,36"."""
    exact = Decimal(number)
    if exact == exact.to_integral_value():
        return _thousands(int(exact))
    whole, _, part = f"{exact:.2f}".partition(".")
    return f"{_thousands(int(whole)) if int(whole) else whole},{part}"


def kronor(amount: Decimal) -> str:
    """Say kronor: "29 100 kr", with öre only where there are any."""
    return f"{days(amount)}{_SPACE}kr"


def plain(amount: Decimal) -> str:
    """Write a number for a machine or a terminal: no spaces, no needless zeros."""
    return format(amount.normalize(), "f")


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", _SPACE)
