"""Nyckeltal: every figure of a period, what it means, its chart, and the cases behind it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout

from kontaktpunkt.domain.figures.figure import Figure
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.figures.detail import FigureDetail
from kontaktpunkt.ui.screens.figures.periods import PeriodBar
from kontaktpunkt.ui.screens.figures.words import FIGURES, figure_rows
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, on_row
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.figures.rows import FigurePage
from kontaktpunkt.wording.times import clock

_LEAST = 255


class FiguresScreen(Screen):
    """The figures to the left, the chosen one with its cases to the right."""

    key = "figures"
    title = "Nyckeltal"
    icon = "chart"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: FigurePage | None = None
        self._chosen = Figure.READY_NOW
        self.heading = Text(self.title, "title", wrap=False)
        self.as_of = Elided("", "soft")
        self.periods = PeriodBar(local_day(workplace.now()))
        self.model = RowsModel(FIGURES, frozenset({1}), self)
        self.list = RowsTable(workplace.theme, self.model, (3, 1), tall=True)
        self.list.setAccessibleName("Nyckeltal")
        self.detail = FigureDetail(workplace)
        self.cases_act = self._act("Ärendena bakom", "Ctrl+Down", self.detail.focus_cases)
        self._lay_out()
        workplace.theme.changed.connect(self._measure)
        self._measure()
        self.periods.changed.connect(self.begin)
        on_row(self.list, self._choose_row)
        self.list.activated.connect(self.detail.focus_cases)
        workplace.figure_wanted.connect(self.choose)

    def begin(self) -> None:
        """Work the figures of the period out."""
        self.periods.set_today(local_day(self.workplace.now()))
        desk, period = self.workplace.desk, self.periods.period()
        self.workplace.clerk.ask(lambda: desk.figures(period), self._show, key="figures")

    def refresh(self, changed: Changed) -> None:
        """Work them out anew when a case has changed, or somebody has looked in the inbox."""
        if changed.everything or changed.cases or changed.persons or changed.watches:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Leave what is being read as it stands; its time is told."""

    def focus(self) -> None:
        """Put focus on the figures."""
        self.list.setFocus()

    def choose(self, figure: Figure) -> None:
        """Choose a figure, of this month, and put focus on its cases."""
        self._chosen = figure
        if self.periods.choice.currentIndex():
            self.periods.choice.setCurrentIndex(0)
        elif self._page is not None:
            self._show(self._page)
        self.detail.focus_cases()

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

    def _act(self, words: str, key: str, do: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def _measure(self) -> None:
        """Keep the names of the figures whole, however large the text."""
        self.list.setMinimumWidth(self.workplace.theme.px(_LEAST))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(12)
        head.addWidget(self.as_of, 1)
        head.addWidget(self.periods)
        both = QSplitter()
        both.addWidget(self.list)
        both.addWidget(self.detail)
        both.setSizes([330, 860])
        both.setChildrenCollapsible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 14, 10)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(both, 1)
