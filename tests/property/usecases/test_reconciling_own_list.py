"""Our own list, written as a region's overview and read back, differs in nothing from itself."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.events.reconciliation import FindingKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.usecases.reconciling.rows import RoundPage
from kontaktpunkt.usecases.rows import CaseRow
from samples import House, a_house, a_notice, a_person, hours

pytestmark = pytest.mark.property

ON = date(2026, 3, 24)
_HEADINGS = (
    "Personnummer", "Namn", "Avdelning", "Inskriven", "Beräknad utskrivning", "Utskrivningsklar",
)  # fmt: skip
_Layout = Callable[[Sequence[Sequence[str]]], str]


def _moment(at: Instant | None) -> str:
    return f"{to_local(at):%Y-%m-%d %H:%M}" if at is not None else ""


def _day(at: Instant | None) -> str:
    return f"{to_local(at):%Y-%m-%d}" if at is not None else ""


def _cells(row: CaseRow, when: Callable[[Instant | None], str]) -> tuple[str, ...]:
    assert row.number is not None
    return (
        shown(row.number, ON),
        row.name,
        row.ward,
        when(row.admitted_at),
        when(row.expected_discharge),
        when(row.ready_sent_at),
    )


def _parted(separator: str) -> _Layout:
    return lambda rows: "\n".join(separator.join(row) for row in (_HEADINGS, *rows))


def _spaced(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) + 3 for column in zip(_HEADINGS, *rows, strict=True)]
    lines = (zip(row, widths, strict=True) for row in (_HEADINGS, *rows))
    return "\n".join("".join(cell.ljust(width) for cell, width in line) for line in lines)


def _in_blocks(rows: Sequence[Sequence[str]]) -> str:
    return "\n\n".join(
        "\n".join(f"{heading}: {cell}" for heading, cell in zip(_HEADINGS, row, strict=True))
        for row in rows
    )


_LAYOUTS = (_parted("\t"), _parted(";"), _parted(","), _parted(" | "), _spaced, _in_blocks)
_PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Avd 3", "Avdelning 51 Ortopedi", "MAVA", "Medicin, plan 2"]),
        st.integers(-200, -1),
        st.none() | st.integers(-10, 200),
        st.none() | st.integers(-48, -1),
        st.sampled_from(["Al", "Prov Maria", "Åsa-Karin", "von Ek"]),
    ),
    min_size=1,
    max_size=8,
)


def _with(people: list[tuple[str, int, int | None, int | None, str]]) -> House:
    house = a_house()
    for nth, (ward, admitted, expected, ready, name) in enumerate(people, start=1):
        facts = a_person(nth, given_name=name)
        stay = {
            "stay_ids": (f"s{nth}",),
            "ward": ward,
            "admitted_at": hours(admitted),
            "expected_discharge": None if expected is None else hours(expected),
        }
        house.take_in(a_notice(id=f"in{nth}", person=facts, stay=stay))
        if ready is not None:
            told = a_notice(
                MessageKind.READINESS_NOTICE,
                id=f"ready{nth}",
                person=facts,
                stay=stay,
                sent_at=hours(ready),
            )
            house.take_in(told)
    return house


@given(_PEOPLE, st.sampled_from(_LAYOUTS), st.sampled_from([_moment, _day]))
def test_our_own_list_is_the_same_as_itself(
    people: list[tuple[str, int, int | None, int | None, str]],
    layout: _Layout,
    when: Callable[[Instant | None], str],
) -> None:
    """When the region says what we know, nobody has anything to settle."""
    house = _with(people)
    rows = house.anna.in_hospital()
    cells = [_cells(row, when) for row in rows]
    if layout is _LAYOUTS[2]:  # commas part the cells, so those within stand in quotes
        cells = [tuple(f'"{cell}"' for cell in row) for row in cells]

    page = house.anna.compare_overview(layout(cells).encode(), "SAMSA")

    assert isinstance(page, RoundPage), page
    assert [row.kind for row in page.findings] == [FindingKind.SAME] * len(people)
