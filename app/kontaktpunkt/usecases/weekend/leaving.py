"""Lines made from what is open, without anybody's name: who it is about stands beside the line."""

from typing import Final

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.usecases.rows import InboxRow
from kontaktpunkt.usecases.weekend.rows import LineDraft

LINE_OF_CASE: Final = "Ärende att följa"
_KINDS: Final = {
    MessageKind.CARE_REQUEST_OUT: "Vårdbegäran",
    MessageKind.PRIMARY_CARE_REQUEST: "Vårdbegäran till kommunal primärvård",
    MessageKind.ADMISSION_NOTICE: "Inskrivningsmeddelande",
    MessageKind.EXPECTED_DISCHARGE_NOTICE: "Beräknad utskrivning",
    MessageKind.LEAVE_NOTICE: "Permission",
    MessageKind.PLAN_SUMMONS: "Kallelse",
    MessageKind.READINESS_NOTICE: "Utskrivningsklar",
    MessageKind.READINESS_WITHDRAWN_NOTICE: "Utskrivningsklar återtagen",
    MessageKind.DISCHARGE_NOTICE: "Utskriven",
    MessageKind.DISCHARGE_INFORMATION: "Utskrivningsinformation",
    MessageKind.DEATH_NOTICE: "Avliden",
    MessageKind.ADMINISTRATIVE_MESSAGE: "Administrativt meddelande",
    MessageKind.EMERGENCY_STAY_NOTICE: "23-timmars",
    MessageKind.ACKNOWLEDGEMENT: "Kvittens",
}


def line_of_message(row: InboxRow) -> LineDraft:
    """Make a line of an open message: it needs its receiver, for nobody else has it."""
    kind = _KINDS[row.kind] if row.kind is not None else "Ej inläst meddelande"
    where = ", ".join(part for part in (row.hospital, row.ward) if part)
    more = "" if row.acknowledged_at is not None else ", ej kvitterat"
    return LineDraft(
        text=f"{kind}{f' från {where}' if where else ''}{more}",
        needs_you=True,
        case=row.case,
        message=row.message,
    )
