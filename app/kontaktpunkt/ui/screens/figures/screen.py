"""Nyckeltal: every figure of a period with its cases; reports, questions, the region's own."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.figures.figure import Figure
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.printing.saving import FileOut, QtFileOut, write_file
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.figures.detail import FigureDetail
from kontaktpunkt.ui.screens.figures.deviations_page import DeviationsPage
from kontaktpunkt.ui.screens.figures.periods import PeriodBar
from kontaktpunkt.ui.screens.figures.questions_page import QuestionsPage
from kontaktpunkt.ui.screens.figures.region_page import RegionFiguresPage
from kontaktpunkt.ui.screens.figures.reports_page import ReportsPage
from kontaktpunkt.ui.screens.figures.words import FIGURES, figure_rows
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, on_row
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed, Desk, PaperPreview
from kontaktpunkt.usecases.figures.rows import FigurePage
from kontaktpunkt.wording.figures.table import as_csv, document
from kontaktpunkt.wording.times import clock

_LEAST: Final = 255
_PAGES: Final = (
    "Nyckeltal",
    "Rapporter",
    "Frågor och svar",
    "Regionens indikator",
    "Avvikelser",
)


_Beside = ReportsPage | QuestionsPage | RegionFiguresPage | DeviationsPage
"""The pages beside the figures."""


class FiguresScreen(Screen):
    """The figures to the left, the chosen one with its cases to the right; more behind the tabs."""

    key = "figures"
    title = "Nyckeltal"
    icon = "chart"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: FigurePage | None = None
        self._chosen = Figure.READY_NOW
        self.csv_out: FileOut = QtFileOut("Spara nyckeltalen som CSV", "CSV (*.csv)")
        self.heading = Text(self.title, "title", wrap=False)
        self.as_of = Elided("", "soft")
        self.periods = PeriodBar(local_day(workplace.now()))
        self.model = RowsModel(FIGURES, frozenset({1}), self)
        self.list = RowsTable(workplace.theme, self.model, (3, 1), tall=True)
        self.list.setAccessibleName("Nyckeltal")
        self.detail = FigureDetail(workplace)
        self.reports = ReportsPage(workplace, self.periods)
        self.questions = QuestionsPage(workplace)
        self.region = RegionFiguresPage(workplace)
        self.deviations = DeviationsPage(workplace, self.periods)
        self.figures = QSplitter()
        self.cases_act = act_within(self, "Ärendena bakom", "Ctrl+Down", self.detail.focus_cases)
        self.csv_act = act_within(self.figures, "Spara som CSV …", "Ctrl+Shift+S", self._save_csv)
        self.paper_act = act_within(self.figures, "På papper", "Ctrl+P", self._print)
        self.tabs = self._make_tabs()
        self._lay_out()
        workplace.theme.changed.connect(self._measure)
        self._measure()
        self.periods.changed.connect(self.begin)
        on_row(self.list, self._choose_row)
        self.list.activated.connect(self.detail.focus_cases)
        workplace.figure_wanted.connect(self.choose)

    def begin(self) -> None:
        """Work the figures of the period out, or fetch what stands on the page that is shown."""
        self.periods.set_today(local_day(self.workplace.now()))
        shown = self.pages.currentWidget()
        if isinstance(shown, _Beside):
            shown.begin()
            return
        desk, period = self.workplace.desk, self.periods.period()
        if self._page is None or self._page.period != period:
            self.as_of.set_text("Räknar …")
        self.workplace.clerk.ask(lambda: desk.figures(period), self._show, key="figures")

    def refresh(self, changed: Changed) -> None:
        """Work them out anew when a case has changed, or somebody has looked in the inbox."""
        shown = self.pages.currentWidget()
        counted = changed.cases or changed.persons or changed.watches
        written = shown is not self.figures and (changed.reports or changed.deviations)
        if changed.everything or counted or written:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Leave what is being read as it stands; its time is told."""

    def focus(self) -> None:
        """Put focus on the figures, or where the shown page is worked from."""
        shown = self.pages.currentWidget()
        if isinstance(shown, _Beside):
            shown.focus()
        else:
            self.list.setFocus()

    def choose(self, figure: Figure) -> None:
        """Choose a figure, of this month, and put focus on its cases."""
        self._chosen = figure
        self.turn_to(0)
        if self.periods.choice.currentIndex():
            self.periods.choice.setCurrentIndex(0)
        elif self._page is not None:
            self._show(self._page)
        self.detail.focus_cases()

    def count_deviations(self) -> None:
        """Show the counts of deviations."""
        self.turn_to(_PAGES.index("Avvikelser"))

    def turn_to(self, place: int) -> None:
        """Show one of the pages."""
        self.tabs[place].setChecked(True)
        self.pages.setCurrentIndex(place)
        for out in self._ways_out:
            out.setVisible(place == 0)
        self.begin()
        self.focus()

    def _show(self, page: FigurePage) -> None:
        self._page = page
        self.as_of.set_text(f"Uppgifter från {clock(page.at)}. Regelprofil: {page.profile}.")
        chosen = self._chosen
        self.model.show(figure_rows(page))
        self._chosen = chosen
        order = list(page.figures)
        self.list.choose(order.index(chosen) if chosen in order else 0)
        self._show_chosen()

    def _choose_row(self, row: int) -> None:
        if self._page is None or row < 0:
            return
        figure = list(self._page.figures)[row]
        if figure is not self._chosen:
            self._chosen = figure
            self._show_chosen()

    def _show_chosen(self) -> None:
        if self._page is not None and self._chosen in self._page.figures:
            self.detail.show_figure(self._page, self._page.figures[self._chosen])

    # --- out of the program -----------------------------------------------------------------
    def _print(self) -> None:
        page, profile = self._page, self.workplace.profile
        if page is None:
            return

        def make(desk: Desk) -> tuple[PaperPreview, int]:
            return desk.figure_paper(document(page, profile)), 0

        self.workplace.document_wanted.emit(
            Document(
                key=f"figures {page.period.first} {page.period.last}",
                title=f"Nyckeltal {page.period.first} till {page.period.last}",
                file_name=f"nyckeltal-{page.period.first}-{page.period.last}.pdf",
                make=make,
            )
        )

    def _save_csv(self) -> None:
        """Save all figures, without names, for a spreadsheet; noted as given out."""
        page, profile, desk = self._page, self.workplace.profile, self.workplace.desk
        if page is None:
            return

        def write(path: str) -> str:
            desk.print_noted("nyckeltal som CSV", None, 0)
            return write_file(path, as_csv(page, profile))

        def ask(path: str) -> None:
            self.workplace.clerk.ask(lambda: write(path), self._saved)

        name = f"nyckeltal-{page.period.first}-{page.period.last}.csv"
        self.csv_out.choose(self.window(), name, ask)

    def _saved(self, path: str) -> None:
        self.workplace.noted.emit(f"Nyckeltalen är sparade: {path}")

    # --- making -----------------------------------------------------------------------------
    def _measure(self) -> None:
        """Keep the names of the figures whole, however large the text."""
        self.list.setMinimumWidth(self.workplace.theme.px(_LEAST))

    def _make_tabs(self) -> list[QPushButton]:
        together = QButtonGroup(self)
        made = [button(words, "tab") for words in _PAGES]
        for place, one in enumerate(made):
            one.setCheckable(True)
            one.clicked.connect(partial(self.turn_to, place))
            together.addButton(one)
        made[0].setChecked(True)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(12)
        head.addWidget(self.as_of, 1)
        head.addWidget(self.periods)
        self._ways_out = [KeyHintButton(one) for one in (self.csv_act, self.paper_act)]
        for out in self._ways_out:
            head.addWidget(out)
        row = QHBoxLayout()
        for one in self.tabs:
            row.addWidget(one)
        row.addStretch(1)
        self.figures.addWidget(self.list)
        self.figures.addWidget(self.detail)
        self.figures.setSizes([330, 860])
        self.figures.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        pages: tuple[QWidget, ...] = (
            self.figures,
            self.reports,
            self.questions,
            self.region,
            self.deviations,
        )
        for page in pages:
            self.pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 14, 10)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addLayout(row)
        rows.addWidget(self.pages, 1)
