"""Rule profiles: what holds in this place, by whom it was said and how sure it is (regelprofil)."""

from kontaktpunkt.domain.profile.duty import PhoneDuty, day_kind, phone_duty
from kontaktpunkt.domain.profile.fault import ProfileFault, ProfileFaultReason
from kontaktpunkt.domain.profile.layers import (
    ProfileChoice,
    ProfileLayer,
    ProfileValue,
    choosable_profiles,
    layer_texts,
)
from kontaktpunkt.domain.profile.own_values import (
    OwnValue,
    can_hold,
    with_good_own,
    with_own,
    with_own_values,
    with_value,
)
from kontaktpunkt.domain.profile.rule_profile import RuleProfile, load_profile
from kontaktpunkt.domain.profile.shapes import (
    Amount,
    Answerer,
    AverageWindow,
    Certainty,
    Code,
    DayKind,
    DutyHour,
    LayerKind,
    PaymentModel,
    PlanningStep,
    TimeLimit,
    TimeUnit,
    Track,
)

__all__ = [
    "Amount",
    "Answerer",
    "AverageWindow",
    "Certainty",
    "Code",
    "DayKind",
    "DutyHour",
    "LayerKind",
    "OwnValue",
    "PaymentModel",
    "PhoneDuty",
    "PlanningStep",
    "ProfileChoice",
    "ProfileFault",
    "ProfileFaultReason",
    "ProfileLayer",
    "ProfileValue",
    "RuleProfile",
    "TimeLimit",
    "TimeUnit",
    "Track",
    "choosable_profiles",
    "day_kind",
    "layer_texts",
    "load_profile",
    "phone_duty",
    "with_own_values",
    "with_good_own",
    "with_own",
]
