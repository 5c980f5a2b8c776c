"""One figure beside the list: what it means, its chart with the same as a table, and its cases."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from kontaktpunkt.domain.figures.figure import FigureValue, Split
from kontaktpunkt.domain.figures.slices import Slice
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.ui.screens.figures.chart import Chart
from kontaktpunkt.ui.screens.figures.words import (
    CASES,
    SLICES,
    case_rows,
    marks_of,
    slice_rows,
    time_rows,
)
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, chosen_row
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.figures.rows import FigureCases, FigurePage
from kontaktpunkt.wording.figures.definitions import definition
from kontaktpunkt.wording.figures.saying import behind, by_law, group_name, period_name, value
from kontaktpunkt.wording.words import word

_ALONG, _GROUPS = 0, 1
_CASES_TALL = 210
_TAB = 24
_GROUP_COLUMN = len(CASES) - 1


class FigureDetail(Column):
    """What a figure means and what it is made of; Enter opens a case."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: FigurePage | None = None
        self._value: FigureValue | None = None
        self._slices = list[Slice]()
        self._cases = list[UUID | None]()
        self._group: str | None = None
        self._way = _ALONG
        self.title = Text("", "heading")
        self.value = Text("", "title", wrap=False)
        self.behind = Text("", "soft")
        self.definition = Text("")
        self.by = Text("", "soft")
        self.chart = Chart(workplace.theme)
        self.slices = RowsTable(
            workplace.theme, RowsModel(SLICES, frozenset({1, 2}), self), (3, 1, 1)
        )
        self.slices.setAccessibleName("Diagrammet som tabell")
        self.cases = RowsTable(
            workplace.theme, RowsModel(CASES, frozenset(), self), (4, 4, 1, 2, 2)
        )
        self.cases.setAccessibleName("Ärenden bakom nyckeltalet")
        self.of_cases = Text("", "section", wrap=False)
        self.no_cases = Text(
            "Inga ärenden bakom siffran. Välj en annan period eller siffra.", "soft"
        )
        self.everything = button("Visa alla", "link")
        self.everything.clicked.connect(self._show_everybody)
        self.ways = self._make_ways()
        self._lay_out()
        workplace.theme.changed.connect(self._measure_tables)
        self._measure_tables()
        self.cases.activated.connect(self._open)
        self.slices.activated.connect(self._open_slice)
        self.chart.opened.connect(self._open_group)
        self.chart.chosen.connect(self.slices.choose)

    def show_figure(self, page: FigurePage, figure: FigureValue) -> None:
        """Show one figure, and fetch its cases."""
        same = self._value is not None and self._value.figure is figure.figure
        self._page, self._value = page, figure
        if not same:
            self._group = None
        days = (self._profile.count("readmission_days") if self._profile is not None else None) or 0
        self.title.setText(word(figure.figure))
        self.value.setText(value(figure))
        self.behind.setText(behind(figure))
        self.definition.setText(f"{definition(figure.figure, days)}{by_law(figure)}")
        self.by.setText(f"{period_name(figure.period)}. Regelprofil: {page.profile}.")
        has_groups = figure.shape.split is not Split.NOTHING
        self.ways[_GROUPS].setVisible(has_groups)
        self.ways[_GROUPS].setText(f"Per {word(figure.shape.split)}" if has_groups else "")
        bold = self._workplace.theme.metrics(bold=True)
        tab = self.ways[_GROUPS]
        tab.setMinimumWidth(bold.horizontalAdvance(tab.text()) + self._workplace.theme.px(_TAB))
        if not has_groups and self._way == _GROUPS:
            self._way = _ALONG
            self.ways[_ALONG].setChecked(True)
        self._draw()
        self._ask_cases()

    def focus_cases(self) -> None:
        """Put focus on the cases."""
        self.cases.setFocus()
        self.cases.choose(max(0, chosen_row(self.cases)))

    @property
    def _profile(self) -> RuleProfile | None:
        return self._workplace.profile

    def _draw(self) -> None:
        page, figure = self._page, self._value
        if page is None or figure is None:
            return
        by_group = self._way == _GROUPS
        made = (slice_rows if by_group else time_rows)(figure, self._profile)
        rows, bars, self._slices = made
        marks = marks_of(page, figure.figure)
        self.chart.show_bars(f"Diagram: {word(figure.figure)}", bars, marks)
        self._rows(self.slices).show(rows)

    def _ask_cases(self) -> None:
        desk, figure, group = self._workplace.desk, self._value, self._group
        if figure is None:
            return
        self._workplace.clerk.ask(
            lambda: desk.figure_cases(figure, group, name=word(figure.figure)),
            self._show_cases,
            key="figure cases",
        )

    def _show_cases(self, found: FigureCases) -> None:
        now = self._workplace.now()
        self._cases = [one.row.case if one.row is not None else None for one in found.lines]
        self.cases.setColumnHidden(_GROUP_COLUMN, found.value.shape.split is Split.NOTHING)
        self._rows(self.cases).show(case_rows(found.value, found.lines, self._profile, now))
        self.cases.choose(chosen_row(self.cases))
        split = found.value.shape.split
        name = ""
        if self._group is not None:
            name = f": {group_name(split, self._group, self._profile)}"
        self.of_cases.setText(f"Ärenden{name} ({len(found.lines)})")
        self.everything.setVisible(self._group is not None)
        self.cases.setVisible(bool(found.lines))
        self.no_cases.setVisible(not found.lines)

    def _open(self, index: QModelIndex) -> None:
        case = self._cases[index.row()] if index.row() < len(self._cases) else None
        if case is not None:
            self._workplace.case_wanted.emit(case)

    def _open_slice(self, index: QModelIndex) -> None:
        self._open_group(index.row())

    def _open_group(self, place: int) -> None:
        """Show only the cases of a group; a piece of time has all cases of the period below."""
        if self._way == _GROUPS and place < len(self._slices):
            one = self._slices[place]
            if not one.withheld:
                self._group = one.key
                self._ask_cases()

    def _show_everybody(self) -> None:
        self._group = None
        self._ask_cases()

    def _turn(self, way: int) -> None:
        self._way = way
        self._draw()

    def _rows(self, table: RowsTable) -> RowsModel:
        model = table.model()
        assert isinstance(model, RowsModel)  # noqa: S101  made above
        return model

    def _make_ways(self) -> tuple[QPushButton, QPushButton]:
        along, by_group = button("Över tid", "tab"), button("Per grupp", "tab")
        together = QButtonGroup(self)
        for place, one in enumerate((along, by_group)):
            one.setCheckable(True)
            one.clicked.connect(partial(self._turn, place))
            together.addButton(one)
        along.setChecked(True)
        return along, by_group

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.value)
        head.addSpacing(10)
        head.addWidget(self.behind, 1)
        ways = QHBoxLayout()
        for one in self.ways:
            ways.addWidget(one)
        ways.addStretch(1)
        both = QHBoxLayout()
        both.addWidget(self.chart, 5)
        both.addWidget(self.slices, 4)
        of = QHBoxLayout()
        of.addWidget(self.of_cases)
        of.addWidget(self.everything)
        of.addStretch(1)
        self.everything.hide()
        self.rows.setContentsMargins(10, 0, 4, 0)
        self.rows.setSpacing(5)
        for part in (self.title, head, self.definition, self.by, ways, both, of):
            self.add(part)
        self.add(self.no_cases, 1)
        self.no_cases.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add(self.cases, 1)
        self.no_cases.hide()

    def _measure_tables(self) -> None:
        """Keep some rows of the cases in sight, however large the text."""
        self.cases.setMinimumHeight(self._workplace.theme.px(_CASES_TALL))
        self.slices.setFixedHeight(self.chart.height())
