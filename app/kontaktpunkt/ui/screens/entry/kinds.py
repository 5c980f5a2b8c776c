"""The list of kinds: one key for each of the first nine, type-ahead for all."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.entry.fields import KINDS

KEYS = "123456789"
_WIDE = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONWARD = (*_ENTER, Qt.Key.Key_Down, Qt.Key.Key_Up)
"""Keys that choose the line that the hand stands on where no kind is chosen yet."""


class KindList(QListWidget):
    """Kinds by their names in the region's system; a digit or Enter chooses and goes on."""

    decided = Signal()  # chosen by a key that means: go on to the number
    changed = Signal()  # another kind is chosen, or none

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Slag av meddelande")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _ in KINDS:
            self.addItem(QListWidgetItem())
        self.set_names({})
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self._is_given = False
        self.start()
        self.itemSelectionChanged.connect(self._selected)

    def set_names(self, names: Mapping[MessageKind, str]) -> None:
        """Show the kinds by name, those with a key marked with it."""
        for row, kind in enumerate(KINDS):
            name = names.get(kind, "")
            key = KEYS[row] if row < len(KEYS) else ""
            item = self.item(row)
            item.setText(f"{name}   {key}" if key else name)
            item.setToolTip(f"{name} (tangent {key})" if key else name)

    @property
    def kind(self) -> MessageKind | None:
        """Give the chosen kind; None when none is chosen.

        Qt makes a line of the list its current one by itself when focus comes; it chooses none.
        """
        chosen = self.selectedIndexes()
        return KINDS[chosen[0].row()] if chosen else None

    @property
    def is_given(self) -> bool:
        """Say whether the kind only stands there to begin with: nobody has chosen it."""
        return self._is_given

    def start(self) -> None:
        """Begin with the commonest kind, which nobody has chosen yet."""
        self.choose(KINDS[0])
        self._is_given = True

    def choose(self, kind: MessageKind | None) -> None:
        """Choose a kind, or none."""
        self.setCurrentRow(KINDS.index(kind) if kind is not None else -1)
        if kind is None:
            self.clearSelection()
        self._is_given = False

    def _selected(self) -> None:
        self._is_given = False
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by mouse, the kind that stood there too."""
        super().mousePressEvent(event)
        self._is_given = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, go on by Enter; letters search as in any list."""
        if self.kind is None and event.key() in _ONWARD:
            self.setCurrentRow(max(0, self.currentRow()))
            self.item(self.currentRow()).setSelected(True)
            if event.key() not in _ENTER:
                return
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.text() and event.text() in KEYS:
            self.choose(KINDS[KEYS.index(event.text())])
            self.decided.emit()
        elif plain and event.key() in _ENTER:
            self._is_given = False
            self.decided.emit()
        else:
            super().keyPressEvent(event)
