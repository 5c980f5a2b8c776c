"""Payment liability (betalningsansvar): when it starts, who pays, how many days, at what amount."""

from kontaktpunkt.domain.payment.averages import MonthAverage, averages
from kontaktpunkt.domain.payment.liability import Liability, NoLiability, liability_of
from kontaktpunkt.domain.payment.stays import Care, PaidStay, RegionalServices

__all__ = [
    "Care",
    "Liability",
    "MonthAverage",
    "NoLiability",
    "PaidStay",
    "RegionalServices",
    "averages",
    "liability_of",
]
