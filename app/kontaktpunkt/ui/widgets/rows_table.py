"""Tables of rows of texts: columns fit their words, a cell can be typed in, a paste is told of."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from kontaktpunkt.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Row = Sequence[str]
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
_ROW: Final = 30
_TALL: Final = 46
_PAD: Final = 16
_SAMPLED: Final = 200
"""So many rows tell how wide the numbers of a list are."""
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class RowsModel(QAbstractTableModel):
    """Shows rows of texts under headings; `numeric` columns stand to the right."""

    typed = Signal(int, int, str)  # row, column, text

    def __init__(
        self,
        headings: Row,
        numeric: frozenset[int],
        parent: QObject,
        editable: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._headings = headings
        self._numeric = numeric
        self._editable = editable
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; as many as before keep what is chosen."""
        if len(rows) == len(self._rows) and rows:
            self._rows = rows
            last = self.index(len(rows) - 1, len(self._headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def cell(self, row: int, column: int) -> str:
        """Give a cell's text; empty beyond the end."""
        return self._rows[row][column] if 0 <= row < len(self._rows) else ""

    def words_of(self, column: int) -> list[str]:
        """Give the words of a heading."""
        return self._headings[column].split(" ")

    def samples_of(self, column: int, *, whole: bool) -> list[str]:
        """Give the first cells of a column, whole or none where they may be cut or broken."""
        return [row[column] for row in self._rows[:_SAMPLED]] if whole else []

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what the invoice says be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in self._editable else flags

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Give a cell, with all of it as its tooltip."""
        if not index.isValid():
            return None
        said = self.cell(index.row(), index.column())
        if role in (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole):
            return said
        if role == _ROLES.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {said or 'tomt'}"
        if role == _ROLES.TextAlignmentRole and index.column() in self._numeric:
            return _RIGHT
        return None

    def setData(self, index: Index, value: object, role: int = _ROLES.EditRole) -> bool:
        """Tell what was typed; the screen reads it and shows the row anew."""
        if role != _ROLES.EditRole or not index.isValid():
            return False
        self.typed.emit(index.row(), index.column(), str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> object:
        """Give the headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLES.DisplayRole:
            return self._headings[section]
        if role == _ROLES.TextAlignmentRole:
            return (_RIGHT if section in self._numeric else _LEFT) | _WRAP
        return None


class RowsTable(QTableView):
    """Columns have what their words need and share the rest by weight; what is cut has a tooltip.

    Only where not even the words have room does the table scroll sideways.
    """

    pasted = Signal()

    def __init__(
        self, theme: Theme, model: RowsModel, weights: Sequence[int], *, tall: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._weights = weights
        self._tall = tall
        self._rows_model = model
        self.setModel(model)
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._fit)
        self.setObjectName("inHospital")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(tall)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(1)
        theme.changed.connect(self._measure)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a paste of lines; a cell that is being typed in has its own field for that."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
            return
        super().keyPressEvent(event)

    def choose(self, row: int) -> None:
        """Choose a row that is there."""
        if self.model().rowCount():
            self.setCurrentIndex(self.model().index(max(0, row), 0))

    def be_tall(self, *, tall: bool) -> None:
        """Give every row two lines, or one."""
        self._tall = tall
        self.setWordWrap(tall)
        self._measure()

    def _measure(self) -> None:
        height = self._theme.px(_TALL if self._tall else _ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height)
        self._fit()

    def _fit(self) -> None:
        """Give each column what its words need, and share what is left by weight."""
        shown = {
            column: weight
            for column, weight in enumerate(self._weights)
            if not self.isColumnHidden(column)
        }
        least = {column: self._least(column) for column in shown}
        spare = max(0, self.viewport().width() - sum(least.values()))
        total = max(1, sum(shown.values()))
        for column, weight in shown.items():
            self.setColumnWidth(column, least[column] + spare * weight // total)

    def _least(self, column: int) -> int:
        """Give the width that a column cannot do without: its longest word, numbers in whole."""
        heading = self._theme.metrics(bold=True)
        wide = max(map(heading.horizontalAdvance, self._rows_model.words_of(column)))
        usual = self._theme.metrics()
        cells = self._rows_model.samples_of(column, whole=self._weights[column] <= 1)
        return max(wide, *map(usual.horizontalAdvance, cells), 0) + self._theme.px(_PAD)


def chosen_row(table: QTableView) -> int:
    """Give the chosen row, -1 when none is."""
    return table.currentIndex().row()


def on_row(table: QTableView, do: Callable[[int], None]) -> None:
    """Do something with each row that becomes the chosen one."""

    def tell(new: QModelIndex, _old: QModelIndex) -> None:
        do(new.row())

    table.selectionModel().currentRowChanged.connect(tell)
