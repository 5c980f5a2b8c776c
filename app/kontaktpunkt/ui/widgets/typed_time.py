"""A field for a time as staff type it, said back in words before it is used."""

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import (
    Direction,
    TimeFault,
    TypedTime,
    read_time,
)
from kontaktpunkt.wording.times import clock, day, full_day, when

NOT_READ = "Tiden gick inte att tolka. Skriv till exempel 14, 1430 eller i morgon 10:30."
PAST_NOT_READ = (
    "Dagen gick inte att tolka, eller ligger framåt. Skriv till exempel i går eller 3/3."
)
_AHEAD_LACKS_CLOCK = "Skriv klockslaget också, till exempel i morgon 10:30."
_PAST_LACKS_CLOCK = "Skriv klockslaget också, till exempel i går 14:30."


class TimeField(Labelled):
    """Empty means now, or not said; what is typed is said back below.

    No hour and no day is guessed: what is not whole is asked about.
    """

    entered = Signal()
    lacks_clock = ""
    """What is said of a day alone, where the field has words of its own for it."""

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
        read = self._read()
        return read.instant if isinstance(read, TypedTime) else read

    def checked(self) -> tuple[bool, Instant | None]:
        """Say whether the field can be used, and its time; what is wrong is said below it."""
        read = self._read()
        wrong = self._wrong(read)
        self.refuse(wrong)
        if wrong or not isinstance(read, TypedTime):
            return not wrong, None
        return True, read.instant

    def _read(self) -> TypedTime | TimeFault | None:
        typed = self.text.text().strip()
        return read_time(typed, self._workplace.now(), self._direction) if typed else None

    def _wrong(self, read: TypedTime | TimeFault | None) -> str:
        """Say what has to be asked about a time; nothing when it is whole, or not said."""
        if isinstance(read, TimeFault):
            return NOT_READ
        if read is None:
            return ""
        if not read.clock_given:
            ahead = self._direction is Direction.COMING
            return self.lacks_clock or (_AHEAD_LACKS_CLOCK if ahead else _PAST_LACKS_CLOCK)
        if read.moved_on:
            at = clock(read.instant)
            return f"{at} har redan varit i dag. Menar du i morgon {at}? Skriv i morgon {at}."
        return ""

    def _say(self) -> None:
        read = self._read()
        self.refuse("")
        words = ""
        if isinstance(read, TypedTime) and not self._wrong(read):
            words = when(read.instant, self._workplace.now())
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


class PastDayField(TimeField):
    """A day that has been, with its clock time where that is known: "i går", "i går 21:40"."""

    def __init__(self, workplace: Workplace, label: str, empty: str) -> None:
        super().__init__(workplace, label, ahead=False, empty=empty)
        self._place = workplace
        self.text.textChanged.connect(self._say_day)

    def day(self) -> tuple[bool, date | None, time | None]:
        """Say whether the field can be used, and its day and clock time as far as typed."""
        good, _ = self.checked()
        read = self._read()
        if read is TimeFault.NEEDS_CLOCK:  # today, before noon
            return True, local_day(self._place.now()), None
        if not good or not isinstance(read, TypedTime):
            return good, None, None
        at = to_local(read.instant).time().replace(second=0, microsecond=0)
        return True, local_day(read.instant), at if read.clock_given else None

    def _wrong(self, read: TypedTime | TimeFault | None) -> str:
        """Ask for no clock time: the day may be all that is known."""
        if read is TimeFault.NEEDS_CLOCK:
            return ""
        return PAST_NOT_READ if isinstance(read, TimeFault) else ""

    def _say_day(self) -> None:
        _, on, at = self.day()
        if on is not None:
            today = local_day(self._place.now())
            clock_words = f" {at:%H:%M}" if at is not None else ""
            self.hint.setText(f"{day(on, today)}{clock_words}")
            self.hint.setVisible(True)


class DayField(TimeField):
    """A day is meant and no clock time: what is typed is said back as "fre 27 mars"."""

    def __init__(self, workplace: Workplace, label: str, empty: str) -> None:
        super().__init__(workplace, label, ahead=True, empty=empty)
        self._place = workplace
        self.text.textChanged.connect(self._say_day)

    def _wrong(self, read: TypedTime | TimeFault | None) -> str:
        """Ask for no clock time: the day is all that is meant."""
        return NOT_READ if isinstance(read, TimeFault) else ""

    def _say_day(self) -> None:
        found = self.instant()
        if found is None or isinstance(found, TimeFault):
            return
        today = local_day(self._place.now())
        near, named = day(local_day(found), today), full_day(local_day(found), today)
        self.hint.setText(named if near == named else f"{near}, {named}")
