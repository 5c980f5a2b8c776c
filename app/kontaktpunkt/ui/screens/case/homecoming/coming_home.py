"""Hem: when she left the ward, when she came home and who received her, and looking back on it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import FollowUp, NoteHomeReached, NoteWardLeft
from kontaktpunkt.domain.events.homecoming import Travel
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import Homecoming
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

if TYPE_CHECKING:
    from uuid import UUID

_RECEIVED, _LOOKED_BACK, _HANDED = "home.received", "home.looked_back", "home.handed"


class ComingHomePanel(Section):
    """Two events, each with its own time; then the follow-up of the first two weeks."""

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__("Hem")
        self._workplace = workplace
        self._drafts = drafts
        self._case: UUID | None = None
        self.told = Text("", "strong")
        self.left_at = TimeField(workplace, "Lämnade avdelningen", ahead=False, empty="nu")
        self.travel = narrow_choice()
        self.travel.addItem("färdsätt inte sagt", None)
        for one in Travel:
            self.travel.addItem(word(one), one)
        self.left = button("Har lämnat avdelningen")
        self.left.clicked.connect(self._note_left)
        self.reached_at = TimeField(workplace, "Kom hem", ahead=False, empty="nu")
        self.received_by = QLineEdit()
        self.on_word = QLineEdit()
        self.on_word.setPlaceholderText("om det är någon annans ord")
        self.reached = button("Är hemma", "primary")
        self.reached.clicked.connect(self._note_reached)
        self.looked_back = TextBox(2)
        self.looked_back_field = Labelled("Hur har det gått", self.looked_back)
        self.handed_to = QLineEdit()
        self.followed = button("Uppföljt")
        self.followed.clicked.connect(self._follow_up)
        self.departure, self.arrival, self.after = self._forms()
        for part in (self.told, self.departure, self.arrival, self.after):
            self.add(part)
        drafts.watch(_RECEIVED, self.received_by)
        drafts.watch(_LOOKED_BACK, self.looked_back)
        drafts.watch(_HANDED, self.handed_to)

    def show_page(self, page: CasePage) -> None:
        """Show how far home she is, and the next thing to note."""
        home = page.homecoming
        if page.row.case != self._case:
            for field in (self.left_at.text, self.reached_at.text, self.on_word):
                field.clear()
            self.travel.setCurrentIndex(0)
        self._case = page.row.case
        words = _told(home, self._workplace.now())
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.departure.setVisible(home.left is None and home.reached is None)
        self.arrival.setVisible(home.reached is None)
        self.after.setVisible(home.reached is not None and home.followed_up_at is None)

    def _note_left(self) -> None:
        good, at = self.left_at.checked()
        if self._case is not None and good:
            self._workplace.do(
                NoteWardLeft(case=self._case, at=at, travel=self.travel.currentData()),
                told="Har lämnat avdelningen",
            )

    def _note_reached(self) -> None:
        good, at = self.reached_at.checked()
        name = self.on_word.text().strip()
        if self._case is not None and good:
            self._workplace.do(
                NoteHomeReached(
                    case=self._case,
                    at=at,
                    received_by=self.received_by.text().strip(),
                    on_word=OnWord(name=name) if name else None,
                ),
                told="Är hemma",
                then=self._came,
            )

    def _came(self, _done: Done) -> None:
        self._drafts.done((_RECEIVED,))

    def _follow_up(self) -> None:
        text = self.looked_back.toPlainText().strip()
        self.looked_back_field.refuse("" if text else "Skriv hur det har gått.")
        if self._case is not None and text:
            self._workplace.do(
                FollowUp(case=self._case, text=text, handed_to=self.handed_to.text().strip()),
                told="Hemgången är uppföljd",
                then=self._looked,
            )

    def _looked(self, _done: Done) -> None:
        self._drafts.done((_LOOKED_BACK, _HANDED))

    def _forms(self) -> tuple[QWidget, QWidget, QWidget]:
        return (
            _stacked(self.left_at, Labelled("Färdsätt", self.travel), self.left),
            _stacked(
                self.reached_at,
                Labelled("Mottagen av", self.received_by),
                Labelled("Enligt uppgift från", self.on_word),
                self.reached,
            ),
            _stacked(
                self.looked_back_field,
                Labelled("Lämnas över till", self.handed_to),
                self.followed,
            ),
        )


def _stacked(*parts: QWidget) -> QWidget:
    made = QWidget()
    rows = QVBoxLayout(made)
    rows.setContentsMargins(0, 0, 0, GAP)
    rows.setSpacing(GAP // 2)
    for part in parts:
        rows.addWidget(part)
    return made


def _told(home: Homecoming, now: Instant) -> str:
    lines: list[str] = []
    if home.left is not None:
        travel = f", {word(home.left.travel)}" if home.left.travel is not None else ""
        lines.append(f"Lämnade avdelningen {when(home.left.left_at, now)}{travel}")
    if home.reached is not None:
        by = f", mottagen av {home.reached.received_by}" if home.reached.received_by else ""
        lines.append(f"Hemma {when(home.reached.reached_at, now)}{by}")
    if home.followed_up_at is not None:
        to = f", lämnad till {home.handed_to}" if home.handed_to else ""
        lines.append(f"Uppföljt {when(home.followed_up_at, now)}{to}")
    return "\n".join(lines)
