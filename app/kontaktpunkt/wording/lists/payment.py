"""Swedish words about payment liability: reasons with their section, and what a list can't give."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.payment import Care, NoLiability, RegionalServices
from kontaktpunkt.usecases.stay_list import ListFlaw

N = NoLiability
PAYMENT: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    NoLiability: {
        N.NO_ADMISSION_NOTICE: "inskrivningsmeddelande saknas (5 kap. 3 §)",
        N.LATE_ADMISSION_NOTICE: (
            "inskrivningsmeddelandet sändes efter utskrivningsklar: manuell bedömning (5 kap. 3 §)"
        ),
        N.NO_READINESS_NOTICE: "underrättelse om utskrivningsklar saknas (5 kap. 3 §)",
        N.READINESS_WITHDRAWN: "utskrivningsklar är återtagen",
        N.NO_SUMMONS: "kallelse till SIP saknas (5 kap. 3 § 2 st.)",
        N.LATE_SUMMONS: "kallelse till SIP sändes sent: manuell bedömning (4 kap. 3 §)",
        N.REGIONAL_SERVICES_MISSING: (
            "insats från regionens öppna vård finns inte, eller det är oklart (5 kap. 5 §)"
        ),
        N.COMPULSORY_OUTPATIENT: "öppen tvångsvård räknas inte enligt överenskommelsen",
        N.AVERAGE_MODEL: "genomsnittsmodell: räknas per kommun",
        N.MODEL_NOT_CONFIRMED: "regionens betalningsmodell är ej bekräftad",
        N.NOT_DISCHARGED: "inte utskriven än",
        N.AMOUNT_MISSING: "belopp saknas",
    },
    RegionalServices: {
        RegionalServices.AVAILABLE: "finns",
        RegionalServices.UNAVAILABLE: "finns inte",
        RegionalServices.UNCLEAR: "oklart",
    },
    Care: {
        Care.SOMATIC: "somatisk vård",
        Care.PSYCHIATRIC: "psykiatrisk vård",
        Care.OPT: "öppen tvångsvård",
    },
    ListFlaw: {
        ListFlaw.NOT_TEXT: "Filen är inte text (UTF-8).",
        ListFlaw.EMPTY: "Filen är tom.",
        ListFlaw.MISSING_COLUMN: "En kolumn saknas.",
        ListFlaw.UNKNOWN_COLUMN: "Kolumnen finns inte.",
        ListFlaw.WRONG_NUMBER_OF_FIELDS: "Raden har fel antal fält.",
        ListFlaw.NO_ID: "Raden har inget id.",
        ListFlaw.SAME_ID_TWICE: "Samma id står på två rader.",
        ListFlaw.BAD_TIME: "Tiden går inte att läsa. Skriv som 2026-03-02T10:00:00+01:00.",
        ListFlaw.NO_ZONE: "Tiden saknar tidszon. Skriv som 2026-03-02T10:00:00+01:00.",
        ListFlaw.BAD_CHOICE: "Värdet finns inte bland de som kan väljas.",
        ListFlaw.WRONG_ORDER: "Utskrivningen ligger före utskrivningsklar.",
    },
}
