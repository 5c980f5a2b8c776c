"""Swedish words about our own care requests and about enrolment in municipal primary care."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.care_request import (
    MedicalPlan,
    PrimaryCareDecision,
    SharingConsent,
)

CARE_REQUESTS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    SharingConsent: {
        SharingConsent.UNKNOWN: "okänt",
        SharingConsent.GIVEN: "lämnat",
        SharingConsent.REFUSED: "inte lämnat",
    },
    MedicalPlan: {
        MedicalPlan.UNKNOWN: "okänt",
        MedicalPlan.EXISTS: "finns",
        MedicalPlan.MISSING: "saknas",
        MedicalPlan.UNDER_REVIEW: "ses över",
    },
    PrimaryCareDecision: {
        PrimaryCareDecision.ENROLLED: "inskriven i kommunal primärvård",
        PrimaryCareDecision.NOT_ENROLLED: "inte inskriven i kommunal primärvård",
        PrimaryCareDecision.NEEDS_MORE: "mer underlag behövs före beslut om kommunal primärvård",
    },
}
