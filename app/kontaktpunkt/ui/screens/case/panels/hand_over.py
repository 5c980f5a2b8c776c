"""To whom the case is handed: a colleague, a unit or a role; the unit with us is proposed first."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import HandOverCase
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.rows import Proposed
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.words import word


class HandOverPanel(QWidget):
    """A list to choose a receiver from; typing searches in it."""

    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._case: UUID | None = None
        self._unit = ""
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.box = QComboBox()
        self.save_button = button("Lämna över", "primary")
        self.save_button.clicked.connect(self.save)
        leave = button("Avbryt")
        leave.clicked.connect(self.left)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.addWidget(Labelled("Lämna ansvaret för ärendet till", self.box))
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(leave)
        row.addStretch(1)
        rows.addLayout(row)
        self.left.connect(self.hide)
        self.hide()

    def open_for(self, page: CasePage) -> None:
        """Begin to hand a case over."""
        self._case = page.row.case
        self._unit = page.person.with_us.unit if page.person.with_us else ""
        self._offer(())
        self.show()
        case, person, desk = self._case, page.row.person, self._workplace.desk
        if person is not None and not page.row.masked:
            self._workplace.clerk.ask(
                lambda: (case, desk.proposed_receivers(person, None)),
                self._put_first,
                key="proposed for case",
            )
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Hand the case over."""
        to = self.box.currentData()
        if self._case is not None and isinstance(to, Receiver):
            self._hand_over(self._case, to)

    def _hand_over(self, case: UUID, to: Receiver) -> None:
        self._workplace.do(
            HandOverCase(case=case, to=to),
            told=f"Ärendet är lämnat till {self.box.currentText()}",
            then=self._done,
        )

    def _put_first(self, found: tuple[UUID, tuple[Proposed, ...]]) -> None:
        """Put first whom the register names for the person, unless something is chosen already."""
        case, proposed = found
        if case == self._case and not self.isHidden() and self.box.currentIndex() <= 0:
            self._offer(proposed)

    def _offer(self, proposed: tuple[Proposed, ...]) -> None:
        self.box.clear()
        for one in proposed:
            role = word(one.title) if one.title is not None else ""
            words = (one.name, role, unbroken(one.phone))
            self.box.addItem(", ".join(part for part in words if part), one.to)
        known = {one.to for one in proposed}
        self._offer_usual(known)

    def _offer_usual(self, known: set[Receiver]) -> None:
        """Offer units, colleagues and roles, each once."""
        for unit in dict.fromkeys((self._unit, *self._workplace.units)):
            if unit and Receiver(unit=unit) not in known:
                self.box.addItem(unit, Receiver(unit=unit))
        for colleague in self._workplace.staff:
            to = Receiver(staff=colleague.staff)
            if colleague.staff != self._workplace.me.staff and to not in known:
                self.box.addItem(colleague.name, to)
        for role in Role:
            self.box.addItem(word(role).capitalize(), Receiver(role=role))

    def _done(self, _done: Done) -> None:
        self.left.emit()
