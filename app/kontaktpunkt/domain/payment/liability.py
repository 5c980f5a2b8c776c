"""Liability for one stay: the conditions in the order of the law, then start, days and amount."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.calendar.deadlines import STATUTORY_CUT_OFF, is_after_cut_off
from kontaktpunkt.domain.payment.stays import Care, PaidStay, RegionalServices
from kontaktpunkt.domain.profile import Amount, PaymentModel, RuleProfile
from kontaktpunkt.domain.times import Instant, local_day

SUMMONS_DAYS = 3
GRACE_DAYS = 3
GRACE_DAYS_AFTER_CUT_OFF = 4


class NoLiability(StrEnum):
    """Why there is no start, no number of days or no amount."""

    NO_ADMISSION_NOTICE = "no_admission_notice"
    LATE_ADMISSION_NOTICE = "late_admission_notice"
    NO_READINESS_NOTICE = "no_readiness_notice"
    READINESS_WITHDRAWN = "readiness_withdrawn"
    NO_SUMMONS = "no_summons"
    LATE_SUMMONS = "late_summons"
    REGIONAL_SERVICES_MISSING = "regional_services_missing"
    COMPULSORY_OUTPATIENT = "compulsory_outpatient"
    AVERAGE_MODEL = "average_model"
    MODEL_NOT_CONFIRMED = "model_not_confirmed"
    NOT_DISCHARGED = "not_discharged"
    AMOUNT_MISSING = "amount_missing"


class Liability(Struct, frozen=True, kw_only=True):
    """What was worked out for one stay; all sums are a basis (underlag), never an invoice.

    `days` counts paid days; `amount` is kronor. `reason` says why something is missing, `year`
    which year has no confirmed amount, `individual` that an average model counts the stay alone.
    """

    id: str
    payer: str
    start: date | None = None
    days: int | None = None
    amount: Decimal | None = None
    reason: NoLiability | None = None
    year: int | None = None
    individual: bool = False
    discharge_day_confirmed: bool = True


def liability_of(stay: PaidStay, profile: RuleProfile) -> Liability:
    """Work out the liability of one stay under a profile."""
    bare = Liability(id=stay.id, payer=stay.payer)
    reason = _hindrance(stay, profile)
    if reason is not None:
        return replace(bare, reason=reason)
    ready = stay.ready_notice_sent
    assert ready is not None, "a stay without readiness notice has a hindrance"  # noqa: S101 - ours
    model = profile.value("payment.model", local_day(ready)).value
    if model in (PaymentModel.AVERAGE, PaymentModel.AVERAGE_WITH_CAP):
        return _averaged(stay, bare, profile, ready)
    if model is not PaymentModel.INDIVIDUAL:
        return replace(bare, reason=NoLiability.MODEL_NOT_CONFIRMED)
    return _individual(stay, bare, profile, start_of(ready, profile))


def start_of(ready: Instant, profile: RuleProfile) -> date:
    """Give the first day of liability for a notice sent at this time.

    Lag 2017:612 5 kap. 4 §: three days after the notice was sent, four when sent after 12.00,
    unless the profile says other numbers.
    """
    on = local_day(ready)
    cut_off = profile.cut_off or STATUTORY_CUT_OFF
    late = is_after_cut_off(ready, cut_off)
    key = "payment.grace_days_after_cut_off" if late else "payment.grace_days"
    days = profile.value(key, on).value
    if not isinstance(days, int):
        days = GRACE_DAYS_AFTER_CUT_OFF if late else GRACE_DAYS
    return on + timedelta(days=days)


def conditions_missing(stay: PaidStay) -> NoLiability | None:
    """Give the first condition of 5 kap. 3 and 5 §§ that is not met; None when all are."""
    admitted, ready, summons = stay.admission_notice_sent, stay.ready_notice_sent, stay.summons_sent
    if ready is None:
        no_admission = admitted is None
        return NoLiability.NO_ADMISSION_NOTICE if no_admission else NoLiability.NO_READINESS_NOTICE
    tried = (
        (admitted is None, NoLiability.NO_ADMISSION_NOTICE),
        (stay.is_withdrawn, NoLiability.READINESS_WITHDRAWN),
        (admitted is not None and admitted > ready, NoLiability.LATE_ADMISSION_NOTICE),
        (stay.sip_needed and summons is None, NoLiability.NO_SUMMONS),
        (stay.sip_needed and _late(summons, ready), NoLiability.LATE_SUMMONS),
        (
            stay.regional_services is not RegionalServices.AVAILABLE,
            NoLiability.REGIONAL_SERVICES_MISSING,
        ),
    )
    return next((reason for holds, reason in tried if holds), None)


def _hindrance(stay: PaidStay, profile: RuleProfile) -> NoLiability | None:
    included = profile.value("payment.compulsory_outpatient_included").value
    if stay.care is Care.OPT and included is False:
        return NoLiability.COMPULSORY_OUTPATIENT
    return conditions_missing(stay)


def _late(summons: Instant | None, ready: Instant) -> bool:
    """Say whether the summons came more than three days after the notice (4 kap. 3 §)."""
    return summons is not None and (local_day(summons) - local_day(ready)).days > SUMMONS_DAYS


def _averaged(stay: PaidStay, bare: Liability, profile: RuleProfile, ready: Instant) -> Liability:
    """Count no stay alone under an average model, save one that lies longer than its cap."""
    cap = profile.value("payment.individual_after_days", local_day(ready)).value
    lay = None if stay.discharged is None else (local_day(stay.discharged) - local_day(ready)).days
    alone = isinstance(cap, int) and lay is not None and lay > cap
    return replace(bare, reason=NoLiability.AVERAGE_MODEL, individual=alone)


def _individual(stay: PaidStay, bare: Liability, profile: RuleProfile, start: date) -> Liability:
    if stay.discharged is None:
        return replace(bare, start=start, reason=NoLiability.NOT_DISCHARGED)
    paid = profile.value("payment.discharge_day_paid", start).value
    end = local_day(stay.discharged) + timedelta(days=1 if paid is True else 0)
    days = list(_days(start, end))
    found = replace(bare, start=start, days=len(days), discharge_day_confirmed=paid is not None)
    total = Decimal(0)
    for day in days:
        amount = profile.value(f"amount.{day.year}", day).value
        if not isinstance(amount, Amount):
            return replace(found, reason=NoLiability.AMOUNT_MISSING, year=day.year)
        total += amount.kronor
    return replace(found, amount=total)


def _days(start: date, end: date) -> Iterator[date]:
    """Go through the paid days: from the start up to, not with, the end."""
    day = start
    while day < end:
        yield day
        day += timedelta(days=1)
