"""A field for a time as staff type it, said back in words before it is used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import (
    Direction,
    TimeFault,
    TypedTime,
    read_time,
)
from kontaktpunkt.wording.times import day, full_day, when

NOT_READ = "Tiden gick inte att tolka. Skriv till exempel 14, 1430 eller i morgon 10:30."


class TimeField(Labelled):
    """Empty means now, or not said; what is typed is said back below."""

    entered = Signal()

    def __init__(self, workplace: Workplace, label: str, *, ahead: bool, empty: str) -> None:
        self.text = QLineEdit()
        super().__init__(label, self.text)
        self._workplace = workplace
        self._direction = Direction.COMING if ahead else Direction.PAST
        self.text.setPlaceholderText(empty)
        self.text.textChanged.connect(self._say)
        self.text.returnPressed.connect(self.entered)

    def instant(self) -> Instant | TimeFault | None:
        """Give the typed time; None when nothing is typed."""
        typed = self.text.text().strip()
        if not typed:
            return None
        read = read_time(typed, self._workplace.now(), self._direction)
        return read.instant if isinstance(read, TypedTime) else read

    def checked(self) -> tuple[bool, Instant | None]:
        """Say whether the field can be used, and its time; what is wrong is said below it."""
        found = self.instant()
        if isinstance(found, TimeFault):
            self.refuse(NOT_READ)
            return False, None
        self.refuse("")
        return True, found

    def _say(self) -> None:
        found = self.instant()
        self.refuse("")
        said = "" if found is None or isinstance(found, TimeFault) else found
        words = when(said, self._workplace.now()) if isinstance(said, int) else ""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


class DayField(TimeField):
    """A day is meant and no clock time: what is typed is said back as "fre 27 mars"."""

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
