"""Why what was typed is no number that a person can go by, and what to beware of in one."""

from enum import StrEnum

from msgspec import Struct


class NumberFaultReason(StrEnum):
    """What is wrong with what was typed; `values` of the fault is told beside each."""

    EMPTY = "empty"
    STRANGE_CHARACTER = "strange_character"  # values: the character
    MISPLACED_SIGN = "misplaced_sign"
    WRONG_LENGTH = "wrong_length"  # values: how many characters there were
    RESERVE_NEEDS_TWELVE = "reserve_needs_twelve"
    NOT_A_NUMBER = "not_a_number"
    LETTER_FOR_DIGIT = "letter_for_digit"  # values: the letter
    UNKNOWN_CENTURY = "unknown_century"  # values: the two first digits
    ORGANISATION_NUMBER = "organisation_number"
    NO_SUCH_DATE = "no_such_date"  # values: the digits of the date
    NO_SUCH_SERIAL = "no_such_serial"
    CHECK_DIGIT = "check_digit"  # never the right digit: that would teach how to make one up
    BORN_LATER = "born_later"  # values: the date as YYYY-MM-DD
    SIGN_CONTRADICTS = "sign_contradicts"  # values: the date as YYYY-MM-DD
    RESERVED_PREFIX = "reserved_prefix"  # values: the two first digits
    FORBIDDEN_LETTER = "forbidden_letter"  # values: the letter
    SEX_DIGITS = "sex_digits"
    YEAR_OF_ISSUE = "year_of_issue"  # values: the year


class NumberFault(Struct, frozen=True):
    """What was typed is not a valid number: the reason, and the values that its sentence needs."""

    reason: NumberFaultReason
    values: tuple[str, ...] = ()


class NumberWarning(StrEnum):
    """What to beware of in a number that is accepted all the same."""

    HUNDRED_OR_MORE = "hundred_or_more"
    OLDER_THAN_ANYONE = "older_than_anyone"
    BORN_AHEAD = "born_ahead"
    NOT_CHECKED = "not_checked"
    TEST_NUMBER = "test_number"
