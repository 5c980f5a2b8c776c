"""The joint decision on enrolment in municipal primary care: what was decided, by both by name."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import DecidePrimaryCare
from kontaktpunkt.domain.events.care_request import PrimaryCareDecision
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.ui.screens.case.drafts import TextField
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, Mark
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

_DECISIONS: Final = tuple(PrimaryCareDecision)


class DecisionForm(QWidget):
    """What was decided, who decided for each side, and a note."""

    closed = Signal()
    saved = Signal()  # it is an act: what was typed is no draft any more

    name = "decision"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: CasePage | None = None
        self._answers: UUID | None = None
        self.decision = narrow_choice()
        self.decision.addItems([word(one).capitalize() for one in _DECISIONS])
        self.ours = QLineEdit()
        self.theirs = QLineEdit()
        self.note = QLineEdit()
        self.failure = Text("", "refused")
        self._lay_out()
        self.first: QWidget = self.decision
        self.hide()

    @property
    def fields(self) -> dict[str, TextField]:
        """Give the fields that are kept as they are typed, by name."""
        return {
            "ours": self.ours,
            "theirs": self.theirs,
            "note": self.note,
        }

    def open_for(self, page: CasePage, answers: UUID | None = None) -> None:
        """Open for a case; the nurse and the care contact whom we know are proposed.

        `answers` is the request from regional primary care that is decided on.
        """
        self._page = page
        self._answers = answers
        with_us = page.person.with_us or WithUs()
        for field, known in ((self.ours, with_us.nurse), (self.theirs, with_us.named_care_contact)):
            if not field.text():
                field.setText(known)
        self._fail("")
        self.show()
        self.decision.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note the decision; the desk refuses one that lacks a name."""
        if self._page is None:
            return
        self._workplace.do(
            DecidePrimaryCare(
                case=self._page.row.case,
                decision=_DECISIONS[self.decision.currentIndex()],
                ours=self.ours.text().strip(),
                theirs=self.theirs.text().strip(),
                note=self.note.text().strip(),
                answers=self._answers,
            ),
            told="Ställningstagandet är noterat",
            then=lambda _done: self._saved(),
            refused=self._refused,
        )

    def clear(self) -> None:
        """Forget what was typed: it belonged to another case, or is an act."""
        for field in (self.ours, self.theirs, self.note):
            field.clear()

    def _saved(self) -> None:
        self.clear()
        self.saved.emit()
        self.close_form()

    def close_form(self) -> None:
        """Go away and give focus back."""
        self.hide()
        self.closed.emit()

    def _refused(self, refused: Refused) -> None:
        self._fail(sentence(refused))
        empty = next((one for one in (self.ours, self.theirs) if not one.text().strip()), self.ours)
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, words: str) -> None:
        self.failure.setText(words)
        self.failure.setVisible(bool(words))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        for label, field in (
            ("Vad ni kom fram till", self.decision),
            ("För kommunal primärvård, namn", self.ours),
            ("För regional primärvård, namn", self.theirs),
            ("Notering", self.note),
        ):
            rows.addWidget(Labelled(label, field))
        rows.addWidget(self.failure)
        foot = QHBoxLayout()
        save, leave = button("Spara ställningstagandet", "primary"), button("Stäng", "plain")
        save.clicked.connect(self.save)
        leave.clicked.connect(self.close_form)
        for part in (save, leave):
            foot.addWidget(part)
        foot.addStretch(1)
        rows.addLayout(foot)
        for field in (self.ours, self.theirs, self.note):
            field.returnPressed.connect(self.save)


def asked_in(page: CasePage) -> UUID | None:
    """Give the latest request from regional primary care that stands in a case."""
    void = (Mark.CANCELLED, Mark.VOIDED)
    for row in page.messages:
        if row.kind is MessageKind.PRIMARY_CARE_REQUEST and not any(
            one in row.marks for one in void
        ):
            return row.message
    return None
