"""The columns of the follow-up list: what each is called, how wide it is, which may be hidden."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final


class Column(IntEnum):
    """The columns, in the order that they are read."""

    PERSON = 0
    PLACE = 1
    EXPECTED = 2
    READY = 3
    IN_PLACE = 4
    OBSTACLE = 5
    TO = 6
    RESPONSIBLE = 7
    FIRST_MEETING = 8
    SECOND_MEETING = 9
    NEXT = 10


HEADINGS: Final[Mapping[Column, str]] = {
    Column.PERSON: "Person · hos oss",
    Column.PLACE: "Avdelning · spår",
    Column.EXPECTED: "Beräknad",
    Column.READY: "Klar · ansvar",
    Column.IN_PLACE: "På plats",
    Column.OBSTACLE: "Hinder",
    Column.TO: "Till",
    Column.RESPONSIBLE: "Ansvarig",
    Column.FIRST_MEETING: "Morgon",
    Column.SECOND_MEETING: "Lunch",
    Column.NEXT: "Nästa steg",
}
WIDTHS: Final[Mapping[Column, int]] = {
    Column.PERSON: 158,
    Column.PLACE: 134,
    Column.EXPECTED: 98,
    Column.READY: 128,
    Column.IN_PLACE: 106,
    Column.OBSTACLE: 84,
    Column.TO: 56,
    Column.RESPONSIBLE: 76,
    Column.FIRST_MEETING: 90,
    Column.SECOND_MEETING: 80,
    Column.NEXT: 124,
}
"""Logical pixels at 100 %; together what 1366 leaves beside the rail."""
GIVEN_UP: Final = (
    Column.FIRST_MEETING,
    Column.SECOND_MEETING,
    Column.RESPONSIBLE,
    Column.TO,
    Column.EXPECTED,
    Column.OBSTACLE,
)
"""Which columns go, in this order, where there is no room; all else stays."""
ALWAYS: Final = (Column.PERSON, Column.READY, Column.NEXT)
"""Columns that nobody can hide: who it is, how urgent, and what to do."""
ELASTIC: Final = tuple(one for one in Column if one is not Column.RESPONSIBLE)
