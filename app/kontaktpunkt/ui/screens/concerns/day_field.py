"""A field for a day as staff type it, said back by name; no clock time is meant or shown."""

from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.case.homecoming.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault
from kontaktpunkt.wording.times import day, full_day


class DayField(TimeField):
    """What is typed is said back below: "fre 27 mars"."""

    def __init__(self, workplace: Workplace, label: str, empty: str) -> None:
        super().__init__(workplace, label, ahead=True, empty=empty)
        self._place = workplace
        self.text.textChanged.connect(self._say_day)

    def _say_day(self) -> None:
        found = self.instant()
        if found is None or isinstance(found, TimeFault):
            return
        today = local_day(self._place.now())
        near, named = day(local_day(found), today), full_day(local_day(found), today)
        self.hint.setText(named if near == named else f"{near}, {named}")
