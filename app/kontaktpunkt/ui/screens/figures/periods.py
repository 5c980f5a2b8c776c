"""Which days the figures are of: a month, a year, or days of one's own."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.ui.widgets.text import Text

_ONE_DAY: Final = timedelta(days=1)
_YEAR: Final = 365
_CHOICES: Final = (
    ("month", "Denna månad"),
    ("last_month", "Förra månaden"),
    ("four_weeks", "Senaste 28 dagarna"),
    ("year", "Senaste 12 månaderna"),
    ("this_year", "I år"),
    ("last_year", "Förra året"),
    ("own", "Egna dagar"),
)


class PeriodBar(QWidget):
    """A choice of period, and two days to type when none of them will do."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.choice = QComboBox()
        self.choice.setAccessibleName("Period")
        for key, words in _CHOICES:
            self.choice.addItem(words, key)
        first = today.replace(day=1)
        self.first, self.last = _day("Från och med", first), _day("Till och med", today)
        self.until = Text("till", "soft", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.choice, self.first, self.until, self.last):
            row.addWidget(part)
        self.choice.currentIndexChanged.connect(self._choose)
        self.first.dateChanged.connect(self._tell)
        self.last.dateChanged.connect(self._tell)
        self._show_days()

    def period(self) -> Period:
        """Give the days that are chosen, the first never after the last."""
        key = self.choice.currentData()
        if key != "own":
            return period_of(key, self._today)
        first, last = _of(self.first), _of(self.last)
        return Period(min(first, last), max(first, last))

    def set_today(self, today: date) -> None:
        """Go by another day as today: midnight has passed."""
        self._today = today

    def _choose(self) -> None:
        self._show_days()
        self.changed.emit()

    def _tell(self) -> None:
        if self.choice.currentData() == "own":
            self.changed.emit()

    def _show_days(self) -> None:
        own = self.choice.currentData() == "own"
        for part in (self.first, self.until, self.last):
            part.setVisible(own)


def period_of(key: str, today: date) -> Period:
    """Give the days that a choice means on a day."""
    month = today.replace(day=1)
    match key:
        case "last_month":
            last = month - _ONE_DAY
            return Period(last.replace(day=1), last)
        case "four_weeks":
            return Period(today - 27 * _ONE_DAY, today)
        case "year":
            return Period((today - (_YEAR - 1) * _ONE_DAY), today)
        case "this_year":
            return Period(today.replace(month=1, day=1), today)
        case "last_year":
            return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
        case _:
            return Period(month, today)


def _day(name: str, day: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setDisplayFormat("yyyy-MM-dd")
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    return field


def _of(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
