"""Acts of a screen: their words, and the key that works in all of it or only on its list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_Does = Callable[[], object]


def act_within(place: QWidget, words: str, key: str = "", do: _Does | None = None) -> QAction:
    """Make an act whose key, if it has one, works wherever the focus is within the place."""
    return _act(place, words, (key, Qt.ShortcutContext.WidgetWithChildrenShortcut), do)


def act_on(place: QWidget, words: str, key: str, do: _Does | None = None) -> QAction:
    """Make an act whose key works only while the place itself has the focus, as letters must."""
    return _act(place, words, (key, Qt.ShortcutContext.WidgetShortcut), do)


def _act(
    place: QWidget, words: str, key: tuple[str, Qt.ShortcutContext], do: _Does | None
) -> QAction:
    act = QAction(words, place)
    sequence, reach = key
    act.setShortcutContext(reach)
    if sequence:
        act.setShortcut(QKeySequence(sequence))
    if do is not None:
        act.triggered.connect(do)
    place.addAction(act)
    return act
