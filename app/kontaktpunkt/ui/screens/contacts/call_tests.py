"""Provring: the numbers one by one, those longest unchecked first, one key for what came of it."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import NoteCallTest
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.act_list import ActList
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Flow, Sheet
from kontaktpunkt.ui.widgets.letters import Letters
from kontaktpunkt.ui.widgets.list_models import TwoLineModel
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.phone_lists.numbers import NumberRow, NumbersPage
from kontaktpunkt.wording.phone_lists import (
    number_head,
    number_place,
    number_standing,
    number_sub,
    number_tested,
    to_check_words,
    told_of,
)

MINE, ALL_TO_CHECK, ALL = range(3)
_FILTERS: Final = ("Mina att kontrollera", "Alla att kontrollera", "Alla nummer")


class NumberModel(TwoLineModel[NumberRow]):
    """Numbers: whose with the number, then how it stands and who answers for it."""

    def lines(self, row: NumberRow, now: Instant) -> tuple[str, str]:
        """Say a number in two lines."""
        return unbroken(number_head(row)), number_sub(row, local_day(now))

    def place_of(self, contact: UUID | None) -> int:
        """Give the place of a line, -1 where it does not stand."""
        places = (at for at, row in enumerate(self._rows) if row.contact == contact)
        return next(places, -1)


class CallTestPage(QWidget):
    """The list at the left; at the right the number in large, and what can come of ringing it."""

    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page = NumbersPage()
        self._next: UUID | None = None
        self._chosen_filter = False
        self._letters = Letters(workplace.preferences, self)
        self.counts = Text("", "soft")
        self.filter = QComboBox()
        self.filter.addItems(_FILTERS)
        self.filter.setAccessibleName("Vilka nummer")
        self.model = NumberModel()
        self.list = ActList()
        self.card = NumberCard()
        self.empty = EmptyState(workplace.theme, "done")
        self.note = QLineEdit()
        self.note.setPlaceholderText("till exempel: växeln svarar efter 17")
        answers = CallTestOutcome
        self.answered_act = self._answer("Svar", "S", answers.ANSWERED)
        self.wrong_act = self._answer("Fel nummer", "F", answers.WRONG_NUMBER)
        self.silent_act = self._answer("Inget svar", "I", answers.NO_ANSWER)
        self.skip_act = self._letters.add(act_on(self.list, "Hoppa över", "H", self._skip), "H")
        self.leave_act = act_within(self, "Till enheterna", "Esc", self.left.emit)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.filter.activated.connect(self._choose_filter)
        self.note.returnPressed.connect(self.focus)

    def begin(self) -> None:
        """Fetch the numbers."""
        clerk, desk = self._workplace.clerk, self._workplace.desk
        clerk.ask(desk.numbers, self.show_page, key="numbers")

    def begin_anew(self) -> None:
        """Begin with my own, if there are any, when it is opened next."""
        self._chosen_filter = False
        self._next = None
        self.note.clear()

    def focus(self) -> None:
        """Begin in the list."""
        where = self.list if self.model.rowCount() else self.filter
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self, now: Instant) -> None:
        """Say the days anew."""
        self.model.tick(now)

    def show_page(self, page: NumbersPage) -> None:
        """Show the numbers as they stand; the next one is chosen when one has been answered for."""
        self._page = page
        if not self._chosen_filter:
            self.filter.setCurrentIndex(MINE if page.mine_to_check else ALL_TO_CHECK)
        self._show()

    def _show(self) -> None:
        chosen = self._chosen()
        wanted = self._next or (chosen.contact if chosen is not None else None)
        place = self.list.currentIndex().row()
        page, which = self._page, self.filter.currentIndex()
        rows = {MINE: page.mine_to_check, ALL_TO_CHECK: page.to_check, ALL: page.lines}[which]
        self._next = None
        self.counts.setText(to_check_words(page))
        self.model.show_rows(rows, self._workplace.now())
        self.stages.setCurrentWidget(self.splitter if rows else self.empty)
        self.empty.say(_FILTERS[which], f"{to_check_words(page)}.")
        had_focus = self.isVisible() and not self.note.hasFocus()
        if rows:
            found = self.model.place_of(wanted)
            at = found if found >= 0 else min(max(0, place), len(rows) - 1)
            self.list.setCurrentIndex(self.model.index(at))
        if had_focus:
            self.focus()
        self._follow()

    def _choose_filter(self) -> None:
        self._chosen_filter = True
        self._show()

    def _chosen(self) -> NumberRow | None:
        return self.model.row(self.list.currentIndex().row())

    def _follow(self) -> None:
        row = self._chosen()
        for act in (self.answered_act, self.wrong_act, self.silent_act, self.skip_act):
            act.setEnabled(row is not None)
        if row is not None:
            self.card.show_row(row, self._workplace.now())

    def _skip(self) -> None:
        at = self.list.currentIndex().row() + 1
        if at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at))

    def _answer(self, words: str, key: str, outcome: CallTestOutcome) -> QAction:
        act = act_on(self.list, words, key, partial(self._note, outcome))
        return self._letters.add(act, key)

    def _note(self, outcome: CallTestOutcome) -> None:
        """Note what came of ringing the chosen number; then the next one is up."""
        row = self._chosen()
        if row is None:
            return
        after = self.model.row(self.list.currentIndex().row() + 1)
        self._next = after.contact if after is not None else None
        wish = NoteCallTest(contact=row.contact, outcome=outcome, note=self.note.text().strip())
        self.note.clear()
        self._workplace.do(wish, told=told_of(row, outcome))

    def _lay_out(self) -> None:
        head = QWidget()
        flow = Flow(head, GAP)
        flow.addWidget(self.filter)
        flow.addWidget(self.counts)
        self.counts.setWordWrap(False)
        flow.setAlignment(self.counts, Qt.AlignmentFlag.AlignVCenter)
        flow.addWidget(KeyHintButton(self.leave_act, look="plain"))
        self.list.setModel(self.model)
        self.list.setAccessibleName("Nummer att provringa")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card.add(Labelled("Notering (innan du väljer)", self.note))
        answers = QWidget()
        row = Flow(answers)
        for act, look in (
            (self.answered_act, "primary"),
            (self.wrong_act, ""),
            (self.silent_act, ""),
            (self.skip_act, "plain"),
        ):
            row.addWidget(KeyHintButton(act, look=look))
        self.card.add(answers)
        self.card.rows.addStretch(1)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.stages = QStackedWidget()
        self.stages.addWidget(self.splitter)
        self.stages.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        rows.addWidget(head)
        rows.addWidget(self.stages, 1)


class NumberCard(Sheet):
    """The chosen number in large letters: it is read from the screen while it is dialled."""

    def __init__(self) -> None:
        super().__init__(margin=0, name="Numret")
        self.rows.setContentsMargins(GAP * 2, 0, GAP, GAP)
        self.title = Text("", "heading")
        self.place = Text("", "soft")
        self.phone = Text("", "title")
        self.standing = Fact("Läge")
        self.tested = Fact("Senast ringt")
        self.owner = Fact("Svarar för numret")
        for part in (
            self.title, self.place, self.phone, self.standing, self.tested, self.owner,
        ):  # fmt: skip
            self.add(part)

    def show_row(self, row: NumberRow, now: Instant) -> None:
        """Show another number."""
        today = local_day(now)
        self.title.setText(row.name)
        self.place.setText(number_place(row))
        self.phone.setText(" / ".join(map(unbroken, row.phones)))
        self.standing.set_text(number_standing(row, today))
        self.tested.set_text(number_tested(row.tested, today))
        self.owner.set_text(row.owner or "ingen")
