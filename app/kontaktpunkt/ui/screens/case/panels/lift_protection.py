"""Asks before a protection is noted as lifted: on what ground, and what that shows to whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import LiftProtection
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.refusals import sentence

_TOLD = (
    "Bara Skatteverket häver ett skydd. När det är noterat här syns namn, nummer, adress och "
    "telefon för alla som arbetar i programmet. Det står i åtkomstloggen och går att ångra. Kommer "
    "ett nytt meddelande som säger skyddad identitet gäller skyddet igen."
)


class LiftProtectionPanel(QWidget):
    """One field for the ground, one button; nothing is shown before it has been answered."""

    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: CasePage | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.reason = QLineEdit()
        self.field = Labelled(
            "Hur vet vi att skyddet är hävt?",
            self.reason,
            "Till exempel: Skatteverkets beslut, vem som läst upp det och när.",
        )
        self.save_button = button("Notera att skyddet är hävt")
        self.save_button.clicked.connect(self.save)
        leave = button("Avbryt")
        leave.clicked.connect(self.left)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(Text("Är skyddet hävt?", "heading"))
        rows.addWidget(Text(_TOLD))
        rows.addWidget(self.field)
        row = QHBoxLayout()
        for part in (leave, self.save_button):
            row.addWidget(part)
        row.addStretch(1)
        rows.addLayout(row)
        self.left.connect(self.hide)
        self.hide()

    def open_for(self, page: CasePage) -> None:
        """Begin to note that a case's person is protected no more."""
        self._page = page
        self.reason.clear()
        self.field.refuse("")
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note it."""
        person = self._page.row.person if self._page is not None else None
        if person is None:
            return
        self._workplace.do(
            LiftProtection(person=person, reason=self.reason.text()),
            told="Skyddet är noterat som hävt",
            then=self._done,
            refused=self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        self.field.refuse(sentence(refused))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, _done: Done) -> None:
        self.left.emit()
