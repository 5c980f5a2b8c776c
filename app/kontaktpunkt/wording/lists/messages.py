"""Swedish words about messages, cases, the inbox and evidence."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.calendar.deadlines import Rule, StartingFact
from kontaktpunkt.domain.events.case import CallDirection, CaseKind
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import CareSetting
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.usecases.desk import FateKind
from kontaktpunkt.usecases.rows import DueReason, InboxView, Mark

MESSAGES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    MessageKind: {
        MessageKind.CARE_REQUEST_OUT: "Vårdbegäran från oss",
        MessageKind.PRIMARY_CARE_REQUEST: "Vårdbegäran till kommunal primärvård",
        MessageKind.ADMISSION_NOTICE: "Inskrivningsmeddelande",
        MessageKind.EXPECTED_DISCHARGE_NOTICE: "Ändrad beräknad utskrivning",
        MessageKind.LEAVE_NOTICE: "Permission",
        MessageKind.PLAN_SUMMONS: "Kallelse till SIP",
        MessageKind.READINESS_NOTICE: "Utskrivningsklar",
        MessageKind.READINESS_WITHDRAWN_NOTICE: "Återtagen utskrivningsklar",
        MessageKind.DISCHARGE_NOTICE: "Utskrivningsmeddelande",
        MessageKind.DISCHARGE_INFORMATION: "Information vid utskrivning",
        MessageKind.DEATH_NOTICE: "Avliden",
        MessageKind.ADMINISTRATIVE_MESSAGE: "Administrativt meddelande",
        MessageKind.EMERGENCY_STAY_NOTICE: "23-timmars",
        MessageKind.ACKNOWLEDGEMENT: "Kvittens",
    },
    Change: {
        Change.NEW: "nytt",
        Change.CORRECTION: "rättelse",
        Change.CANCELLATION: "makulering",
    },
    Carrier: {
        Carrier.HAND: "för hand",
        Carrier.FILE: "från fil",
        Carrier.FOLDER: "från bevakad mapp",
        Carrier.COMMAND_LINE: "från kommandoraden",
        Carrier.TRANSCRIPT: "som avskrift ur ärendeöversikten",
        Carrier.PASTED: "inklistrat från skärm",
    },
    SetAsideReason: {
        SetAsideReason.EMPTY: "Filen är tom.",
        SetAsideReason.TOO_LARGE: "Filen är större än 30 MB.",
        SetAsideReason.TOO_DEEP: "Innehållet ligger i för många nivåer.",
        SetAsideReason.TOO_MANY_PARTS: "Innehållet har för många delar.",
        SetAsideReason.NOT_TEXT: "Innehållet är inte läsbar text.",
        SetAsideReason.LONE_SURROGATE: "Texten innehåller trasiga tecken.",
        SetAsideReason.NOT_JSON: "Innehållet är avbrutet eller trasigt.",
        SetAsideReason.NOT_XML: "XML-innehållet är avbrutet eller trasigt.",
        SetAsideReason.DUPLICATE_KEY: "Samma uppgift står två gånger, så det går inte att lita på.",
        SetAsideReason.DOCTYPE: "Filen hänvisar till annat innehåll och läses därför inte.",
        SetAsideReason.UNKNOWN_FORMAT: "Formatet är okänt.",
        SetAsideReason.ENCRYPTED: "Innehållet är krypterat eller låst med lösenord.",
        SetAsideReason.BROKEN_PDF: "PDF-filen är avbruten eller trasig.",
        SetAsideReason.NO_TEXT: "Sidorna är bilder utan text (skannade).",
        SetAsideReason.NOTHING_UNDERSTOOD: "Det finns text, men inget meddelande som går att läsa.",
        SetAsideReason.SEVERAL_MESSAGES: "Filen innehåller flera meddelanden.",
        SetAsideReason.NOT_A_MESSAGE: "Det är inte ett meddelande.",
        SetAsideReason.NO_EVENT: "Det säger vem personen är, men inte vad som har hänt.",
        SetAsideReason.NO_HEADER: "Meddelandehuvudet saknas.",
        SetAsideReason.UNKNOWN_KIND: "Meddelandetypen är okänd.",
        SetAsideReason.UNKNOWN_ACTIVITY: "Det framgår inte vad meddelandet är till för.",
        SetAsideReason.NO_IDENTITY: "Meddelandet saknar egen identitet.",
        SetAsideReason.NO_PERSON: "Det framgår inte vem meddelandet gäller.",
        SetAsideReason.SEVERAL_PERSONS: "Meddelandet gäller flera personer.",
        SetAsideReason.BAD_TIME: "En tid som behövs går inte att läsa.",
        SetAsideReason.BAD_SHAPE: "En del av meddelandet har fel form.",
        SetAsideReason.SAME_IDENTITY_OTHER_CONTENT: (
            "Ett meddelande med samma identitet men annat innehåll finns redan."
        ),
        SetAsideReason.EARLIER_UNKNOWN: "Det ändrar ett meddelande som inte finns här.",
        SetAsideReason.NUMBER_ON_PAPER: (
            "Personnumret på bladet stämmer inte. Rätta det på bladet, eller fyll i för hand."
        ),
    },
    CareSetting: {
        CareSetting.INPATIENT: "sluten vård",
        CareSetting.EMERGENCY: "akutmottagning",
        CareSetting.OTHER: "annan vård",
    },
    MessageStage: {
        MessageStage.OPEN: "öppet",
        MessageStage.WAITING: "väntar",
        MessageStage.DONE: "klart",
        MessageStage.DISMISSED: "hör inte hit",
        MessageStage.MATCHED: "förenat med det elektroniska",
    },
    Misdirection: {
        Misdirection.RETURNED: "återsänt",
        Misdirection.FORWARDED: "vidaresänt",
    },
    CaseKind: {
        CaseKind.INPATIENT: "inskriven på sjukhus",
        CaseKind.EMERGENCY_STAY: "23-timmars",
        CaseKind.MATTER: "ärende utan vistelse",
    },
    CallDirection: {
        CallDirection.OUT: "vi ringde",
        CallDirection.IN: "de ringde",
    },
    FateKind: {
        FateKind.TAKEN_IN: "intaget",
        FateKind.KNOWN: "finns redan",
        FateKind.SET_ASIDE: "ej inläst",
        FateKind.KNOWN_SET_ASIDE: "finns redan under Ej inläst",
    },
    Mark: {
        Mark.PROTECTED: "Skyddad identitet",
        Mark.CORRECTED: "Ändrat senare",
        Mark.CANCELLED: "Makulerat",
        Mark.CHANGES_EARLIER: "Rättelse",
        Mark.CANCELS_EARLIER: "Makulering",
        Mark.AWAITS_ANSWER: "Väntar svar",
        Mark.NOT_ACKNOWLEDGED: "Ej kvitterat",
        Mark.SET_ASIDE: "Ej inläst",
        Mark.UNCHECKED_NUMBER: "Okontrollerat nummer",
        Mark.DECEASED: "Avliden",
        Mark.MISDIRECTED: "Felsänt",
        Mark.VOIDED: "Ångrad inläsning",
        Mark.NEEDS_NEWER_PROGRAM: "Kräver nyare program",
    },
    DueReason: {
        DueReason.UNTAKEN: "ta",
        DueReason.PLANNING_ANSWER: "planeringssvar",
        DueReason.DEFERRED: "påminnelse",
    },
    InboxView: {
        InboxView.UNTAKEN: "Ej tagna",
        InboxView.MINE: "Mina",
        InboxView.MY_UNIT: "Min enhet",
        InboxView.ALL_OPEN: "Alla öppna",
        InboxView.WAITING: "Väntar på andra",
        InboxView.DONE_TODAY: "Klara i dag",
    },
    Rule: {
        Rule.ADMISSION_NOTICE: "2 kap. 3 § lag 2017:612",
        Rule.PLANNING: "2 kap. 6 § lag 2017:612",
        Rule.READINESS_NOTICE: "3 kap. 1 § lag 2017:612",
        Rule.DISCHARGE_INFORMATION: "3 kap. 2 § lag 2017:612",
        Rule.PLAN_SUMMONS: "4 kap. 3 § lag 2017:612",
        Rule.PAYMENT_START: "5 kap. 4 § lag 2017:612",
    },
    StartingFact: {
        StartingFact.ADMITTED: "inskrivningen",
        StartingFact.NEED_JUDGED: "bedömningen av behov",
        StartingFact.READINESS_NOTICE_SENT: "att utskrivningsklar sändes",
        StartingFact.ADMISSION_NOTICE_SENT: "att inskrivningsmeddelandet sändes",
        StartingFact.NOTICE_RECEIVED: "att inskrivningsmeddelandet kom hit",
        StartingFact.ARRIVED: "ankomsten",
        StartingFact.DISCHARGED: "utskrivningen",
        StartingFact.DEVIATION_SENT: "att avvikelsen skickades",
        StartingFact.DEVIATION_RECEIVED: "att avvikelsen togs emot",
    },
}
