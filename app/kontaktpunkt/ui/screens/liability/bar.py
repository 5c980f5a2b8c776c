"""Above the invoice control: by which rules, for which period."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kontaktpunkt.domain.profile import ProfileChoice, RuleProfile
from kontaktpunkt.ui.screens.liability.words import own_profile
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow

_BAD_DAY: Final = "Skriv dagen som 2026-03-31."
_WRONG_ORDER: Final = "Den sista dagen ligger före den första."


class ControlBar(QWidget):
    """Rule profile and period; tells when either has been changed to something that can be read."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.profile = QComboBox()
        self.profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.profile.addItem(own_profile(None), "")
        self.first = QLineEdit()
        self.last = QLineEdit()
        for field in (self.first, self.last):
            field.setPlaceholderText("ÅÅÅÅ-MM-DD")
            field.setMaxLength(len("2026-03-31"))
            field.editingFinished.connect(self._tell)
        self.first_field = Labelled("Utskriven från och med", self.first)
        self.last_field = Labelled("till och med", self.last)
        flow = Flow(self, GAP + GAP)
        for part in (Labelled("Regelprofil", self.profile), self.first_field, self.last_field):
            flow.addWidget(part)
        self._said = self._as_said()
        self.profile.currentIndexChanged.connect(self._tell)

    def offer(self, choices: Sequence[ProfileChoice], own: RuleProfile | None) -> None:
        """Offer our own profile first, then every shipped one."""
        if self.profile.count() > 1:
            return
        self.profile.blockSignals(True)  # noqa: FBT003  Qt's
        self.profile.setItemText(0, own_profile(own))
        for choice in choices:
            self.profile.addItem(choice.title, choice.key)
        self.profile.blockSignals(False)  # noqa: FBT003  Qt's

    @property
    def profile_key(self) -> str:
        """Give the chosen profile's key; empty = our own."""
        return str(self.profile.currentData() or "")

    def period(self) -> tuple[date | None, date | None] | None:
        """Give the period, None = open; None alone where a day cannot be read, which is said."""
        first, first_good = _day(self.first.text())
        last, last_good = _day(self.last.text())
        self.first_field.refuse("" if first_good else _BAD_DAY)
        wrong = first is not None and last is not None and last < first
        self.last_field.refuse(_BAD_DAY if not last_good else _WRONG_ORDER if wrong else "")
        return (first, last) if first_good and last_good and not wrong else None

    def _tell(self) -> None:
        said = self._as_said()
        if said != self._said:
            self._said = said
            self.changed.emit()

    def _as_said(self) -> tuple[str, str, str]:
        return (self.profile_key, self.first.text().strip(), self.last.text().strip())


def _day(text: str) -> tuple[date | None, bool]:
    """Read a day; the second says whether it could be read."""
    try:
        return (date.fromisoformat(text.strip()) if text.strip() else None), True
    except ValueError:
        return None, False
