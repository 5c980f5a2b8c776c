"""The short forms of a report: sent, got by the other side, answered, and one line of words."""

from collections.abc import Callable
from datetime import time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from kontaktpunkt.domain.commands import (
    AnswerDeviationReport,
    Command,
    NoteDeviationArrived,
    SendDeviationReport,
)
from kontaktpunkt.domain.events.deviation import SendingWay
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import at_local, local_day
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.drafted_form import DraftedForm
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import DayField, PastDayField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.deviations.rows import DeviationCard
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

_NOON: Final = time(12)
_LACKS_DAY: Final = "Skriv dagen, till exempel i går eller 3/3."


class ReportForm(DraftedForm):
    """A form about the chosen report; what is refused is said beside its field."""

    saved = Signal()

    def __init__(self, workplace: Workplace, title: str, save_words: str) -> None:
        super().__init__(workplace, save_words)
        self.head = Text(title, "section")
        self.card: DeviationCard | None = None

    def begin_for(self, card: DeviationCard, subject: str, known: dict[str, str]) -> None:
        """Open the fields for a report."""
        self.card = card
        self.failure.hide()
        self.fields.open(f"{subject}:{card.row.report}", known)
        self.show()

    def wish(self, command: Command, told: str) -> None:
        """Have it done, and close."""
        self._workplace.do(command, told=told, then=self._done, refused=self._refused)

    def field_of(self, reason: RefusalReason) -> Labelled | None:
        """Give the field that a refusal is about."""
        del reason
        return None

    def _done(self, _done: object) -> None:
        self.end()
        self.saved.emit()

    def _refused(self, refused: Refused) -> None:
        field = self.field_of(refused.reason)
        if field is None:
            self.fail(sentence(refused))
        else:
            field.refuse(sentence(refused))


class SendingForm(ReportForm):
    """When it left the house, how, to which address, and by when an answer was promised if so."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Rapporten är skickad", "Skickad")
        self.way = narrow_choice()
        for one in SendingWay:
            self.way.addItem(word(one).capitalize(), one.value)
        self.at = PastDayField(workplace, "Skickad", "i dag")
        self.address = TextBox(2)
        self.address_field = Labelled("Adress som den skickades till", self.address)
        self.answer_by = DayField(workplace, "Svar utlovat till, om annat än regeln", "som regeln")
        self.fields = DraftedFields(
            workplace,
            self,
            {
                "way": self.way,
                "at": self.at.text,
                "address": self.address,
                "answer_by": self.answer_by.text,
            },
        )
        self.lay_out(
            (
                (self.head,),
                (self.at, Labelled("Hur", self.way)),
                (self.address_field,),
                (self.answer_by,),
            )
        )
        self.hide()

    def open_for(self, card: DeviationCard) -> None:
        """Begin with the address of the report, today, by post."""
        self.address_field.refuse("")
        known = {"way": SendingWay.POST.value, "address": card.content.address}
        self.begin_for(card, "deviation sent", known)
        self.at.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note that it is sent."""
        self.address_field.refuse("")
        card, typed = self.card, self.fields.typed()
        good, on, at = self.at.day()
        fine, by = self.answer_by.checked()
        if card is None or not good or not fine:
            return
        today = local_day(self._workplace.now())
        sent_at = None
        if on is not None and (at is not None or on < today):
            sent_at = at_local(on, at) if at is not None else at_local(on, _NOON)
        command = SendDeviationReport(
            at=sent_at,
            deviation_report=card.row.report,
            way=SendingWay(typed["way"]),
            address=typed["address"],
            answer_by=local_day(by) if by is not None else None,
        )
        self.wish(command, "Rapporten är skickad. Svaret väntas under Väntar på andra")

    def field_of(self, reason: RefusalReason) -> Labelled | None:
        """Give the field that a refusal is about."""
        fields: dict[RefusalReason, Labelled] = {
            RefusalReason.NO_ADDRESS: self.address_field,
            RefusalReason.TIME_IN_FUTURE: self.at,
            RefusalReason.TIME_IN_PAST: self.answer_by,
        }
        return fields.get(reason)


