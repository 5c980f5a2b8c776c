"""The list itself: a table of one column with rows of one height, steered by keys."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from kontaktpunkt.ui.screens.inbox.delegate import InboxDelegate
from kontaktpunkt.ui.screens.inbox.model import InboxModel, Index
from kontaktpunkt.ui.theme.theme import Theme

_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class InboxList(QTableView):
    """Shows the rows; Enter opens, several can be chosen, letters are left to the acts."""

    current_moved = Signal(int)  # place of the row that is looked at, -1 when none
    open_wanted = Signal()

    def __init__(self, theme: Theme, model: InboxModel) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = InboxDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Meddelanden")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.open_wanted)
        theme.changed.connect(self._measure)
        self._measure()

    def places(self) -> list[int]:
        """Give the places of the chosen rows, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def looked_at(self) -> range:
        """Give the places that can be seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def whole_rows(self) -> int:
        """Count the rows that are seen whole."""
        return self.viewport().height() // self._delegate.row_height

    def choose(self, place: int) -> None:
        """Choose one row and look at it."""
        count = self.model().rowCount()
        if not count:
            self.current_moved.emit(-1)
            return
        index = self.model().index(max(0, min(place, count - 1)), 0)
        self.setCurrentIndex(index)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def choose_more(self, places: Iterable[int]) -> None:
        """Choose rows beside the one that is chosen."""
        for place in places:
            flag = QItemSelectionModel.SelectionFlag.Select
            self.selectionModel().select(self.model().index(place, 0), flag)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is looked at."""
        super().currentChanged(current, previous)
        self.current_moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End go to the ends."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.open_wanted.emit()
        elif key in _ENDS and plain:
            self.choose(_ENDS[key] % max(1, self.model().rowCount()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the acts: searching here would ask for every row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as the list."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def _measure(self) -> None:
        height = self._delegate.row_height
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        self.viewport().update()
