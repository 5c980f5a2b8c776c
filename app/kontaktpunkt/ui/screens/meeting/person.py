"""The person who is spoken of: what the team needs to know, and a key for each decision."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLineEdit, QWidget

from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.ui.screens.meeting.words import facts, where, who
from kontaktpunkt.ui.widgets.acts import act_on
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Sheet, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.meetings.rows import MeetingLine
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.words import word

if TYPE_CHECKING:
    from uuid import UUID

KEYS: Final[Mapping[ReviewDecision, str]] = {
    ReviewDecision.GOES_HOME_TODAY: "G",
    ReviewDecision.OBSTACLE: "H",
    ReviewDecision.WAITING: "V",
    ReviewDecision.NEW_DATE: "D",
    ReviewDecision.UNCHANGED: "Space",
}
"""The key of each decision; they act while the list has focus."""


class PersonPanel(Sheet):
    """Everything on one sheet, with the free line and the decisions always in the same place."""

    decided = Signal(object, str, object)  # ReviewDecision, the line, a QDate or None
    text_done = Signal()  # the line is written: back to the list

    def __init__(self, owner: QWidget) -> None:
        super().__init__(name="Personen")
        self._line: MeetingLine | None = None
        self._begun: dict[UUID, str] = {}
        self._decided_with: str | None = None
        self.head = Text("", "title")
        self.place = Text("", "strong")
        self.text = QLineEdit()
        self.text.setPlaceholderText("Det som sägs, om något (valfritt)")
        self.text.returnPressed.connect(self.text_done)
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date_field = Labelled("Ny beräknad dag", self.date)
        self.date_ok = button("Sätt dagen", "primary")
        self.date_ok.clicked.connect(self._decide_date)
        self.table = QWidget()
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setColumnStretch(1, 1)
        self.actions_of = {one: self._action(owner, one) for one in ReviewDecision}
        self._lay_out()
        self.ask_date(on=False)

    def show_line(
        self, line: MeetingLine | None, telling: Telling, now: Instant, *, discreet: bool
    ) -> None:
        """Show another person, or none; what is being written stays with the same person."""
        same = (
            line is not None
            and self._line is not None
            and line.row.case.case == self._line.row.case.case
        )
        if not same:
            self._hold()
        self._line = line
        self.setEnabled(line is not None)
        if not same:
            self.text.setText("" if line is None else self._begun_of(line))
            self.ask_date(on=False)
        self.head.setText("" if line is None else who(line.row.case, now, discreet=discreet))
        self.place.setText("" if line is None else where(line.row.case))
        empty(self._grid)
        for place, (label, words) in enumerate(facts(line, telling, now) if line else ()):
            name = Text(label, "label", wrap=False)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(Text(words), place, 1)
        expected = line.row.case.expected_discharge if line is not None else None
        day = to_local(expected if expected is not None else now).date()
        if not same:
            self.date.setDate(QDate(day.year, day.month, day.day))

    def _hold(self) -> None:
        """Keep a line that was begun and not decided with: the team may look at another first."""
        text = self.text.text()
        if self._line is not None and text not in (self._line.text, self._decided_with):
            self._begun[self._line.row.case.case] = text
        self._decided_with = None

    def _begun_of(self, line: MeetingLine) -> str:
        return self._begun.pop(line.row.case.case, line.text)

    def ask_date(self, *, on: bool) -> None:
        """Ask for a new day, or no more."""
        self.date_field.setVisible(on)
        self.date_ok.setVisible(on)
        if on:
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self, decision: ReviewDecision) -> None:
        if self._line is None:
            return
        if decision is ReviewDecision.NEW_DATE:
            self.ask_date(on=True)
            return
        self._decided_with = self.text.text()
        self.decided.emit(decision, self.text.text(), None)

    def _decide_date(self) -> None:
        self._decided_with = self.text.text()
        self.decided.emit(ReviewDecision.NEW_DATE, self.text.text(), self.date.date())
        self.ask_date(on=False)

    def _action(self, owner: QWidget, decision: ReviewDecision) -> QAction:
        words = word(decision).capitalize()
        return act_on(owner, words, KEYS[decision], lambda: self._decide(decision))

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        for decision, action in self.actions_of.items():
            key = "Mellanslag" if KEYS[decision] == "Space" else ""
            flow.addWidget(KeyHintButton(action, key=key))
        asked = QWidget()
        below = Flow(asked, GAP * 2)
        below.addWidget(self.date_field)
        below.addWidget(self.date_ok)
        for part in (
            self.head,
            self.place,
            buttons,
            asked,
            Labelled("Rad till protokollet (T)", self.text),
            self.table,
        ):
            self.add(part)
        self.rows.addStretch(1)
