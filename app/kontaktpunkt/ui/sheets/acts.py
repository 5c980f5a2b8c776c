"""The acts on the chosen numbers, with their keys; only what may follow is offered."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.preferences import Preferences
from kontaktpunkt.ui.sheets.wishes import WAYS, SheetAct, fitting
from kontaktpunkt.ui.widgets.acts import act_on
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.ui.widgets.letters import Letters
from kontaktpunkt.usecases.outages.rows import OutageSheetLine

_ENTER: Final = "Enter"


class SheetActs(QObject):
    """Makes the acts and their buttons, and follows what is chosen."""

    def __init__(self, parent: QObject, table: QWidget, preferences: Preferences) -> None:
        super().__init__(parent)
        self.bar = QWidget()
        flow = Flow(self.bar)
        self.enter = act_on(table, "Inför", "")
        self._buttons: dict[QAction, QWidget] = {self.enter: KeyHintButton(self.enter, key=_ENTER)}
        letters = Letters(preferences, self)
        self.acts = {
            act: letters.add(act_on(table, way.words, way.key), way.key)
            for act, way in WAYS.items()
        }
        for made in self.acts.values():
            self._buttons[made] = KeyHintButton(made)
        for shown in self._buttons.values():
            flow.addWidget(shown)
        self.follow((), may_change=False)

    def does(self, enter: Callable[[], object], do: Callable[[SheetAct], object]) -> None:
        """Say what the acts do."""
        self.enter.triggered.connect(lambda _on=False: enter())
        for act, made in self.acts.items():
            made.triggered.connect(lambda _on=False, act=act: do(act))

    def follow(self, lines: Sequence[OutageSheetLine], *, may_change: bool) -> None:
        """Offer what may follow on at least one of the chosen; with how many, where not on all."""
        one = len(lines) == 1 and lines[0].stage is not SheetStage.VOIDED
        self._offer(self.enter, offered=one and may_change)
        for act, made in self.acts.items():
            fits = len(fitting(act, lines)) if may_change else 0
            some = f" ({fits} av {len(lines)})" if 0 < fits < len(lines) else ""
            made.setText(f"{WAYS[act].words}{some}")
            self._offer(made, offered=fits > 0)

    def _offer(self, act: QAction, *, offered: bool) -> None:
        act.setEnabled(offered)
        self._buttons[act].setVisible(offered)
