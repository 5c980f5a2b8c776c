"""Payment liability (betalningsansvar): when it starts, who pays, how many days, at what amount."""

from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.payment.amounts import PricedSpan
from kontaktpunkt.domain.payment.averages import DayCount, MonthAverage, averages
from kontaktpunkt.domain.payment.basis import Basis, PayerSum, basis_of
from kontaktpunkt.domain.payment.grounds import GroundKind, PaymentGround, grounds_of
from kontaktpunkt.domain.payment.liability import Liability, liability_of
from kontaktpunkt.domain.payment.reasons import NoLiability, NoSum, NoVerdict
from kontaktpunkt.domain.payment.stays import PaidStay, notice_in_force

__all__ = [
    "Basis",
    "Care",
    "DayCount",
    "GroundKind",
    "Liability",
    "MonthAverage",
    "NoLiability",
    "NoSum",
    "NoVerdict",
    "PaidStay",
    "PayerSum",
    "PaymentGround",
    "PricedSpan",
    "RegionalServices",
    "averages",
    "basis_of",
    "grounds_of",
    "liability_of",
    "notice_in_force",
]
