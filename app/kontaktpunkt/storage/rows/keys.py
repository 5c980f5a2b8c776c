"""What is taken out of a row to find and order it by: which views it stands in, and where."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

import msgspec

from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.storage.connection import Value
from kontaktpunkt.usecases.rows import CaseRow, InboxQuery, InboxRow, InboxView, SheetRow, StaffRow

NO_DUE: Final = (1 << 63) - 1
"""Stands for "no time" so that rows without one come last."""
SET_ASIDE: Final = "set_aside"

_encoder = msgspec.json.Encoder()
_inbox = msgspec.json.Decoder(InboxRow)
_case = msgspec.json.Decoder(CaseRow)
_staff = msgspec.json.Decoder(StaffRow)
_sheet = msgspec.json.Decoder(SheetRow)
read_inbox_row = _inbox.decode
read_case_row = _case.decode
read_staff_row = _staff.decode
read_sheet_row = _sheet.decode

_OPEN: Final = (MessageStage.OPEN, MessageStage.WAITING)

TallyKey = tuple[str, bytes]

STATE_KEY: Final[TallyKey] = ("state", b"")
"""Under this the tally counts the writings to the inbox's rows; it outlives a rebuild."""


def inbox_columns(row: InboxRow) -> tuple[Value, ...]:
    """Give the columns of `inbox_row` after the id, in their order."""
    is_open = row.stage in _OPEN
    staff = row.owner or (row.receiver.staff if row.receiver else None)
    return (
        row.message.bytes,
        int(is_open),
        int(row.stage is MessageStage.OPEN and row.owner is None),
        int(row.stage is MessageStage.WAITING),
        int(is_open and row.set_aside is not None),
        None if staff is None else staff.bytes,
        (row.receiver.unit if row.receiver else "") or row.unit,
        row.priority,
        NO_DUE if row.due_at is None else row.due_at,
        row.received_at,
        None if is_open else row.done_at,
        _encoder.encode(row),
    )


def tally(columns: Iterable[Sequence[Value]]) -> Counter[TallyKey]:
    """Count by view: is_open, is_untaken, is_waiting, is_set_aside, holder, unit of each row."""
    found: Counter[TallyKey] = Counter()
    for is_open, is_untaken, is_waiting, is_set_aside, holder, unit in columns:
        if not is_open:
            continue
        found[InboxView.ALL_OPEN, b""] += 1
        found[InboxView.MY_UNIT, str(unit).encode()] += 1
        if is_untaken:
            found[InboxView.UNTAKEN, b""] += 1
        if is_waiting:
            found[InboxView.WAITING, b""] += 1
        if is_set_aside:
            found[SET_ASIDE, b""] += 1
        if isinstance(holder, bytes):
            found[InboxView.MINE, holder] += 1
    return found


def tally_key(query: InboxQuery) -> TallyKey | None:
    """Give under what a view is counted; None for a view that is counted where it stands."""
    match query.view:
        case InboxView.DONE_TODAY:
            return None
        case InboxView.MINE:
            return InboxView.MINE, _bytes(query.staff)
        case InboxView.MY_UNIT:
            return InboxView.MY_UNIT, query.unit.encode()
        case _:
            return query.view, b""


def is_nobodys(query: InboxQuery) -> bool:
    """Say whether the view asks for mine or my unit's without saying whose: no rows then."""
    return (query.view is InboxView.MINE and query.staff is None) or (
        query.view is InboxView.MY_UNIT and not query.unit
    )


def case_rank(row: CaseRow) -> int:
    """Give the lowest id that a case's row may have: open ones above closed, newer above older.

    Bit 62 says open, 42 bits the millisecond of opening (until the year 2109), 20 bits are free
    for several cases of one millisecond. So the search's index, which gives ids from the highest
    on, gives the order of the list for nothing.
    """
    return (row.is_open << 62) | (max(row.opened_at, 0) // 1000 << SPARE_BITS) | 1


SPARE_BITS: Final = 20


def case_columns(row: CaseRow) -> tuple[Value, ...]:
    """Give the columns of `case_row` after the id, in their order."""
    return (
        row.case.bytes,
        None if row.person is None else row.person.bytes,
        int(row.is_open),
        int(row.in_hospital),
        row.admitted_at,
        row.opened_at,
        _encoder.encode(row),
    )


def staff_columns(row: StaffRow) -> tuple[Value, ...]:
    """Give the columns of `staff_row`."""
    return row.staff.bytes, _encoder.encode(row)


def sheet_columns(row: SheetRow) -> tuple[Value, ...]:
    """Give the columns of `sheet_row`; the number is workstation 3 + serial 5 + check digit 1."""
    is_ours = len(row.number) == _SHEET_DIGITS and row.number.isdecimal()
    return (
        row.sheet.bytes,
        None if row.case is None else row.case.bytes,
        int(row.number[:3]) if is_ours else None,
        int(row.number[3:8]) if is_ours else None,
        row.issued_at,
        _encoder.encode(row),
    )


_SHEET_DIGITS = 9


def _bytes(one: UUID | None) -> bytes:
    return b"" if one is None else one.bytes
