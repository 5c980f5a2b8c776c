"""The fields that a SIP is set by: when, how, where, who takes part, and the person's consent."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import SetPlanMeeting
from kontaktpunkt.domain.events.plan import MeetingForm, PlanMeetingSet
from kontaktpunkt.domain.times import to_local
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.wording.plans import CONSENT
from kontaktpunkt.wording.words import word

_LENGTHS: Final = (30, 45, 60, 90, 120)
_USUAL: Final = 60
DRAFTS: Final = ("plan.place", "plan.people", "plan.note")


class MeetingFields(QWidget):
    """Enter in any of them sets the meeting."""

    entered = Signal()

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__()
        self.at = TimeField(workplace, "Dag och tid", ahead=True, empty="t.ex. fre 10:30")
        self.form = QComboBox()
        for one in MeetingForm:
            self.form.addItem(word(one), one)
        self.minutes = QComboBox()
        for length in _LENGTHS:
            self.minutes.addItem(f"{length} min", length)
        self.consent = QComboBox()
        for consent in (None, True, False):
            self.consent.addItem(CONSENT[consent], consent)
        self.place = QLineEdit()
        self.people = QLineEdit()
        self.people.setPlaceholderText("namn, komma mellan")
        self.note = QLineEdit()
        self._lay_out()
        for name, field in zip(DRAFTS, (self.place, self.people, self.note), strict=True):
            drafts.watch(name, field)
        for field in (self.at.text, self.place, self.people, self.note):
            field.returnPressed.connect(self.entered)

    def wish(self, case: UUID, plan: UUID) -> SetPlanMeeting | None:
        """Give the wish as it is typed; None when the time cannot be used, which is said there."""
        good, at = self.at.checked()
        if good and at is None:
            self.at.refuse("Skriv dag och tid för mötet.")
        if at is None:
            return None
        return SetPlanMeeting(
            case=case,
            plan=plan,
            meeting_at=at,
            form=MeetingForm(self.form.currentData()),
            minutes=int(self.minutes.currentData()),
            place=self.place.text(),
            participants=tuple(self.people.text().split(",")),
            consent=self.consent.currentData(),
            note=self.note.text(),
        )

    def begin_new(self, consent: bool | None) -> None:  # noqa: FBT001  three answers, not a switch
        """Begin a new meeting with the consent that the region has told of."""
        self.at.text.clear()
        self.minutes.setCurrentIndex(self.minutes.findData(_USUAL))
        self.consent.setCurrentIndex(self.consent.findData(consent))

    def begin_move(self, said: PlanMeetingSet) -> None:
        """Begin to change a meeting, at its time."""
        self.at.text.setText(f"{to_local(said.meeting_at):%Y-%m-%d %H:%M}")
        self.form.setCurrentIndex(self.form.findData(said.form))
        if self.minutes.findData(said.minutes) < 0:
            self.minutes.addItem(f"{said.minutes} min", said.minutes)
        self.minutes.setCurrentIndex(self.minutes.findData(said.minutes))
        self.consent.setCurrentIndex(self.consent.findData(said.consent))
        self.place.setText(said.place)
        self.people.setText(", ".join(said.participants))
        self.note.setText(said.note)
        self.at.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.at.text.selectAll()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.at)
        choices = QWidget()
        line = Flow(choices, GAP)
        for label, box in (
            ("Form", self.form),
            ("Längd", self.minutes),
            ("Samtycke", self.consent),
        ):
            line.addWidget(Labelled(label, box))
        rows.addWidget(choices)
        rows.addWidget(Labelled("Plats, länk eller telefonnummer", self.place))
        rows.addWidget(Labelled("Deltar", self.people))
        rows.addWidget(Labelled("Notering (valfritt)", self.note))
