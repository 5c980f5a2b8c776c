"""The kinds of message between region and municipality, and what one is to an earlier one."""

from enum import StrEnum


class MessageKind(StrEnum):
    """Kinds of message; the names that each region's system uses stand in its rule profile.

    Source: lag 2017:612 2–4 kap. for the notices, regional routines for the rest.
    """

    CARE_REQUEST_OUT = "care_request_out"
    PRIMARY_CARE_REQUEST = "primary_care_request"
    ADMISSION_NOTICE = "admission_notice"
    EXPECTED_DISCHARGE_NOTICE = "expected_discharge_notice"
    LEAVE_NOTICE = "leave_notice"
    PLAN_SUMMONS = "plan_summons"
    READINESS_NOTICE = "readiness_notice"
    READINESS_WITHDRAWN_NOTICE = "readiness_withdrawn_notice"
    DISCHARGE_NOTICE = "discharge_notice"
    DISCHARGE_INFORMATION = "discharge_information"
    DEATH_NOTICE = "death_notice"
    ADMINISTRATIVE_MESSAGE = "administrative_message"
    EMERGENCY_STAY_NOTICE = "emergency_stay_notice"
    ACKNOWLEDGEMENT = "acknowledgement"


class Change(StrEnum):
    """What a message is to the ones before it."""

    NEW = "new"
    CORRECTION = "correction"
    CANCELLATION = "cancellation"


class Carrier(StrEnum):
    """The way a message came in."""

    HAND = "hand"
    FILE = "file"
    FOLDER = "folder"
    COMMAND_LINE = "command_line"
    TRANSCRIPT = "transcript"
    PASTED = "pasted"


class SetAsideReason(StrEnum):
    """Why an original could not be understood and was set aside whole (ej inläst)."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    NOT_TEXT = "not_text"
    LONE_SURROGATE = "lone_surrogate"
    NOT_JSON = "not_json"
    NOT_XML = "not_xml"
    DUPLICATE_KEY = "duplicate_key"
    DOCTYPE = "doctype"
    UNKNOWN_FORMAT = "unknown_format"
    ENCRYPTED = "encrypted"
    BROKEN_PDF = "broken_pdf"
    NO_TEXT = "no_text"
    NOTHING_UNDERSTOOD = "nothing_understood"
    SEVERAL_MESSAGES = "several_messages"
    NOT_A_MESSAGE = "not_a_message"
    NO_EVENT = "no_event"
    NO_HEADER = "no_header"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_ACTIVITY = "unknown_activity"
    NO_IDENTITY = "no_identity"
    NO_PERSON = "no_person"
    SEVERAL_PERSONS = "several_persons"
    BAD_TIME = "bad_time"
    BAD_SHAPE = "bad_shape"
    SAME_IDENTITY_OTHER_CONTENT = "same_identity_other_content"
    EARLIER_UNKNOWN = "earlier_unknown"
    NUMBER_ON_PAPER = "number_on_paper"
