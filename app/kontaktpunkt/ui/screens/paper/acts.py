"""What can be done with a paper: the acts with their keys, and what is said of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

PROTECTED = (
    "Uppgifterna är skyddade. Adress och telefon står inte på papperet, men namnet kan göra det. "
    "Lämna det bara till den som ska ha det."
)
PRINTER_SAID_NO = "Skrivaren tog inte emot papperet"
NO_PRINTER = "Datorn har ingen skrivare. Spara som PDF i stället."


def act(screen: QWidget, text: str, key: str, slot: Callable[[], None]) -> QAction:
    """Make an act of a screen, with a key when it has one."""
    made = QAction(text, screen)
    if key:
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(slot)
    screen.addAction(made)
    return made
