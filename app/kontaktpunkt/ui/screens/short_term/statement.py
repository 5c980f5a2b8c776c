"""Where something is said of one place: somebody gets it, left it, it is held, out of use."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kontaktpunkt.domain.commands import (
    ChangePlaceStay,
    CheckPlace,
    Command,
    OccupyPlace,
    ReservePlace,
    TakePlaceOutOfUse,
    VacatePlace,
)
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel, on_word
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.short_term.rows import ForWhom, PlaceRow
from kontaktpunkt.wording.short_term import holder_name
from kontaktpunkt.wording.times import when

_NIL = UUID(int=0)
_NUMBER = "Personnummer eller reservnummer"


class Kind(StrEnum):
    """What is said; the value is the panel's heading."""

    PLACE = "Placera på"
    LEFT = "Lämnad:"
    UNTIL = "Gäller till:"
    HOLD = "Håll"
    OUT = "Ta ur bruk:"
    CHECK = "Uppgiften stämmer:"


class StatementPanel(ShortTermPanel):
    """One statement about one place, on somebody's word; what does not concern it is hidden."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara")
        self._kind = Kind.CHECK
        self._row: PlaceRow | None = None
        self.at, self.until, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        self.told_by, self.told_phone = QLineEdit(), QLineEdit()
        self.at.setPlaceholderText("nu")
        self.until.setPlaceholderText("ej sagt")
        self.at_field = Labelled("När, tomt betyder nu", self.at)
        self.until_field = Labelled("Till och med", self.until)
        self.words_field = Labelled("Notering", self.words)
        self.told_field = Labelled("Uppgift från, om det inte är du", self.told_by)
        self.told_phone_field = Labelled("Telefon", self.told_phone)
        self.ask_whom()
        self.line(self.at_field, self.until_field)
        self.line(self.words_field)
        self.line(self.told_field, self.told_phone_field)
        self.keep(
            {
                "at": self.at,
                "until": self.until,
                "words": self.words,
                "told_by": self.told_by,
                "told_phone": self.told_phone,
            }
        )
        self.finish()

    def open_for(self, kind: Kind, row: PlaceRow, whom: ForWhom = ForWhom(), who: str = "") -> None:  # noqa: B008 - a frozen value
        """Begin to say something of a place; `whom` is who was chosen in the queue."""
        self._kind, self._row = kind, row
        self.heading.setText(f"{kind.value} {row.facts.name}")
        self.words_field.rename(
            {Kind.HOLD: "Hålls för (tomt om någon är vald i kön)", Kind.OUT: "Varför"}.get(
                kind, "Notering"
            )
        )
        there = holder_name(row.holders[0]) if row.holders else ""
        said = who if kind in (Kind.PLACE, Kind.HOLD) else there
        self.open_it(f"{kind.name}:{row.place}:{whom.case}", whom, said, {})
        asks = kind is Kind.PLACE
        other = "Någon annan: personnummer" if whom.case is not None else _NUMBER
        self.number_field.rename(other)
        for field, shown in (
            (self.number_field, asks),
            (self.name_field, asks),
            (self.at_field, kind in (Kind.PLACE, Kind.LEFT)),
            (self.until_field, kind in (Kind.PLACE, Kind.UNTIL, Kind.HOLD, Kind.OUT)),
            (self.words_field, kind not in (Kind.UNTIL, Kind.CHECK)),
        ):
            field.setVisible(shown)
            field.refuse("")
        first = {
            Kind.PLACE: self.number if whom.case is None else self.until,
            Kind.LEFT: self.at,
            Kind.HOLD: self.words,
            Kind.OUT: self.words,
            Kind.CHECK: self.told_by,
        }.get(kind, self.until)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def for_whom(self) -> ForWhom:
        """Give who was chosen in the queue, unless somebody else's number was typed."""
        typed = self.number.text().strip()
        if self._kind is Kind.PLACE and typed:
            return ForWhom(whom=Whom(number_text=typed, name=self.name.text().strip()))
        return super().for_whom()

    def save(self) -> None:
        """Say it."""
        row = self._row
        at = self.read_past(self.at_field, self.at.text())
        until = self.read_coming(self.until_field, self.until.text())
        if row is None or isinstance(at, TimeFault) or isinstance(until, TimeFault):
            return
        self.workplace.settle(
            self._work(row, at, until),
            told=self._told(row, until),
            then=self.done,
            refused=self.refuse,
        )

    def _work(
        self, row: PlaceRow, at: Instant | None, until: Instant | None
    ) -> Callable[[], Done | Refused]:
        """Give what the clerk is to do; all that was typed is read here, on the screen's lane."""
        desk, place = self.workplace.desk, row.place
        words = self.words.text().strip()
        said = on_word(self.told_by.text(), self.told_phone.text())
        stay = row.holders[0].stay if row.holders else _NIL
        whom = self.for_whom()
        if self._kind is Kind.PLACE:
            draft = OccupyPlace(
                at=at, place=place, stay=_NIL, until=until, note=words, on_word=said
            )
            return lambda: desk.place_person(whom, draft)
        if self._kind is Kind.HOLD:
            held = ReservePlace(
                place=place,
                reservation=_NIL,
                case=whom.case,
                words=words,
                until=until,
                on_word=said,
            )
            return lambda: desk.reserve_place(held)
        wishes: dict[Kind, Command] = {
            Kind.LEFT: VacatePlace(at=at, place=place, stay=stay, note=words, on_word=said),
            Kind.UNTIL: ChangePlaceStay(place=place, stay=stay, until=until, on_word=said),
            Kind.OUT: TakePlaceOutOfUse(place=place, reason=words, until=until, on_word=said),
            Kind.CHECK: CheckPlace(place=place, on_word=said),
        }
        wish = wishes[self._kind]
        return lambda: desk.act(wish)

    def _told(self, row: PlaceRow, until: Instant | None) -> str:
        ends = f" till {when(until, self.workplace.now())}" if until is not None else ""
        name = row.facts.name
        typed = self.name.text().strip() if self.number.text().strip() else self.who.text()
        who = typed or "Personen"
        return {
            Kind.PLACE: f"{who} har {name}{ends}",
            Kind.LEFT: f"{name} är lämnad",
            Kind.UNTIL: f"{name} gäller{ends or ' tills vidare'}",
            Kind.HOLD: f"{name} hålls{ends}",
            Kind.OUT: f"{name} är ur bruk{ends}",
            Kind.CHECK: f"Uppgiften om {name} stämmer",
        }[self._kind]
