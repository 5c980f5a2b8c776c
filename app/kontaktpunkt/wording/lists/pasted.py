"""Swedish words about a text that was copied from a screen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.pasted import PastedCertainty, PastedField

PASTED: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    PastedField: {
        PastedField.KIND: "meddelandetyp",
        PastedField.NUMBER: "personnummer",
        PastedField.NAME: "namn",
        PastedField.GIVEN_NAME: "förnamn",
        PastedField.FAMILY_NAME: "efternamn",
        PastedField.ADDRESS: "adress",
        PastedField.PHONE: "telefon",
        PastedField.HOME_MUNICIPALITY: "folkbokföringskommun",
        PastedField.PROTECTION: "skyddad identitet",
        PastedField.SENT_AT: "skickat",
        PastedField.ADMITTED_AT: "inskriven",
        PastedField.EXPECTED_DISCHARGE: "beräknad utskrivning",
        PastedField.READY_AT: "utskrivningsklar",
        PastedField.DISCHARGED_AT: "utskriven",
        PastedField.DISCHARGED_TO: "utskriven till",
        PastedField.LEAVE_FROM: "permission från",
        PastedField.LEAVE_UNTIL: "permission till",
        PastedField.HOSPITAL: "sjukhus",
        PastedField.WARD: "avdelning",
        PastedField.WARD_PHONE: "avdelningens telefon",
        PastedField.TRACK: "processpår",
        PastedField.CONSENT: "samtycke",
        PastedField.MEETING_AT: "mötestid",
        PastedField.MEETING_FORM: "mötesform",
        PastedField.MEETING_PLACE: "mötesplats",
        PastedField.PARTICIPANTS: "deltagare",
        PastedField.SUBJECT_LINE: "ämne",
        PastedField.TEXT: "text",
        PastedField.SENDER: "avsändare",
        PastedField.RECIPIENT: "mottagare",
    },
    PastedCertainty: {
        PastedCertainty.UNDERSTOOD: "förstått",
        PastedCertainty.OFFERED: "förslag",
    },
}
