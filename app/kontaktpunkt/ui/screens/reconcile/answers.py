"""How a finding is settled, each way with one key that works while the list has focus."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.events.reconciliation import FindingDecision, FindingKind
from kontaktpunkt.usecases.reconciling.rows import FindingRow

D, K = FindingDecision, FindingKind


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to settle a kind of finding: its key, its words; without a decision it leads on."""

    key: str
    words: str
    decision: FindingDecision | None = None


ANSWERS: Final = {
    K.NEW: (
        Answer("A", "Ta in ur översikten", D.TAKEN_OVER),
        Answer("V", "Känd, vänta på meddelandet", D.AWAITS_MESSAGE),
        Answer("N", "Skriv in för hand"),
    ),
    K.CHANGED: (
        Answer("A", "Ta över det nya", D.TAKEN_OVER),
        Answer("V", "Vårt stämmer", D.OURS_KEPT),
        Answer("N", "Skriv in för hand"),
    ),
    K.GONE: (
        Answer("B", "Utskriven enligt översikten", D.GONE_HOME),
        Answer("F", "Finns kvar, fel i översikten", D.STILL_HERE),
    ),
    K.UNREAD: (
        Answer("S", "Läst för hand, klart", D.SEEN),
        Answer("N", "Skriv in för hand"),
    ),
    K.SAME: (Answer("Space", "Alla lika", D.ALL_SAME),),
}
_KEYS: Final = ("A", "B", "S", "V", "F", "N", "Space")
_DEAD: Final = "Avliden enligt översikten"


class Answers:
    """The actions on the list, one for each key; what they mean follows what is chosen."""

    def __init__(self, owner: QWidget, give: Callable[[Answer], None]) -> None:
        self.actions: dict[str, QAction] = {}
        self._meant: dict[str, Answer] = {}
        for key in _KEYS:
            action = QAction(owner)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, key=key: give(self._meant[key]))
            owner.addAction(action)
            self.actions[key] = action
        self.set_single_keys(on=True)
        self.fit((), same=False)

    def set_single_keys(self, *, on: bool) -> None:
        """Turn the single-letter keys on or off; the space bar is no letter and always works."""
        for key, action in self.actions.items():
            action.setShortcut(QKeySequence(key) if on or key == "Space" else QKeySequence())

    def fit(self, rows: tuple[FindingRow, ...], *, same: bool) -> None:
        """Let only what answers the chosen finding be chosen; `same`: some same ones are open."""
        kind = rows[0].kind if rows else None
        answers = {one.key: one for one in ANSWERS[kind]} if kind is not None else {}
        answers.setdefault("Space", ANSWERS[K.SAME][0])
        is_open = any(row.is_open for row in rows)
        for key, action in self.actions.items():
            answer = answers.get(key)
            action.setVisible(answer is not None)
            if answer is None:
                action.setEnabled(False)
                continue
            self._meant[key] = answer
            by_hand = answer.decision is None and any(row.aside for row in rows)
            action.setText(_words(answer, rows))
            can = by_hand or (is_open and _can(answer, rows))
            action.setEnabled(same if key == "Space" else can)


def _words(answer: Answer, rows: tuple[FindingRow, ...]) -> str:
    dead = bool(rows) and rows[0].says_deceased
    return _DEAD if answer.decision is D.GONE_HOME and dead else answer.words


def _can(answer: Answer, rows: tuple[FindingRow, ...]) -> bool:
    """Say whether something can be taken over as it was read; all other answers can be given."""
    return answer.decision is not D.TAKEN_OVER or all(row.can_take_over for row in rows)
