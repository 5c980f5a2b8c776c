"""The table of a stop's register: several numbers can be chosen, and stay chosen."""

from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView

from kontaktpunkt.ui.sheets.lines import COLUMNS, WEIGHTS
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable, GroupLine

_SELECT = QItemSelectionModel.SelectionFlag


class SheetTable(GroupedTable):
    """Shift and Ctrl choose many; Ctrl+A all that are shown."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Register över stoppets blad", COLUMNS, WEIGHTS, bold=0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_lines(self, lines: list[GroupLine]) -> None:  # type: ignore[override]  a list is a sequence
        """Show other lines; those that were chosen stay chosen while they are there."""
        before, place = self.chosen_sheets(), self.currentIndex().row()
        super().show_lines(lines)
        there = [sheet for sheet in before if self._place(sheet) >= 0]
        if there:
            self.choose(there)
        elif place >= 0:
            self._choose_near(place)

    def chosen_sheets(self) -> tuple[UUID, ...]:
        """Give the numbers that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        keys = [line.key for row in rows if (line := self.lines.line(row)) is not None]
        return tuple(key for key in keys if isinstance(key, UUID))

    def choose(self, sheets: list[UUID]) -> None:
        """Choose these numbers and no others, and bring the first in sight."""
        model, last = self.model(), len(COLUMNS) - 1
        chosen = QItemSelection()
        places = [place for sheet in sheets if (place := self._place(sheet)) >= 0]
        for place in places:
            chosen.select(model.index(place, 0), model.index(place, last))
        if not places:
            return
        first = model.index(places[0], 0)
        self.selectionModel().setCurrentIndex(first, _SELECT.NoUpdate)
        self.selectionModel().select(chosen, _SELECT.ClearAndSelect)
        self.scrollTo(first)

    def _tell(self) -> None:
        self.chosen_changed.emit()

    def has_line(self, sheet: UUID) -> bool:
        """Say whether a number is among those shown."""
        return self._place(sheet) >= 0

    def _choose_near(self, place: int) -> None:
        """Go on with the number that took the place of the one that was chosen."""
        rows = range(self.lines.rowCount())
        for row in (*rows[place:], *reversed(rows[:place])):
            line = self.lines.line(row)
            if line is not None and isinstance(line.key, UUID):
                self.choose([line.key])
                return

    def _place(self, sheet: UUID) -> int:
        return next(
            (
                row
                for row in range(self.lines.rowCount())
                if (line := self.lines.line(row)) is not None and line.key == sheet
            ),
            -1,
        )
