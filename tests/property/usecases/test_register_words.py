"""Whatever the stages of a stop's numbers, the sum that is read aloud balances."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.states import Balance, SheetStage
from kontaktpunkt.wording.sheet_register import balance_words


@given(st.dictionaries(st.sampled_from(SheetStage), st.integers(0, 40)))
def test_the_parts_add_up_to_what_was_given_out(counts: dict[SheetStage, int]) -> None:
    """Forty given out are forty told of, in any mix of stages, each stage once."""
    issued = sum(counts.values())
    said = balance_words(Balance(issued=issued, in_stage=counts))
    numbers = [int(found) for found in re.findall(r"\d+", said)]

    assert sum(numbers[1:]) == issued
    assert len(numbers[1:]) == sum(count > 0 for count in counts.values())
    assert not issued or numbers[0] == issued
