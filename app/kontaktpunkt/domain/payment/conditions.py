"""The conditions of liability in the order of the law: the first that is not met, or none."""

from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.payment.reasons import NoLiability
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant, local_day

SUMMONS_DAYS = 3


def hindrance(stay: PaidStay, profile: RuleProfile) -> NoLiability | None:
    """Give what keeps liability from starting under a profile; None when all conditions are met."""
    if stay.emergency:
        return NoLiability.EMERGENCY_STAY
    if is_left_out(stay, profile):
        return NoLiability.COMPULSORY_OUTPATIENT
    return conditions_missing(stay, summons_days(stay, profile))


def is_left_out(stay: PaidStay, profile: RuleProfile) -> bool:
    """Say whether an agreement leaves out the stay for being compulsory care outside hospital."""
    on = None if stay.ready_notice_sent is None else local_day(stay.ready_notice_sent)
    included = profile.value("payment.compulsory_outpatient_included", on).value
    return stay.care is Care.OPT and included is False


def summons_days(stay: PaidStay, profile: RuleProfile) -> int:
    """Give within how many days of the notice the summons is in time (4 kap. 3 §)."""
    on = None if stay.ready_notice_sent is None else local_day(stay.ready_notice_sent)
    days = profile.value("summons_days", on).value
    return days if isinstance(days, int) else SUMMONS_DAYS


def conditions_missing(stay: PaidStay, within: int = SUMMONS_DAYS) -> NoLiability | None:
    """Give the first condition of 5 kap. 3 and 5 §§ that is not met; None when all are."""
    admitted, ready, summons = stay.admission_notice_sent, stay.ready_notice_sent, stay.summons_sent
    if ready is None:
        return _without_notice(stay)
    # 4 kap. 1 §: no SIP is made for compulsory care outside hospital (LPT 7 a §, LRV 12 a §).
    needs_summons = stay.sip_needed and stay.care is not Care.OPT
    tried = (
        (admitted is None, NoLiability.NO_ADMISSION_NOTICE),
        (stay.is_withdrawn, _withdrawal(stay)),
        (
            stay.discharged is not None and stay.discharged < ready,
            NoLiability.DISCHARGED_BEFORE_NOTICE,
        ),
        (admitted is not None and admitted > ready, NoLiability.LATE_ADMISSION_NOTICE),
        (needs_summons and summons is None, NoLiability.NO_SUMMONS),
        (needs_summons and is_late(summons, ready, within), NoLiability.LATE_SUMMONS),
        (
            stay.regional_services is not RegionalServices.AVAILABLE,
            NoLiability.REGIONAL_SERVICES_MISSING,
        ),
    )
    return next((reason for holds, reason in tried if holds), None)


def is_late(summons: Instant | None, ready: Instant, within: int = SUMMONS_DAYS) -> bool:
    """Say whether the summons came more than so many local days after the notice (4 kap. 3 §)."""
    return summons is not None and (local_day(summons) - local_day(ready)).days > within


def _without_notice(stay: PaidStay) -> NoLiability:
    if stay.admission_notice_sent is None:
        return NoLiability.NO_ADMISSION_NOTICE
    if stay.ready_time_unknown:
        return NoLiability.READINESS_TIME_MISSING
    return NoLiability.NO_READINESS_NOTICE


def _withdrawal(stay: PaidStay) -> NoLiability:
    """Tell a withdrawal while the person lay there from one after she had left."""
    withdrawn, left = stay.ready_withdrawn, stay.discharged
    if withdrawn is not None and left is not None and withdrawn > left:
        return NoLiability.WITHDRAWN_AFTER_DISCHARGE
    return NoLiability.READINESS_WITHDRAWN
