"""Deviations counted: what was not kept, by whom, and both; each number opens to its reports."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screens.figures.periods import PeriodBar
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable, GroupLine, heading
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Desk, PaperPreview
from kontaktpunkt.usecases.deviations.rows import DeviationCount, DeviationCounts, DeviationRow
from kontaktpunkt.wording.deviations import (
    COLUMNS,
    COUNTED,
    WEIGHTS,
    count_cells,
    counts_on_paper,
    grouped,
    row_cells,
)

_HEADS: Final = ("Avvikelser", *COUNTED)
_WEIGHTS: Final = (44, 12, 12, 12, 12)


class Counted(Struct, frozen=True):
    """What a line of the table stands for: a count by its name."""

    name: str
    count: DeviationCount


class DeviationsPage(QWidget):
    """The counts of the period above, the reports behind the chosen number below."""

    def __init__(self, workplace: Workplace, periods: PeriodBar) -> None:
        super().__init__()
        self._workplace = workplace
        self._periods = periods
        self._counts: DeviationCounts | None = None
        self.table = GroupedTable(workplace.theme, "Antal avvikelser", _HEADS, _WEIGHTS)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.behind = Text("", "section")
        self.reports = GroupedTable(workplace.theme, "Avvikelser bakom siffran", COLUMNS, WEIGHTS)
        self.open_act = act_within(self, "Visa rapporterna", "", self._open)
        self.paper_act = act_within(self, "Antalen på papper", "Ctrl+P", self._print)
        self.list_act = act_within(self, "Till Avvikelser", "", self._to_list)
        self._lay_out()
        self.table.activated.connect(self._open)
        self.reports.activated.connect(self._show_report)

    def begin(self) -> None:
        """Count anew."""
        desk, period = self._workplace.desk, self._periods.period()
        self._workplace.clerk.ask(
            lambda: desk.deviation_counts(period), self._show, key="deviation counts"
        )

    def focus(self) -> None:
        """Put focus on the counts."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, counts: DeviationCounts) -> None:
        self._counts = counts
        telling, at = self._workplace.telling, self.table.currentIndex()
        lines: list[GroupLine] = []
        for words, found in grouped(counts, telling):
            lines.append(heading(words))
            lines += [
                GroupLine((name, *count_cells(one)), Counted(name, one)) for name, one in found
            ]
        self.table.show_lines(lines)
        place = at.row() if at.isValid() else self.table.lines.place_of(None)
        column = at.column() if at.isValid() else 1
        self.table.setCurrentIndex(self.table.lines.index(place, column))
        self.below.hide()

    def _open(self) -> None:
        """Show the reports behind the number that is chosen."""
        counted = self.table.chosen()
        if not isinstance(counted, Counted):
            return
        count, name = counted.count, counted.name
        column = self.table.currentIndex().column()
        numbers = (count.reports, count.reports, count.sent, count.answered, count.late)
        reports = numbers[column] if 0 <= column < len(numbers) else count.reports
        words = name if column <= 1 else f"{name}, {_HEADS[column].casefold()}"
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.deviations_behind(reports, f"avvikelser: {words}"),
            lambda rows: self._show_reports(words, rows),
            key="deviations behind",
        )

    def _show_reports(self, words: str, rows: Sequence[DeviationRow]) -> None:
        self.behind.setText(f"{words} ({len(rows)})")
        today, telling = local_day(self._workplace.now()), self._workplace.telling
        self.reports.show_lines(
            [GroupLine(row_cells(row, today, telling), row.report) for row in rows]
        )
        self.below.show()
        if rows:
            self.reports.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_report(self) -> None:
        report = self.reports.chosen()
        if isinstance(report, UUID):
            self._workplace.deviation_chosen.emit(report)

    def _to_list(self) -> None:
        self._workplace.screen_wanted.emit("deviations")

    def _print(self) -> None:
        counts, telling = self._counts, self._workplace.telling
        if counts is None:
            return

        def make(desk: Desk) -> tuple[PaperPreview, int]:
            return desk.figure_paper(counts_on_paper(counts, telling)), 0

        first, last = counts.period.first, counts.period.last
        self._workplace.document_wanted.emit(
            Document(
                key=f"deviation counts {first} {last}",
                title=f"Avvikelser {first} till {last}",
                file_name=f"avvikelser-{first}-{last}.pdf",
                make=make,
            )
        )

    def _lay_out(self) -> None:
        line = QWidget()
        acts = Flow(line, GAP)
        acts.addWidget(KeyHintButton(self.open_act, key="Enter"))
        acts.addWidget(KeyHintButton(self.paper_act))
        acts.addWidget(KeyHintButton(self.list_act, look="plain"))
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, GAP, 0, 0)
        below.addWidget(self.behind)
        below.addWidget(self.reports, 1)
        self.below.hide()
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.below)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(line)
        rows.addWidget(both, 1)
