"""The list of kinds: one key for each of the first nine, type-ahead for all."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.entry.fields import KINDS

KEYS = "123456789"
_WIDE = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KindList(QListWidget):
    """Kinds by their names in the region's system; a digit or Enter chooses and goes on."""

    decided = Signal()  # chosen by a key that means: go on to the number

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Slag av meddelande")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _ in KINDS:
            self.addItem(QListWidgetItem())
        self.set_names({})
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self.setCurrentRow(0)

    def set_names(self, names: Mapping[MessageKind, str]) -> None:
        """Show the kinds by name, those with a key marked with it."""
        for row, kind in enumerate(KINDS):
            name = names.get(kind, "")
            key = KEYS[row] if row < len(KEYS) else ""
            item = self.item(row)
            item.setText(f"{name}   {key}" if key else name)
            item.setToolTip(f"{name} (tangent {key})" if key else name)

    @property
    def kind(self) -> MessageKind:
        """Give the chosen kind."""
        return KINDS[max(0, self.currentRow())]

    def choose(self, kind: MessageKind) -> None:
        """Choose a kind."""
        self.setCurrentRow(KINDS.index(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, go on by Enter; letters search as in any list."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.text() and event.text() in KEYS:
            self.setCurrentRow(KEYS.index(event.text()))
            self.decided.emit()
        elif plain and event.key() in _ENTER:
            self.decided.emit()
        else:
            super().keyPressEvent(event)
