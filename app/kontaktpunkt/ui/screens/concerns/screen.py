"""Ska ses över: falls and failing persons at home, who looks, by when; no scoring."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.concerns.form import ConcernForm, SettleForm
from kontaktpunkt.ui.screens.concerns.words import COLUMNS, WEIGHTS, concern_lines, state_words
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.concerns.rows import ConcernPage, ConcernRow
from kontaktpunkt.usecases.desk import Changed

_PAPER = Document(
    key="concerns",
    title="Ska ses över",
    file_name="ska-ses-over.pdf",
    make=lambda desk: desk.concern_paper(),
)


class ConcernsScreen(Screen):
    """The list at the left, what is written at the right."""

    key = "concerns"
    title = "Ska ses över"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: ConcernPage | None = None
        self.as_of = Text("", "soft", wrap=False)
        self.table = GroupedTable(workplace.theme, "Ska ses över", COLUMNS, WEIGHTS)
        self.empty = EmptyState(workplace.theme, "done")
        self.empty.say(
            "Inget väntar",
            "Här står fall, sviktande och annat som setts hemma, tills någon har tittat.",
        )
        self.form = ConcernForm(workplace)
        self.settle_form = SettleForm(workplace)
        self.new_act = act_within(self, "Ny …", "Ctrl+Shift+N", self.open_new)
        self.settle_act = act_on(self.table, "Översett …", "K", self._settle)
        self.hand_act = act_on(self.table, "Lämna vidare …", "L", self._hand_on)
        self.case_act = act_on(self.table, "Öppna ärendet", "O", self._open_case)
        self.request_act = act_within(self, "Vårdbegäran", "", self._open_requests)
        self.print_act = act_within(self, "Listan på papper", "Ctrl+P", self._print)
        self.leave_act = act_within(self, "Till uppföljningen", "Esc", self._leave)
        self._lay_out()
        self.table.activated.connect(self._settle)
        self.table.selectionModel().currentChanged.connect(self._follow)
        for part in (self.form.saved, self.form.left, self.settle_form.saved):
            part.connect(self._closed)

    def begin(self) -> None:
        """Fetch the list."""
        self.workplace.clerk.ask(self.workplace.desk.concerns, self._show, key="concerns")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a person or case has changed."""
        if changed.everything or changed.persons or changed.cases:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: midnight makes some of them late."""
        del now
        if self._page is not None and self.isVisible():
            self.begin()

    def focus(self) -> None:
        """Begin in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.form.fields.flush()
        self.settle_form.fields.flush()
        super().hideEvent(event)

    def open_new(self) -> None:
        """Begin a new one."""
        self.settle_form.close_it()
        self.pages.setCurrentWidget(self.table)
        self.form.open_new()
        self.side.show()

    def _show(self, page: ConcernPage) -> None:
        self._page = page
        self.as_of.setText(state_words(page))
        self.table.show_lines(concern_lines(page, self.workplace.names))
        anybody = bool(page.waiting or page.settled) or not self.form.isHidden()
        self.pages.setCurrentWidget(self.table if anybody else self.empty)
        self._follow()

    def _row(self) -> ConcernRow | None:
        chosen, page = self.table.chosen(), self._page
        rows = (*page.waiting, *page.settled) if page is not None else ()
        return next((row for row in rows if row.concern == chosen), None)

    def _follow(self) -> None:
        """Let the acts be those of the chosen one."""
        row = self._row()
        waits = row is not None and row.settled_at is None and not row.masked
        self.settle_act.setEnabled(waits)
        self.hand_act.setEnabled(waits)
        self.case_act.setEnabled(row is not None and row.case is not None)

    def _settle(self) -> None:
        row = self._row()
        if row is not None and self.settle_act.isEnabled():
            self.form.hide()
            self.settle_form.open_for(row)
            self.side.show()

    def _hand_on(self) -> None:
        row = self._row()
        if row is not None:
            self.settle_form.close_it()
            self.form.open_for(row)
            self.side.show()

    def _open_case(self) -> None:
        row = self._row()
        if row is not None and row.case is not None:
            self.workplace.case_wanted.emit(row.case)

    def _open_requests(self) -> None:
        self.workplace.screen_wanted.emit("care_requests")

    def _print(self) -> None:
        self.workplace.document_wanted.emit(_PAPER)

    def _leave(self) -> None:
        """Close what is written in; then go to the list of everybody."""
        if not self.form.isHidden():
            self.form.close_it()
        elif not self.settle_form.isHidden():
            self.settle_form.close_it()
            self._closed()
        else:
            self.workplace.screen_wanted.emit("follow_up")

    def _closed(self) -> None:
        self.side.hide()
        if self._page is not None and not (self._page.waiting or self._page.settled):
            self.pages.setCurrentWidget(self.empty)
        self.focus()

    def _lay_out(self) -> None:
        line = QWidget()
        head = Flow(line, GAP)
        head.addWidget(Text(self.title, "title", wrap=False))
        head.addWidget(self.as_of)
        for act, look in (
            (self.new_act, "primary"),
            (self.settle_act, ""),
            (self.hand_act, ""),
            (self.case_act, ""),
            (self.print_act, ""),
            (self.leave_act, "plain"),
        ):
            head.addWidget(KeyHintButton(act, look=look))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        self.side = Column()
        self.side.add(self.form)
        self.side.add(self.settle_form)
        self.side.rows.addStretch(1)
        self.side.hide()
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(line)
        rows.addWidget(self.splitter, 1)
