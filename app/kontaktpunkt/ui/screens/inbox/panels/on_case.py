"""Panels for acts on the case: calls, notes, deviations."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from kontaktpunkt.domain.commands import AddNote, Command, LogCall, NoteDeviation
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.ui.screens.inbox.panels.on_message import Choices
from kontaktpunkt.ui.screens.inbox.panels.panel import Fault, Panel
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.usecases.rows import MessageCard
from kontaktpunkt.wording.words import word


class _OnCase(Panel):
    """An act on the case of each chosen message; messages of one case count once."""

    def cases(self) -> list[UUID]:
        """Give the cases of the chosen, in order."""
        return list(dict.fromkeys(row.case for row in self.rows if row.case is not None))


class CallPanel(_OnCase):
    """R: a phone call, also one that nobody answered."""

    name = "call"
    title = "Samtal"
    confirm = "Spara samtalet"

    def build(self) -> None:
        """Who rang whom, at which number, and what was said."""
        self._direction = Choices("Vem som ringde")
        self.add(self._direction)
        self.add_typed("counterpart", "Vem", QLineEdit())
        self.add_typed("phone", "Telefon", QLineEdit())
        self.add_typed("text", "Vad som sades", TextBox(3))
        ticks = QWidget()
        row = QHBoxLayout(ticks)
        row.setContentsMargins(0, 0, 0, 0)
        self.no_answer = QCheckBox("Ej svar")
        self.read_back = QCheckBox("Återläst")
        self.read_back.setToolTip("Det som sades har lästs tillbaka och bekräftats")
        row.addWidget(self.no_answer)
        row.addWidget(self.read_back)
        row.addStretch(1)
        self.add(ticks)

    def fill(self, card: MessageCard | None) -> None:
        """Begin with the ward and its number."""
        del card
        row = self.rows[0]
        self._direction.show_choices([word(way).capitalize() for way in CallDirection])
        self.put("counterpart", ", ".join(part for part in (row.ward, row.hospital) if part))
        self.put("phone", row.ward_phone)
        self.no_answer.setChecked(False)
        self.read_back.setChecked(False)

    @property
    def first_field(self) -> QWidget:
        """Begin with what was said: the rest is known."""
        return self._typed["text"]

    def commands(self) -> Sequence[Command]:
        """Log the call in each case."""
        if not (self.text_of("counterpart") or self.text_of("phone")):
            raise Fault("Skriv vem samtalet var med.")
        return [
            LogCall(
                case=case,
                direction=list(CallDirection)[self._direction.chosen],
                counterpart=self.text_of("counterpart"),
                phone=self.text_of("phone"),
                answered=not self.no_answer.isChecked(),
                read_back=self.read_back.isChecked(),
                text=self.text_of("text"),
            )
            for case in self.cases()
        ]

    def told(self, who: str) -> str:
        """Say whom the call was with."""
        answer = ", ej svar" if self.no_answer.isChecked() else ""
        return f"Samtal om {who}: {self.text_of('counterpart') or self.text_of('phone')}{answer}"


class NotePanel(_OnCase):
    """N: a working note; what belongs in the patient record is written there."""

    name = "note"
    title = "Notering"
    confirm = "Spara noteringen"

    def build(self) -> None:
        """One text."""
        self.add_typed("text", "Arbetsnotering, inte journal", TextBox(4))

    def commands(self) -> Sequence[Command]:
        """Note it in each case."""
        text = self.text_of("text")
        if not text:
            raise Fault("Skriv något först.")
        return [AddNote(case=case, text=text) for case in self.cases()]

    def told(self, who: str) -> str:
        """Say that it is kept."""
        return f"Noterat: {who}"


class DeviationPanel(_OnCase):
    """A: what differed from what was agreed; about what happened, not who."""

    name = "deviation"
    title = "Avvikelse"
    confirm = "Notera avvikelsen"

    def build(self) -> None:
        """Which point of the agreement, and what happened."""
        self._code = QComboBox()
        self.add(Labelled("Vad i överenskommelsen", self._code))
        self.add_typed("text", "Vad som hände", TextBox(3))

    def fill(self, card: MessageCard | None) -> None:
        """Offer the points of the region's agreement."""
        del card
        self._code.clear()
        for code in self.workplace.deviation_codes:
            self._code.addItem(code.label, code.code)
        if not self._code.count():
            self._code.addItem("Annat", "other")

    @property
    def first_field(self) -> QWidget:
        """Begin with the point."""
        return self._code

    def commands(self) -> Sequence[Command]:
        """Note it in each case."""
        code = str(self._code.currentData())
        text = self.text_of("text")
        return [NoteDeviation(case=case, code=code, text=text) for case in self.cases()]

    def told(self, who: str) -> str:
        """Say which point."""
        return f"Avvikelse noterad: {self._code.currentText()}, {who}"
