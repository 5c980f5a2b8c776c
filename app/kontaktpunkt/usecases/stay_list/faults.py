"""What can be wrong with a list of stays, and where in it."""

from enum import StrEnum

from msgspec import Struct


class ListFlaw(StrEnum):
    """What is wrong with a list of stays."""

    NOT_TEXT = "not_text"
    EMPTY = "empty"
    MISSING_COLUMN = "missing_column"
    UNKNOWN_COLUMN = "unknown_column"
    DOUBLED_COLUMN = "doubled_column"
    WRONG_NUMBER_OF_FIELDS = "wrong_number_of_fields"
    BROKEN_ROW = "broken_row"
    NO_ID = "no_id"
    SAME_ID_TWICE = "same_id_twice"
    BAD_TIME = "bad_time"
    NO_ZONE = "no_zone"
    UNLIKELY_TIME = "unlikely_time"
    BAD_CHOICE = "bad_choice"


class FaultyList(Struct, frozen=True):
    """A list, or a row of it, that cannot be read: what is wrong, on which line (from 1), where.

    `column` is the name of the column, or its number (from 1) where it has no name.
    """

    flaw: ListFlaw
    line: int = 1
    column: str = ""


class FaultyCell(Exception):
    """A cell cannot be read: what is wrong, in which column."""

    def __init__(self, flaw: ListFlaw, column: str = "") -> None:
        super().__init__(flaw)
        self.flaw = flaw
        self.column = column
