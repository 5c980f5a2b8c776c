"""The rounds of calls that have been, in words: the latest one by one, the older ones counted."""

from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.outages.rounds import PastRound, RoundsPage
from kontaktpunkt.wording.outages import past_words
from samples import NOW, hours


def _past(count: int, rung: int) -> RoundsPage:
    """Give so many rounds two hours apart, the first ones rung."""
    first = NOW - count * 2 * HOUR
    return RoundsPage(
        past=tuple(
            PastRound(due_at=Instant(first + nth * 2 * HOUR), answered=int(nth < rung), no_answer=0)
            for nth in range(count)
        )
    )


def test_few_rounds_are_told_one_by_one_the_latest_first() -> None:
    """Which was rung and which was not."""
    said = past_words(_past(2, 1), NOW)

    assert said == "Tidigare rundor: 06:40 ringdes inte; 04:40 1 svarade."


def test_a_weekend_of_rounds_is_counted() -> None:
    """Twenty lines say less than six and a number."""
    said = past_words(_past(21, 3), hours(1))

    assert said.count("ringdes inte") == 6
    assert said.endswith("; före det 15 till, 3 av dem ringda.")
