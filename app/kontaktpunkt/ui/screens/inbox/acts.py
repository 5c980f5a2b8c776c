"""What can be done with messages, each with one key that works while the list has focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.usecases.rows import InboxRow


class Act(StrEnum):
    """The acts of the inbox."""

    TAKE = "take"
    ACKNOWLEDGE = "acknowledge"
    HAND_OVER = "hand_over"
    LATER = "later"
    CALL = "call"
    NOTE = "note"
    MISDIRECTED = "misdirected"
    DEVIATION = "deviation"
    FINISH = "finish"
    REOPEN = "reopen"
    PAPER = "paper"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Words:
    """What an act is called, its key, and its icon."""

    words: str
    key: str
    icon: str


WORDS: Final = {
    Act.TAKE: Words("Ta", "T", "take"),
    Act.ACKNOWLEDGE: Words("Kvitterat", "K", "acknowledge"),
    Act.HAND_OVER: Words("Lämna till", "L", "hand_over"),
    Act.LATER: Words("Senare", "S", "later"),
    Act.CALL: Words("Ring", "R", "phone"),
    Act.NOTE: Words("Notering", "N", "note"),
    Act.MISDIRECTED: Words("Felsänt", "F", "return"),
    Act.DEVIATION: Words("Avvikelse", "A", "deviation"),
    Act.FINISH: Words("Klar", "X", "done"),
    Act.REOPEN: Words("Öppna igen", "O", "undo"),
    Act.PAPER: Words("Papper …", "P", "paper"),
    Act.OPEN: Words("Öppna ärendet", "Enter", "go"),
}
ON_THE_CASE = frozenset({Act.CALL, Act.NOTE, Act.DEVIATION, Act.PAPER})
_CLOSED = (MessageStage.DONE, MessageStage.DISMISSED, MessageStage.MATCHED)
_ONLY_OPEN = frozenset(
    {Act.TAKE, Act.HAND_OVER, Act.LATER, Act.MISDIRECTED, Act.FINISH, Act.ACKNOWLEDGE}
)


class InboxActs(QObject):
    """The acts as actions on the list: menu, buttons and keys all go this way."""

    wanted = Signal(object)  # Act

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self.actions: dict[Act, QAction] = {}
        for act, told in WORDS.items():
            action = QAction(told.words, owner)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, act=act: self.wanted.emit(act))
            owner.addAction(action)
            self.actions[act] = action
        self.set_single_keys(on=True)
        theme.changed.connect(self._tint)
        self._tint()

    def set_single_keys(self, *, on: bool) -> None:
        """Turn the single-letter keys on or off; Enter always opens."""
        for act, action in self.actions.items():
            if act is not Act.OPEN:
                action.setShortcut(QKeySequence(WORDS[act].key) if on else QKeySequence())

    def fit(self, rows: Sequence[InboxRow], system: str) -> None:
        """Let only what can be done with the chosen rows be chosen."""
        any_open = any(row.stage not in _CLOSED for row in rows)
        any_closed = any(row.stage in _CLOSED for row in rows)
        any_case = any(row.case is not None for row in rows)
        read_in = any(row.kind is not None for row in rows)
        for act, action in self.actions.items():
            can = bool(rows)
            if act in _ONLY_OPEN:
                can = can and any_open
            if act is Act.REOPEN:
                can = any_closed
            if act in ON_THE_CASE:
                can = can and any_case
            if act is Act.ACKNOWLEDGE:
                can = can and read_in
            action.setEnabled(can)
        self.actions[Act.REOPEN].setVisible(any_closed)
        self.actions[Act.OPEN].setText("Öppna ärendet" if any_case else "Öppna originalet")
        self.actions[Act.ACKNOWLEDGE].setText(f"Kvitterat i {system}" if system else "Kvitterat")

    def _tint(self) -> None:
        for act, action in self.actions.items():
            action.setIcon(self._theme.icon(WORDS[act].icon, self._theme.tokens.text_soft))
            action.setIconVisibleInMenu(True)


def next_act(row: InboxRow) -> Act:
    """Say which act comes first for a row: the one that the card offers as its main button."""
    if row.stage in _CLOSED:
        return Act.REOPEN
    if row.kind is None:
        return Act.OPEN
    if not row.is_taken:
        return Act.TAKE
    if row.acknowledged_at is None:
        return Act.ACKNOWLEDGE
    return Act.FINISH
