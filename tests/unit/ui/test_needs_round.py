"""Which stops need a signed round before they are reconciled, and where words are enough."""

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.ui.screens.outage.acts import may_note_compared, must_compare, needs_round
from samples import NOW, a_house, do


@pytest.mark.parametrize(
    ("of", "exercise", "needed"),
    [
        (OutageOf.SOURCE, False, True),
        (OutageOf.OWN_COMPUTERS, False, False),
        (OutageOf.SOURCE, True, False),
        (OutageOf.OWN_COMPUTERS, True, False),
    ],
)
def test_only_a_real_stop_of_the_source_needs_a_round(
    of: OutageOf, *, exercise: bool, needed: bool
) -> None:
    """What may have come meanwhile is seen only in the source; else words say what was looked at.

    Until a round is signed, a stop of the source cannot be noted as compared.
    """
    house = a_house()
    stop = house.anna.new_outage()
    system = "SAMSA" if of is OutageOf.SOURCE else ""
    do(house.anna, c.DeclareOutage(
        outage=stop, of=of, since=NOW, system=system, exercise=exercise,
    ))  # fmt: skip
    do(house.anna, c.EndOutage(outage=stop))
    work = house.anna.outage_work(stop)
    assert work is not None

    assert needs_round(work) is needed
    assert must_compare(work) is needed
    assert may_note_compared(work) is not needed
