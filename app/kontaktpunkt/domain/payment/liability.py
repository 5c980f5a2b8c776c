"""Liability for one stay: the conditions in the order of the law, then start, days and amount."""

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.calendar.deadlines import (
    GRACE_DAYS,
    GRACE_DAYS_AFTER_CUT_OFF,
    STATUTORY_CUT_OFF,
    is_after_cut_off,
)
from kontaktpunkt.domain.care_kind import Care
from kontaktpunkt.domain.payment.amounts import PricedSpan, priced_spans
from kontaktpunkt.domain.payment.conditions import hindrance
from kontaktpunkt.domain.payment.reasons import NoLiability
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.profile import PaymentModel, ProfileValue, RuleProfile
from kontaktpunkt.domain.times import Instant, local_day


class Liability(Struct, frozen=True, kw_only=True):
    """What was worked out for one stay; all sums are a basis (underlag), never an invoice.

    `days` counts paid days; `amount` is kronor. `reason` says why something is missing, `year`
    which year has no confirmed amount, `individual` that an average model counts the stay alone.
    `days_after_notice` are calendar days from notice to discharge. `days_so_far` are paid days of
    somebody who still lies there, the day of asking not counted.
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
    days_after_notice: int | None = None
    days_so_far: int | None = None
    spans: tuple[PricedSpan, ...] = ()


def liability_of(stay: PaidStay, profile: RuleProfile, on: date | None = None) -> Liability:
    """Work out the liability of one stay under a profile; `on` is the day that it is asked."""
    bare = Liability(id=stay.id, payer=stay.payer, days_after_notice=stay.days_after_notice)
    model = model_of(stay, profile).value
    reason = _in_full(hindrance(stay, profile), stay, profile, model)
    if reason is not None:
        return replace(bare, reason=reason)
    ready = stay.ready_notice_sent
    assert ready is not None, "a stay without readiness notice has a hindrance"  # noqa: S101 - ours
    if model in (PaymentModel.AVERAGE, PaymentModel.AVERAGE_WITH_CAP):
        alone = is_over_cap(stay, profile)
        return replace(bare, reason=NoLiability.AVERAGE_MODEL, individual=alone)
    if model is not PaymentModel.INDIVIDUAL:
        return replace(bare, reason=NoLiability.MODEL_NOT_CONFIRMED)
    start = start_of(ready, profile, stay.care)
    if stay.discharged is None:
        so_far = None if on is None else max(0, (on - start).days)
        ongoing = NoLiability.NOT_DISCHARGED
        return replace(bare, start=start, reason=ongoing, days_so_far=so_far)
    return _priced(stay.discharged, bare, profile, start)


def model_of(stay: PaidStay, profile: RuleProfile) -> ProfileValue:
    """Give how the stay's liability is worked out on the day of its notice.

    Psychiatric care had models of its own in some regions for a while.
    """
    on = None if stay.ready_notice_sent is None else local_day(stay.ready_notice_sent)
    own = profile.value("payment.psychiatric_model", on)
    if stay.care is not Care.SOMATIC and own.value is not None:
        return own
    return profile.value("payment.model", on)


def start_of(ready: Instant, profile: RuleProfile, care: Care = Care.SOMATIC) -> date:
    """Give the first day of liability for a notice sent at this time.

    Lag 2017:612 5 kap. 4 §: three days after the notice was sent, four when sent after 12.00,
    unless the profile says other numbers. Days are the calendar days of clocks in Sweden.
    """
    on = local_day(ready)
    days = grace_days(ready, profile, care).value
    if not isinstance(days, int):
        late = is_after_cut_off(ready, profile.as_of(on).cut_off or STATUTORY_CUT_OFF)
        days = GRACE_DAYS_AFTER_CUT_OFF if late else GRACE_DAYS
    return on + timedelta(days=days)


def grace_days(ready: Instant, profile: RuleProfile, care: Care = Care.SOMATIC) -> ProfileValue:
    """Give how many days pass before the start, and which rule says so."""
    on = local_day(ready)
    own = profile.value("payment.psychiatric_grace_days", on)
    if care is not Care.SOMATIC and own.value is not None:
        return own
    late = is_after_cut_off(ready, profile.as_of(on).cut_off or STATUTORY_CUT_OFF)
    return profile.value("payment.grace_days_after_cut_off" if late else "payment.grace_days", on)


def is_over_cap(stay: PaidStay, profile: RuleProfile) -> bool:
    """Say whether an average model counts the stay for itself: longer than its cap of days."""
    if stay.ready_notice_sent is None:
        return False
    on, lay = local_day(stay.ready_notice_sent), stay.days_after_notice
    cap = profile.value("payment.individual_after_days", on).value
    return isinstance(cap, int) and lay is not None and lay > cap


def _in_full(
    reason: NoLiability | None, stay: PaidStay, profile: RuleProfile, model: object
) -> NoLiability | None:
    """Leave to a hand what was withdrawn when liability had begun: the law is silent there."""
    ready, withdrawn = stay.ready_notice_sent, stay.ready_withdrawn
    if reason is not NoLiability.READINESS_WITHDRAWN or ready is None or withdrawn is None:
        return reason
    begun = local_day(withdrawn) > start_of(ready, profile, stay.care)
    if begun and model is PaymentModel.INDIVIDUAL:
        return NoLiability.WITHDRAWN_AFTER_START
    return reason


def _priced(left: Instant, bare: Liability, profile: RuleProfile, start: date) -> Liability:
    """Count the paid days and price each by its year; a discharge before the start costs none."""
    paid = profile.value("payment.discharge_day_paid", start).value
    end = local_day(left) + timedelta(days=1 if paid is True else 0)
    spans = priced_spans(profile, start, end) if start < end else ()
    found = replace(
        bare,
        start=start,
        days=sum(span.days for span in spans),
        spans=spans,
        discharge_day_confirmed=paid is not None,
    )
    missing = next((span for span in spans if span.kronor is None), None)
    if missing is not None:
        return replace(found, reason=NoLiability.AMOUNT_MISSING, year=missing.first.year)
    return replace(found, amount=sum((span.total or Decimal(0) for span in spans), Decimal(0)))
