"""How a stay stands by its own words in the head of the case."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.head import standing_words
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine
from kontaktpunkt.usecases.rows import CaseRow

_AT = Instant(1_774_338_000_000_000)
_LEFT = HomecomingLine(left_at=_AT)
_HOME = HomecomingLine(left_at=_AT, reached_at=_AT)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (CaseRow(case=UUID(int=1)), "inskriven"),
        (CaseRow(case=UUID(int=1), ready_sent_at=_AT), "utskrivningsklar"),
        (
            CaseRow(case=UUID(int=1), ready_sent_at=_AT, homecoming=_LEFT),
            "har lämnat avdelningen",
        ),
        (
            CaseRow(case=UUID(int=1), ready_sent_at=_AT, homecoming=_HOME),
            "hemma, utskrivning inte meddelad",
        ),
        (
            CaseRow(case=UUID(int=1), in_hospital=False, discharged_at=_AT, homecoming=_HOME),
            "utskriven",
        ),
    ],
)
def test_who_is_home_is_not_said_to_lie_in_hospital(row: CaseRow, said: str) -> None:
    """What we have noted ourselves counts, though the region has not told of a discharge."""
    assert standing_words(row).startswith(said)
