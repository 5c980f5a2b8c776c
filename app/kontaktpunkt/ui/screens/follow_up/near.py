"""The screens beside the list, each a link and a key away: who comes, SIP, concerns, causes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QPushButton

from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import button, key_name

_NEAR: Final = (
    ("unit_week", "Min enhet", "Ctrl+Shift+E"),
    ("plans", "SIP-veckan", "Ctrl+Shift+K"),
    ("concerns", "Ska ses över", "Ctrl+Shift+O"),
    ("causes", "Orsaker", "Ctrl+Shift+F"),
)


def ways_beside(screen: Screen) -> tuple[QPushButton, ...]:
    """Make the links, with their keys as tips and their acts in the palette."""
    made: list[QPushButton] = []
    for key, words, keys in _NEAR:
        act = act_within(screen, words, keys, _way(screen, key))
        link = button(words, "link", f"{words} ({key_name(act.shortcut())})")
        link.clicked.connect(act.trigger)
        made.append(link)
    return tuple(made)


def _way(screen: Screen, key: str) -> Callable[[], None]:
    return lambda: screen.workplace.screen_wanted.emit(key)
