"""A list whose letters are acts: typing never searches, Home and End find the ends."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView


class ActList(QListView):
    """A list where a letter that means nothing for the chosen row leaves it chosen.

    Qt would search for the letter and step to somebody else, and the next key would settle her.
    """

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the acts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last row that can be chosen, past the headings."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        rows = range(self.model().rowCount())
        if event.key() == Qt.Key.Key_Home and plain:
            self._choose_first_of(rows)
        elif event.key() == Qt.Key.Key_End and plain:
            self._choose_first_of(rows[::-1])
        else:
            super().keyPressEvent(event)

    def _choose_first_of(self, rows: range) -> None:
        for row in rows:
            index = self.model().index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return
