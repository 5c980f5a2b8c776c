"""Numbers in the rail that a new day changes: asked for again after midnight, not each minute."""

from dataclasses import dataclass, field

import pytest

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.usecases.deviations.rows import DeviationStanding
from kontaktpunkt.usecases.phone_lists.numbers import NumbersWaiting
from samples import NOW

pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]

_MIDNIGHT = Instant(NOW - 40 * MINUTE + 16 * HOUR)
"""The samples' morning is 08:40."""


@dataclass
class DeskOfDays(DeskInMemory):
    """A desk where one more deviation and one more number wait each time that is asked."""

    counted: list[str] = field(default_factory=list[str])

    def deviation_standing(self) -> DeviationStanding:
        """Count reports."""
        self.counted.append("deviations")
        return DeviationStanding(ours=self.counted.count("deviations"))

    def numbers_waiting(self) -> NumbersWaiting:
        """Count numbers."""
        self.counted.append("contacts")
        return NumbersWaiting(count=self.counted.count("contacts"))


@pytest.mark.parametrize("key", ["deviations", "contacts"])
def test_the_numbers_are_counted_anew_when_the_day_is_new(opened: OpenFront, key: str) -> None:
    """The window stands open over the night: at midnight a number more is old; once is enough."""
    desk = DeskOfDays(time=Instant(_MIDNIGHT - 5 * MINUTE))
    front = opened(desk)
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.user_changed.emit()
    front.settle()
    before = desk.counted.count(key)

    seen = [_pass(front, desk, key, minutes) for minutes in (-1, 0, 1, 2)]

    assert seen == [before, before + 1, before + 1, before + 1]
    assert front.program.window.rail.entry(key).badge[0] == before + 1


def _pass(front: Front, desk: DeskOfDays, key: str, minutes: int) -> int:
    workplace = front.program.reception.workplace
    assert workplace is not None
    desk.time = Instant(_MIDNIGHT + minutes * MINUTE)
    workplace.minute.emit(desk.time)
    front.settle()
    return desk.counted.count(key)
