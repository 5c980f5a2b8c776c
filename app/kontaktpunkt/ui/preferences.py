"""What is remembered for each person: looks, sizes, keys; read once, then known at once."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.usecases.desk import Desk


class Preference(StrEnum):
    """What can be remembered; none of it says anything about a person in care."""

    WINDOW = "window"  # geometry, base64
    SPLITTER = "inbox.splitter"
    VIEW = "inbox.view"
    MODE = "theme.mode"  # a theme Mode
    TEXT_PERCENT = "theme.text_percent"
    SINGLE_KEYS = "keys.single"  # "off" turns the single-letter keys off (WCAG 2.1.4)
    WHOLE_NUMBERS = "inbox.whole_numbers"  # "on" shows whole person numbers in lists
    HIDDEN_COLUMNS = "follow_up.hidden"  # columns that somebody has hidden, by number


class Preferences(QObject):
    """Knows what is remembered for the active user; what is set is known at once and kept soon."""

    changed = Signal(object)  # Preference
    loaded = Signal()

    def __init__(self, desk: Desk, clerk: Clerk) -> None:
        super().__init__()
        self._desk = desk
        self._clerk = clerk
        self._values: dict[Preference, str] = {}
        self._keeps = True

    def load(self) -> None:
        """Read everything for the active user; `loaded` tells when it is known."""
        self._clerk.ask(lambda: self._read(tuple(Preference)), self._take, key="preferences")

    def get(self, preference: Preference) -> str:
        """Give a remembered value ('' when none)."""
        return self._values.get(preference, "")

    def is_on(self, preference: Preference, *, default: bool) -> bool:
        """Say whether something that is on or off is on."""
        return {"on": True, "off": False}.get(self.get(preference), default)

    def stop_keeping(self) -> None:
        """Remember nothing more in the store: it is going."""
        self._keeps = False

    def put(self, preference: Preference, value: str) -> None:
        """Remember a value."""
        if self.get(preference) == value:
            return
        self._values[preference] = value
        if self._keeps:
            self._clerk.ask(lambda: self._desk.keep_preference(preference.value, value))
        self.changed.emit(preference)

    def _read(self, wanted: Sequence[Preference]) -> dict[Preference, str]:
        """Read at the desk (the clerk's lane)."""
        return {one: self._desk.preference(one.value) for one in wanted}

    def _take(self, values: dict[Preference, str]) -> None:
        self._values = values
        self.loaded.emit()
