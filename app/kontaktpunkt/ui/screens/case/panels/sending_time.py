"""Fills in when a message was sent that did not say it, and on whose word."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import NoteSendingTime
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.refusals import sentence

_TOLD = (
    "Meddelandet säger inte när regionen sände det. Se efter i regionens system eller fråga "
    "avdelningen. Tiderna räknas därifrån, betalningsdagarna också. Det går att ångra."
)
_NO_TIME = "Skriv dag och klockslag, till exempel i går 14:30."


class SendingTimePanel(QWidget):
    """When it was sent and who says so; nothing is guessed."""

    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._message: UUID | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.time = TimeField(
            workplace, "När meddelandet sändes", ahead=False, empty="i går 14:30, 3/3 1200"
        )
        self.time.lacks_clock = _NO_TIME  # the days are counted to the minute
        self.word = QLineEdit()
        self.word_field = Labelled(
            "Enligt vem", self.word, "Till exempel SAMSA, eller vem på avdelningen."
        )
        self.save_button = button("Fyll i tiden", "primary")
        self.save_button.clicked.connect(self.save)
        self.time.entered.connect(self.save)
        self.word.returnPressed.connect(self.save)
        self.word.textEdited.connect(lambda: self.word_field.refuse(""))
        self._lay_out()
        self.left.connect(self.hide)
        self.hide()

    def open_for(self, message: UUID) -> None:
        """Begin to fill in when a message was sent."""
        self._message = message
        self.time.text.clear()
        self.word.clear()
        self.time.refuse("")
        self.word_field.refuse("")
        self.show()
        self.time.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note it, or say which field needs another look."""
        good, sent = self.time.checked()
        if good and sent is None:
            self.time.refuse(_NO_TIME)
        if sent is None or self._message is None:
            self.time.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        word = OnWord(name=self.word.text().strip())
        self._workplace.do(
            NoteSendingTime(message=self._message, sent_at=sent, on_word=word),
            told="Ifyllt när meddelandet sändes",
            then=self._done,
            refused=self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        lacks_word = refused.reason is RefusalReason.EMPTY_TEXT
        field = self.word_field if lacks_word else self.time
        field.refuse("Skriv vem eller vad som säger det." if lacks_word else sentence(refused))
        field.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, _done: Done) -> None:
        self.left.emit()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(Text("När sändes meddelandet?", "heading"))
        rows.addWidget(Text(_TOLD))
        fields = QHBoxLayout()
        fields.setSpacing(GAP)
        for field in (self.time, self.word_field):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        fields.addStretch(1)
        rows.addLayout(fields)
        leave = button("Avbryt")
        leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(leave)
        row.addStretch(1)
        rows.addLayout(row)
