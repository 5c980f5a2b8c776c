"""The table of people in hospital: columns that always fit the width, headings that span it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from kontaktpunkt.ui.screens.in_hospital.lines import Column
from kontaktpunkt.ui.screens.in_hospital.model import InHospitalModel
from kontaktpunkt.ui.theme.theme import Theme

WIDTHS: Final[Mapping[Column, int]] = {
    Column.PERSON: 168,
    Column.BORN: 86,
    Column.STANDING: 142,
    Column.PLACE: 234,
    Column.ADMITTED: 80,
    Column.EXPECTED: 158,
    Column.WITH_US: 162,
    Column.RESPONSIBLE: 90,
}
"""Logical pixels at 100 %; together what 1366 leaves beside the rail."""
_ELASTIC: Final = (Column.PERSON, Column.PLACE, Column.WITH_US)
_GIVEN_UP: Final = (Column.BORN, Column.ADMITTED)  # in this order, where there is no room
_LEAST_ELASTIC: Final = 0.72
_LEAST: Final = 48
_ROW: Final = 30
_TWO_LINES: Final = 46
_SETTLED_MS: Final = 400


class InHospitalTable(QTableView):
    """Never scrolls sideways: what is elastic gives way first, then whole columns do.

    Where columns had to go, words take two lines. What a column loses can be read in its tooltip,
    and a birth date in the person's.
    """

    widths_chosen = Signal(list)  # logical pixels at 100 %, by column

    def __init__(self, theme: Theme, model: InHospitalModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._widths = dict(WIDTHS)
        self._fitting = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._tell)
        self.setModel(model)
        self._dress()
        model.modelReset.connect(self._span)
        theme.changed.connect(self._measure)
        self._measure()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Take remembered widths; anything but one sensible width for each column is left alone."""
        if len(widths) == len(WIDTHS) and min(widths) >= _LEAST:
            self._widths = dict(zip(Column, widths, strict=True))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self.setObjectName("inHospital")
        self.setAccessibleName("Alla på sjukhus")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(1)
        header.sectionResized.connect(self._dragged)

    def _measure(self) -> None:
        self._fit()
        self._span()

    def _span(self) -> None:
        """Let each heading fill its line, which is as low as a line can be."""
        self.clearSpans()
        for place in self._model.headings():
            self.setSpan(place, 0, 1, len(Column))
            self.setRowHeight(place, self._theme.px(_ROW))

    def _fit(self) -> None:
        """Give each column its width; the elastic ones share what is left or missing."""
        room = self.viewport().width()
        shown = self._shown(room)
        wanted = {column: self._theme.px(self._widths[column]) for column in shown}
        elastic = [column for column in shown if column in _ELASTIC]
        spare = room - sum(wanted.values())
        stretch = sum(wanted[column] for column in elastic)
        for column in elastic:
            wanted[column] = max(_LEAST, wanted[column] + spare * wanted[column] // stretch)
        # Rounding leaves a pixel or two: they are the place's.
        wanted[Column.PLACE] += max(0, room - sum(wanted.values()))
        self._set_lines(2 if len(shown) < len(Column) else 1)
        self._fitting = True
        for column in Column:
            self.setColumnHidden(column, column not in wanted)
            if column in wanted:
                self.setColumnWidth(column, wanted[column])
        self._fitting = False

    def _set_lines(self, lines: int) -> None:
        """Let words take two lines where columns had to go, so that a ward keeps its number."""
        height = self._theme.px(_ROW if lines == 1 else _TWO_LINES)
        if height != self.verticalHeader().defaultSectionSize():
            self.setWordWrap(lines > 1)
            self.verticalHeader().setDefaultSectionSize(height)
            self._span()

    def _shown(self, room: int) -> list[Column]:
        """Give the columns that there is room for."""
        shown = list(Column)
        for column in _GIVEN_UP:
            least = sum(
                self._widths[one] * (_LEAST_ELASTIC if one in _ELASTIC else 1) for one in shown
            )
            if self._theme.px(least) <= room:
                break
            shown.remove(column)
        return shown

    def _dragged(self, section: int, before: int, after: int) -> None:
        """Let the column beside give what a dragged one takes, so that all still fit."""
        if self._fitting or not self.isVisible():
            return
        beside = next((one for one in range(section + 1, len(Column)) if not self._hides(one)), -1)
        if beside >= 0:
            self._fitting = True
            self.setColumnWidth(beside, max(_LEAST, self.columnWidth(beside) + before - after))
            self._fitting = False
        for column in Column:
            if not self._hides(column):
                wide = self.columnWidth(column) * 100 // self._theme.percent
                self._widths[column] = max(_LEAST, wide)
        self._settled.start()

    def _hides(self, column: int) -> bool:
        return self.isColumnHidden(column)

    def _tell(self) -> None:
        self._fit()
        self.widths_chosen.emit(list(self._widths.values()))
