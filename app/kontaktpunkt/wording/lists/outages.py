"""Words of a stop (driftstopp) and of the numbers given out in it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.outage import OutageCall, OutageOf, OutageReach
from kontaktpunkt.domain.profile import PacketPeople
from kontaktpunkt.domain.states.sheet import SheetStage
from kontaktpunkt.usecases.outages.rows import OutagePhase
from kontaktpunkt.usecases.outages.work import NextStep

OUTAGES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    PacketPeople: {
        PacketPeople.IN_HOSPITAL: "alla på sjukhus",
        PacketPeople.EXPECTED: "den som väntas bli klar",
        PacketPeople.READY: "utskrivningsklar",
        PacketPeople.CALLED_HOME: "den som är kallad hem",
    },
    OutageOf: {
        OutageOf.SOURCE: "regionens system",
        OutageOf.OWN_COMPUTERS: "våra egna datorer",
    },
    OutageReach: {
        OutageReach.UNKNOWN: "vet inte än",
        OutageReach.UNIT: "en enhet",
        OutageReach.MUNICIPALITY: "hela kommunen",
        OutageReach.REGION: "hela regionen",
    },
    OutagePhase: {
        OutagePhase.GOES_ON: "pågår",
        OutagePhase.DOCUMENTING: "införande pågår",
        OutagePhase.CLOSED: "avslutat",
        OutagePhase.WITHDRAWN: "tillbakataget",
    },
    NextStep: {
        NextStep.REPORT_FAULT: "felanmäl, och skriv upp ärendenumret",
        NextStep.ASK_ANEW: "fråga om felet: nästa besked har inte kommit",
        NextStep.WRITE_PACKET: "skriv paketet på papper nu",
        NextStep.TELL: "underrätta dem som är kvar på listan",
        NextStep.RING: "ring runt till avdelningarna",
        NextStep.WAIT: "vänta till nästa besked eller nästa ringrunda",
        NextStep.MARK_OVER: "datorerna är i gång: säg att stoppet är över, och för in bladen",
        NextStep.ACCOUNT: "för in bladen: varje nummer ska bli klart",
        NextStep.RECONCILE: "stäm av mot källans hela ärendeöversikt",
        NextStep.CLOSE: "avsluta stoppet",
        NextStep.NOTHING: "inget är kvar att göra",
    },
    OutageCall: {
        OutageCall.NOTHING_NEW: "inget nytt",
        OutageCall.NEWS: "något nytt",
        OutageCall.NO_ANSWER: "ej svar",
    },
    SheetStage: {
        SheetStage.NOT_ON_PAPER: "ej på papper",
        SheetStage.GIVEN_OUT: "utlämnad",
        SheetStage.FILLED_IN: "ifylld",
        SheetStage.AWAITS_SENDER: "väntar på avsändaren",
        SheetStage.DOCUMENTED: "dokumenterad",
        SheetStage.FOUND_AGAIN: "återfunnen i systemet",
        SheetStage.VOIDED: "makulerad",
        SheetStage.MISSING: "saknas",
    },
}
"""The words of the lists, by list."""
