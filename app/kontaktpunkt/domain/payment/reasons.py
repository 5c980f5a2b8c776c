"""Why there is no start, no number of days, no verdict on an average, or no sum."""

from enum import StrEnum


class NoLiability(StrEnum):
    """Why there is no start, no number of days or no amount for a stay."""

    EMERGENCY_STAY = "emergency_stay"
    NO_ADMISSION_NOTICE = "no_admission_notice"
    LATE_ADMISSION_NOTICE = "late_admission_notice"
    NO_READINESS_NOTICE = "no_readiness_notice"
    READINESS_TIME_MISSING = "readiness_time_missing"
    READINESS_WITHDRAWN = "readiness_withdrawn"
    WITHDRAWN_AFTER_START = "withdrawn_after_start"
    WITHDRAWN_AFTER_DISCHARGE = "withdrawn_after_discharge"
    DISCHARGED_BEFORE_NOTICE = "discharged_before_notice"
    NO_SUMMONS = "no_summons"
    LATE_SUMMONS = "late_summons"
    REGIONAL_SERVICES_MISSING = "regional_services_missing"
    COMPULSORY_OUTPATIENT = "compulsory_outpatient"
    AVERAGE_MODEL = "average_model"
    MODEL_NOT_CONFIRMED = "model_not_confirmed"
    NOT_DISCHARGED = "not_discharged"
    AMOUNT_MISSING = "amount_missing"

    @property
    def needs_judgement(self) -> bool:
        """Say whether the law is silent, so that somebody must judge the stay by hand."""
        return self in _BY_HAND


class NoVerdict(StrEnum):
    """Why nothing is said about whether an average exceeds its level."""

    NO_AVERAGE_MODEL = "no_average_model"
    LEVEL_NOT_CONFIRMED = "level_not_confirmed"
    DEFINITION_NOT_CONFIRMED = "definition_not_confirmed"
    THREE_MONTHS_NEEDED = "three_months_needed"


class NoSum(StrEnum):
    """Why the days above a level have no sum."""

    AMOUNT_MISSING = "amount_missing"
    AMOUNTS_DIFFER = "amounts_differ"


_BY_HAND = frozenset(
    {
        NoLiability.LATE_ADMISSION_NOTICE,
        NoLiability.READINESS_TIME_MISSING,
        NoLiability.WITHDRAWN_AFTER_START,
        NoLiability.WITHDRAWN_AFTER_DISCHARGE,
        NoLiability.DISCHARGED_BEFORE_NOTICE,
        NoLiability.LATE_SUMMONS,
    }
)
