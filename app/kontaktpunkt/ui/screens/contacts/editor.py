"""The form of a unit: name, kind, numbers, areas, and a line for each person to ring there."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kontaktpunkt.domain.contacts.phone import PhoneFault, read_phone
from kontaktpunkt.domain.contacts.shapes import ContactRole, UnitFacts, UnitKind, Upkeep
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.contacts.words import area_words, phones_in, read_areas
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.editing import PersonEdit, UnitEdit
from kontaktpunkt.usecases.contacts.rows import ContactLine, UnitLine
from kontaktpunkt.wording.words import word


@dataclass(frozen=True, slots=True)
class _PersonRow:
    """The fields of one person."""

    contact: UUID | None
    role: QComboBox
    name: QLineEdit
    phone: QLineEdit
    gone: QPushButton

    @property
    def parts(self) -> tuple[QWidget, ...]:
        return self.role, self.name, self.phone, self.gone


class UnitEditor(Sheet):
    """Enter in a line saves; an empty name takes a person away."""

    saved = Signal(object)  # UnitEdit
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(margin=0, name="Ändra enheten")
        self._workplace = workplace
        self._line: UnitLine | None = None
        self.rows.setContentsMargins(GAP * 2, 0, GAP, GAP)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name, self.phones, self.areas = (QLineEdit() for _ in range(3))
        self.owner, self.until = QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        for kind in UnitKind:
            self.kind.addItem(word(kind).capitalize(), kind)
        self.name_field = Labelled("Enhetens namn", self.name)
        self.phone_field = Labelled("Telefon", self.phones, "Flera nummer: skilj dem med /.")
        self.area_field = Labelled(
            "Område",
            self.areas,
            "Postnummer, gator eller orter: 531 30, 531*, Storgatan 1-20, Storgatan i Vinninga.",
        )
        self.until_field = Labelled("Gäller till", self.until, "Tomt: så länge reglerna säger.")
        self.people: list[_PersonRow] = []
        self._lay_out()

    def open_for(self, line: UnitLine | None) -> None:
        """Begin to edit a unit, or to write in a new one."""
        self._line = line
        facts = line.facts if line is not None else UnitFacts(name="")
        self.name.setText(facts.name)
        self.kind.setCurrentIndex(self.kind.findData(facts.unit_kind))
        self.phones.setText(" / ".join(facts.phones))
        self.areas.setText(area_words(facts.areas))
        upkeep = line.upkeep if line is not None else Upkeep()
        today = local_day(self._workplace.now())
        self.owner.setText(upkeep.owner)
        # A day that has passed is not to be kept by whoever looks at the unit now.
        is_ahead = upkeep.best_before is not None and upkeep.best_before >= today
        self.until.setText(str(upkeep.best_before) if is_ahead else "")
        for row in self.people:
            for part in row.parts:
                part.deleteLater()
        self.people.clear()
        for one in line.people if line is not None else ():
            self._add_person(one)
        self._add_person(None)
        self.refuse("")
        for field in (self.name_field, self.phone_field, self.area_field, self.until_field):
            field.refuse("")
        self.begin_at_top()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say what is wrong with it as a whole."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def save(self) -> None:
        """Tell what stands in the form, unless something in it cannot be understood."""
        areas = read_areas(self.areas.text())
        wrong = _wrong_phone(phones_in(self.phones.text()))
        self.name_field.refuse("" if self.name.text().strip() else "Skriv enhetens namn.")
        self.phone_field.refuse(wrong)
        self.area_field.refuse(
            f"”{areas}” är varken postnummer, gata eller ort." if isinstance(areas, str) else ""
        )
        until = _day(self.until.text())
        self.until_field.refuse("Skriv datumet som 2026-09-24." if until is False else "")
        people = self._people()
        bad = next(filter(None, (_wrong_phone(one.phones) for one in people)), "")
        self.refuse(bad)
        if isinstance(areas, str) or wrong or bad or until is False or not self.name.text().strip():
            return
        facts = UnitFacts(
            name=" ".join(self.name.text().split()),
            unit_kind=UnitKind(self.kind.currentData()),
            phones=phones_in(self.phones.text()),
            areas=areas,
        )
        # Whoever writes a unit has just looked at it.
        today = local_day(self._workplace.now())
        owner = " ".join(self.owner.text().split())
        upkeep = Upkeep(owner=owner, verified_on=today, best_before=until)
        unit = self._line.unit if self._line is not None else None
        self.saved.emit(UnitEdit(facts=facts, upkeep=upkeep, people=people, unit=unit))

    def _people(self) -> tuple[PersonEdit, ...]:
        return tuple(
            PersonEdit(
                role=ContactRole(row.role.currentData()),
                name=" ".join(row.name.text().split()),
                phones=phones_in(row.phone.text()),
                contact=row.contact,
            )
            for row in self.people
            if row.name.text().strip()
        )

    def _add_person(self, one: ContactLine | None) -> _PersonRow:
        row = _PersonRow(
            one.contact if one is not None else None,
            QComboBox(),
            QLineEdit(),
            QLineEdit(),
            button("Ta bort", "plain", "Ta bort personen från enheten"),
        )
        for role in ContactRole:
            row.role.addItem(word(role).capitalize(), role)
        number = len(self.people) + 1
        row.role.setAccessibleName(f"Uppgift, kontakt {number}")
        row.name.setAccessibleName(f"Namn, kontakt {number}")
        row.phone.setAccessibleName(f"Telefon, kontakt {number}")
        row.gone.setAccessibleName(f"Ta bort kontakt {number}")
        row.name.setPlaceholderText("namn")
        row.phone.setPlaceholderText("telefon")
        if one is not None:
            row.role.setCurrentIndex(row.role.findData(one.facts.role))
            row.name.setText(one.facts.name)
            row.phone.setText(" / ".join(one.facts.phones))
        else:
            row.role.setCurrentIndex(min(len(self.people), row.role.count() - 1))
        row.gone.clicked.connect(row.name.clear)
        row.gone.clicked.connect(row.phone.clear)
        for field in (row.name, row.phone):
            field.returnPressed.connect(self.save)
        for column, part in enumerate(row.parts):
            self._grid.addWidget(part, len(self.people) + 1, column)
        self.people.append(row)
        return row

    def _more(self) -> None:
        self._add_person(None).name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_upkeep(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Labelled("Svarar för uppgifterna", self.owner, "Namn eller enhet."), 3)
        row.addWidget(self.until_field, 2)
        return row

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name_field, 3)
        head.addWidget(Labelled("Slags enhet", self.kind), 2)
        self.add(head)
        for field in (self.phone_field, self.area_field):
            self.add(field)
        self.add(self._lay_out_upkeep())
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP // 2)
        self._grid.addWidget(Text("Att ringa där", "section", wrap=False), 0, 0, 1, 4)
        for column, share in enumerate((2, 3, 2, 0)):
            self._grid.setColumnStretch(column, share)
        self.add(self._grid)
        more = button("Lägg till en kontakt", "link")
        more.clicked.connect(self._more)
        self.add(more)
        self.refusal = Text("", "refused")
        self.add(self.refusal)
        buttons = QHBoxLayout()
        save = button("Spara", "primary")
        save.clicked.connect(self.save)
        leave = button("Avbryt")
        leave.clicked.connect(self.left)
        buttons.addWidget(save)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        self.add(buttons)
        self.rows.addStretch(1)
        self.refusal.hide()
        for field in (self.name, self.phones, self.areas, self.owner, self.until):
            field.returnPressed.connect(self.save)


def _wrong_phone(phones: tuple[str, ...]) -> str:
    """Say what is wrong with the first number that cannot be rung; nothing when all can."""
    for phone in phones:
        read = read_phone(phone)
        if isinstance(read, PhoneFault):
            return f"Telefonnumret ”{read.text}” {word(read.reason)}."
    return ""


def _day(text: str) -> date | Literal[False] | None:
    """Read a day; None where nothing is written, False for what is no day."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        return False
