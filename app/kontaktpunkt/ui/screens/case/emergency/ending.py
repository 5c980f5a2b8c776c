"""How a 23-timmars matter ended: a button for each way, and one back."""

from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from kontaktpunkt.domain.commands import NoteEmergencyOutcome
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.emergency import outcome_of_line, outcome_words
from kontaktpunkt.wording.words import word

_BUTTONS: Final = {
    EmergencyOutcome.HOME: "Hem",
    EmergencyOutcome.SHORT_TERM: "Korttid",
    EmergencyOutcome.ADMITTED: "Inskriven på sjukhus",
    EmergencyOutcome.DIED: "Avliden",
    EmergencyOutcome.STILL_THERE: "Är kvar",
}


class Ending(Section):
    """A button for each way in which it can end; when it has, what was noted."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Så slutade det")
        self._workplace = workplace
        self._page: CasePage | None = None
        self.told = Text("")
        self.buttons: dict[EmergencyOutcome, QPushButton] = {}
        place = QWidget()
        flow = Flow(place)
        for outcome, words in _BUTTONS.items():
            made = button(words, "", outcome_of_line(outcome))
            made.clicked.connect(lambda _on=False, one=outcome: self.note(one))
            self.buttons[outcome] = made
            flow.addWidget(made)
        self.add(self.told)
        self.add(place)

    def show_page(self, page: CasePage) -> None:
        """Show how it ended, or the ways in which it can."""
        self._page = page
        noted = page.emergency.outcome if page.emergency is not None else None
        words = ""
        if noted is not None:
            words = outcome_words(noted, self._workplace.names, self._workplace.now())
        self.told.setText(words)
        self.told.setVisible(bool(words))
        for outcome, made in self.buttons.items():
            is_back = outcome is EmergencyOutcome.STILL_THERE
            made.setVisible(is_back == (noted is not None) if is_back else _can(page, outcome))

    def note(self, outcome: EmergencyOutcome) -> None:
        """Note where the person went."""
        if self._page is not None:
            self._workplace.do(
                NoteEmergencyOutcome(case=self._page.row.case, outcome=outcome),
                told=f"23-timmars: {word(outcome)}",
            )


def _can(page: CasePage, outcome: EmergencyOutcome) -> bool:
    """Say whether it can end so: who is admitted may still go home, who has left has left."""
    noted = page.emergency.outcome if page.emergency is not None else None
    if noted is None:
        return page.row.is_open
    return noted.outcome is EmergencyOutcome.ADMITTED and outcome is not EmergencyOutcome.ADMITTED
