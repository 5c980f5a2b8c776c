"""The answer of a rule that says no to a wish."""

from enum import StrEnum

from msgspec import Struct


class RefusalReason(StrEnum):
    """Why a wish was refused by a rule."""

    ALREADY_TAKEN = "already_taken"
    ALREADY_DONE = "already_done"
    ALREADY_ACKNOWLEDGED = "already_acknowledged"
    STEP_DONE = "step_done"
    NOT_DONE = "not_done"
    NOT_SENT = "not_sent"
    NOT_PAUSABLE = "not_pausable"
    ALREADY_PAUSED = "already_paused"
    NOT_PAUSED = "not_paused"
    NOT_FOUND = "not_found"
    NOTHING_TO_TAKE_BACK = "nothing_to_take_back"
    CANNOT_TAKE_BACK = "cannot_take_back"
    ANOTHERS_ACT = "anothers_act"
    ALREADY_TAKEN_BACK = "already_taken_back"
    NEEDS_NEWER_PROGRAM = "needs_newer_program"
    EMPTY_TEXT = "empty_text"
    TIME_IN_FUTURE = "time_in_future"
    TIME_IN_PAST = "time_in_past"
    NO_CASE = "no_case"
    NO_PERSON = "no_person"
    NO_RECEIVER = "no_receiver"
    NO_USER = "no_user"
    BAD_NUMBER = "bad_number"
    SAME_NUMBER = "same_number"
    SAME_PERSON = "same_person"
    ANOTHERS_NUMBER = "anothers_number"
    UNKNOWN_STEP = "unknown_step"
    ALREADY_DOCUMENTED = "already_documented"
    IS_SET_ASIDE = "is_set_aside"
    NOT_SET_ASIDE = "not_set_aside"
    UNKNOWN_FORM = "unknown_form"
    NUMBERS_USED_UP = "numbers_used_up"
    BAD_VALUE = "bad_value"
    NOT_EMERGENCY = "not_emergency"
    SAME_KIND = "same_kind"
    ADMISSION_STANDS = "admission_stands"
    AMOUNT_NOT_CONFIRMED = "amount_not_confirmed"
    PROTECTED_ASKS_FIRST = "protected_asks_first"
    NOT_PROTECTED = "not_protected"
    NOT_SAME_PERSON = "not_same_person"
    ALREADY_JOINED = "already_joined"
    ALREADY_APART = "already_apart"
    NOT_YOURS_TO_SEE = "not_yours_to_see"
    NOT_WRITABLE = "not_writable"
    NO_LINES = "no_lines"
    NO_SUCH_ANSWER = "no_such_answer"
    NOT_SETTLED = "not_settled"
    ALREADY_SETTLED = "already_settled"
    ALREADY_SIGNED = "already_signed"
    CARE_REQUEST_WAITS = "care_request_waits"
    BOTH_NAMES = "both_names"
    BAD_PHONE = "bad_phone"
    NOTHING_NEW = "nothing_new"


class Refused(Struct, frozen=True, kw_only=True):
    """A wish that a rule says no to: the reason, and the values that the sentence needs."""

    reason: RefusalReason
    values: tuple[str, ...] = ()
