"""The lines of a list that is read in as a Qt table: line, what it gives, about what, and why."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kontaktpunkt.usecases.contacts.rows import ImportLine, ImportPage, LineFate
from kontaktpunkt.wording.contact_lists import fate_word, line_words

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADINGS: Final = ("Rad", "Blir", "Enhet", "Vad")
_ORDER: Final = (LineFate.FAULTY, LineFate.NEW, LineFate.CHANGED, LineFate.SAME)


class ImportModel(QAbstractTableModel):
    """What could not be read stands first, then what is new, what changes, and what is the same."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ImportLine, ...] = ()

    def show(self, page: ImportPage | None) -> None:
        """Show the lines of a list."""
        self.beginResetModel()
        lines = page.lines if page is not None else ()
        self._lines = tuple(sorted(lines, key=lambda line: (_ORDER.index(line.fate), line.no)))
        self.endResetModel()

    def line(self, place: int) -> ImportLine | None:
        """Give the line at a place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give a cell; the whole of it is its tooltip."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        cells = (f"rad {line.no}", fate_word(line.fate), line.name, line_words(line))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_HEADINGS[index.column()]}: {cells[index.column()] or 'tomt'}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Give the headings of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None