class ArrivalForm(ReportForm):
    """The day on which the other side got it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Motparten har fått rapporten", "Mottagen")
        self.on = PastDayField(workplace, "Mottagen", "t.ex. i går")
        self.fields = DraftedFields(workplace, self, {"on": self.on.text})
        self.lay_out(((self.head,), (self.on,)))
        self.hide()

    def open_for(self, card: DeviationCard) -> None:
        """Begin empty."""
        self.begin_for(card, "deviation got", {})
        self.on.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note the day."""
        good, on, _ = self.on.day()
        if self.card is None or not good:
            return
        if on is None:
            self.on.refuse(_LACKS_DAY)
            return
        command = NoteDeviationArrived(deviation_report=self.card.row.report, received_on=on)
        self.wish(command, "Noterat när rapporten togs emot. Svarstiden räknas därifrån")

    def field_of(self, reason: RefusalReason) -> Labelled | None:
        """Give the field that a refusal is about."""
        days = (RefusalReason.TIME_IN_FUTURE, RefusalReason.BEFORE_SENT)
        return self.on if reason in days else None


class AnswerForm(ReportForm):
    """The answer as it came: cause, measures, consequences, and how it is followed up."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Svaret", "Spara svaret")
        self.on = PastDayField(workplace, "Svaret kom", "t.ex. i dag")
        self.by = QLineEdit()
        self.cause, self.measures = TextBox(2), TextBox(2)
        self.consequences, self.follow_up = TextBox(2), TextBox(2)
        self.cause_field = Labelled("Orsak", self.cause)
        self.fields = DraftedFields(
            workplace,
            self,
            {
                "on": self.on.text,
                "by": self.by,
                "cause": self.cause,
                "measures": self.measures,
                "consequences": self.consequences,
                "follow_up": self.follow_up,
            },
        )
        self.lay_out(
            (
                (self.head,),
                (self.on, Labelled("Svar av", self.by)),
                (self.cause_field,),
                (Labelled("Åtgärder", self.measures),),
                (Labelled("Följder", self.consequences),),
                (Labelled("Hur det följs upp", self.follow_up),),
            )
        )
        self.hide()

    def open_for(self, card: DeviationCard) -> None:
        """Begin with the answer that stands, if any."""
        self.cause_field.refuse("")
        answer, known = card.answer, dict[str, str]()
        if answer is not None:
            known = {
                "on": answer.answered_on.isoformat(),
                "by": answer.answered_by,
                "cause": answer.cause,
                "measures": answer.measures,
                "consequences": answer.consequences,
                "follow_up": answer.follow_up,
            }
        self.begin_for(card, "deviation answer", known)
        self.on.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note the answer."""
        self.cause_field.refuse("")
        good, on, _ = self.on.day()
        if self.card is None or not good:
            return
        if on is None:
            self.on.refuse(_LACKS_DAY)
            return
        typed = self.fields.typed()
        command = AnswerDeviationReport(
            deviation_report=self.card.row.report,
            answered_on=on,
            answered_by=typed["by"],
            cause=typed["cause"],
            measures=typed["measures"],
            consequences=typed["consequences"],
            follow_up=typed["follow_up"],
        )
        self.wish(command, "Svaret är noterat. Följ upp det")

    def field_of(self, reason: RefusalReason) -> Labelled | None:
        """Give the field that a refusal is about."""
        if reason is RefusalReason.EMPTY_TEXT:
            return self.cause_field
        days = (RefusalReason.TIME_IN_FUTURE, RefusalReason.BEFORE_SENT)
        return self.on if reason in days else None


class WordsForm(ReportForm):
    """One text about a report: a reminder, what came of it, or why it is called back."""

    def __init__(self, workplace: Workplace, words: tuple[str, str, str], told: str) -> None:
        title, label, save_words = words
        super().__init__(workplace, title, save_words)
        self._told = told
        self._make: Callable[[str], Command] | None = None
        self.text = TextBox(2)
        self.field = Labelled(label, self.text)
        self.fields = DraftedFields(workplace, self, {"text": self.text})
        self.lay_out(((self.head,), (self.field,)))
        self.hide()

    def open_for(self, card: DeviationCard, make: Callable[[str], Command]) -> None:
        """Begin empty; `make` gives the wish of the words."""
        self._make = make
        self.field.refuse("")
        self.begin_for(card, self.field.label.text(), {})
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note it in these words."""
        if self._make is not None:
            self.wish(self._make(self.fields.typed()["text"]), self._told)

    def field_of(self, reason: RefusalReason) -> Labelled | None:
        """Give the field that a refusal is about."""
        return self.field if reason is RefusalReason.EMPTY_TEXT else None
