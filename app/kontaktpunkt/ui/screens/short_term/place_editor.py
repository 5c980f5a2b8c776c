"""Where a place is put on the board, or its name, unit, kind, rank and phone are changed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.commands import ListPlace
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.short_term.rows import ForWhom, PlaceRow
from kontaktpunkt.wording.words import word

_NIL = UUID(int=0)


class PlaceEditor(ShortTermPanel):
    """The few things that a place is known by."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara platsen")
        self._place: UUID | None = None
        self.place_name, self.unit = QLineEdit(), QLineEdit()
        self.rank, self.phone = QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        for kind in PlaceKind:
            self.kind.addItem(word(kind).capitalize(), kind.value)
        self.place_field = Labelled("Platsens namn", self.place_name)
        self.rank_field = Labelled("Nummer i ordningen inom slaget", self.rank)
        self.line(self.place_field, Labelled("Enhet", self.unit))
        self.line(Labelled("Slag", self.kind), Labelled("Telefon", self.phone))
        self.line(self.rank_field)
        self.keep(
            {
                "place": self.place_name,
                "unit": self.unit,
                "rank": self.rank,
                "phone": self.phone,
                "kind": self.kind,
            }
        )
        self.finish()

    def open_for(self, row: PlaceRow | None) -> None:
        """Begin with a new place, or with one that stands on the board."""
        self._place = row.place if row is not None else None
        facts = row.facts if row is not None else PlaceFacts(name="")
        self.heading.setText("Ändra platsen" if row is not None else "Ny plats på tavlan")
        known = {
            "place": facts.name,
            "unit": facts.unit,
            "rank": str(facts.rank or ""),
            "phone": facts.phone,
            "kind": facts.place_kind.value,
        }
        self.open_it(f"place:{self._place}", ForWhom(), "", known)
        self.place_field.refuse("")
        self.rank_field.refuse("")
        self.place_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Put it on the board."""
        rank = self.rank.text().strip()
        if not self.place_name.text().strip():
            self.place_field.refuse("Skriv vad platsen heter.")
            self.place_name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if rank and not rank.isdecimal():
            self.rank_field.refuse("Skriv ett heltal, eller lämna tomt.")
            self.rank.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        facts = PlaceFacts(
            name=self.place_name.text().strip(),
            unit=self.unit.text().strip(),
            place_kind=PlaceKind(self.kind.currentData()),
            rank=int(rank or 0),
            phone=self.phone.text().strip(),
        )
        desk, place = self.workplace.desk, self._place
        wish = ListPlace(place=place or _NIL, facts=facts)
        self.workplace.settle(
            lambda: desk.list_place(wish) if place is None else desk.act(wish),
            told=f"{facts.name} står på tavlan",
            then=self.done,
            refused=self.refuse,
        )
