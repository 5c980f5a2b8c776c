"""For me: look, text size, single keys, whole numbers in lists; kept for the active user."""

from PySide6.QtWidgets import QCheckBox, QComboBox

from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.theme.theme import PERCENTS, Mode
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace

_MODES = (
    ("Som datorn", Mode.SYSTEM),
    ("Ljust", Mode.LIGHT),
    ("Mörkt", Mode.DARK),
    ("Hög kontrast", Mode.HIGH_CONTRAST),
)


class MinePage(SettingsPage):
    """What is remembered for whoever works here now; everything acts at once."""

    title = "För mig"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.whose = Text("", "soft")
        self.look = QComboBox()
        for label, mode in _MODES:
            self.look.addItem(label, mode.value)
        self.text_size = QComboBox()
        for percent in PERCENTS:
            self.text_size.addItem(f"{percent} %", percent)
        self.keys = QCheckBox("Enkla tangenter i listor (T, K, L …)")
        self.keys_told = Text(
            "Av: bara tangenter med Ctrl gäller. Bra om du talar in text eller ofta råkar trycka.",
            "soft",
        )
        self.whole = QCheckBox("Visa hela personnummer i listor")
        self.add(self.whose)
        self.add_row(
            Labelled("Utseende", self.look),
            Labelled("Textstorlek (Ctrl + och Ctrl −)", self.text_size),
        )
        for part in (self.keys, self.keys_told, self.whole):
            self.add(part)
        self.end()
        self.look.activated.connect(self._set_look)
        self.text_size.activated.connect(self._set_size)
        self.keys.clicked.connect(self._set_keys)
        self.whole.clicked.connect(self._set_whole)
        workplace.preferences.loaded.connect(self.begin)
        workplace.preferences.changed.connect(self.begin)
        workplace.theme.changed.connect(self.begin)

    def begin(self) -> None:
        """Show what is remembered."""
        preferences, theme = self.workplace.preferences, self.workplace.theme
        me = self.workplace.me.name
        self.whose.setText(f"Gäller {f'{me} ' if me else ''}på den här datorn.")
        self.look.setCurrentIndex(self.look.findData(theme.mode.value))
        self.text_size.setCurrentIndex(self.text_size.findData(theme.percent))
        self.keys.setChecked(preferences.is_on(Preference.SINGLE_KEYS, default=True))
        self.whole.setChecked(preferences.is_on(Preference.WHOLE_NUMBERS, default=False))

    def _set_look(self) -> None:
        self.workplace.theme.set_mode(Mode(self.look.currentData()))
        self.workplace.preferences.put(Preference.MODE, str(self.look.currentData()))

    def _set_size(self) -> None:
        self.workplace.theme.set_percent(int(self.text_size.currentData()))
        self.workplace.preferences.put(Preference.TEXT_PERCENT, str(self.text_size.currentData()))

    def _set_keys(self) -> None:
        self.workplace.preferences.put(Preference.SINGLE_KEYS, _on(self.keys))

    def _set_whole(self) -> None:
        self.workplace.preferences.put(Preference.WHOLE_NUMBERS, _on(self.whole))


def _on(box: QCheckBox) -> str:
    return "on" if box.isChecked() else "off"
