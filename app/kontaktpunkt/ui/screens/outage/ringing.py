"""The round of calls to the wards: which is due, one key for each answer, and the log of calls."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from kontaktpunkt.domain.events.outage import OutageCall, OutageCallMade
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.acts import act_on
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Flow, Section
from kontaktpunkt.ui.widgets.letters import Letters
from kontaktpunkt.ui.widgets.rows_table import Index, RowsModel, RowsTable, chosen_row
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.outages.rounds import RingWard, RoundsPage, Ward, outcome_of
from kontaktpunkt.usecases.outages.rows import OutageEntry
from kontaktpunkt.wording.names import on_word_of
from kontaktpunkt.wording.outages import capital, past_words, round_words
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

_ALL: Final = 10_000
"""The page scrolls, not the tables on it: one scroll bar, and a ward is never hidden."""
_WARDS: Final = ("Avdelning", "Våra", "Telefon", "Rundan", "Förut")
_NOW, _BEFORE = 3, 4
_CALLS: Final = ("Tid", "Vem", "Vad", "Av")


class Rows(RowsTable):
    """A table that is as high as its rows, up to so many; then it scrolls."""

    def __init__(
        self,
        workplace: Workplace,
        model: RowsModel,
        weights: tuple[int, ...],
        most: int = _ALL,
        *,
        tall: bool = False,
    ) -> None:
        super().__init__(workplace.theme, model, weights, tall=tall)
        self._most = most
        workplace.theme.changed.connect(self.fit_height)

    def fit_height(self) -> None:
        """Be as high as the rows need."""
        rows = max(1, min(self.model().rowCount(), self._most))
        header, row = self.horizontalHeader(), self.verticalHeader()
        self.setFixedHeight(header.height() + rows * row.defaultSectionSize() + 4)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the chosen row in sight: it is the page that scrolls, not the table."""
        super().currentChanged(current, previous)
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        inside = page.widget() if page is not None else None
        if page is None or inside is None or not self.hasFocus():
            return
        row = self.visualRect(self.model().index(current.row(), 0))
        place = self.viewport().mapTo(inside, row.center())
        page.ensureVisible(0, place.y(), 0, row.height())

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the acts."""


class Ringing(Section):
    """The wards with what each answered; letters note the answer of the chosen one."""

    answered = Signal(object, object)  # Ward, OutageCall
    news = Signal(object)  # Ward

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Ringrunda")
        self._workplace = workplace
        self._wards: tuple[RingWard, ...] = ()
        self._letters = Letters(workplace.preferences, self)
        self.due = Text("", "strong")
        self.asks = Text("Fråga: någon ny, någon utskrivningsklar, något ändrat?", "soft")
        self.past = Text("", "soft")
        self.nobody = Text("Ingen avdelning är känd. Lägg till den med Nytt samtal.", "soft")
        self.model = RowsModel(_WARDS, frozenset({1}), self)
        self.table = Rows(workplace, self.model, (6, 0, 0, 1, 1))
        self.table.setAccessibleName("Avdelningar i ringrundan")
        self.nothing = self._letter("Inget nytt", "I", lambda: self._answer(OutageCall.NOTHING_NEW))
        self.something = self._letter("Något nytt …", "N", self._news)
        self.no_answer = self._letter("Ej svar", "E", lambda: self._answer(OutageCall.NO_ANSWER))
        self.copy = self._letter("Kopiera numret", "C", self._copy)
        self.table.activated.connect(self._news)
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        for act in (self.nothing, self.something, self.no_answer, self.copy):
            flow.addWidget(KeyHintButton(act))
        for part in (self.due, self.asks, self.buttons, self.table, self.nobody, self.past):
            self.add(part)

    def show_page(self, page: RoundsPage, now: Instant, *, goes_on: bool) -> None:
        """Show the round that is due; who is chosen stays chosen."""
        chosen = self.ward
        rung = tuple(one for one in page.wards if one.now or one.before)
        self._wards = wards = page.wards if goes_on else rung
        ended = "Rundorna är slut" if rung else "Ingen ringrunda gjordes"
        self.due.setText(round_words(page, now) if goes_on else ended)
        self.due.set_role("wrong" if goes_on and page.is_late(now) else "strong")
        self.past.setText(past_words(page, now))
        self.past.setVisible(bool(page.past))
        left = "kvar att ringa" if goes_on and page.due_at is not None else ""
        self.table.setColumnHidden(_NOW, not goes_on and not any(one.now for one in wards))
        self.table.setColumnHidden(_BEFORE, not any(one.before for one in wards))
        self.model.show([_ward_cells(one, now, left) for one in wards])
        self.table.fit_height()
        for part in (self.asks, self.buttons):
            part.setVisible(goes_on and bool(wards))
        self.table.setVisible(bool(wards))
        self.nobody.setVisible(goes_on and not wards)
        names = [one.ward.name for one in wards]
        known = names.index(chosen.name) if chosen is not None and chosen.name in names else 0
        self.table.choose(known)

    @property
    def ward(self) -> Ward | None:
        """Give the chosen ward."""
        row = chosen_row(self.table)
        return self._wards[row].ward if 0 <= row < len(self._wards) else None

    def step_on(self) -> None:
        """Go to the next ward that has not answered in this round."""
        count, at = len(self._wards), chosen_row(self.table)
        places = ((at + step) % count for step in range(1, count + 1)) if count else iter(())
        left = (place for place in places if self._wards[place].answered is None)
        self.table.choose(next(left, at))

    def _answer(self, outcome: OutageCall) -> None:
        ward = self.ward
        if ward is not None:
            self.answered.emit(ward, outcome)

    def _news(self) -> None:
        ward = self.ward
        if ward is not None:
            self.news.emit(ward)

    def _copy(self) -> None:
        ward = self.ward
        if ward is not None and ward.phone:
            QGuiApplication.clipboard().setText(ward.phone)
            self._workplace.noted.emit(f"Numret till {ward.name} är kopierat")

    def _letter(self, words: str, key: str, do: Callable[[], None]) -> QAction:
        return self._letters.add(act_on(self.table, words, key, do), key)


class Calls(Section):
    """Every call of the stop, the newest first."""

    def __init__(self, workplace: Workplace, parent: QObject, new: QAction) -> None:
        super().__init__("Samtal i stoppet")
        self.model = RowsModel(_CALLS, frozenset(), parent)
        self.table = Rows(workplace, self.model, (1, 3, 6, 1), tall=True)
        self.table.setAccessibleName("Samtal i stoppet")
        self.none = Text("Inga samtal är noterade än.", "soft")
        self.new = KeyHintButton(new)
        for part in (self.table, self.none, self.new):
            self.add(part)

    def show_log(self, log: tuple[OutageEntry, ...], now: Instant, *, open_still: bool) -> None:
        """Show the calls."""
        self.model.show([_call_cells(entry, now) for entry in log])
        self.table.fit_height()
        self.table.setVisible(bool(log))
        self.none.setVisible(not log)
        self.new.setVisible(open_still)


def _ward_cells(one: RingWard, now: Instant, left: str) -> tuple[str, ...]:
    ward = one.ward
    return (
        ward.name,
        str(ward.people or ""),
        unbroken(ward.phone),
        _again(one.now, now) or left,
        _outcome(one.before, now),
    )


def _outcome(entry: OutageEntry | None, now: Instant) -> str:
    said = entry.said if entry is not None else None
    if entry is None or not isinstance(said, OutageCallMade):
        return ""
    return f"{word(said.outcome)} {when(entry.at, now)}"


def _again(entry: OutageEntry | None, now: Instant) -> str:
    """Say the answer in this round; who did not answer is rung again."""
    no_answer = outcome_of(entry) is OutageCall.NO_ANSWER
    return _outcome(entry, now) + (", ring igen" if no_answer else "")


def _call_cells(entry: OutageEntry, now: Instant) -> tuple[str, ...]:
    said = entry.said
    if not isinstance(said, OutageCallMade):
        return ("", "", "", "")
    parts = (
        f"{'de ringde: ' if said.incoming else ''}{word(said.outcome)}{on_word_of(said.on_word)}",
        capital(said.text),
        "Motringt via växeln" if said.called_back else "",
    )
    what = ". ".join(part for part in parts if part)
    return when(entry.at, now), said.ward, capital(what), entry.by_name
