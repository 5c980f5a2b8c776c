"""Korttidsbeslut: the guided decision of a nurse outside office hours, step by step, no dialog."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.commands import GrantShortTerm
from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.ticks import Ticks
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.short_term.rows import ForWhom, PlaceRow, ShortTermCase
from kontaktpunkt.wording.short_term import place_choice, until_words
from kontaktpunkt.wording.words import word

_NIL = UUID(int=0)
_OTHER = "other"
_UNSAID = "Ej svarat"


class DecisionPanel(ShortTermPanel):
    """Seven short steps; nothing is granted before all are answered, and no is never said here."""

    manager_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Bevilja korttidsplats")
        self._places: Sequence[PlaceRow] = ()
        self.heading.setText("Korttidsbeslut utanför kontorstid")
        self.holds, self.warning = Text("", "strong"), Text("", "today")
        self.reason = TextBox(2, "Maken som vårdar är akut inlagd …")
        self.assessment = TextBox(2, "Kan inte vara ensam, behöver hjälp till toaletten nattetid …")
        self.wish, self.delegation, self.doctor = (narrow_choice() for _ in range(3))
        self.representative, self.doctor_name = QLineEdit(), QLineEdit()
        self.tried, self.tried_note = Ticks("Prövat först"), QLineEdit()
        self.place, self.other_place, self.manager = narrow_choice(), QLineEdit(), QLineEdit()
        self.along, self.told = Ticks("Ska med"), Ticks("Underrättade")
        _offer(self.wish, [(word(one).capitalize(), one.value) for one in ShortTermWish])
        _offer(self.delegation, [("Finns", "yes"), ("Saknas", "no")])
        _offer(self.doctor, [(word(one).capitalize(), one.value) for one in DoctorAsked])
        self._lay_out()
        self.keep(
            {
                "reason": self.reason,
                "assessment": self.assessment,
                "wish": self.wish,
                "delegation": self.delegation,
                "doctor": self.doctor,
                "representative": self.representative,
                "doctor_name": self.doctor_name,
                "tried": self.tried,
                "tried_note": self.tried_note,
                "other_place": self.other_place,
                "manager": self.manager,
                "along": self.along,
                "told": self.told,
            }
        )
        ask = button("Tveksamt eller nej: chef i beredskap …")
        ask.clicked.connect(self.manager_wanted.emit)
        self.finish(ask)
        self.place.currentIndexChanged.connect(self._follow_place)

    def open_for(
        self,
        whom: ForWhom,
        who: str,
        places: Sequence[PlaceRow],
        standing: ShortTermCase | None = None,
    ) -> None:
        """Begin for somebody; `places` are the free ones in the order in which they are asked for.

        `standing` is what her case says; without one, validity is told when it is granted.
        """
        self._offer_lists(places)
        self.open_it(f"grant:{whom.case}", whom, who, {})
        now = self.workplace.now()
        if standing is not None:
            self.say_validity(standing.valid_until, now, office_open=standing.office_open)
        first = self.reason if whom.case is not None else self.number
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_validity(self, until: Instant, now: Instant, *, office_open: bool | None) -> None:
        """Say until when a decision made now holds, and that the caseworkers are there."""
        self.holds.setText(
            f"Gäller till {until_words(until, now)}, och väntar sedan på handläggarens beslut."
        )
        self.warning.setText(
            "Det är kontorstid: handläggaren beslutar. Ring dit först." if office_open else ""
        )
        self.holds.setVisible(bool(self.holds.text()))
        self.warning.setVisible(bool(self.warning.text()))

    def save(self) -> None:
        """Grant it when every step is answered; else say which is left, and go there."""
        missing = self._missing()
        if missing is not None:
            words, field = missing
            self.fail(words)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, whom, draft = self.workplace.desk, self.for_whom(), self._draft()
        name = self.place.currentText() if draft.place is not None else draft.place_name
        self.workplace.settle(
            lambda: desk.grant_short_term(whom, draft),
            told=f"Korttidsplats beviljad: {name.partition(',')[0]}",
            then=self.done,
            refused=self.refuse,
        )

    def _draft(self) -> GrantShortTerm:
        place = self._chosen_place()
        return GrantShortTerm(
            case=_NIL,
            decision=_NIL,
            stay=_NIL,
            valid_until=Instant(0),
            reason=self.reason.toPlainText().strip(),
            wish=ShortTermWish(self.wish.currentData()),
            representative=self.representative.text().strip(),
            delegation=self.delegation.currentData() == "yes",
            assessment=self.assessment.toPlainText().strip(),
            doctor=DoctorAsked(self.doctor.currentData()),
            doctor_name=self.doctor_name.text().strip(),
            tried=self.tried.chosen,
            tried_note=self.tried_note.text().strip(),
            place=place.place if place is not None else None,
            place_name="" if place is not None else self.other_place.text().strip(),
            manager=self.manager.text().strip(),
            handed_over=self.along.chosen,
            told=self.told.chosen,
        )

    def _missing(self) -> tuple[str, QLineEdit | TextBox | QComboBox | Ticks] | None:
        """Give the first step that is not answered, in words, and where to answer it."""
        by_other = self.wish.currentData() == ShortTermWish.REPRESENTATIVE.value
        left = self.tried.left if not self.tried_note.text().strip() else ()
        place = self._chosen_place()
        unplaced = place is None and not self.other_place.text().strip()
        permanent = place is not None and place.facts.place_kind is PlaceKind.PERMANENT
        steps = (
            (not self.reason.toPlainText().strip(), "Steg 1: skriv varför.", self.reason),
            (not self.wish.currentData(), "Steg 2: vem vill ha platsen?", self.wish),
            (
                by_other and not self.representative.text().strip(),
                "Steg 2: skriv företrädarens namn.",
                self.representative,
            ),
            (
                self.delegation.currentData() != "yes",
                "Steg 3: utan delegation beslutar chef i beredskap.",
                self.delegation,
            ),
            (
                not self.assessment.toPlainText().strip(),
                "Steg 4: skriv din bedömning.",
                self.assessment,
            ),
            (not self.doctor.currentData(), "Steg 4: är läkare eller MTN frågad?", self.doctor),
            (
                bool(left),
                f"Steg 5: {', '.join(left).casefold()} är inte prövat. Bocka, eller skriv varför.",
                self.tried_note,
            ),
            (unplaced, "Steg 6: välj plats, eller skriv vilken.", self.place),
            (
                permanent and not self.manager.text().strip(),
                "Steg 6: en permanent plats beslutar chef i beredskap om. Skriv namnet.",
                self.manager,
            ),
        )
        return next(((words, field) for is_left, words, field in steps if is_left), None)

    def _chosen_place(self) -> PlaceRow | None:
        chosen = self.place.currentData()
        return next((row for row in self._places if str(row.place) == chosen), None)

    def _offer_lists(self, places: Sequence[PlaceRow]) -> None:
        profile = self.workplace.profile
        for ticks, key in (
            (self.tried, "short_term_tried"),
            (self.along, "short_term_handed_over"),
            (self.told, "short_term_told"),
        ):
            ticks.offer(profile.codes(key) if profile is not None else ())
        self._places = places
        now = self.workplace.now()
        before = self.place.currentData()
        self.place.clear()
        for row in places:
            self.place.addItem(place_choice(row, now), str(row.place))
        self.place.addItem("En annan plats", _OTHER)
        self.place.setCurrentIndex(max(0, self.place.findData(before)))
        self._follow_place()

    def _follow_place(self) -> None:
        """Ask for the name of a place that is on no board."""
        self.other_field.setVisible(self._chosen_place() is None)

    def _lay_out(self) -> None:
        self.other_field = Labelled("Vilken plats, och telefon", self.other_place)
        self.holds.hide()
        self.warning.hide()
        self.box.addWidget(self.holds)
        self.box.addWidget(self.warning)
        self.ask_whom()
        self.line(Labelled("1. Varför behövs platsen nu", self.reason))
        self.line(
            Labelled("2. Vem vill ha platsen", self.wish),
            Labelled("Företrädarens namn", self.representative),
        )
        self.line(Labelled("3. Delegation att besluta", self.delegation))
        self.line(Labelled("4. Sjuksköterskans bedömning", self.assessment))
        self.line(
            Labelled("Läkare eller MTN", self.doctor), Labelled("Namn, svar", self.doctor_name)
        )
        self.line(Labelled("5. Prövat först, eller går inte", self.tried))
        self.line(Labelled("Not om det som inte prövats", self.tried_note))
        self.line(Labelled("6. Plats, i den ordning de söks", self.place))
        self.line(self.other_field, Labelled("Chef i beredskap, om frågad", self.manager))
        self.line(Labelled("7. Ska med", self.along))
        self.line(Labelled("Underrättade", self.told))


def _offer(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    box.addItem(_UNSAID, "")
    for words, value in choices:
        box.addItem(words, value)
