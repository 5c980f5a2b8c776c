"""The keys that work on every screen, as actions, so that the palette can teach them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

KEYS: Final = (
    ("undo", "Ångra det senaste", ("Ctrl+Z",)),
    ("refresh", "Uppdatera", ("F5",)),
    ("search", "Sök", ("Ctrl+K", "Ctrl+F")),
    ("new_message", "Nytt meddelande", ("Ctrl+N",)),
    ("new_emergency", "23-timmars per telefon", ("Ctrl+Shift+A",)),
    ("enter_sheet", "Inför blad", ("Ctrl+Shift+M",)),
    ("reconcile", "Stäm av mot regionens system", ("Ctrl+Shift+B",)),
    ("meeting", "Avstämning i teamet", ("F6",)),
    ("watch", "Bevakat regionens system", ("Ctrl+B",)),
    ("help", "Hjälp för den här skärmen", ("F1",)),
    ("emergency_routine", "Rutinen för 23-timmarspatienter", ("Shift+F1",)),
    ("larger", "Större text", ("Ctrl++", "Ctrl+=")),
    ("smaller", "Mindre text", ("Ctrl+-",)),
    ("usual_size", "Vanlig textstorlek", ("Ctrl+0",)),
)
"""Name, words and keys of each act of the frame."""


class FrameKeys:
    """The frame's own actions by name."""

    def __init__(self, window: QWidget) -> None:
        self.actions: dict[str, QAction] = {}
        for name, words, keys in KEYS:
            action = QAction(words, window)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
            self.actions[name] = action

    def on(self, name: str, do: Callable[[], object]) -> None:
        """Say what an action does."""
        self.actions[name].triggered.connect(lambda _on=False: do())


def number_key(window: QWidget, number: int, go: Callable[[], None]) -> QAction:
    """Make Ctrl+1…9 go to a screen."""
    action = QAction(window)
    action.setShortcut(QKeySequence(f"Ctrl+{number}"))
    action.triggered.connect(lambda _on=False: go())
    window.addAction(action)
    return action
