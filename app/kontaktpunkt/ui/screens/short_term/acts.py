"""The acts of the screen with their keys: letters while a list has focus, Ctrl anywhere."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.short_term.models import Waiting
from kontaktpunkt.ui.screens.short_term.statement import Kind
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.usecases.short_term.rows import (
    ArrivalRow,
    DecisionRow,
    PlaceRow,
    PlaceStanding,
    QueueRow,
)

_SAYS: Final = (
    (Kind.PLACE, "Placera …", "P"),
    (Kind.LEFT, "Lämnad …", "L"),
    (Kind.UNTIL, "Gäller till …", "T"),
    (Kind.HOLD, "Håll …", "H"),
    (Kind.CHECK, "Stämmer …", "B"),
    (Kind.OUT, "Ur bruk …", "U"),
)
_FREE = (PlaceStanding.FREE, PlaceStanding.RESERVED)


class ShortTermActs(QObject):
    """Makes the acts, and offers those that fit what is chosen."""

    def __init__(self, screen: Screen, table: QWidget, waiting: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._letters: list[tuple[QAction, str]] = []
        self._buttons: dict[QAction, QWidget] = {}
        self.grant = act_within(screen, "Korttidsbeslut …", "Ctrl+D")
        self.apply = act_within(screen, "Ansökan …", "Ctrl+Shift+K")
        self.new = act_within(screen, "Ny plats …", "Ctrl+Shift+N")
        self.print = act_within(screen, "Lediga på papper", "Ctrl+P")
        self.print_board = act_within(screen, "Hela tavlan på papper")
        self.print_queue = act_within(screen, "Kön på papper")
        self.print_blank = act_within(screen, "Tomt korttidsbeslut på papper")
        self.leave = act_within(screen, "Tillbaka till tavlan", "Esc")
        self._make_bars(table, waiting)
        preferences = screen.workplace.preferences
        preferences.loaded.connect(self.follow_keys)
        preferences.changed.connect(self.follow_keys)
        self.follow_keys()

    def _make_bars(self, table: QWidget, waiting: QWidget) -> None:
        """Make what acts on a place and on who waits, with their buttons."""
        self.says = {kind: self._letter(table, words, key) for kind, words, key in _SAYS}
        self.release = self._letter(table, "Släpp", "S")
        self.in_use = self._letter(table, "I bruk igen", "I")
        self.case_here = self._letter(table, "Öppna ärendet", "O")
        self.edit = act_within(self._screen, "Ändra platsen …")
        self.retire = act_within(self._screen, "Ta bort från tavlan")
        self.answer = act_on(waiting, "Beslut …", "")
        self.place = self._letter(waiting, "Placera på vald plats …", "P")
        self.arrive = self._letter(waiting, "Kommer till korttid …", "K")
        self.withdraw = self._letter(waiting, "Ta ur kön", "Del")
        self.case_there = self._letter(waiting, "Öppna ärendet", "O")
        self.print_decision = act_on(waiting, "Beslutet på papper", "")
        of_place = (*self.says.values(), self.release, self.in_use, self.case_here)
        self.place_bar = self._bar(of_place)
        self.edit_bar = self._bar((self.edit, self.retire))
        self.waiting_bar = self._bar(
            (
                self.answer,
                self.place,
                self.arrive,
                self.withdraw,
                self.case_there,
                self.print_decision,
            )
        )

    def follow_place(self, row: PlaceRow | None) -> None:
        """Offer what can be said of the chosen place."""
        there = row is not None and bool(row.holders)
        free = row is not None and row.standing in _FREE
        out = row is not None and row.standing is PlaceStanding.OUT_OF_USE
        for act, fits in (
            (self.says[Kind.PLACE], free),
            (self.says[Kind.LEFT], there),
            (self.says[Kind.UNTIL], there),
            (self.says[Kind.HOLD], row is not None and not row.held_for and not out),
            (self.says[Kind.CHECK], row is not None),
            (self.says[Kind.OUT], free),
            (self.release, row is not None and bool(row.held_for)),
            (self.in_use, out),
            (self.case_here, row is not None and _case_of(row)),
            (self.edit, row is not None),
            (self.retire, row is not None and not there),
        ):
            self._offer(act, offered=fits)

    def follow_waiting(self, line: Waiting | None) -> None:
        """Offer what can be done for who is chosen among those who wait."""
        queued, decision = isinstance(line, QueueRow), isinstance(line, DecisionRow)
        self.answer.setText("Ändra …" if isinstance(line, ArrivalRow) else "Beslut …")
        for act, fits in (
            (self.answer, line is not None),
            (self.place, queued),
            (self.arrive, queued),
            (self.withdraw, queued),
            (self.case_there, line is not None),
            (self.print_decision, decision),
        ):
            self._offer(act, offered=fits)

    def follow_keys(self) -> None:
        """Turn the letters on or off as somebody has chosen (WCAG 2.1.4)."""
        on = self._screen.workplace.preferences.is_on(Preference.SINGLE_KEYS, default=True)
        for act, key in self._letters:
            act.setShortcut(key if on or key == "Del" else "")

    def does(self, pairs: Sequence[tuple[QAction, Callable[[], object]]]) -> None:
        """Say what each act does."""
        for act, do in pairs:
            act.triggered.connect(_only(do))

    def _letter(self, place: QWidget, words: str, key: str) -> QAction:
        act = act_on(place, words, key)
        self._letters.append((act, key))
        return act

    def _bar(self, acts: Sequence[QAction]) -> QWidget:
        bar = QWidget()
        flow = Flow(bar)
        for act in acts:
            shown = KeyHintButton(act, key="Enter" if act is self.answer else "")
            self._buttons[act] = shown
            flow.addWidget(shown)
        return bar

    def _offer(self, act: QAction, *, offered: bool) -> None:
        act.setEnabled(offered)
        self._buttons[act].setVisible(offered)


def _only(do: Callable[[], object]) -> Callable[..., object]:
    """Give what takes Qt's own word (whether the act is checked) and passes it over."""

    def run(*_said: object) -> object:
        return do()

    return run


def _case_of(row: PlaceRow) -> bool:
    return any(one.case is not None for one in row.holders)
