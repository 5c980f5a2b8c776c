"""Avvikelser: what is to be sent, what others owe an answer to, and what came of it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import (
    FollowUpDeviation,
    RemindOfDeviation,
    WithdrawDeviationReport,
)
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.deviations.acts import DeviationActs
from kontaktpunkt.ui.screens.deviations.card import ReportCard
from kontaktpunkt.ui.screens.deviations.forms import (
    AnswerForm,
    ArrivalForm,
    SendingForm,
    WordsForm,
)
from kontaktpunkt.ui.screens.deviations.words import deviation_lines
from kontaktpunkt.ui.screens.deviations.writing import WritingForm
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
        self._make_forms(workplace)
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
        if not any(form.isVisibleTo(self) for form in self._forms):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        for form in self._forms:
            form.fields.flush()
        super().hideEvent(event)

    def begin_report(self, case: UUID | None, noted: UUID | None) -> None:
        """Begin a report from a case and what was noted in it, or about nobody."""
        desk = self.workplace.desk

        def started(found: tuple[UUID, DeviationStart | Refused]) -> None:
            report, start = found
            if isinstance(start, Refused):
                self.workplace.warned.emit(sentence(start))
                return
            self._turn_to(self.writing)
            self.writing.open_new(report, start)

        self.workplace.clerk.ask(
            lambda: (desk.new_deviation(), desk.deviation_start(case, noted)),
            started,
            key="deviation start",
        )

    def show_report(self, report: UUID) -> None:
        """Choose a report in the list."""
        self._wanted = report
        self._close_forms()
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
        writes = any(not form.isHidden() for form in self._forms)
        page = self._page
        has_any = page is not None and bool(page.noted or tuple(page))
        self.pages.setCurrentWidget(self.splitter if has_any or writes else self.empty)

    def _fetch_card(self) -> None:
        report, desk = self.table.chosen(), self.workplace.desk
        if not isinstance(report, UUID):
            self._card = None
            self.card.hide()
            self.acts_bar.follow_noted(report if isinstance(report, NotedRow) else None)
            self.acts_bar.buttons.setVisible(report is not None and self.writing.isHidden())
            return
        self.workplace.clerk.ask(
            lambda: desk.deviation(report), self._show_card, key="deviation card"
        )

    def _show_card(self, card: DeviationCard | None) -> None:
        if card is not None and card.row.report != self.table.chosen():
            return
        self._card = card
        self.acts_bar.follow(card)
        self.card.setVisible(card is not None and self.writing.isHidden())
        self.acts_bar.buttons.setVisible(card is not None and self.writing.isHidden())
        if card is not None:
            self.card.show_card(card)

    # --- acts -------------------------------------------------------------------------------
    def _send(self) -> None:
        if self._card is not None:
            self._turn_to(self.sending)
            self.sending.open_for(self._card)

    def _arrived(self) -> None:
        if self._card is not None:
            self._turn_to(self.arrival)
            self.arrival.open_for(self._card)

    def _answer(self) -> None:
        if self._card is not None:
            self._turn_to(self.answering)
            self.answering.open_for(self._card)

    def _remind(self) -> None:
        if self._card is not None:
            self._turn_to(self.reminding)
            self.reminding.open_for(
                self._card,
                lambda card, text: RemindOfDeviation(deviation_report=card.row.report, text=text),
            )

    def _follow_up(self) -> None:
        if self._card is not None:
            self._turn_to(self.closing_form)
            self.closing_form.open_for(
                self._card,
                lambda card, text: FollowUpDeviation(deviation_report=card.row.report, text=text),
            )

    def _withdraw(self) -> None:
        if self._card is not None:
            self._turn_to(self.withdrawing)
            self.withdrawing.open_for(
                self._card,
                lambda card, text: WithdrawDeviationReport(
                    deviation_report=card.row.report, reason=text
                ),
            )

    def _write(self) -> None:
        """Write the chosen one anew, or the report of what was noted."""
        chosen = self.table.chosen()
        if isinstance(chosen, NotedRow):
            self.begin_report(chosen.case, chosen.deviation)
        elif self._card is not None:
            self._turn_to(self.writing)
            self.writing.open_again(self._card)

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
        if not self._close_forms():
            self.closed.emit()

    # --- forms ------------------------------------------------------------------------------
    def _turn_to(self, form: QWidget) -> None:
        """Let one form be open, and the report be read beside all but the long one."""
        for other in self._forms:
            if other is not form and not other.isHidden():
                other.fields.flush()
                other.hide()
        self.pages.setCurrentWidget(self.splitter)
        reads = form is not self.writing and self._card is not None
        self.card.setVisible(reads)
        self.acts_bar.buttons.setVisible(reads)

    def _close_forms(self) -> bool:
        was_open = [form for form in self._forms if not form.isHidden()]
        for form in was_open:
            form.close_it()
        return bool(was_open)

    def _written(self, report: UUID) -> None:
        self._wanted = report
        self._closed()
        self.begin()

    def _closed(self) -> None:
        self._fetch_card()
        self._choose_page()
        self.focus()

    # --- making -----------------------------------------------------------------------------
    def _make_forms(self, workplace: Workplace) -> None:
        self.writing = WritingForm(workplace)
        self.sending, self.arrival = SendingForm(workplace), ArrivalForm(workplace)
        self.answering = AnswerForm(workplace)
        self.reminding = WordsForm(
            workplace,
            ("Påminnelse", "Vem som påmindes, och hur", "Påmind"),
            "Påminnelsen är noterad",
        )
        self.closing_form = WordsForm(
            workplace, ("Uppföljning", "Vad det ledde till", "Klar"), "Avvikelsen är uppföljd"
        )
        self.withdrawing = WordsForm(
            workplace,
            ("Återkalla rapporten", "Varför den återkallas", "Återkalla"),
            "Rapporten är återkallad",
        )
        self._forms = (
            self.writing,
            self.sending,
            self.arrival,
            self.answering,
            self.reminding,
            self.closing_form,
            self.withdrawing,
        )

    def _wire(self) -> None:
        bar = self.acts_bar
        bar.new.triggered.connect(lambda: self.begin_report(None, None))
        bar.counts.triggered.connect(self.workplace.deviation_counts_wanted)
        bar.listed.triggered.connect(lambda: self.workplace.document_wanted.emit(_LIST))
        for act, do in (
            (bar.paper, self._paper),
            (bar.send, self._send),
            (bar.answer, self._answer),
            (bar.follow_up, self._follow_up),
            (bar.remind, self._remind),
            (bar.arrived, self._arrived),
            (bar.write, self._write),
            (bar.case, self._open_case),
            (bar.withdraw, self._withdraw),
            (bar.leave, self._leave),
        ):
            act.triggered.connect(do)
        self.table.activated.connect(self._begin_next)
        self.table.selectionModel().currentChanged.connect(self._fetch_card)
        self.writing.saved.connect(self._written)
        self.workplace.user_changed.connect(self._close_forms)
        for form in self._forms:
            form.left.connect(self._closed)
            if form is not self.writing:
                form.saved.connect(self._closed)

    def _lay_out(self) -> None:
        line = QWidget()
        head = Flow(line, GAP)
        head.addWidget(Text(self.title, "title", wrap=False))
        head.addWidget(self.as_of)
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
        for part in (bar.buttons, *self._forms, self.card):
            side.add(part)
        side.rows.addStretch(1)
        for form in self._forms:
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
