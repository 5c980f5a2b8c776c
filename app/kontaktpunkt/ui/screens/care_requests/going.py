"""Where it is noted that somebody went to hospital, with the text that is sent with her."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.drafted_form import DraftedForm
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime, read_time
from kontaktpunkt.usecases.care_request_rows import CareRequestCard, Going, Whom
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.care_requests import text_to_send
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.times import when

_TIME_FAULT = "Tiden gick inte att tolka, eller ligger framåt. Skriv till exempel 0210."


class GoingPanel(DraftedForm):
    """When she went, where, who sent her, on whose word; then the text waits to be sent."""

    saved = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Skickad till akuten")
        self._whom = Whom()
        self.at, self.hospital, self.by = QLineEdit(), QLineEdit(), QLineEdit()
        self.told_by, self.told_by_phone = QLineEdit(), QLineEdit()
        self.note = QLineEdit()
        self.text = TextBox(5)
        self.at.setPlaceholderText("nu")
        self.at_field = Labelled("När personen åkte", self.at)
        self.text_field = Labelled("Text att sända", self.text)
        self.fields = DraftedFields(
            workplace,
            self,
            {
                "at": self.at,
                "hospital": self.hospital,
                "by": self.by,
                "told_by": self.told_by,
                "told_by_phone": self.told_by_phone,
                "note": self.note,
                "text": self.text,
            },
        )
        self.at.textEdited.connect(self._say_back)
        self._lay_out()
        self.hide()

    def open_for(self, card: CareRequestCard) -> None:
        """Begin for somebody, with the text of her prepared care request."""
        self._whom = Whom(person=card.row.person)
        self.failure.hide()
        self.at_field.refuse("")
        self.text_field.refuse("")
        self.fields.open(f"going:{card.row.person}", {"text": text_to_send(card.content)})
        self._say_back()
        self.show()
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note it."""
        typed = self.fields.typed()
        now = self._workplace.now()
        at = read_time(typed["at"], now) if typed["at"] else TypedTime(now)
        if isinstance(at, TimeFault) or not at.clock_given:
            self.at_field.refuse(_TIME_FAULT)
            self.at.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        told = OnWord(name=typed["told_by"], phone=typed["told_by_phone"])
        going = Going(
            whom=self._whom,
            text=typed["text"],
            system=self._workplace.system_name,
            at=at.instant if typed["at"] else None,
            hospital=typed["hospital"],
            by=typed["by"],
            on_word=told if told.name or told.phone else None,
            note=typed["note"],
        )
        desk = self._workplace.desk
        self._workplace.settle(
            lambda: desk.send_to_emergency(going),
            told=f"Skickad till akuten. Vårdbegäran ska sändas i {self._workplace.system_name}",
            then=self._saved,
            refused=self._refused,
        )

    def _saved(self, _done: Done) -> None:
        self.end()
        self.saved.emit()

    def _refused(self, refused: Refused) -> None:
        self.fail(sentence(refused))

    def _say_back(self) -> None:
        now = self._workplace.now()
        found = read_time(self.at.text(), now) if self.at.text().strip() else None
        said = when(found.instant, now) if isinstance(found, TypedTime) else "Tomt betyder nu."
        self.at_field.refuse("")
        self.at_field.hint.setText(said)
        self.at_field.hint.show()

    def _lay_out(self) -> None:
        self.lay_out(
            (
                (self.at_field, Labelled("Sjukhus", self.hospital)),
                (Labelled("Skickad av", self.by), Labelled("Enligt uppgift från", self.told_by)),
                (
                    Labelled("Telefon till den som berättade", self.told_by_phone),
                    Labelled("Varför, med egna ord", self.note),
                ),
                (self.text_field,),
            )
        )
