"""Statistics over stops: a line for each year and one for each stop; practice stands apart."""

from PySide6.QtWidgets import QWidget

from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.ui.screens.outage.ringing import Rows
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Flow, Section
from kontaktpunkt.ui.widgets.rows_table import RowsModel
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.outages.spans import span
from kontaktpunkt.usecases.outages.statistics import (
    OutageStatistics,
    StopFigures,
    YearFigures,
    cells,
    share,
)
from kontaktpunkt.wording.outages import EXERCISE
from kontaktpunkt.wording.words import word

_YEARS = ("År", "Stopp", "Oplanerade", "Planerade", "Nere", "Blad", "Saknade", "Samtal", "Ikapp")
_STOPS = ("Stopp", "Började", "Planerat", "Längd", "Blad", "Saknade", "Samtal", "Ikapp", "Läge")
_MOST = 10


def _on_paper(desk: Desk) -> Made:
    """Make the list; nobody stands in it."""
    return desk.outage_statistics_paper(), 0


PAPER = Document(
    key="outage statistics",
    title="Driftstopp, statistik",
    file_name="driftstopp-statistik.pdf",
    make=_on_paper,
)
"""The statistics as a list, to print or save."""


class StatisticsPanel(Section):
    """Hidden until the first stop has been declared."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Statistik")
        self._workplace = workplace
        self.told = Text(
            "Ikapp är tiden från att stoppet var över tills sista numret var klart. "
            "Övningar räknas inte in i åren.",
            "soft",
        )
        self.years = RowsModel(_YEARS, frozenset(), self)
        self.year_table = Rows(workplace, self.years, (1, 1, 1, 1, 2, 1, 2, 1, 2), _MOST)
        self.year_table.setAccessibleName("Driftstopp per år")
        self.stops = RowsModel(_STOPS, frozenset(), self)
        self.stop_table = Rows(workplace, self.stops, (3, 2, 1, 2, 1, 1, 1, 2, 2), _MOST)
        self.stop_table.setAccessibleName("Varje driftstopp, och övningarna")
        self.to_paper = button("Statistik på papper …", tip="Förhandsvisa listan i Papper")
        self.to_paper.clicked.connect(lambda: workplace.document_wanted.emit(PAPER))
        row = QWidget()
        Flow(row).addWidget(self.to_paper)
        for part in (self.told, self.year_table, self.stop_table, row):
            self.add(part)
        self.hide()

    def begin(self) -> None:
        """Fetch the statistics."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.outage_statistics, self.show_page, key="outage.statistics")

    def show_page(self, page: OutageStatistics) -> None:
        """Show them; without any stop there is nothing to tell."""
        self.years.show([_year(one) for one in page.years])
        self.stops.show([_stop(one) for one in (*page.stops, *page.exercises)])
        self.year_table.fit_height()
        self.stop_table.fit_height()
        self.year_table.setVisible(bool(page.years))
        self.setVisible(bool(page.stops or page.exercises))


def _year(one: YearFigures) -> tuple[str, ...]:
    return (
        str(one.year),
        str(one.stops),
        str(one.unplanned),
        str(one.planned),
        span(one.lasted),
        str(one.sheets),
        share(one.missing, one.sheets),
        str(one.calls),
        span(one.catch_up) if one.catch_up is not None else "–",
    )


def _stop(one: StopFigures) -> tuple[str, ...]:
    first, *rest = cells(one, word)
    return (f"{EXERCISE}: {first}" if one.stamp.exercise else first, *rest)
