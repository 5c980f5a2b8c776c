"""The card of a unit: its numbers and areas, and whom to ring there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kontaktpunkt.domain.contacts.freshness import PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import ContactRole
from kontaktpunkt.ui.screens.contacts.words import (
    area_words,
    person_words,
    unit_words,
)
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Sheet
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.usecases.contacts.rows import UnitLine
from kontaktpunkt.wording.phone_lists import upkeep_words
from kontaktpunkt.wording.words import word


class UnitCard(Sheet):
    """Shows one unit; what is not known is not shown."""

    def __init__(self) -> None:
        super().__init__(margin=0, name="Enheten")
        self.rows.setContentsMargins(GAP * 2, 0, GAP, GAP)
        self.title = Text("", "heading")
        self.kind = Text("", "soft")
        self.phone = Fact("Telefon")
        self.area = Fact("Område")
        self.people = {role: Fact(word(role).capitalize()) for role in ContactRole}
        self.checked = Text("", "soft")
        for part in (self.title, self.kind, self.phone, self.area, *self.people.values()):
            self.add(part)
        self.add(self.checked)

    def offer(self, part: QWidget) -> None:
        """Offer what can be done with the unit, below what is known of it."""
        row = QHBoxLayout()
        row.addWidget(part)
        row.addStretch(1)
        self.add(row)
        self.rows.addStretch(1)

    def show_unit(self, line: UnitLine, keeping: PhoneKeeping) -> None:
        """Show another unit."""
        self.title.setText(line.facts.name)
        self.kind.setText(unit_words(line, keeping))
        self.phone.set_text(" / ".join(map(unbroken, line.facts.phones)))
        self.area.set_text(area_words(line.facts.areas))
        for role, fact in self.people.items():
            there = [person_words(one, keeping) for one in line.people if one.facts.role is role]
            fact.set_text("\n".join(there))
        self.checked.setText(upkeep_words(line.upkeep, keeping))
