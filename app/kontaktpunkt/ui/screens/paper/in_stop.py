"""Which stop (driftstopp) a paper is given out in: its number then stands in that register."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.wording.outages import head_words

_NONE: Final = "Inget stopp"


class InStop(Labelled):
    """The stops that go on, and none; shown only where there is one.

    A paper taken while something is down belongs to that stop unless somebody says otherwise: a
    number that stands in no stop's register is not missed when the stop is closed.
    """

    def __init__(self) -> None:
        self.choice = narrow_choice()
        super().__init__("Delas ut i (numret står i stoppets register)", self.choice)
        self._stops: tuple[OutageStamp, ...] = ()
        self._wanted: UUID | None = None
        self._is_said = False
        self.choice.activated.connect(self._say)
        self.hide()

    @property
    def outage(self) -> UUID | None:
        """Give the stop that the paper is given out in."""
        place = self.choice.currentIndex() - 1
        return self._stops[place].outage if 0 <= place < len(self._stops) else None

    @property
    def is_offered(self) -> bool:
        """Say whether there is a stop to choose."""
        return bool(self._stops)

    def want(self, outage: UUID | None) -> None:
        """Stand on a stop from which a paper was asked for; None: on what goes on."""
        self._wanted, self._is_said = outage, outage is not None
        self._choose()

    def show_stops(self, stamps: Sequence[OutageStamp], now: Instant) -> None:
        """Offer the stops that go on; what was chosen stays chosen."""
        self._stops = tuple(one for one in stamps if one.phase is OutagePhase.GOES_ON)
        self.choice.clear()
        self.choice.addItems([_NONE, *(head_words(one, now) for one in self._stops)])
        if not self._is_said:
            self._wanted = _begun(self._stops, now)
        self._choose()

    def _choose(self) -> None:
        offered = [one.outage for one in self._stops]
        wanted = self._wanted
        place = offered.index(wanted) + 1 if wanted is not None and wanted in offered else 0
        self.choice.setCurrentIndex(place)

    def _say(self) -> None:
        self._wanted, self._is_said = self.outage, True


def _begun(stops: Sequence[OutageStamp], now: Instant) -> UUID | None:
    """Give the real stop that has gone on the longest; practice and what is ahead are chosen."""
    begun = [one for one in stops if not one.exercise and one.facts.since <= now]
    first = min(begun, key=lambda one: one.facts.since, default=None)
    return first.outage if first is not None else None
