"""The table of the follow-up list: fits the width, headings span it, columns can be hidden."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from kontaktpunkt.ui.screens.follow_up.columns import ALWAYS, ELASTIC, GIVEN_UP, WIDTHS, Column
from kontaktpunkt.ui.screens.follow_up.delegate import FollowUpDelegate
from kontaktpunkt.ui.screens.follow_up.lines import heading_of
from kontaktpunkt.ui.screens.follow_up.model import FollowUpModel
from kontaktpunkt.ui.workplace import Workplace

_ROW: Final = 40
_HEADING: Final = 24
_LEAST_ELASTIC: Final = 0.8
_LEAST: Final = 48


class FollowUpTable(QTableView):
    """Never scrolls sideways: what is elastic gives way first, then whole columns do."""

    hidden_chosen = Signal(list)  # the columns that somebody has hidden
    order_wanted = Signal(int)  # a Column whose heading was clicked

    def __init__(self, workplace: Workplace, model: FollowUpModel) -> None:
        super().__init__()
        self._workplace = workplace
        self._theme = workplace.theme
        self._model = model
        self._hidden: set[Column] = set()
        self.setModel(model)
        self.setItemDelegate(FollowUpDelegate(self._theme, model, self))
        self._dress()
        model.modelReset.connect(self._span)
        self._theme.changed.connect(self._measure)
        self._measure()

    def set_hidden(self, columns: Sequence[int]) -> None:
        """Hide these columns, but none of those that always stand."""
        known = set(Column)
        self._hidden = {Column(one) for one in columns if one in known} - set(ALWAYS)
        self._fit()

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the acts: a search would step to somebody else."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def choose_columns(self, at: QPoint) -> None:
        """Offer the columns to show or hide."""
        menu = QMenu(self)
        menu.setAccessibleName("Kolumner")
        for column in Column:
            name = heading_of(column, self._workplace.profile)
            if column in ALWAYS or not name:
                continue
            action = QAction(name, menu, checkable=True, checked=column not in self._hidden)
            action.toggled.connect(partial(self._toggle, column))
            menu.addAction(action)
        menu.popup(at)

    def _offer_columns(self, at: QPoint) -> None:
        self.choose_columns(self.horizontalHeader().mapToGlobal(at))

    def _order(self, section: int) -> None:
        self.order_wanted.emit(Column(section))

    def _toggle(self, column: Column, shown: bool) -> None:  # noqa: FBT001 - Qt gives it so
        self._hidden = self._hidden - {column} if shown else self._hidden | {column}
        self._fit()
        self.hidden_chosen.emit(sorted(self._hidden))

    def _dress(self) -> None:
        self.setObjectName("followUp")
        self.setAccessibleName("Daglig uppföljning")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._order)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self._fit()
        self._span()

    def _span(self) -> None:
        """Let each heading fill its line, which is as low as a line can be."""
        self.clearSpans()
        for place in self._model.headings():
            self.setSpan(place, 0, 1, len(Column))
            self.setRowHeight(place, self._theme.px(_HEADING))

    def _fit(self) -> None:
        """Give each column its width; the elastic ones share what is left or missing."""
        room = self.viewport().width()
        shown = self._shown(room)
        wanted = {column: self._theme.px(WIDTHS[column]) for column in shown}
        elastic = [column for column in shown if column in ELASTIC]
        spare = room - sum(wanted.values())
        stretch = sum(wanted[column] for column in elastic)
        for column in elastic:
            wanted[column] = max(_LEAST, wanted[column] + spare * wanted[column] // stretch)
        # Rounding leaves a pixel or two: they are the last column's.
        wanted[Column.NEXT] += max(0, room - sum(wanted.values()))
        for column in Column:
            self.setColumnHidden(column, column not in wanted)
            if column in wanted:
                self.setColumnWidth(column, wanted[column])

    def _shown(self, room: int) -> list[Column]:
        """Give the columns that are wanted and that there is room for."""
        shown = [column for column in Column if column not in self._hidden]
        for column in GIVEN_UP:
            least = sum(WIDTHS[one] * (_LEAST_ELASTIC if one in ELASTIC else 1) for one in shown)
            if self._theme.px(least) <= room:
                break
            if column in shown:
                shown.remove(column)
        return shown
