"""Swedish words about reconciling our list with the region's system."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.reconciliation import FindingDecision, FindingKind
from kontaktpunkt.domain.overview import LineFlaw, OverviewField, OverviewStatus

ROUNDS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    OverviewField: {
        OverviewField.NUMBER: "Personnummer",
        OverviewField.NAME: "Namn",
        OverviewField.FAMILY_NAME: "Efternamn",
        OverviewField.GIVEN_NAME: "Förnamn",
        OverviewField.PLACE: "Sjukhus och avdelning",
        OverviewField.HOSPITAL: "Sjukhus",
        OverviewField.WARD: "Avdelning",
        OverviewField.ADMITTED: "Inskriven",
        OverviewField.EXPECTED_DISCHARGE: "Beräknad utskrivning",
        OverviewField.READY_SINCE: "Utskrivningsklar",
        OverviewField.READY_SENT: "Utskrivningsklar meddelad",
        OverviewField.DISCHARGED: "Utskriven",
        OverviewField.STATUS: "Status",
        OverviewField.LEAVE: "Permission",
    },
    OverviewStatus: {
        OverviewStatus.IN_HOSPITAL: "inskriven",
        OverviewStatus.READY: "utskrivningsklar",
        OverviewStatus.NOT_READY: "ej utskrivningsklar",
        OverviewStatus.ON_LEAVE: "permission",
        OverviewStatus.DISCHARGED: "utskriven",
        OverviewStatus.DECEASED: "avliden",
    },
    LineFlaw: {
        LineFlaw.NO_NUMBER: "Raden har inget personnummer.",
        LineFlaw.BAD_NUMBER: "Personnumret stämmer inte.",
        LineFlaw.SEVERAL_NUMBERS: "Raden har flera personnummer.",
        LineFlaw.REPEATED: "Personnumret står på flera rader som säger olika.",
        LineFlaw.NO_PLACE_FOR_IT: "Raden har fler delar än kolumner.",
    },
    FindingKind: {
        FindingKind.NEW: "nya",
        FindingKind.CHANGED: "ändrade",
        FindingKind.GONE: "borta",
        FindingKind.UNREAD: "ej lästa",
        FindingKind.SAME: "lika",
    },
    FindingDecision: {
        FindingDecision.TAKEN_OVER: "taget ur översikten",
        FindingDecision.AWAITS_MESSAGE: "känd, väntar på meddelandet",
        FindingDecision.OURS_KEPT: "vårt behölls",
        FindingDecision.GONE_HOME: "utskriven enligt översikten",
        FindingDecision.STILL_HERE: "finns kvar, fel i översikten",
        FindingDecision.SEEN: "läst för hand",
        FindingDecision.ALL_SAME: "lika",
    },
}
