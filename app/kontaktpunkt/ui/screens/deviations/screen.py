"""Avvikelser: what is to be sent, what others owe an answer to, and what came of it."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.deviations.acts import DeviationActs
from kontaktpunkt.ui.screens.deviations.beside import ReportForms
from kontaktpunkt.ui.screens.deviations.card import ReportCard
from kontaktpunkt.ui.screens.deviations.words import deviation_lines
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed, Desk, PaperPreview
from kontaktpunkt.usecases.deviations.rows import (
    DeviationCard,
    DeviationPage,
    DeviationStart,
    NotedRow,
)
from kontaktpunkt.wording.deviations import COLUMNS, WEIGHTS, points_words, state_words
from kontaktpunkt.wording.refusals import sentence

_BOTH_FIT: Final = 1000
"""So wide, in text of 100 %, must the screen be for the list to stand beside a form."""
_NOT_WRITTEN: Final = (
    "Noterad i ärendet, men ingen rapport är skriven. Ska den inte skickas: öppna ärendet och ta "
    "tillbaka noteringen."
)

_LIST = Document(
    key="deviations",
    title="Avvikelser",
    file_name="avvikelser.pdf",
    make=lambda desk: desk.deviation_list(),
)


class DeviationsScreen(Screen):
    """The list at the left; the chosen report, or what is written, at the right."""

    key = "deviations"
    title = "Avvikelser"
    icon = "deviation"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: DeviationPage | None = None
        self._card: DeviationCard | None = None
        self._wanted: UUID | None = None
        self.as_of = Text("", "soft", wrap=False)
        self.table = GroupedTable(workplace.theme, "Avvikelser", COLUMNS, WEIGHTS, bold=1)
        self.empty = EmptyState(workplace.theme, "done")
        self.empty.say(
            "Ingen avvikelse väntar",
            "Skriv en från ärendet med A, eller en som inte gäller någon enskild med Ny.",
        )
        self.acts_bar = DeviationActs(self, self.table)
        self.card = ReportCard(workplace)
        self.hint = Text(_NOT_WRITTEN, "soft")
        self.forms = ReportForms(workplace, self)
        self._lay_out()
        self._wire()
        self.acts_bar.follow(None)

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Fetch the list."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.deviations, self._show, key="deviations")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a report, or what it is about, has changed."""
        if changed.everything or changed.deviations or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: midnight makes answers late."""
        del now
        if self._page is not None and self.isVisible():
            self.begin()

    def focus(self) -> None:
        """Begin in what is written, else in the list."""
        if not self.forms.is_open:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.forms.flush()
        super().hideEvent(event)

    def begin_report(self, case: UUID | None, noted: UUID | None) -> None:
        """Begin a report from a case and what was noted in it, or about nobody."""
        desk = self.workplace.desk

        def started(found: tuple[UUID, DeviationStart | Refused]) -> None:
            report, start = found
            if isinstance(start, Refused):
                self.workplace.warned.emit(sentence(start))
                return
            self.forms.begin(report, start)

        self.workplace.clerk.ask(
            lambda: (desk.new_deviation(), desk.deviation_start(case, noted)),
            started,
            key="deviation start",
        )

    def show_report(self, report: UUID) -> None:
        """Choose a report in the list."""
        self._wanted = report
        self.forms.close()
        self.begin()

    # --- showing ----------------------------------------------------------------------------
    def _show(self, page: DeviationPage) -> None:
        self._page = page
        self.as_of.setText(state_words(page))
        self.table.show_lines(deviation_lines(page, self.workplace.telling))
        if self._wanted is not None:
            place = self.table.lines.place_of(self._wanted)
            self.table.setCurrentIndex(self.table.lines.index(place, 0))
            self._wanted = None
        self._choose_page()
        self._fetch_card()

    def _choose_page(self) -> None:
        writes = self.forms.is_open
        if not writes:
            self.table.show()
        page = self._page
        has_any = page is not None and bool(page.noted or tuple(page))
        self.pages.setCurrentWidget(self.splitter if has_any or writes else self.empty)

    def _fetch_card(self) -> None:
        report, desk = self.table.chosen(), self.workplace.desk
        if self._card is not None and self._card.row.report != report:
            self._card = None  # until the chosen one has come, nothing is done with the one before
        if not isinstance(report, UUID):
            self._card = None
            self.card.hide()
            self.acts_bar.follow_noted(report if isinstance(report, NotedRow) else None)
            noted = report is not None and self.forms.writing.isHidden()
            self.acts_bar.buttons.setVisible(noted)
            self.hint.setVisible(noted)
            return
        self.hint.hide()
        self.workplace.clerk.ask(
            lambda: desk.deviation(report), self._show_card, key="deviation card"
        )

    def _show_card(self, card: DeviationCard | None) -> None:
        if card is not None and card.row.report != self.table.chosen():
            return
        self._card = card
        self.acts_bar.follow(card)
        self.card.setVisible(card is not None and self.forms.writing.isHidden())
        self.acts_bar.buttons.setVisible(card is not None and self.forms.writing.isHidden())
        if card is not None:
            self.card.show_card(card)

    # --- acts -------------------------------------------------------------------------------
    def _with_card(self, do: Callable[[DeviationCard], None]) -> Callable[[], None]:
        """Give an act that does something with the chosen report."""

        def act() -> None:
            if self._card is not None:
                do(self._card)

        return act

    def _write(self) -> None:
        """Write the chosen one anew, or the report of what was noted."""
        chosen = self.table.chosen()
        if isinstance(chosen, NotedRow):
            self.begin_report(chosen.case, chosen.deviation)
        elif self._card is not None:
            self.forms.write_again(self._card)

    def _begin_next(self) -> None:
        """Do with Enter what comes next for the chosen one."""
        if self.acts_bar.next is not None:
            self.acts_bar.next.trigger()

    def _paper(self) -> None:
        """Show the form in Papper: there it gets its number when it is printed or saved."""
        card = self._card
        if card is None:
            return
        report = card.row.report
        about = points_words(card.row.points, self.workplace.telling)

        def make(desk: Desk) -> tuple[PaperPreview, int] | None:
            made = desk.deviation_paper(report)
            if isinstance(made, Refused):
                self.workplace.warned.emit(sentence(made))
                return None
            return made, 1

        document = Document(
            key=f"deviation {report}",
            title=f"R12 för avvikelsen: {about}",
            file_name="R12.pdf",
            make=make,
            give_out=lambda desk, saved: desk.issue_deviation(report, saved=saved),
        )
        self.workplace.document_wanted.emit(document)

    def _open_case(self) -> None:
        chosen = self.table.chosen()
        case = chosen.case if isinstance(chosen, NotedRow) else None
        if case is None and self._card is not None:
            case = self._card.row.case
        if case is not None:
            self.workplace.case_wanted.emit(case)

    def _leave(self) -> None:
        """Close what is written in; then go to where the screen was opened from."""
        if not self.forms.close():
            self.closed.emit()

    # --- forms ------------------------------------------------------------------------------
    def _opened(self) -> None:
        """Let the report be read beside all forms but the long one."""
        self.pages.setCurrentWidget(self.splitter)
        # In large text there is no room for both: the list gives way to what is written.
        self.table.setVisible(self.splitter.width() >= self.workplace.theme.px(_BOTH_FIT))
        reads = self.forms.writing.isHidden() and self._card is not None
        self.hint.hide()
        self.card.setVisible(reads)
        self.acts_bar.buttons.setVisible(reads)

    def _written(self, report: UUID) -> None:
        self._wanted = report
        self._closed()
        self.begin()

    def _closed(self) -> None:
        self._fetch_card()
        self._choose_page()
        self.focus()

    # --- making -----------------------------------------------------------------------------
    def _wire(self) -> None:
        bar = self.acts_bar
        bar.new.triggered.connect(lambda: self.begin_report(None, None))
        bar.counts.triggered.connect(self.workplace.deviation_counts_wanted)
        bar.listed.triggered.connect(lambda: self.workplace.document_wanted.emit(_LIST))
        for act, do in (
            (bar.paper, self._paper),
            (bar.send, self._with_card(self.forms.send)),
            (bar.answer, self._with_card(self.forms.answer)),
            (bar.follow_up, self._with_card(self.forms.follow_up)),
            (bar.remind, self._with_card(self.forms.remind)),
            (bar.arrived, self._with_card(self.forms.arrive)),
            (bar.write, self._write),
            (bar.case, self._open_case),
            (bar.withdraw, self._with_card(self.forms.withdraw)),
            (bar.leave, self._leave),
        ):
            act.triggered.connect(do)
        self.table.activated.connect(self._begin_next)
        self.table.selectionModel().currentChanged.connect(self._fetch_card)
        self.forms.opened.connect(self._opened)
        self.forms.closed.connect(self._closed)
        self.forms.written.connect(self._written)
        self.workplace.user_changed.connect(self.forms.close)

    def _lay_out(self) -> None:
        line = QWidget()
        head = Flow(line, GAP)
        head.addWidget(Text(self.title, "title", wrap=False))
        head.addWidget(self.as_of)
        head.setAlignment(self.as_of, Qt.AlignmentFlag.AlignVCenter)
        bar = self.acts_bar
        for act, look in (
            (bar.new, "primary"),
            (bar.listed, ""),
            (bar.counts, ""),
            (bar.leave, "plain"),
        ):
            head.addWidget(KeyHintButton(act, look=look))
        side = Column()
        side.rows.setContentsMargins(GAP * 2, 0, 0, 0)
        for part in (bar.buttons, self.hint, *self.forms.all, self.card):
            side.add(part)
        side.rows.addStretch(1)
        for form in self.forms.all:
            side.keep_in_sight(form)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(line)
        rows.addWidget(self.pages, 1)
