"""The acts of a case with their keys; the single letters act only while the timeline has focus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Flow


class CaseActs(QObject):
    """Makes the acts, their buttons in a row, and the letters that stand for them."""

    def __init__(self, screen: Screen, letters_in: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._letters_in = letters_in
        self._letters: list[QAction] = []
        self._buttons: dict[QAction, QPushButton] = {}
        self.buttons = QWidget()
        self.beside: list[QPushButton] = []
        self._flow = Flow(self.buttons)
        self.take = self._act("Ta ärendet", "Ctrl+T", "T")
        self.hand_over = self._act("Lämna till …", "Ctrl+L", "L")
        self.note = self._act("Notering", "Ctrl+Shift+N", "N")
        self.call = self._act("Samtal", "Ctrl+Shift+R", "R")
        self.homecoming = self._act("Hemgång", "Ctrl+H", "H")
        self.plan = self._act("SIP, orsak", "Ctrl+I", "I")
        self.short_stay = self._act("Korttid …", "Ctrl+Shift+J", "K")
        self.deviation = self._act("Avvikelse …", "Ctrl+Shift+D", "A")
        self.paper = self._act("Papper …", "Ctrl+P", "P")
        self.number = self._act("Rätta numret …", "", "", beside=True)
        self.close = self._act("Avsluta ärendet", "Ctrl+Shift+X", "X")
        self.reopen = self._act("Öppna ärendet igen", "", "")
        self.leave = act_within(screen, "Tillbaka", "Esc")
        self.leave_button = KeyHintButton(self.leave, look="plain")
        self.save = act_within(screen, "Spara det som skrivs", "Ctrl+Return")
        preferences = screen.workplace.preferences
        preferences.changed.connect(self._follow_keys)
        preferences.loaded.connect(self._follow_keys)
        self._follow_keys()

    def offer(self, act: QAction, *, offered: bool) -> None:
        """Show or hide an act with its button."""
        act.setVisible(offered)
        act.setEnabled(offered)
        self._buttons[act].setVisible(offered)

    def button_of(self, act: QAction) -> QPushButton:
        """Give the button of an act."""
        return self._buttons[act]

    def _act(self, text: str, key: str, letter: str, *, beside: bool = False) -> QAction:
        act = act_within(self._screen, text, key)
        # The letter is what is quick; the key with Ctrl works from the fields too, and is the tip.
        shown = KeyHintButton(act, key=letter, look="" if letter else "plain")
        self._buttons[act] = shown
        if beside:
            self.beside.append(shown)
        else:
            self._flow.addWidget(shown)
        if letter:
            self._add_letter(letter, act)
        return act

    def _add_letter(self, letter: str, act: QAction) -> None:
        """Let a letter in the timeline do the act."""
        self._letters.append(act_on(self._letters_in, act.text(), letter, act.trigger))

    def _follow_keys(self) -> None:
        """Turn the letters on or off as somebody has chosen (WCAG 2.1.4)."""
        on = self._screen.workplace.preferences.is_on(Preference.SINGLE_KEYS, default=True)
        for key in self._letters:
            key.setEnabled(on)
