"""Before a meeting: which one it is, who is in it, whose people, and the meetings before it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import BeginMeeting
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.meetings.rows import MeetingStamp
from kontaktpunkt.wording.times import when

_SHOWN = 8
_FORENOON_ENDS = QTime(10, 30)
_ALL = "Alla enheter"


class BeginPage(Sheet):
    """A few choices that are right from the start, and one button."""

    begin_wanted = Signal(object)  # BeginMeeting with a nil id
    paper_wanted = Signal(object)  # MeetingStamp

    def __init__(self) -> None:
        super().__init__(name="Börja en avstämning")
        self.name = QComboBox()
        self.participants = QLineEdit()
        self.participants.setPlaceholderText("Namn, med komma emellan")
        self.unit = QComboBox()
        self.with_region = QCheckBox("Regionen är med: visa bara personer med samtycke")
        self.start = button("Börja", "primary")
        self.start.clicked.connect(self._begin)
        self.participants.returnPressed.connect(self._begin)
        self.earlier = Section("Tidigare avstämningar")
        self._proposed: int | None = None
        self._lay_out()

    def offer(self, profile: RuleProfile | None, units: Sequence[str], now: Instant) -> None:
        """Offer the municipality's meetings, the one of this time of day first chosen."""
        if self.name.count() == 0 and profile is not None:
            for meeting in profile.meetings:
                self.name.addItem(meeting.label.capitalize(), meeting.code)
        self._propose(now)
        chosen = self.unit.currentText()
        self.unit.clear()
        self.unit.addItem(_ALL, "")
        for unit in units:
            self.unit.addItem(unit, unit)
        self.unit.setCurrentIndex(max(0, self.unit.findText(chosen)))

    def _propose(self, now: Instant) -> None:
        """Choose the meeting of this time of day, unless somebody chose another by hand."""
        moment = to_local(now)
        later = QTime(moment.hour, moment.minute) >= _FORENOON_ENDS
        of_now = 1 if later and self.name.count() > 1 else 0
        if self.name.currentIndex() == self._proposed or self._proposed is None:
            self.name.setCurrentIndex(of_now)
            self._proposed = of_now

    def show_earlier(
        self, stamps: Sequence[MeetingStamp], profile: RuleProfile | None, now: Instant
    ) -> None:
        """List the meetings before, each with its paper."""
        self.earlier.clear()
        labels = {one.code: one.label for one in profile.meetings} if profile is not None else {}
        for stamp in stamps[:_SHOWN]:
            line = QWidget()
            row = Flow(line, GAP * 2)
            row.addWidget(Text(_said(stamp, labels, now), wrap=False))
            paper = button("På papper", "link")
            paper.clicked.connect(lambda _on=False, one=stamp: self.paper_wanted.emit(one))
            row.addWidget(paper)
            self.earlier.add(line)
        if not stamps:
            self.earlier.add(Text("Inga de senaste två veckorna.", "soft"))

    def _begin(self) -> None:
        names = self.participants.text().split(",")
        self.begin_wanted.emit(
            BeginMeeting(
                meeting=UUID(int=0),
                name=self.name.currentData() or "morning",
                participants=tuple(name.strip() for name in names if name.strip()),
                unit=self.unit.currentData() or "",
                with_region=self.with_region.isChecked(),
            )
        )

    def _lay_out(self) -> None:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        column.setMaximumWidth(520)
        rows.addWidget(
            Text("Gå igenom alla på sjukhus, en person i taget. Det går att avbryta och fortsätta.")
        )
        rows.addWidget(Labelled("Vilken avstämning", self.name))
        rows.addWidget(Labelled("Vilka är med", self.participants))
        rows.addWidget(Labelled("Vilkas personer", self.unit))
        rows.addWidget(self.with_region)
        rows.addWidget(self.start)
        self.add(column)
        self.add(self.earlier)
        self.rows.addStretch(1)


def _said(stamp: MeetingStamp, labels: dict[str, str], now: Instant) -> str:
    name = labels.get(stamp.name, stamp.name).capitalize()
    begun = f"{name}, {when(stamp.began_at, now)}: {stamp.reviewed} genomgångna"
    if stamp.signed_at is None:
        return f"{begun}, inte signerad"
    left = f", {stamp.left_out} hanns inte med" if stamp.left_out else ""
    return f"{begun}{left}, signerad av {stamp.signed_by_name}"
