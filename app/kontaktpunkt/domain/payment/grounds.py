"""What the judgement of a stay rests on: each condition, its time, its section and its source."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.payment.conditions import is_late, summons_days
from kontaktpunkt.domain.payment.liability import grace_days, liability_of, model_of
from kontaktpunkt.domain.payment.reasons import NoLiability
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.profile import Certainty, PaymentModel, ProfileValue, RuleProfile
from kontaktpunkt.domain.times import Instant, local_day


class GroundKind(StrEnum):
    """What a line of evidence is about."""

    EMERGENCY = "emergency"
    ADMISSION_NOTICE = "admission_notice"
    EARLIER_NOTICE = "earlier_notice"
    READINESS_NOTICE = "readiness_notice"
    WITHDRAWAL = "withdrawal"
    SUMMONS = "summons"
    REGIONAL_SERVICES = "regional_services"
    PAYER_HOME = "payer_home"
    PAYER_PLACING = "payer_placing"
    MODEL = "model"
    OUTPATIENT = "outpatient"
    GRACE_DAYS = "grace_days"
    CAP = "cap"
    DISCHARGE = "discharge"
    DISCHARGE_DAY = "discharge_day"


class PaymentGround(Struct, frozen=True, kw_only=True):
    """One line of evidence: what, when, whether it holds, which section and which source.

    `section` is of lag (2017:612); `value` is the rule's own value, None where it is not confirmed.
    `holds` None = it is said for knowledge, nothing depends on it.
    """

    kind: GroundKind
    at: Instant | None = None
    holds: bool | None = None
    section: str = ""
    value: object = None
    source: str = ""
    layer: str = ""
    certainty: Certainty | None = None


def grounds_of(stay: PaidStay, profile: RuleProfile) -> tuple[PaymentGround, ...]:
    """Give all that a stay was judged on, in the order of the law."""
    return (*_notices(stay), *_rest(stay, profile), *_rules(stay, profile))


def _notices(stay: PaidStay) -> Iterator[PaymentGround]:
    kind, ready = GroundKind, stay.ready_notice_sent
    if stay.emergency:
        yield PaymentGround(kind=kind.EMERGENCY, holds=False, section="2:1")
        return
    admitted = stay.admission_notice_sent
    in_order = admitted is not None and (ready is None or admitted <= ready)
    yield PaymentGround(kind=kind.ADMISSION_NOTICE, at=admitted, holds=in_order, section="5:3")
    for notice in stay.earlier_notices:
        yield PaymentGround(kind=kind.EARLIER_NOTICE, at=notice, section="5:3")
    yield PaymentGround(
        kind=kind.READINESS_NOTICE, at=ready, holds=ready is not None, section="5:3"
    )
    if stay.ready_withdrawn is not None:
        void = not stay.is_withdrawn
        yield PaymentGround(kind=kind.WITHDRAWAL, at=stay.ready_withdrawn, holds=void)


def _rest(stay: PaidStay, profile: RuleProfile) -> Iterator[PaymentGround]:
    """Give summons, regional services, payer and discharge."""
    kind, ready, summons = GroundKind, stay.ready_notice_sent, stay.summons_sent
    if stay.sip_needed or summons is not None:
        late = ready is not None and is_late(summons, ready, summons_days(stay, profile))
        holds = summons is not None and not late
        yield PaymentGround(
            kind=kind.SUMMONS, at=summons, holds=holds if stay.sip_needed else None, section="4:3"
        )
    yield PaymentGround(
        kind=kind.REGIONAL_SERVICES,
        holds=stay.regional_services is RegionalServices.AVAILABLE,
        section="5:5",
        value=stay.regional_services,
    )
    placed = bool(stay.placing_municipality)
    yield PaymentGround(
        kind=kind.PAYER_PLACING if placed else kind.PAYER_HOME, section="5:2", value=stay.payer
    )
    yield PaymentGround(kind=kind.DISCHARGE, at=stay.discharged)


def _rules(stay: PaidStay, profile: RuleProfile) -> Iterator[PaymentGround]:
    """Give the values of the profile that decided, each with where it comes from."""
    kind, ready = GroundKind, stay.ready_notice_sent
    if stay.care is Care.OPT:
        on = None if ready is None else local_day(ready)
        included = profile.value("payment.compulsory_outpatient_included", on)
        yield _rule(kind.OUTPATIENT, included, "4:5")
    if ready is None:
        return
    model = model_of(stay, profile)
    yield _rule(kind.MODEL, model, "4:5")
    if model.value is PaymentModel.INDIVIDUAL:
        yield _rule(kind.GRACE_DAYS, grace_days(ready, profile, stay.care), "5:4")
        found = liability_of(stay, profile)
        if found.start is not None and found.reason is not NoLiability.NOT_DISCHARGED:
            paid = profile.value("payment.discharge_day_paid", found.start)
            yield _rule(kind.DISCHARGE_DAY, paid, "")
    elif model.value is PaymentModel.AVERAGE_WITH_CAP:
        cap = profile.value("payment.individual_after_days", local_day(ready))
        yield _rule(kind.CAP, cap, "4:5")


def _rule(kind: GroundKind, value: ProfileValue, section: str) -> PaymentGround:
    return PaymentGround(
        kind=kind,
        section=section,
        value=value.value,
        source=value.source,
        layer=value.layer.title,
        certainty=value.certainty,
    )
