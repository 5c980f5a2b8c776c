"""The board's table: somebody from the queue can be dropped on a place that can be had."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from kontaktpunkt.ui.screens.short_term.models import WEIGHTS, BoardModel
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.rows_table import RowsTable

_HEADINGS = 30


class BoardTable(RowsTable):
    """Two lines a row; takes drops on rows, never between them."""

    def __init__(self, theme: Theme, model: BoardModel) -> None:
        self._heading_theme = theme
        super().__init__(theme, model, WEIGHTS, tall=True)
        self.setAccessibleName("Korttidsplatser")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(True)
        theme.changed.connect(self._lower_headings)
        self._lower_headings()

    def _lower_headings(self) -> None:
        """Give the headings one line: their words are short."""
        self.horizontalHeader().setFixedHeight(self._heading_theme.px(_HEADINGS))
