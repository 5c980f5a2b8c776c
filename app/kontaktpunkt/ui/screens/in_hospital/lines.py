"""What the list of people in hospital says, in words: pure, with the present handed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.times import Instant, local_day, minutes_between
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.emergency import line_words, short_words
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.times import clock, day, planned, short_day, span, when
from kontaktpunkt.wording.words import word


class Column(IntEnum):
    """The columns, in the order that they are read."""

    PERSON = 0
    BORN = 1
    STANDING = 2
    PLACE = 3
    ADMITTED = 4
    EXPECTED = 5
    WITH_US = 6
    RESPONSIBLE = 7


HEADINGS: Final = {
    Column.PERSON: "Person",
    Column.BORN: "Född",
    Column.STANDING: "Läge",
    Column.PLACE: "Avdelning · sjukhus",
    Column.ADMITTED: "Inskriven",
    Column.EXPECTED: "Beräknad utskrivning",
    Column.WITH_US: "Hos oss",
    Column.RESPONSIBLE: "Ansvarig",
}


class Group(IntEnum):
    """The groups in their order: hard and old before easy and new, as on paper."""

    EMERGENCY = 0
    READY = 1
    OTHERS = 2


_GROUPS: Final = {
    Group.EMERGENCY: "23-timmars",
    Group.READY: "Utskrivningsklara",
    Group.OTHERS: "Övriga på sjukhus",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group: its name, and how many are in it."""

    group: Group
    count: int

    @property
    def words(self) -> str:
        """Say the name of the group and how many."""
        return f"{_GROUPS[self.group]} ({self.count})"


Line = Heading | CaseRow


def grouped(rows: Iterable[CaseRow]) -> list[Line]:
    """Give the rows under the headings of their groups, each group in the order that was given."""
    members: dict[Group, list[CaseRow]] = {group: [] for group in Group}
    for row in rows:
        members[_group(row)].append(row)
    lines: list[Line] = []
    for group, found in members.items():
        if found:
            lines += [Heading(group, len(found)), *found]
    return lines


def cells(row: CaseRow, now: Instant) -> Sequence[str]:
    """Say a case in one short text for each column."""
    today = local_day(now)
    return (
        person_name(row.name, masked=row.masked),
        _born(row, now),
        _standing(row, now),
        " · ".join(part for part in (row.ward, row.hospital) if part),
        short_day(local_day(row.admitted_at), today) if row.admitted_at is not None else "",
        _expected(row, now),
        row.unit or "okänd hos oss",
        row.responsible_name or "ingen",
    )


def whole(row: CaseRow, column: Column, now: Instant) -> str:
    """Say all there is to say about a cell, with exact times."""
    match column:
        case Column.PERSON:
            born = _born(row, now)
            return ", ".join(filter(None, (cells(row, now)[column], born and f"född {born}")))
        case Column.STANDING if row.ready_sent_at is not None and _group(row) is Group.READY:
            ready = row.ready_sent_at
            exact = f"utskrivningsklar i {span(minutes_between(ready, now))}"
            return f"{exact}, meddelat {when(ready, now)}{_away(row)}"
        case Column.STANDING if row.emergency is not None:
            return ". ".join((word(CaseKind.EMERGENCY_STAY), *line_words(row.emergency, now)))
        case Column.ADMITTED if row.admitted_at is not None:
            return f"{day(local_day(row.admitted_at), local_day(now))} {clock(row.admitted_at)}"
        case Column.EXPECTED if row.expected_discharge is not None:
            moved = row.expected_before
            before = f", flyttad från {planned(moved, now)}" if moved is not None else ""
            return f"{planned(row.expected_discharge, now)}{before}"
        case _:
            return cells(row, now)[column]


def shape(row: CaseRow, column: Column) -> str:
    """Name the icon that stands before a cell's words, or nothing."""
    if column is Column.PERSON:
        return "protected" if row.masked else ""
    if column is not Column.STANDING:
        return ""
    shapes = {Group.EMERGENCY: "kind_emergency", Group.READY: "kind_ready"}
    return shapes.get(_group(row), "kind_leave" if row.on_leave else "")


def _group(row: CaseRow) -> Group:
    if row.case_kind is CaseKind.EMERGENCY_STAY:
        return Group.EMERGENCY
    return Group.READY if row.ready_sent_at is not None else Group.OTHERS


def _standing(row: CaseRow, now: Instant) -> str:
    group = _group(row)
    if group is Group.EMERGENCY:
        return short_words(row.emergency, now) if row.emergency else word(CaseKind.EMERGENCY_STAY)
    if group is Group.READY and row.ready_sent_at is not None:
        return f"klar {span(minutes_between(row.ready_sent_at, now))}"
    return "permission" if row.on_leave else ""


def _away(row: CaseRow) -> str:
    return ", permission" if row.on_leave else ""


def _born(row: CaseRow, now: Instant) -> str:
    if row.masked:
        return ""
    return identity(row.number, row.birth_date, local_day(now), whole=False).removeprefix("född ")


def _expected(row: CaseRow, now: Instant) -> str:
    expected = row.expected_discharge
    if expected is None:
        return ""
    said = planned(expected, now, short=True)
    return said + (", flyttad" if row.expected_before is not None else "")
