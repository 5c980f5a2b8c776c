"""Swedish words about the register of units and contacts."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.contacts.freshness import Freshness
from kontaktpunkt.domain.contacts.phone import PhoneFaultReason
from kontaktpunkt.domain.contacts.shapes import AreaKind, CallTestOutcome, ContactRole, UnitKind

CONTACTS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    UnitKind: {
        UnitKind.HOME_CARE_GROUP: "hemvårdsgrupp",
        UnitKind.SPECIAL_HOUSING: "särskilt boende (SÄBO)",
        UnitKind.DISABILITY_SUPPORT: "LSS",
        UnitKind.SHORT_TERM: "korttid",
        UnitKind.PRIVATE_PROVIDER: "privat utförare",
        UnitKind.HEALTH_CENTRE: "vårdcentral",
        UnitKind.WARD: "avdelning",
        UnitKind.OTHER: "annan enhet",
    },
    ContactRole: {
        ContactRole.UNIT_MANAGER: "enhetschef",
        ContactRole.NURSE: "områdessköterska",
        ContactRole.THERAPIST: "fysio- eller arbetsterapeut",
        ContactRole.CASEWORKER: "handläggare",
        ContactRole.NAMED_CARE_CONTACT: "fast vårdkontakt",
        ContactRole.OTHER: "annan kontakt",
    },
    CallTestOutcome: {
        CallTestOutcome.ANSWERED: "svar",
        CallTestOutcome.WRONG_NUMBER: "fel nummer",
        CallTestOutcome.NO_ANSWER: "inget svar",
    },
    Freshness: {
        Freshness.WRONG: "fel nummer",
        Freshness.NEVER: "aldrig kontrollerat",
        Freshness.OLD: "gammalt",
        Freshness.SOON: "snart gammalt",
        Freshness.CHECKED: "kontrollerat",
    },
    AreaKind: {AreaKind.POSTAL_CODE: "postnummer", AreaKind.NAME: "gata eller ort"},
    PhoneFaultReason: {
        PhoneFaultReason.LETTER: "innehåller en bokstav",
        PhoneFaultReason.STRANGE_SIGN: "innehåller ett tecken som inte går att ringa",
        PhoneFaultReason.TOO_SHORT: "är för kort",
        PhoneFaultReason.TOO_LONG: "är för långt",
    },
}
