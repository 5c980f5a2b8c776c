"""The card of a unit: its numbers and areas, and whom to ring there."""

from kontaktpunkt.domain.contacts.shapes import ContactRole
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.contacts.words import (
    area_words,
    checked_words,
    person_words,
    unit_words,
)
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Sheet
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.rows import UnitLine
from kontaktpunkt.wording.words import word


class UnitCard(Sheet):
    """Shows one unit; what is not known is not shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(margin=0, name="Enheten")
        self._workplace = workplace
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
        self.rows.addStretch(1)

    def show_unit(self, line: UnitLine) -> None:
        """Show another unit."""
        self.title.setText(line.facts.name)
        self.kind.setText(unit_words(line))
        self.phone.set_text(" / ".join(map(unbroken, line.facts.phones)))
        self.area.set_text(area_words(line.facts.areas))
        for role, fact in self.people.items():
            there = [person_words(one) for one in line.people if one.facts.role is role]
            fact.set_text("\n".join(there))
        self.checked.setText(checked_words(line, local_day(self._workplace.now())))
