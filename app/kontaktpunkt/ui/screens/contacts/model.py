"""The units of the register as a Qt model: name, what it is, and its number."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kontaktpunkt.domain.contacts.freshness import PhoneKeeping
from kontaktpunkt.ui.screens.contacts.words import findable, unit_words
from kontaktpunkt.usecases.contacts.rows import Register, UnitLine

_Index = QModelIndex | QPersistentModelIndex


class UnitModel(QAbstractListModel):
    """Units by name, those in use first, narrowed down by what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[tuple[UnitLine, str], ...] = ()
        self._lines: tuple[UnitLine, ...] = ()
        self._words: list[str] = []
        self._keeping = PhoneKeeping(today=date.min)

    def show(self, register: Register, keeping: PhoneKeeping) -> None:
        """Show another register, with how long a checked number holds."""
        self._keeping = keeping
        self._all = tuple((line, findable(line)) for line in register.units)
        self.narrow(" ".join(self._words))

    def narrow(self, text: str) -> None:
        """Show the units that have all the words somewhere."""
        self.beginResetModel()
        self._words = text.casefold().split()
        self._lines = tuple(
            line for line, text in self._all if all(word in text for word in self._words)
        )
        self.endResetModel()

    def line(self, place: int) -> UnitLine | None:
        """Give the unit at a place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, unit: UUID | None) -> int:
        """Give the place of a unit, else the first."""
        places = (place for place, line in enumerate(self._lines) if line.unit == unit)
        return next(places, 0)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the units."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words of a unit."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.facts.name}\n{unit_words(line, self._keeping)}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.facts.name}, {unit_words(line, self._keeping)}"
        return None
