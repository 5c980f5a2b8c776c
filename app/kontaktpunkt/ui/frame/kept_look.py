"""How the window looks and where it stands, as it is remembered for whoever works here."""

from PySide6.QtCore import QObject

from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.theme.theme import Mode
from kontaktpunkt.ui.workplace import Workplace


class KeptLook(QObject):
    """Takes up mode, size of text and place when they are known, and keeps what is changed."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        super().__init__(window)
        self._preferences = workplace.preferences
        self._window = window
        self._preferences.loaded.connect(self._remember)
        self._preferences.changed.connect(self._prefer)
        window.place_changed.connect(self._keep_place)
        window.theme.changed.connect(self._keep_look)

    def _remember(self) -> None:
        preferences, theme = self._preferences, self._window.theme
        mode, percent = preferences.get(Preference.MODE), preferences.get(Preference.TEXT_PERCENT)
        # Both at once: the change of one must not be kept before the other is known.
        theme.set_look(
            Mode(mode) if mode in list(Mode) else Mode.SYSTEM,
            int(percent) if percent.isdigit() else theme.percent,
        )
        self._window.restore_place(preferences.get(Preference.WINDOW))

    def _prefer(self, preference: Preference) -> None:
        value = self._preferences.get(preference)
        theme = self._window.theme
        if preference is Preference.MODE and value in list(Mode) and value != theme.mode:
            theme.set_mode(Mode(value))
        size = int(value) if value.isdigit() else theme.percent
        if preference is Preference.TEXT_PERCENT and size != theme.percent:
            theme.set_percent(size)

    def _keep_place(self) -> None:
        self._preferences.put(Preference.WINDOW, self._window.place_text())

    def _keep_look(self) -> None:
        self._preferences.put(Preference.TEXT_PERCENT, str(self._window.theme.percent))
        self._preferences.put(Preference.MODE, self._window.theme.mode.value)
