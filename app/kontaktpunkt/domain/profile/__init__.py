"""Rule profiles: what holds in this place, by whom it was said and how sure it is (regelprofil)."""

from kontaktpunkt.domain.profile.duty import (
    Cover,
    DutyKind,
    DutyPiece,
    Manning,
    PhoneDuty,
    day_kind,
    local_days,
    phone_duty,
)
from kontaktpunkt.domain.profile.fault import ProfileFault, ProfileFaultReason
from kontaktpunkt.domain.profile.gaps import DutyGap, duty_gaps
from kontaktpunkt.domain.profile.layers import (
    ProfileChoice,
    ProfileLayer,
    ProfileValue,
    choosable_profiles,
    layer_texts,
)
from kontaktpunkt.domain.profile.matrix import MatrixRow, StepMatrix, step_matrix
from kontaktpunkt.domain.profile.own_values import (
    OwnValue,
    can_hold,
    with_good_own,
    with_own,
    with_own_values,
    with_value,
)
from kontaktpunkt.domain.profile.packet import BlankForms, PacketPeople, PrefilledForm
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
    "BlankForms",
    "Certainty",
    "Code",
    "Cover",
    "DayKind",
    "DutyGap",
    "DutyHour",
    "DutyKind",
    "DutyPiece",
    "LayerKind",
    "Manning",
    "MatrixRow",
    "OwnValue",
    "PacketPeople",
    "PaymentModel",
    "PhoneDuty",
    "PlanningStep",
    "PrefilledForm",
    "ProfileChoice",
    "ProfileFault",
    "ProfileFaultReason",
    "ProfileLayer",
    "ProfileValue",
    "RuleProfile",
    "StepMatrix",
    "TimeLimit",
    "TimeUnit",
    "Track",
    "can_hold",
    "choosable_profiles",
    "day_kind",
    "duty_gaps",
    "layer_texts",
    "load_profile",
    "local_days",
    "phone_duty",
    "step_matrix",
    "with_good_own",
    "with_own",
    "with_own_values",
    "with_value",
]
