"""Which fields a message by hand has, by kind, in the order that they are said on the phone."""

from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.message_kind import MessageKind


class EntryField(StrEnum):
    """A field of the form; its value names the draft it is kept in."""

    NUMBER = "number"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    PROTECTED = "protected"
    HOSPITAL = "hospital"
    WARD = "ward"
    WARD_PHONE = "ward_phone"
    ADMITTED_AT = "admitted_at"
    EXPECTED_DISCHARGE = "expected_discharge"
    TRACK = "track"
    CONSENT = "consent"
    READY_AT = "ready_at"
    DISCHARGED_AT = "discharged_at"
    DISCHARGED_TO = "discharged_to"
    LEAVE_STARTED = "leave_started"
    LEAVE_AT = "leave_at"
    MEETING_AT = "meeting_at"
    MEETING_FORM = "meeting_form"
    MEETING_PLACE = "meeting_place"
    PARTICIPANTS = "participants"
    HAPPENED_AT = "happened_at"
    SENT_AT = "sent_at"
    TEXT = "text"
    TOLD_BY = "told_by"
    TOLD_BY_TITLE = "told_by_title"
    TOLD_BY_PHONE = "told_by_phone"
    READ_BACK = "read_back"


KINDS: Final = (
    MessageKind.ADMISSION_NOTICE,
    MessageKind.READINESS_NOTICE,
    MessageKind.READINESS_WITHDRAWN_NOTICE,
    MessageKind.EXPECTED_DISCHARGE_NOTICE,
    MessageKind.DISCHARGE_NOTICE,
    MessageKind.PLAN_SUMMONS,
    MessageKind.ADMINISTRATIVE_MESSAGE,
    MessageKind.EMERGENCY_STAY_NOTICE,
    MessageKind.LEAVE_NOTICE,
    MessageKind.DISCHARGE_INFORMATION,
    MessageKind.DEATH_NOTICE,
    MessageKind.PRIMARY_CARE_REQUEST,
    MessageKind.CARE_REQUEST_OUT,
)
"""Kinds in the order of the list; the first nine have keys. An acknowledgement is never typed."""

_PERSON: Final = (
    EntryField.NUMBER,
    EntryField.GIVEN_NAME,
    EntryField.FAMILY_NAME,
    EntryField.PROTECTED,
)
_WARD: Final = (EntryField.HOSPITAL, EntryField.WARD, EntryField.WARD_PHONE)
_TOLD: Final = (
    EntryField.SENT_AT,
    EntryField.TOLD_BY,
    EntryField.TOLD_BY_TITLE,
    EntryField.TOLD_BY_PHONE,
    EntryField.TEXT,
    EntryField.READ_BACK,
)

_OWN: Final[dict[MessageKind, tuple[EntryField, ...]]] = {
    MessageKind.ADMISSION_NOTICE: (
        EntryField.ADMITTED_AT,
        EntryField.EXPECTED_DISCHARGE,
        EntryField.TRACK,
        EntryField.CONSENT,
    ),
    MessageKind.READINESS_NOTICE: (EntryField.READY_AT,),
    MessageKind.READINESS_WITHDRAWN_NOTICE: (EntryField.HAPPENED_AT,),
    MessageKind.EXPECTED_DISCHARGE_NOTICE: (EntryField.EXPECTED_DISCHARGE,),
    MessageKind.DISCHARGE_NOTICE: (EntryField.DISCHARGED_AT, EntryField.DISCHARGED_TO),
    MessageKind.PLAN_SUMMONS: (
        EntryField.MEETING_AT,
        EntryField.MEETING_FORM,
        EntryField.MEETING_PLACE,
        EntryField.PARTICIPANTS,
    ),
    MessageKind.EMERGENCY_STAY_NOTICE: (EntryField.ADMITTED_AT,),
    MessageKind.LEAVE_NOTICE: (EntryField.LEAVE_STARTED, EntryField.LEAVE_AT),
    MessageKind.DEATH_NOTICE: (EntryField.HAPPENED_AT,),
}

_WITHOUT_WARD: Final = frozenset({MessageKind.PRIMARY_CARE_REQUEST})

REQUIRED: Final[dict[MessageKind, frozenset[EntryField]]] = {
    MessageKind.EXPECTED_DISCHARGE_NOTICE: frozenset({EntryField.EXPECTED_DISCHARGE}),
    MessageKind.LEAVE_NOTICE: frozenset({EntryField.LEAVE_AT}),
    MessageKind.ADMINISTRATIVE_MESSAGE: frozenset({EntryField.TEXT}),
    MessageKind.DISCHARGE_INFORMATION: frozenset({EntryField.TEXT}),
    MessageKind.PRIMARY_CARE_REQUEST: frozenset({EntryField.TEXT}),
    MessageKind.CARE_REQUEST_OUT: frozenset({EntryField.TEXT}),
}
"""What a kind is nothing without, beside the number; a phone call is never whole."""

TIMES_PAST: Final = frozenset({
    EntryField.ADMITTED_AT,
    EntryField.READY_AT,
    EntryField.DISCHARGED_AT,
    EntryField.HAPPENED_AT,
    EntryField.SENT_AT,
})  # fmt: skip
"""Times of what has been."""

TIMES_COMING: Final = frozenset({
    EntryField.EXPECTED_DISCHARGE,
    EntryField.MEETING_AT,
    EntryField.LEAVE_AT,
})  # fmt: skip
"""Times that may lie ahead; a planned discharge or leave may also have been."""


def fields_of_kind(kind: MessageKind | None) -> tuple[EntryField, ...]:
    """Give the fields of a kind in order; those of every kind where none is chosen."""
    if kind is None:
        return _PERSON + _WARD + _TOLD
    ward = () if kind in _WITHOUT_WARD else _WARD
    return _PERSON + ward + _OWN.get(kind, ()) + _TOLD
