"""In which order the list stands: by consequence, or by a column that somebody chose."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from kontaktpunkt.ui.screens.follow_up.columns import Column
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpRow, NextStep

_GROUPS: Final = tuple(FollowUpGroup)
_STEPS: Final = tuple(NextStep)
_LAST: Final = 1 << 62


def _or_last(moment: int | None) -> int:
    return _LAST if moment is None else moment


def _name(text: str) -> tuple[bool, str]:
    return (not text, text.casefold())


_KEYS: Final[Mapping[Column, Callable[[FollowUpRow], Any]]] = {
    Column.PERSON: lambda row: _name(row.case.name),
    Column.PLACE: lambda row: (*_name(row.case.hospital), row.case.ward.casefold()),
    Column.EXPECTED: lambda row: _or_last(
        row.case.homecoming.expected_home or row.case.expected_discharge
    ),
    Column.READY: lambda row: _or_last(row.case.ready_sent_at),
    Column.IN_PLACE: lambda row: row.in_place,
    Column.OBSTACLE: lambda row: -len(row.case.homecoming.obstacles),
    Column.TO: lambda row: _name(row.case.homecoming.destination or ""),
    Column.RESPONSIBLE: lambda row: _name(row.case.responsible_name),
    Column.NEXT: lambda row: _STEPS.index(row.next_step),
}


def in_order(
    rows: Sequence[FollowUpRow], column: Column | None, *, with_groups: bool
) -> list[FollowUpRow]:
    """Give the rows by a column, within their groups if these are shown; None = by consequence.

    The order is stable, so that within a column consequence decides.
    """
    key = _KEYS.get(column) if column is not None else None
    ordered = list(rows) if key is None else sorted(rows, key=key)
    if with_groups:
        ordered.sort(key=lambda row: _GROUPS.index(row.group))
    return ordered
