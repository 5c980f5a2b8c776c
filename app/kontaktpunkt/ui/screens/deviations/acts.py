"""The acts of the screen with their keys, and the row of buttons for the chosen report."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.ui.widgets.letters import Letters
from kontaktpunkt.ui.widgets.text import repolish
from kontaktpunkt.usecases.deviations.rows import DeviationCard, NotedRow

_S = DeviationStage
_PAPER_IN = (_S.TO_SEND, _S.AWAITING, _S.ANSWERED)


class DeviationActs(QObject):
    """Makes the acts, and offers those that fit how far the chosen report has come."""

    def __init__(self, screen: Screen, table: QWidget) -> None:
        super().__init__(screen)
        self.new = act_within(screen, "Ny …", "Ctrl+Shift+N")
        self.listed = act_within(screen, "Listan på papper", "Ctrl+P")
        self.counts = act_within(screen, "Antal", "Ctrl+Shift+Y")
        self.leave = act_within(screen, "Tillbaka", "Esc")
        letters = Letters(screen.workplace.preferences, self)

        def letter(words: str, key: str) -> QAction:
            return letters.add(act_on(table, words, key), key)

        self.paper = letter("R12 på papper", "P")
        self.send = letter("Skickad …", "S")
        self.answer = letter("Svar …", "V")
        self.follow_up = letter("Följ upp …", "K")
        self.remind = letter("Påmind …", "R")
        self.arrived = letter("Mottagen …", "M")
        self.write = letter("Skriv om", "E")
        self.case = letter("Öppna ärendet", "O")
        self.withdraw = act_on(table, "Återkalla …", "Delete")
        self.next: QAction | None = None
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        self._buttons: dict[QAction, QWidget] = {}
        for act in (
            self.paper,
            self.send,
            self.answer,
            self.remind,
            self.follow_up,
            self.arrived,
            self.write,
            self.case,
            self.withdraw,
        ):
            self._buttons[act] = KeyHintButton(act)
            flow.addWidget(self._buttons[act])

    def follow(self, card: DeviationCard | None) -> None:
        """Offer what fits the chosen one; what I may not see I do nothing about."""
        stage = card.row.stage if card is not None and not card.row.masked else None
        waits = stage is _S.AWAITING
        for act, offered in (
            (self.paper, stage in _PAPER_IN),
            (self.send, stage is _S.TO_SEND),
            (self.write, stage is _S.TO_SEND),
            (self.answer, stage in (_S.AWAITING, _S.ANSWERED)),
            (self.follow_up, stage in (_S.AWAITING, _S.ANSWERED)),
            (self.remind, waits),
            (self.arrived, waits and card is not None and card.row.received_on is None),
            (self.withdraw, stage in (_S.TO_SEND, _S.AWAITING)),
            (self.case, card is not None and card.row.case is not None),
        ):
            self._offer(act, offered=offered)
        self.follow_up.setText("Avsluta utan svar …" if waits else "Följ upp …")
        self.write.setText("Skriv om")
        # What tells whom it is about, though she has not agreed, is written anew before it is sent.
        tells = card is not None and bool(card.telling)
        sending = self.write if tells else self.send
        next_acts = {_S.TO_SEND: sending, _S.AWAITING: self.answer, _S.ANSWERED: self.follow_up}
        self._stress(next_acts.get(stage) if stage is not None else None)

    def follow_noted(self, row: NotedRow | None) -> None:
        """Offer what fits one that was noted and has no report."""
        self.follow(None)
        if row is None:
            return
        self.write.setText("Skriv rapporten")
        self._offer(self.write, offered=not row.masked)
        self._offer(self.case, offered=True)
        self._stress(self.write if not row.masked else None)

    def _stress(self, next_act: QAction | None) -> None:
        """Let one act stand out: what comes next, also with Enter."""
        self.next = next_act
        for act, shown in self._buttons.items():
            shown.setProperty("look", "primary" if act is next_act else "")
            repolish(shown)

    def _offer(self, act: QAction, *, offered: bool) -> None:
        act.setEnabled(offered)
        self._buttons[act].setVisible(offered)
