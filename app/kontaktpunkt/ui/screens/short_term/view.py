"""How the screen stands: the board at the left, who waits and the panels at the right."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.short_term.acts import ShortTermActs
from kontaktpunkt.ui.screens.short_term.details import PlaceDetails, Weeks
from kontaktpunkt.ui.screens.short_term.models import BoardModel, WaitingModel
from kontaktpunkt.ui.screens.short_term.panels import Panels
from kontaktpunkt.ui.screens.short_term.table import BoardTable
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.short_term.rows import ShortTermPage
from kontaktpunkt.wording.short_term import summary
from kontaktpunkt.wording.times import clock

_MOST = 330


class ShortTermView(QWidget):
    """The parts of the screen, laid out; shows a page."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        theme = self._theme = workplace.theme
        self.model = BoardModel(theme, self)
        self.table = BoardTable(theme, self.model)
        self.waiting_model = WaitingModel(theme, self)
        self.waiting = QListView()
        self.waiting.setModel(self.waiting_model)
        self.waiting.setAccessibleName("Väntar på plats eller beslut")
        self.waiting.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.waiting.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.waiting.setDragEnabled(True)
        self.heading = Text("Korttidsplatser", "title", wrap=False)
        self.as_of = Elided("", "soft")
        self.nobody = Text("Ingen väntar på plats eller beslut.", "soft")
        self.details = PlaceDetails(workplace)
        self.weeks = Weeks()
        self.panels = Panels(workplace)
        self.pages = QStackedWidget()
        self.empty = EmptyState(theme, "bed")
        self.empty.say(
            "Inga korttidsplatser på tavlan",
            "Lägg in platserna, egna och köpta, med Ny plats (Ctrl+Skift+N).",
        )

    def show_page(self, page: ShortTermPage, now: Instant, shown: UUID | None) -> None:
        """Show a page; what was chosen stays chosen while it is there."""
        before = self.waiting_model.waiting(self.waiting.currentIndex().row())
        self.model.show_places(page.places, now)
        self.waiting_model.show_page(page, now)
        self.as_of.set_text(f"{summary(page)}. Så som det sagts, läst {clock(page.at)}.")
        self.weeks.show_page(page, now)
        anybody = self.waiting_model.rowCount() > 0
        self.waiting.setVisible(anybody)
        self.nobody.setVisible(not anybody)
        self.table.choose(self.model.row_of(shown))
        self._measure()
        place = self.waiting_model.row_of(before.case if before is not None else None)
        self.waiting.setCurrentIndex(self.waiting_model.index(place))

    def _measure(self) -> None:
        """Give the list the height of its lines, up to what leaves the rest in sight."""
        lines = range(self.waiting_model.rowCount())
        needed = sum(self.waiting.sizeHintForRow(line) for line in lines) + GAP
        self.waiting.setFixedHeight(min(needed, self._theme.px(_MOST)))

    def lay_out(self, acts: ShortTermActs) -> None:
        """Put the parts in their places, with the acts beside what they act on."""
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_left(acts))
        splitter.addWidget(self._make_right(acts))
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([780, 360])
        self.pages.addWidget(splitter)
        self.pages.addWidget(self.empty)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.heading)
        head.addSpacing(GAP)
        head.addWidget(self.as_of, 1)
        buttons = QWidget()
        flow = Flow(buttons)
        for act in (acts.grant, acts.apply, acts.new, acts.print):
            flow.addWidget(KeyHintButton(act))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        rows.addLayout(head)
        rows.addWidget(buttons)
        rows.addWidget(self.pages, 1)

    def _make_left(self, acts: ShortTermActs) -> QWidget:
        left = QWidget()
        places = QVBoxLayout(left)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(GAP)
        places.addWidget(self.table, 1)
        places.addWidget(acts.place_bar)
        return left

    def _make_right(self, acts: ShortTermActs) -> QWidget:
        right = Column()
        right.rows.setContentsMargins(GAP * 2, 0, 0, 0)
        for part in (
            self.panels,
            self.nobody,
            self.waiting,
            acts.waiting_bar,
            self.details,
            self.weeks,
        ):
            right.add(part)
        self.details.add(acts.edit_bar)
        right.rows.addStretch(1)
        self.panels.opened.connect(right.begin_at_top)
        return right
