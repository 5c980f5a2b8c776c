"""How a 23-timmars matter ended, and the correction of a case that is of another kind."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import CorrectCaseKind, NoteEmergencyOutcome
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.emergency import outcome_of_line, outcome_words
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

_BUTTONS: Final = {
    EmergencyOutcome.HOME: "Hem",
    EmergencyOutcome.SHORT_TERM: "Korttid",
    EmergencyOutcome.ADMITTED: "Inskriven på sjukhus",
    EmergencyOutcome.DIED: "Avliden",
    EmergencyOutcome.STILL_THERE: "Är kvar",
}
_KINDS: Final = (CaseKind.INPATIENT, CaseKind.MATTER)


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


class KindForm(QWidget):
    """What the case really is, and why it was opened as something else."""

    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: CasePage | None = None
        self.kind = QComboBox()
        self.reason = QLineEdit()
        self.reason_field = Labelled("Varför", self.reason)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(Labelled("Ärendet är egentligen", self.kind))
        rows.addWidget(self.reason_field)
        foot = QHBoxLayout()
        save, leave = button("Rätta slaget", "primary"), button("Stäng", "plain")
        save.clicked.connect(self.save)
        leave.clicked.connect(self.close_form)
        for part in (save, leave):
            foot.addWidget(part)
        foot.addStretch(1)
        rows.addLayout(foot)
        self.reason.returnPressed.connect(self.save)
        self.kind.addItems([word(one).capitalize() for one in _KINDS])
        self.first: QWidget = self.kind
        self.hide()

    def open_for(self, page: CasePage) -> None:
        """Open for a case."""
        self._page = page
        self.reason.clear()
        self.reason_field.refuse("")
        self.show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Correct the kind."""
        if self._page is None:
            return
        kind = _KINDS[self.kind.currentIndex()]
        self._workplace.do(
            CorrectCaseKind(
                case=self._page.row.case, case_kind=kind, reason=self.reason.text().strip()
            ),
            told=f"Ärendets slag är rättat: {word(kind)}",
            then=lambda _done: self.close_form(),
            refused=self._refused,
        )

    def close_form(self) -> None:
        """Go away and give focus back."""
        self.hide()
        self.closed.emit()

    def _refused(self, refused: Refused) -> None:
        self.reason_field.refuse(sentence(refused))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
