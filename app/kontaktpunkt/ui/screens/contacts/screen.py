"""Enheter och kontakter: who answers for whom, by which number; and lists to read in."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import ReinstateContact, RetireContact, VerifyContact
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.phone_lists import phone_list, phone_list_of
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.contacts.call_tests import CallTestPage
from kontaktpunkt.ui.screens.contacts.card import UnitCard
from kontaktpunkt.ui.screens.contacts.editor import UnitEditor
from kontaktpunkt.ui.screens.contacts.import_page import ImportListPage
from kontaktpunkt.ui.screens.contacts.model import UnitModel
from kontaktpunkt.ui.screens.contacts.words import keeping_here
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.given_files import paths_in
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.editing import UnitEdit
from kontaktpunkt.usecases.contacts.rows import Register, UnitLine
from kontaktpunkt.usecases.desk import Changed, Done
from kontaktpunkt.usecases.phone_lists.papers import PhoneListKind
from kontaktpunkt.wording.refusals import sentence


@dataclass(slots=True)
class _Place:
    """Where the list stands."""

    unit: UUID | None = None


class ContactsScreen(Screen):
    """Units at the left, the chosen one at the right; a list is read in over both."""

    key = "contacts"
    title = "Kontakter"
    icon = "phone"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._place = _Place()
        self.model = UnitModel()
        self.heading = Text("Enheter och kontakter", "title", wrap=False)
        self.filter = QLineEdit()
        self.list = QListView()
        self.card = UnitCard()
        self.editor = UnitEditor(workplace)
        self.importing = ImportListPage(workplace)
        self.call_tests = CallTestPage(workplace)
        self.empty = EmptyState(workplace.theme, "phone")
        self.empty.say(
            "Inga enheter än",
            "Läs in en lista från Excel, eller skriv in den första enheten för hand.",
            "Läs in en lista",
        )
        self.import_act = act_within(self, "Läs in en lista …", "Ctrl+I", self.open_import)
        self.new_act = act_within(self, "Ny enhet", "Ctrl+Shift+N", self.add_unit)
        self.edit_act = act_within(self, "Ändra", "Ctrl+E", self.edit)
        self.verify_act = act_within(self, "Kontrollerad i dag", "Ctrl+D", self.verify)
        self.retire_act = act_within(self, "Ta ur bruk", "Ctrl+Delete", self.retire)
        self.ring_act = act_within(self, "Provring …", "Ctrl+R", self.open_call_tests)
        self.print_act = act_within(self, "Telefonlista", "Ctrl+P", self.print_all)
        self.print_unit_act = act_within(
            self, "Enhetens telefonlista", "Ctrl+Shift+P", self.print_unit
        )
        self._lay_out()
        self._wire()
        self.setAcceptDrops(True)
        self._filled = False
        self._over: ImportListPage | CallTestPage | None = None
        self._heading = "Enheter och kontakter"

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Fetch the register."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.register, self._show, key="register")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a unit or contact has changed."""
        if changed.everything or changed.contacts:
            self.begin()
            if self._over is self.call_tests:
                self.call_tests.begin()

    def tick(self, now: Instant) -> None:
        """Say the days anew."""
        self.call_tests.tick(now)

    def focus(self) -> None:
        """Begin in the list, or where a list is read in."""
        if self._over is self.importing:
            self.importing.focus()
        elif self._over is self.call_tests:
            self.call_tests.focus()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what a dropped list would give."""
        paths = paths_in(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self.open_import()
            self.importing.read_files(paths)

    # --- acts -------------------------------------------------------------------------------
    def open_import(self) -> None:
        """Ask for a list to read in."""
        self._over = self.importing
        self._say_stage()
        self.importing.focus()

    def open_call_tests(self) -> None:
        """Ring the numbers one by one to see that they hold."""
        self._over = self.call_tests
        self.call_tests.begin_anew()
        self.call_tests.begin()
        self._say_stage()
        self.focus()

    def close_over(self) -> None:
        """Go back to the register."""
        self._over = None
        self.importing.begin_anew()
        self.begin()
        self._say_stage()
        self.focus()

    def print_all(self) -> None:
        """Put all numbers on paper; other lists stand beside it there."""
        self.workplace.document_wanted.emit(phone_list(PhoneListKind.ALL))

    def print_unit(self) -> None:
        """Put the numbers of the chosen unit on paper."""
        line = self._chosen()
        if line is not None:
            self.workplace.document_wanted.emit(phone_list_of(line.unit, line.facts.name))

    def add_unit(self) -> None:
        """Begin to write in a new unit."""
        self._over = None
        self.right.setCurrentWidget(self.editor)
        self._say_stage()
        self.editor.open_for(None)

    def edit(self) -> None:
        """Begin to edit the chosen unit."""
        line = self._chosen()
        if line is not None:
            self.right.setCurrentWidget(self.editor)
            self.editor.open_for(line)

    def verify(self) -> None:
        """Note that all of the chosen unit has been checked today."""
        line = self._chosen()
        if line is not None:
            wishes = [VerifyContact(contact=line.unit)]
            wishes += [VerifyContact(contact=one.contact) for one in line.people]
            self.workplace.do(*wishes, told=f"{line.facts.name} är kontrollerad i dag")

    def retire(self) -> None:
        """Take the chosen unit out of use, or into it again."""
        line = self._chosen()
        if line is None:
            return
        if line.retired:
            told = f"{line.facts.name} är i bruk igen"
            self.workplace.do(ReinstateContact(contact=line.unit), told=told)
        else:
            told = f"{line.facts.name} är tagen ur bruk"
            self.workplace.do(RetireContact(contact=line.unit), told=told)

    def close_editor(self) -> None:
        """Leave the form without saving."""
        self.right.setCurrentWidget(self.card)
        self._say_stage()
        self.focus()

    def _save(self, edit: UnitEdit) -> None:
        desk = self.workplace.desk
        self._place.unit = edit.unit or self._place.unit
        self.workplace.settle(
            lambda: desk.save_unit(edit),
            told=f"{edit.facts.name} är sparad",
            then=lambda done: self._saved(edit, done),
            refused=self._refused,
        )

    def _saved(self, edit: UnitEdit, done: Done) -> None:
        if edit.unit is None:
            made = (getattr(one, "contact", None) for one in done.commands)
            self._place.unit = next(made, None)
        self.right.setCurrentWidget(self.card)
        self.filter.clear()
        self.begin()
        self.focus()

    def _refused(self, refused: Refused) -> None:
        self.editor.refuse(sentence(refused))

    # --- showing ----------------------------------------------------------------------------
    def _show(self, register: Register) -> None:
        self._filled = bool(register.units)
        self.model.show(register, keeping_here(self.workplace))
        in_use = sum(not line.retired for line in register.units)
        self._heading = f"Enheter och kontakter: {in_use}"
        self._say_stage()
        self._choose()

    def _say_stage(self) -> None:
        """Show the register, or that it is empty, unless a list or a form is open."""
        editing = self.right.currentWidget() is self.editor
        register = self.splitter if self._filled or editing else self.empty
        self.stages.setCurrentWidget(self._over or register)
        titles = {self.importing: "Läs in en lista", self.call_tests: "Provring"}
        self.heading.setText(titles[self._over] if self._over is not None else self._heading)
        self.acts_row.setHidden(self._over is not None)

    def _choose(self) -> None:
        if self.model.rowCount():
            place = self.model.place_of(self._place.unit)
            self.list.setCurrentIndex(self.model.index(place))
        self._follow()

    def _follow(self) -> None:
        line = self._chosen()
        for act in (self.edit_act, self.verify_act, self.retire_act, self.print_unit_act):
            act.setEnabled(line is not None)
        self.card.setVisible(line is not None or self.right.currentWidget() is not self.card)
        if line is not None:
            self._place.unit = line.unit
            self.retire_act.setText("I bruk igen" if line.retired else "Ta ur bruk")
            self.card.show_unit(line, keeping_here(self.workplace))

    def _chosen(self) -> UnitLine | None:
        return self.model.line(self.list.currentIndex().row())

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._choose()

    # --- making -----------------------------------------------------------------------------
    def _wire(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.focus)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.list.activated.connect(self.edit)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self.close_editor)
        for left in (self.importing.left, self.importing.taken, self.call_tests.left):
            left.connect(self.close_over)
        self.empty.way_out.clicked.connect(self.open_import)

    def _lay_out(self) -> None:
        self._lay_out_register()
        self.stages = QStackedWidget()
        for stage in (self.empty, self.splitter, self.importing, self.call_tests):
            self.stages.addWidget(stage)
        self.acts_row = QWidget()
        flow = Flow(self.acts_row)
        for act in (
            self.import_act, self.new_act, self.edit_act, self.verify_act, self.retire_act,
            self.ring_act, self.print_act,
        ):  # fmt: skip
            flow.addWidget(KeyHintButton(act))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(self.heading)
        rows.addWidget(self.acts_row)
        rows.addWidget(self.stages, 1)

    def _lay_out_register(self) -> None:
        self.filter.setPlaceholderText("Enhet, namn, telefon eller område")
        self.filter.setAccessibleName("Sök i registret")
        self.filter.setClearButtonEnabled(True)
        self.list.setModel(self.model)
        self.list.setAccessibleName("Enheter")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.card.offer(KeyHintButton(self.print_unit_act, look="link"))
        self.right = QStackedWidget()
        self.right.addWidget(self.card)
        self.right.addWidget(self.editor)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
