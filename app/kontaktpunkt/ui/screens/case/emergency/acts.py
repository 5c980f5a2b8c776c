"""The acts of a 23-timmars matter with their keys: contact, no answer, and what opens a form."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.widgets.acts import act_on, act_within

CONTACT_KEY = "F"
NO_ANSWER_KEY = "Shift+F"


class EmergencyActs(QObject):
    """Makes the acts; their letters act only while the timeline has focus, as those of the case."""

    def __init__(self, screen: Screen, letters_in: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._letters_in = letters_in
        self._letters: list[QAction] = []
        self.contact = self._act("Kontakt tagen", "Ctrl+Shift+F", CONTACT_KEY)
        self.no_answer = self._act("Sökt, ej svar", "Ctrl+Shift+E", NO_ANSWER_KEY)
        self.details = self._act("Kontakt med uppgifter …", "", "")
        self.decide = self._act("Gemensamt ställningstagande …", "", "")
        self.correct = self._act("Rätta ärendets slag …", "", "")
        preferences = screen.workplace.preferences
        preferences.changed.connect(self._follow)
        preferences.loaded.connect(self._follow)
        self._offered = False
        self._is_open = False
        self.offer(offered=False, is_open=False)

    def offer(self, *, offered: bool, is_open: bool) -> None:
        """Offer the acts for a 23-timmars matter only; the contact while nobody has left."""
        self._offered, self._is_open = offered, is_open
        for act in (self.contact, self.no_answer, self.details, self.decide):
            act.setVisible(offered and is_open)
            act.setEnabled(offered and is_open)
        self._follow()

    def _act(self, text: str, key: str, letter: str) -> QAction:
        act = act_within(self._screen, text, key)
        if letter:
            self._letters.append(act_on(self._letters_in, text, letter, act.trigger))
        return act

    def _follow(self) -> None:
        """Turn the letters on or off as somebody has chosen (WCAG 2.1.4)."""
        on = self._screen.workplace.preferences.is_on(Preference.SINGLE_KEYS, default=True)
        for key in self._letters:
            key.setEnabled(on and self._offered and self._is_open)
