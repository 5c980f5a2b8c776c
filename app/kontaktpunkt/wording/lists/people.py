"""Swedish words about people: numbers and what is wrong with them, protection, roles, access."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.office import AccessKind
from kontaktpunkt.domain.ledger.envelope import KnownBy, Stream
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import NumberKind, Protection, Sex
from kontaktpunkt.domain.person.number.fault import NumberFaultReason, NumberWarning
from kontaktpunkt.domain.person.number.local_reserve import ReserveIssuer
from kontaktpunkt.domain.person.organisation_number import OrganisationFaultReason
from kontaktpunkt.domain.staff import Role

F = NumberFaultReason
PEOPLE: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    NumberKind: {
        NumberKind.PERSONAL: "personnummer",
        NumberKind.COORDINATION: "samordningsnummer",
        NumberKind.NATIONAL_RESERVE: "nationellt reservnummer",
        NumberKind.LOCAL_RESERVE: "reservnummer",
        NumberKind.FOREIGN: "utländskt nummer",
        NumberKind.UNCHECKED: "okontrollerat nummer",
    },
    Sex: {Sex.WOMAN: "kvinna", Sex.MAN: "man"},
    Protection: {
        Protection.NONE: "ingen skyddad identitet",
        Protection.SECRECY_MARKING: "sekretessmarkering",
        Protection.PROTECTED_REGISTRATION: "skyddad folkbokföring",
        Protection.ASSUMED_IDENTITY: "fingerade personuppgifter",
    },
    Role: {
        Role.CONTACT_POINT: "kontaktpunkt",
        Role.UNIT_MANAGER: "enhetschef",
        Role.LICENSED_STAFF: "legitimerad personal",
        Role.CASEWORKER: "handläggare",
        Role.SHORT_TERM_NURSE: "sjuksköterska korttid",
        Role.CARE_SAFETY_CENTRE: "Trygghetscentralen",
        Role.ADMINISTRATOR: "systemansvarig",
    },
    ReserveIssuer: {
        ReserveIssuer.STOCKHOLM: "Region Stockholm",
        ReserveIssuer.VASTRA_GOTALAND: "Västra Götalandsregionen",
        ReserveIssuer.VARMLAND: "Region Värmland",
        ReserveIssuer.CARELINK: "nationell serie (Carelink)",
    },
    NumberFaultReason: {
        F.EMPTY: "Skriv ett nummer.",
        F.STRANGE_CHARACTER: "Tecknet kan inte stå i ett nummer.",
        F.MISPLACED_SIGN: "Strecket eller plustecknet står på fel plats.",
        F.WRONG_LENGTH: "Numret har fel antal tecken.",
        F.RESERVE_NEEDS_TWELVE: "Ett reservnummer skrivs med alla tolv tecken.",
        F.NOT_A_NUMBER: "Det är inte ett person-, samordnings- eller reservnummer.",
        F.LETTER_FOR_DIGIT: "En bokstav står där det ska vara en siffra.",
        F.UNKNOWN_CENTURY: "Århundradet finns inte.",
        F.ORGANISATION_NUMBER: "Det är ett organisationsnummer.",
        F.NO_SUCH_DATE: "Datumet finns inte.",
        F.NO_SUCH_SERIAL: "Löpnumret finns inte.",
        F.CHECK_DIGIT: "Kontrollsiffran stämmer inte: något är felskrivet.",
        F.BORN_LATER: (
            "Födelsedatumet ligger framåt i tiden. Skriv + före de fyra sista för den som fyller "
            "100 år i år eller är äldre."
        ),
        F.SIGN_CONTRADICTS: "Tecknet före de fyra sista stämmer inte med åldern.",
        F.RESERVED_PREFIX: "De två första siffrorna används inte.",
        F.FORBIDDEN_LETTER: "Bokstaven används inte i reservnummer.",
        F.SEX_DIGITS: "Siffrorna för kön stämmer inte.",
        F.YEAR_OF_ISSUE: "Utgivningsåret stämmer inte.",
    },
    NumberWarning: {
        NumberWarning.HUNDRED_OR_MORE: "Personen fyller 100 år i år eller är äldre.",
        NumberWarning.OLDER_THAN_ANYONE: "Personen skulle vara äldre än någon har blivit.",
        NumberWarning.BORN_AHEAD: "Födelsedatumet ligger framåt i tiden.",
        NumberWarning.NOT_CHECKED: "Numret går inte att kontrollera.",
        NumberWarning.TEST_NUMBER: "Numret är ett testnummer.",
    },
    OrganisationFaultReason: {
        OrganisationFaultReason.EMPTY: "Skriv ett nummer.",
        OrganisationFaultReason.BAD_SHAPE: "Det är inte ett organisationsnummer eller HSA-id.",
        OrganisationFaultReason.TOO_LONG: "Det är för långt.",
        OrganisationFaultReason.PERSONAL_NUMBER: "Det är ett personnummer.",
        OrganisationFaultReason.CHECK_DIGIT: "Kontrollsiffran stämmer inte.",
    },
    AccessKind: {
        AccessKind.READ: "läste",
        AccessKind.SEARCH: "sökte",
        AccessKind.LIST: "visade lista",
        AccessKind.PRINT: "tog ut på papper",
        AccessKind.EXPORT: "sparade ut",
        AccessKind.DENIED: "nekades",
        AccessKind.LIFTED: "noterade att skyddet är hävt",
    },
    KnownBy: {
        KnownBy.CHOSEN: "vald i programmet",
        KnownBy.SIGNED_IN: "inloggad",
        KnownBy.SYSTEM: "programmet självt",
    },
    Stream: {Stream.CASES: "ärenden", Stream.ACCESS: "åtkomstlogg"},
    SubjectKind: {
        SubjectKind.MESSAGE: "meddelande",
        SubjectKind.CASE: "ärende",
        SubjectKind.PERSON: "person",
        SubjectKind.SHEET: "blankett",
        SubjectKind.ROUND: "avstämning",
        SubjectKind.CARE_REQUEST: "förberedd vårdbegäran",
        SubjectKind.OUTAGE: "driftstopp",
        SubjectKind.MEETING: "genomgång",
        SubjectKind.REPORT: "rapport",
        SubjectKind.QUESTION: "fråga till processledarna",
        SubjectKind.REGION_FIGURES: "regionens nyckeltal",
        SubjectKind.PLACE: "korttidsplats",
        SubjectKind.PACKET: "helgpaket",
        SubjectKind.SHIFT: "överlämning",
        SubjectKind.DEVIATION: "avvikelserapport",
        SubjectKind.CONCERN: "ska ses över",
        SubjectKind.WATCH: "bevakning",
        SubjectKind.CONTACT: "kontakt",
        SubjectKind.STAFF: "personal",
        SubjectKind.POLICY: "regler",
        SubjectKind.ACCESS: "åtkomst",
    },
}
