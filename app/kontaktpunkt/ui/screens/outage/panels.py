"""The small panels of a stop: the fault, a call, over, taken back, closed."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kontaktpunkt.domain.commands import (
    CloseOutage,
    EndOutage,
    LogOutageCall,
    ReconcileOutage,
    ReportFault,
    WithdrawOutage,
)
from kontaktpunkt.domain.events.outage import OutageCall
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.ui.screens.outage.panel import OutagePanel
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.ticks import Ticks
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.outages.rounds import Ward
from kontaktpunkt.usecases.outages.work import OutageWork
from kontaktpunkt.wording.outages import undone_words
from kontaktpunkt.wording.words import word

_INCOMING, _BACK = "incoming", "back"
_FORMS: Final = (
    ("R2", "R2, ny inskriven"),
    ("R3", "R3, ändrad beräknad utskrivning"),
    ("R5", "R5, utskrivningsklar eller återtagen"),
    ("R7", "R7, utskriven"),
    ("R8", "R8, kallelse till SIP"),
)
"""What a ward rings about, and the form it is taken down on."""

_TICKS = (Code(_INCOMING, "de ringde oss"), Code(_BACK, "motringt via växeln"))


class FaultPanel(OutagePanel):
    """The number of the report, to whom, and when the next word is due; or a new word."""

    name = "fault"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Felanmält", "Spara felanmälan")
        self.reference, self.to_whom, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.next_word = TimeField(workplace, "Nästa besked klockan", ahead=True, empty="ej sagt")
        self.reference_field = Labelled("Ärendenummer", self.reference)
        self.line(self.reference_field, Labelled("Till vem", self.to_whom), self.next_word)
        self.line(Labelled("Vad de sa", self.note))
        self.keep(
            {
                "reference": self.reference,
                "to": self.to_whom,
                "next": self.next_word.text,
                "note": self.note,
            }
        )
        self.finish()

    def first(self) -> QWidget:
        """Begin with the number; with the next word where the number is known."""
        return self.next_word.text if self.reference.text() else self.reference

    def open_for(self, outage: UUID, reference: str, to_whom: str) -> None:
        """Open with the number that is known already."""
        self.reference_field.refuse("")
        self.open_it(outage, {"reference": reference, "to": to_whom})

    def save(self) -> None:
        """Note the report."""
        whole, at = self.next_word.checked()
        if not self.reference.text().strip():
            self.reference_field.refuse("Skriv ärendenumret. Fick du inget: skriv ”inget nummer”.")
            self.reference.setFocus()
            return
        if self.outage is not None and whole:
            wish = ReportFault(
                outage=self.outage,
                reference=self.reference.text(),
                to_whom=self.to_whom.text(),
                next_word_at=at,
                note=self.note.text(),
            )
            self.do(wish, told="Felanmälan är noterad")


class CallPanel(OutagePanel):
    """A call in the stop: with whom, what it gave, and whether they were rung back."""

    name = "call"
    form_wanted = Signal(str)  # the number of the form that this news belongs on

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Samtal i stoppet", "Spara samtalet")
        self._then_form = False
        self.ward, self.phone, self.who = QLineEdit(), QLineEdit(), QLineEdit()
        self.outcome = narrow_choice()
        for outcome in (OutageCall.NEWS, OutageCall.NOTHING_NEW, OutageCall.NO_ANSWER):
            self.outcome.addItem(word(outcome), outcome.value)
        self.text = TextBox(2, "Vem det gäller och vad de sa. Läs tillbaka.")
        self.ticks = Ticks("Samtalet")
        self.ticks.offer(_TICKS)
        self.ward_field = Labelled("Avdelning eller vem", self.ward)
        self.text_field = Labelled("Vad", self.text)
        self.line(
            self.ward_field,
            Labelled("Telefon", self.phone),
            Labelled("Talade med", self.who),
            Labelled("Gav", self.outcome),
        )
        self.line(self.text_field)
        self.form = narrow_choice()
        for number, words in _FORMS:
            self.form.addItem(words, number)
        self.line(self.ticks, Labelled("Blankett, om du tar en", self.form))
        self.keep(
            {
                "form": self.form,
                "ward": self.ward,
                "phone": self.phone,
                "who": self.who,
                "outcome": self.outcome,
                "text": self.text,
                "ticks": self.ticks,
            }
        )
        self.and_form = act_within(self, "Spara och ta en blankett", "", self._save_with_form)
        self.and_form.setShortcut(QKeySequence("Ctrl+Shift+Return"))
        self.finish(KeyHintButton(self.and_form))

    def first(self) -> QWidget:
        """Begin with what was said, when it is known by whom."""
        return self.text if self.ward.text() else self.ward

    def open_for(self, outage: UUID, ward: Ward | None) -> None:
        """Open for a ward that was rung, or for somebody who is to be named."""
        for field in (self.ward_field, self.text_field):
            field.refuse("")
        known = {"outcome": OutageCall.NEWS.value, "form": _FORMS[0][0]}
        if ward is not None:
            known |= {"ward": ward.name, "phone": ward.phone}
        self._then_form = False
        self.open_it(outage, known, about=ward.name if ward is not None else "")

    def save(self) -> None:
        """Note the call; news is said in words."""
        self._then_form = False
        self._note()

    def done(self, done: Done) -> None:
        """Lead on to the form when that was asked for."""
        form = str(self.form.currentData())
        super().done(done)
        if self._then_form:
            self.form_wanted.emit(form)

    def _save_with_form(self) -> None:
        self._then_form = True
        self._note()

    def _note(self) -> None:
        ward, text = self.ward.text().strip(), self.text.toPlainText().strip()
        outcome = OutageCall(self.outcome.currentData())
        self.ward_field.refuse("" if ward else "Skriv vem samtalet var med.")
        missing = outcome is OutageCall.NEWS and not text
        self.text_field.refuse("Skriv vad det gällde." if missing else "")
        if self.outage is None or not ward or missing:
            (self.ward if not ward else self.text).setFocus()
            return
        who = self.who.text().strip()
        wish = LogOutageCall(
            outage=self.outage,
            ward=ward,
            outcome=outcome,
            text=text,
            on_word=OnWord(name=who, phone=self.phone.text().strip()) if who else None,
            phone=self.phone.text(),
            incoming=_INCOMING in self.ticks.chosen,
            called_back=_BACK in self.ticks.chosen,
        )
        self.do(wish, told=f"Samtal med {ward}: {word(outcome)}")


class OverPanel(OutagePanel):
    """The stop is over, since when; it is not closed by that."""

    name = "over"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Stoppet är över", "Stoppet är över")
        self.at = TimeField(workplace, "Sedan när, tomt betyder nu", ahead=False, empty="nu")
        self.note = QLineEdit()
        self.box.addWidget(
            Text("Det är inte avslutat med det: införandet börjar, och står kvar på allas skärm.")
        )
        self.line(self.at, Labelled("Notering", self.note))
        self.keep({"at": self.at.text, "note": self.note})
        self.finish()

    def first(self) -> QWidget:
        """Begin with when."""
        return self.at.text

    def save(self) -> None:
        """Say that it is over."""
        whole, at = self.at.checked()
        if self.outage is not None and whole:
            wish = EndOutage(at=at, outage=self.outage, note=self.note.text())
            self.do(wish, told="Stoppet är över. Införande pågår")


class ComparePanel(OutagePanel):
    """In practice, and after a stop of our own computers: what the list was held against."""

    name = "compare"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Avstämningen är gjord", "Spara")
        self.note = QLineEdit()
        self.field = Labelled("Vad listan stämdes av mot", self.note)
        self.line(self.field)
        self.keep({"note": self.note})
        self.finish()

    def first(self) -> QWidget:
        """Begin with what was looked at."""
        return self.note

    def save(self) -> None:
        """Note that it is done."""
        if self.outage is not None:
            wish = ReconcileOutage(
                outage=self.outage, system=self.workplace.system_name, note=self.note.text()
            )
            self.do(wish, told="Avstämningen efter stoppet är noterad")


class WithdrawPanel(OutagePanel):
    """There was no stop: why it was declared all the same."""

    name = "withdraw"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Det var inget stopp", "Ta tillbaka anmälan")
        self.reason = QLineEdit()
        self.field = Labelled("Varför", self.reason)
        self.line(self.field)
        self.keep({"reason": self.reason})
        self.finish()

    def first(self) -> QWidget:
        """Begin with the reason."""
        return self.reason

    def save(self) -> None:
        """Take the declaration back."""
        if self.outage is not None:
            wish = WithdrawOutage(outage=self.outage, reason=self.reason.text())
            self.do(wish, told="Anmälan om driftstopp är tillbakatagen")


class ClosePanel(OutagePanel):
    """Whoever closes the stop signs that every number is accounted for."""

    name = "close"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Avsluta stoppet", "Avsluta stoppet")
        self.note = QLineEdit()
        self.signs = Text("")
        self.undone = Text("", "strong")
        self.box.addWidget(self.undone)
        self.box.addWidget(self.signs)
        self.line(Labelled("Notering", self.note))
        self.keep({"note": self.note})
        self.finish()

    def first(self) -> QWidget:
        """Begin with the note."""
        return self.note

    def open_for(self, work: OutageWork) -> None:
        """Say who signs for what, and what was never done."""
        numbers, undone = work.page.balance.issued, undone_words(work)
        self.undone.setText(undone)
        self.undone.setVisible(bool(undone))
        name = self.workplace.me.name or "Den som är inloggad"
        papers = f"att alla {numbers} nummer är klara" if numbers else "att inget blad är utlämnat"
        self.signs.setText(f"{name} skriver under {papers} och att listan är avstämd.")
        self.open_it(work.page.stamp.outage, {})

    def save(self) -> None:
        """Close it."""
        if self.outage is not None:
            wish = CloseOutage(outage=self.outage, note=self.note.text())
            self.do(wish, told="Driftstoppet är avslutat")
