"""Papper: what it will look like, then to the printer or to a file; a number is taken only then."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.ui.printing.order import Order
from kontaktpunkt.ui.printing.page_view import PageView
from kontaktpunkt.ui.printing.printer import PaperOut, QtPaperOut
from kontaktpunkt.ui.printing.run import STILL_PRINTING
from kontaktpunkt.ui.printing.saving import FileOut, QtFileOut, write_file
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.paper.choices import Choice, Choices
from kontaktpunkt.ui.screens.paper.ordering import Going, fill_order, order_of
from kontaktpunkt.ui.screens.paper.people import SeveralPeople
from kontaktpunkt.ui.screens.paper.register import Register
from kontaktpunkt.ui.screens.paper.sending import Sending
from kontaktpunkt.ui.screens.paper.words import (
    ANOTHER_PACKET,
    NO_PRINTER,
    already_out,
    protected_words,
)
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed, IssuedPaper, PaperPreview
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.usecases.outages.work import OutageWatch
from kontaktpunkt.usecases.rows import CasePage, SheetRow
from kontaktpunkt.wording.failures import sentence_unavailable
from kontaktpunkt.wording.names import person_name
from kontaktpunkt.wording.refusals import sentence


class PaperScreen(Screen):
    """Choices and register at the left, the pages at the right."""

    key = "paper"
    title = "Papper"
    icon = "paper"

    def __init__(
        self,
        workplace: Workplace,
        printer: PaperOut | None = None,
        files: FileOut | None = None,
    ) -> None:
        super().__init__(workplace)
        self._printer = printer or QtPaperOut()
        self._files = files or QtFileOut()
        self._forms: tuple[FormDefinition, ...] = ()
        self._wanted: Document | None = None
        self._preview: PaperPreview | None = None
        self._count = 0
        self._watches: tuple[OutageWatch, ...] = ()
        self.choices = Choices()
        self.register = Register(workplace)
        self.view = PageView(workplace)
        self.problem = Text("", "refused")
        self.people = SeveralPeople()
        self.sending = Sending(workplace, self._printer)
        self.print_act = act_within(self, "Till skrivaren", "Ctrl+P", self.print_paper)
        self.save_act = act_within(self, "Spara som PDF", "Ctrl+S", self.save_paper)
        self.fillable_act = act_within(self, "Spara ifyllbar kopia", "", self.save_fillable)
        self._lay_out()
        self.choices.changed.connect(self._chosen)
        self.choices.several_wanted.connect(self.choose_several)
        self.people.chosen.connect(self._show_several)
        self.people.left.connect(self._stay_with_one)
        self.register.voided.connect(self._fetch_register)
        self.register.again_wanted.connect(self._make_again)
        self.sending.register_changed.connect(self._fetch_register)
        self.choices.set_case(None)

    # --- what the frame calls ---------------------------------------------------------------
    def show_for(
        self, case: UUID | None, kind: MessageKind | None = None, outage: UUID | None = None
    ) -> None:
        """Show a form for a case, or blank; the one for a kind of message where there is one.

        `outage` is the stop that asks for a paper; else it is given out in the one that goes on.
        """
        self._wanted = None
        self.choices.in_stop.want(outage)
        self.choices.set_case(case)
        self.choices.choose_form(kind)
        self._ask_whom(case)
        self._stale = False
        self.begin()

    def show_document(self, document: Document) -> None:
        """Show a list."""
        self._wanted = document
        self.choices.choose_document(document)
        self._stale = False
        self.begin()

    def forget(self) -> None:
        """Stand on nobody: the next paper must not be about the person of the last one."""
        self.workplace.clerk.forget("paper.page")
        self.sending.forget()
        self._leave_several()
        self.choices.set_case(None)
        self.choices.in_stop.want(None)
        self.view.clear()
        self._offer_acts(None)
        self._stale = True

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget whom the paper was for when the screen is left, not when only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def begin(self) -> None:
        """Fetch forms and register, and draw the chosen paper anew."""
        desk = self.workplace.desk
        self.sending.look_back()
        self._fetch_stops()
        self.workplace.clerk.ask(desk.forms, self._offer, key="paper.forms")
        self.workplace.clerk.ask(desk.broken_forms, self.choices.say_broken, key="paper.broken")
        self._fetch_register()

    def refresh(self, changed: Changed) -> None:
        """Draw anew what concerns the paper: one that is not yet out says what is known now."""
        if changed.everything:
            self.begin()
            return
        self._fetch_register()
        if changed.outages:
            self._fetch_stops()
        if self.choices.choice.concerned_by(changed):
            self._chosen()

    def focus(self) -> None:
        """Begin with the choice of paper."""
        self.choices.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing ----------------------------------------------------------------------------
    def _offer(self, forms: tuple[FormDefinition, ...]) -> None:
        if forms != self._forms:
            self._forms = forms
            self.choices.offer(forms)
            if self._wanted is not None:
                self.choices.choose_document(self._wanted)
        self._chosen()

    def _fetch_stops(self) -> None:
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.outage_watches, self._offer_stops, key="paper.stops")

    def _offer_stops(self, watches: tuple[OutageWatch, ...]) -> None:
        self._watches = watches
        self.choices.show_stops([one.stamp for one in watches], self.workplace.now())

    def _fetch_register(self) -> None:
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.sheets, self._show_register, key="paper.register")

    def _show_register(self, sheets: tuple[SheetRow, ...]) -> None:
        self.register.show_sheets(sheets)

    def _ask_whom(self, case: UUID | None) -> None:
        if case is not None:
            desk = self.workplace.desk
            self.workplace.clerk.ask(lambda: desk.case(case), self._say_whom, key="paper.whom")

    def _say_whom(self, page: CasePage | None) -> None:
        if page is not None and page.row.case == self.choices.case:
            self.choices.say_whom(f"För {person_name(page.row.name, masked=page.row.masked)}")

    def _chosen(self) -> None:
        """Have the chosen paper made, without a number."""
        choice, desk = self.choices.choice, self.workplace.desk
        self._offer_acts(None)
        if choice.form is None:
            make = choice.document.make
            self.workplace.clerk.ask(lambda: make(desk), self._show_list, key="paper.page")
            return
        number, case, cases = choice.form.number, choice.case, choice.cases
        self.workplace.clerk.ask(
            lambda: desk.preview_many(number, cases) if cases else desk.preview(number, case),
            self._show_preview,
            key="paper.page",
        )

    # --- several at once --------------------------------------------------------------------
    def choose_several(self) -> None:
        """Offer everybody in hospital, to tick for whom the form is to be filled in."""
        desk = self.workplace.desk
        self.choices.hide()  # the list of people needs the room
        self._offer_acts(None)  # and what is shown meanwhile is not what goes out
        self.beneath.setCurrentWidget(self.people)
        self.workplace.clerk.ask(desk.in_hospital, self.people.offer, key="paper.people")
        self.people.narrow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_several(self, cases: tuple[UUID, ...]) -> None:
        self.choices.set_cases(cases)
        self._leave_several()
        if len(cases) == 1:
            self._ask_whom(cases[0])
        self._chosen()

    def _stay_with_one(self) -> None:
        self._leave_several()
        self._chosen()

    def _leave_several(self) -> None:
        self.choices.show()
        self.beneath.setCurrentWidget(self.register)

    def _show_list(self, made: Made | None) -> None:
        if made is None:
            self.view.clear()
            self.problem.setText("Det finns inget att sätta på papper längre.")
            return
        preview, self._count = made
        self._show_preview(preview)

    def _show_preview(self, made: PaperPreview | Refused) -> None:
        if isinstance(made, Refused):
            self.view.clear()
            self.problem.setText(sentence(made))
            return
        self.view.show_pdf(made.pdf)
        self._offer_acts(made)

    def _offer_acts(self, preview: PaperPreview | None) -> None:
        self._preview = preview
        self.problem.setText("")
        for offered in (self.print_act, self.save_act):
            offered.setEnabled(preview is not None)
        # A copy to fill in is one form for one person, or for nobody.
        choice = self.choices.choice
        one = choice.form is not None and not choice.cases
        self.fillable_act.setEnabled(preview is not None and one)

    # --- to the printer ---------------------------------------------------------------------
    def print_paper(self) -> None:
        """Print the chosen paper: question, printer, number, pages."""
        if self._may_print():
            self._ask_first("Till skrivaren", self._choose_printer)

    def _may_print(self) -> bool:
        """Say what is in the way of printing, if anything is."""
        wrong = "" if self._printer.is_there() else NO_PRINTER
        if self.sending.run.goes_on:
            wrong = STILL_PRINTING
        self.problem.setText(wrong)
        return not wrong

    def _choose_printer(self) -> None:
        choice, preview = self.choices.choice, self._preview
        if preview is not None:
            self._printer.choose(self, preview.title, lambda: self._issue_and_print(choice))

    def _issue_and_print(self, choice: Choice) -> None:
        self._fill(choice, self.sending.send, self._going(saved=False))

    def _make_again(self, sheet: SheetRow) -> None:
        """Print a sheet of the register that never came out, with its number."""
        if not self._may_print():
            return
        desk = self.workplace.desk

        def made(paper: IssuedPaper | Refused) -> None:
            if isinstance(paper, Refused):
                self.problem.setText(sentence(paper))
                return
            order = order_of(sheet.form, paper, again=True)
            self._printer.choose(self, order.title, lambda: self.sending.send(order))

        self.workplace.clerk.ask(lambda: desk.paper_again(sheet.sheet), made)

    # --- to a file --------------------------------------------------------------------------
    def save_paper(self) -> None:
        """Save the chosen paper as PDF: question, place, number, file."""
        self._ask_first("Spara som PDF", lambda: self._choose_place(fillable=False))

    def save_fillable(self) -> None:
        """Save a copy of the form to fill in on the screen, with a number like any other."""
        self._ask_first("Spara ifyllbar kopia", lambda: self._choose_place(fillable=True))

    def _choose_place(self, *, fillable: bool) -> None:
        choice = self.choices.choice
        name = choice.document.file_name if choice.form is None else f"{choice.form.number}.pdf"
        going = self._going(saved=True, fillable=fillable)
        self._files.choose(
            self,
            f"ifyllbar-{name}" if fillable else name,
            lambda path: self._fill(choice, lambda order: self._write(order, path), going),
        )

    def _write(self, order: Order, path: str) -> None:
        def not_written(problem: Unavailable) -> None:
            self._not_written(order, problem)

        self.workplace.clerk.ask(
            lambda: write_file(path, order.pdf), self._written, failed=not_written
        )

    def _written(self, path: str) -> None:
        self.problem.setText("")  # what was wrong before is not wrong with what is saved
        self.workplace.noted.emit(f"Sparat: {path}")

    def _not_written(self, order: Order, problem: Unavailable) -> None:
        self.sending.note_not_saved(order, sentence_unavailable(problem))

    # --- both -------------------------------------------------------------------------------
    def _ask_first(self, yes: str, then: Callable[[], None]) -> None:
        """Ask before a second packet, and before a protected person's paper leaves the house."""
        if self._preview is None:
            return
        ask = self.workplace.alerts.ask

        def ask_protected() -> None:
            ask("Skyddad identitet", protected_words(*of), yes, then)

        of = self._preview.protected_sheets, self._preview.left_out
        go_on = ask_protected if self._preview.protected else then
        out = self._numbers_out()
        if out:
            ask(ANOTHER_PACKET, already_out(out), yes, go_on)
        else:
            go_on()

    def _numbers_out(self) -> int:
        """Count what is out already in the stop whose packet is shown; 0 of any other paper."""
        choice = self.choices.choice
        stop = choice.document.outage if choice.is_list else None
        return next((one.stamp.numbers for one in self._watches if one.stamp.outage == stop), 0)

    def _going(self, *, saved: bool, fillable: bool = False) -> Going:
        purpose = self.choices.purpose.text().strip()
        return Going(purpose=purpose, count=self._count, saved=saved, fillable=fillable)

    def _fill(self, choice: Choice, then: Callable[[Order], None], going: Going) -> None:
        """Take the number (for a form), note the printout (for the list), and go on."""
        desk, preview = self.workplace.desk, self._preview
        if preview is None:
            return

        def filled(order: Order | Refused) -> None:
            if isinstance(order, Refused):
                self.problem.setText(sentence(order))
                return
            self._fetch_register()
            stops = frozenset(one.stamp.outage for one in self._watches)
            if stops and order.sheets:
                self.workplace.changed.emit(Changed(outages=stops))  # a number more is out
            then(order)

        self.workplace.clerk.ask(lambda: fill_order(desk, choice, preview, going), filled)

    # --- making -----------------------------------------------------------------------------
    def _lay_out(self) -> None:
        # With large text there is not room for all of it at once: the column scrolls.
        left = Sheet(margin=0)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = left.rows
        column.setContentsMargins(0, 0, GAP * 2, 0)
        column.setSpacing(GAP)
        column.addWidget(Text(self.title, "title", wrap=False))
        column.addWidget(self.choices, 2)
        acts = QWidget()
        flow = Flow(acts)
        flow.addWidget(KeyHintButton(self.print_act, look="primary"))
        flow.addWidget(KeyHintButton(self.save_act))
        flow.addWidget(KeyHintButton(self.fillable_act))
        column.addWidget(acts)
        column.addWidget(self.problem)
        column.addWidget(self.sending)
        self.beneath = QStackedWidget()
        self.beneath.addWidget(self.register)
        self.beneath.addWidget(self.people)
        column.addWidget(self.beneath, 3)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.view)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        rows.addWidget(self.splitter)
        self._offer_acts(None)
