"""Where the small panels open on the card: one at a time, made when first wanted."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screens.inbox.acts import Act
from kontaktpunkt.ui.screens.inbox.panels.hand_over import HandOverPanel
from kontaktpunkt.ui.screens.inbox.panels.on_case import CallPanel, DeviationPanel, NotePanel
from kontaktpunkt.ui.screens.inbox.panels.on_message import (
    AcknowledgePanel,
    LaterPanel,
    MisdirectedPanel,
)
from kontaktpunkt.ui.screens.inbox.panels.panel import Panel
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import InboxRow, MessageCard

_PANELS: Final[Mapping[Act, type[Panel]]] = {
    Act.ACKNOWLEDGE: AcknowledgePanel,
    Act.HAND_OVER: HandOverPanel,
    Act.LATER: LaterPanel,
    Act.CALL: CallPanel,
    Act.NOTE: NotePanel,
    Act.MISDIRECTED: MisdirectedPanel,
    Act.DEVIATION: DeviationPanel,
}


class Drawer(QWidget):
    """Opens the panel of an act; hidden while none is open."""

    closed = Signal()

    def __init__(self, workplace: Workplace, drafts: Drafts) -> None:
        super().__init__()
        self._workplace = workplace
        self._drafts = drafts
        self._made: dict[Act, Panel] = {}
        self.open: Panel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open_for(self, act: Act, rows: Sequence[InboxRow], card: MessageCard | None) -> None:
        """Open the panel of an act for the chosen rows."""
        if self.open is not None:
            self._drafts.flush()
            self.open.hide()
        panel = self._made.get(act)
        if panel is None:
            panel = _PANELS[act](self._workplace, self._drafts)
            panel.closed.connect(self._close)
            panel.done.connect(self._close)
            self._column.addWidget(panel)
            self._made[act] = panel
        self.open = panel
        self.show()
        panel.open_for(rows, card)

    def is_open_for_other(self, row: InboxRow) -> bool:
        """Say whether a panel is open that is not about this row."""
        return self.open is not None and all(one.message != row.message for one in self.open.rows)

    def close_drawer(self) -> None:
        """Close what is open; what was typed stays as a draft."""
        if self.open is not None:
            self.open.close_panel()

    def flush(self) -> None:
        """Keep at once what is being typed."""
        self._drafts.flush()

    def _close(self) -> None:
        self.open = None
        self.hide()
        self.closed.emit()
