"""The acts of the screen with their keys, and the row of buttons for the chosen person."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.usecases.care_request_rows import CareRequestCard, Standing


class CareRequestActs(QObject):
    """Makes the acts, and offers those that fit how it stands."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.going = act_within(screen, "Skickad till akuten …", "Ctrl+E")
        self.write = act_within(screen, "Skriv eller ändra")
        self.read = act_within(screen, "Genomläst, stämmer", "Ctrl+G")
        self.new = act_within(screen, "Ny …", "Ctrl+Shift+N")
        self.case = act_within(screen, "Öppna ärendet", "Ctrl+O")
        self.end = act_within(screen, "Behövs inte längre")
        self.leave = act_within(screen, "Tillbaka till listan", "Esc")
        self.copy = act_within(screen, "Kopiera texten", "Ctrl+Shift+C")
        self.tick = act_within(screen, "Sänd", "Ctrl+Shift+S")
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        self._buttons: dict[QAction, QWidget] = {}
        for act, key, look in (
            (self.going, "", "primary"),
            (self.write, "Enter", ""),
            (self.read, "", ""),
            (self.case, "", ""),
            (self.end, "", "plain"),
        ):
            shown = KeyHintButton(act, key=key, look=look)
            self._buttons[act] = shown
            flow.addWidget(shown)

    def follow(self, card: CareRequestCard) -> None:
        """Offer what fits the chosen one."""
        row = card.row
        waits = row.standing is Standing.TO_SEND
        self._offer(self.going, offered=not waits and not row.masked)
        self._offer(self.write, offered=not row.masked)
        self._offer(self.read, offered=card.content is not None)
        self._offer(self.end, offered=card.content is not None)
        self._offer(self.case, offered=row.case is not None)
        self.copy.setEnabled(waits)
        self.tick.setEnabled(waits)
        self.tick.setText(f"Sänd i {card.system}" if card.system else "Sänd")

    def _offer(self, act: QAction, *, offered: bool) -> None:
        act.setEnabled(offered)
        self._buttons[act].setVisible(offered)
