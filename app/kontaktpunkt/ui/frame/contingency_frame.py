"""The contingency copy in the frame: kept fresh each minute it is due, an old one is told of."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contingency.rows import CopyStanding
from kontaktpunkt.wording.contingency import late_words, place_words, used_words

_USED: Final = "contingency used"
_OLD: Final = "contingency old"
_OUTAGE: Final = "outage"


class ContingencyFrame(QObject):
    """Has the copies made when they are due, and takes home what Nödläge wrote down.

    The first copy of a start waits for the first minute: nobody's first look waits for it.
    """

    def __init__(self, workplace: Workplace, window: Window, care: StoreCare | None) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        self._care = care
        self._made_at: Instant | None = None
        window.strip.standing.link(_USED).clicked.connect(self._put_away)
        self._failing: frozenset[str] = frozenset()
        if care is not None:
            workplace.minute.connect(self._tick)

    def begin(self) -> None:
        """Ask for what Nödläge wrote down while the store was away."""
        care = self._care
        if care is not None:
            self._workplace.clerk.ask(lambda: _taken(care), self._took)

    def _tick(self, _now: Instant) -> None:
        care = self._care
        if care is not None:
            self._workplace.clerk.ask(lambda: _kept(care), self._show, key="contingency")

    def _took(self, used: tuple[ContingencyUsed, ...]) -> None:
        if used:
            self._workplace.refresh()
        # Who only looked left nothing to do: that stands in the access log.
        said = ". ".join(used_words(one) for one in used if one.sheets)
        if said:
            self._workplace.noted.emit(said)
            self._window.strip.standing.stand(_USED, said, _OUTAGE, "wrong")

    def _put_away(self) -> None:
        """Take the words away once somebody has followed them: they are said once."""
        self._window.strip.standing.stand(_USED, "", _OUTAGE)

    def _show(self, standing: CopyStanding | None) -> None:
        if standing is None:
            return
        self._window.strip.standing.stand(_OLD, late_words(standing), "settings", "wrong")
        self._tell_failing(standing)
        if standing.made_at != self._made_at:
            # As often as a copy is made: a stick with a logbook on it may have come back meanwhile.
            self._made_at = standing.made_at
            self.begin()

    def _tell_failing(self, standing: CopyStanding) -> None:
        """Tell once of each place that cannot be written, until it has worked again."""
        failing = {one.folder: one for one in standing.places if one.problem is not None}
        for folder in sorted(failing.keys() - self._failing):
            said = place_words(failing[folder], standing.now)
            self._workplace.noted.emit(f"Nödkopian. {said}")
        self._failing = frozenset(failing)


def _taken(care: StoreCare) -> tuple[ContingencyUsed, ...]:
    copies = care.copies()
    return () if copies is None else copies.take_logbooks()


def _kept(care: StoreCare) -> CopyStanding | None:
    copies = care.copies()
    return None if copies is None else copies.keep(only_due=True)
