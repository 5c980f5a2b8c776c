"""Swedish words about payment liability: reasons with their section, and what a list can't give."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.payment import (
    Care,
    GroundKind,
    NoLiability,
    NoSum,
    NoVerdict,
    RegionalServices,
)
from kontaktpunkt.usecases.stay_list import ListFlaw

N = NoLiability
G = GroundKind
_WRITE = "Skriv som 2026-03-02T10:00:00+01:00."
PAYMENT: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    NoLiability: {
        N.EMERGENCY_STAY: "23-timmarspatient: ingen inskrivning, inget betalningsansvar",
        N.NO_ADMISSION_NOTICE: "inskrivningsmeddelande saknas (5 kap. 3 §)",
        N.LATE_ADMISSION_NOTICE: (
            "inskrivningsmeddelandet sändes efter utskrivningsklar: manuell bedömning (5 kap. 3 §)"
        ),
        N.NO_READINESS_NOTICE: "underrättelse om utskrivningsklar saknas (5 kap. 3 §)",
        N.READINESS_TIME_MISSING: (
            "när utskrivningsklar sändes är inte känt: manuell bedömning (5 kap. 4 §)"
        ),
        N.READINESS_WITHDRAWN: "utskrivningsklar är återtagen",
        N.WITHDRAWN_AFTER_START: (
            "utskrivningsklar återtogs när ansvaret hade börjat: manuell bedömning (lagen tiger)"
        ),
        N.WITHDRAWN_AFTER_DISCHARGE: (
            "utskrivningsklar återtogs efter utskrivningen: manuell bedömning (lagen tiger)"
        ),
        N.DISCHARGED_BEFORE_NOTICE: (
            "utskriven innan utskrivningsklar sändes: manuell bedömning, kontrollera tiderna"
        ),
        N.NO_SUMMONS: "kallelse till SIP saknas (5 kap. 3 § 2 st.)",
        N.LATE_SUMMONS: "kallelse till SIP sändes sent: manuell bedömning (4 kap. 3 §)",
        N.REGIONAL_SERVICES_MISSING: (
            "insats från regionens öppna vård finns inte, eller det är oklart (5 kap. 5 §)"
        ),
        N.COMPULSORY_OUTPATIENT: "öppen tvångsvård räknas inte enligt överenskommelsen",
        N.AVERAGE_MODEL: "genomsnittsmodell: räknas per kommun",
        N.MODEL_NOT_CONFIRMED: "regionens betalningsmodell är ej bekräftad",
        N.NOT_DISCHARGED: "pågår: inte utskriven än",
        N.AMOUNT_MISSING: "belopp saknas",
    },
    NoVerdict: {
        NoVerdict.NO_AVERAGE_MODEL: "räknas inte som genomsnitt",
        NoVerdict.LEVEL_NOT_CONFIRMED: "nivån är inte bekräftad",
        NoVerdict.DEFINITION_NOT_CONFIRMED: "om dag noll räknas är inte bekräftat",
        NoVerdict.THREE_MONTHS_NEEDED: "tre månader behövs",
    },
    NoSum: {
        NoSum.AMOUNT_MISSING: "belopp saknas",
        NoSum.AMOUNTS_DIFFER: "månaderna har olika belopp: manuell bedömning",
    },
    GroundKind: {
        G.EMERGENCY: "23-timmarspatient",
        G.ADMISSION_NOTICE: "Inskrivningsmeddelande",
        G.EARLIER_NOTICE: "Tidigare utskrivningsklar, återtagen",
        G.READINESS_NOTICE: "Utskrivningsklar",
        G.WITHDRAWAL: "Återtagen utskrivningsklar",
        G.SUMMONS: "Kallelse till SIP",
        G.REGIONAL_SERVICES: "Insats från regionens öppna vård",
        G.PAYER_HOME: "Betalar: folkbokföringskommun",
        G.PAYER_PLACING: "Betalar: placerande kommun",
        G.MODEL: "Betalningsmodell",
        G.OUTPATIENT: "Öppen tvångsvård ingår",
        G.GRACE_DAYS: "Dagar från underrättelse till start",
        G.CAP: "Räknas för sig efter så många dagar",
        G.DISCHARGE: "Utskriven",
        G.DISCHARGE_DAY: "Utskrivningsdagen betalas",
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
        ListFlaw.NOT_TEXT: "Filen är inte text (CSV).",
        ListFlaw.EMPTY: "Filen är tom.",
        ListFlaw.MISSING_COLUMN: "Kolumnen saknas.",
        ListFlaw.UNKNOWN_COLUMN: "Kolumnen finns inte i formatet.",
        ListFlaw.DOUBLED_COLUMN: "Kolumnen står två gånger.",
        ListFlaw.WRONG_NUMBER_OF_FIELDS: "Raden har fel antal fält.",
        ListFlaw.BROKEN_ROW: "Raden går inte att läsa. Kontrollera citattecknen.",
        ListFlaw.NO_ID: "Raden har inget id.",
        ListFlaw.SAME_ID_TWICE: "Samma id står på två rader.",
        ListFlaw.BAD_TIME: f"Tiden går inte att läsa. {_WRITE}",
        ListFlaw.NO_ZONE: f"Tiden saknar tidszon. {_WRITE}",
        ListFlaw.UNLIKELY_TIME: "Året är inte rimligt (1990–2100).",
        ListFlaw.BAD_CHOICE: "Värdet finns inte bland de som kan väljas.",
    },
}
