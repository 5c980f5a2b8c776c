"""Who the person is with us: unit and people by name and number, from the register or her own."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.commands import SetWithUs
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.with_us_editor import LINES, WithUsEditor, draft_name
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import Fact, Flow, Section
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.rows import Register, UnitLine, WithUsPage
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage

_UNKNOWN: Final = "Okänd hos oss."
_SHORT: Final = {"therapist": "FT/AT"}
"""As staff say it, where the whole name would take the room of the numbers."""
_NOTHING: Final = "Inte ifyllt än."
_TOLD: Final = "Vem personen är hos oss är sparat"


class WithUsPanel(Section):
    """Shows the lines that are known; "Ändra" turns them into fields where they stand.

    While nobody has said who she is, the units of her address are proposed, and nothing is chosen.
    """

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__("Hos oss")
        self._workplace = workplace
        self._drafts = drafts
        self._person: UUID | None = None
        self._known: WithUs | None = None
        self._page = WithUsPage()
        self._register = Register()
        self.unknown = Text(_NOTHING, "soft")
        self.facts = {name: Fact(_SHORT.get(name, label)) for name, label in LINES}
        self.accept_act = QAction("Godta enheten som adressen föreslår", self)
        self.accept_act.setShortcut(QKeySequence("Ctrl+J"))
        self.accept_act.triggered.connect(self.accept)
        self.addAction(self.accept_act)
        self.proposal = Text("", "soft")
        self.proposals = QWidget()
        self._offers = Flow(self.proposals)
        self.change = button("Ändra", "link", "Skriv in vem personen är hos oss")
        self.change.clicked.connect(self.edit)
        self.not_known = button("Okänd hos oss", "link", "Någon har tittat efter: okänd hos oss")
        self.not_known.clicked.connect(self.say_unknown)
        self.editor = WithUsEditor(drafts)
        self.editor.save_wanted.connect(self.save)
        self.editor.left.connect(self.close_editor)
        self._lay_out()
        drafts.came_back.connect(self._resume)

    @property
    def fields(self) -> WithUsEditor.Fields:
        """Give the fields of the editor by name."""
        return self.editor.fields

    def show_page(self, page: CasePage) -> None:
        """Show who the person is with us; an edit under way stays as it is."""
        if page.row.person != self._person:
            self._page = WithUsPage()
        if page.person.with_us != self._known:
            self._page = WithUsPage()
        self._person = page.row.person
        self._known = page.person.with_us
        self.change.setText("Ändra" if self._known else "Skriv in")
        self.setEnabled(not page.row.masked)
        self._show_facts()
        person, desk = self._person, self._workplace.desk
        if person is not None and not page.row.masked:
            self._workplace.clerk.ask(
                lambda: (person, desk.with_us(person), desk.register()),
                self._learn,
                key="with us",
            )

    def turn_away(self, _case: UUID) -> None:
        """Leave an edit as a draft: another case is coming."""
        self.editor.hide()

    def edit(self) -> None:
        """Turn the lines into fields."""
        self.editor.open_for(self._page.own or self._known or WithUs(), self._register)
        self._show_facts()

    def close_editor(self) -> None:
        """Turn the fields into lines again, without saving."""
        if not self.editor.isHidden():
            self._drafts.done(draft_name(name) for name in self.fields)
            self.editor.hide()
            self._show_facts()

    def save(self) -> None:
        """Write down what stands in the fields."""
        self._set(self.editor.with_us(self._register))

    def accept(self) -> None:
        """Let the one unit that her address proposes be hers."""
        if len(self._page.proposed) == 1:
            self._accept(self._page.proposed[0])

    def say_unknown(self) -> None:
        """Remember that somebody has looked, and that she is not known with us."""
        self._set(WithUs(unknown_to_us=True))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the case is left."""
        self._drafts.flush()
        super().hideEvent(event)

    def _accept(self, unit: UnitLine) -> None:
        self._set(WithUs(unit_id=unit.unit, unit=unit.facts.name))

    def _set(self, with_us: WithUs) -> None:
        if self._person is not None:
            wish = SetWithUs(person=self._person, with_us=with_us)
            self._workplace.do(wish, told=_TOLD, then=self._saved)

    def _learn(self, found: tuple[UUID, WithUsPage, Register]) -> None:
        person, page, register = found
        if person == self._person:
            self._page, self._register = page, register
            self.editor.learn(register)
            self._show_facts()

    def _resume(self, names: frozenset[str]) -> None:
        """Go on with an edit that was left."""
        if not names.isdisjoint(map(draft_name, self.fields)):
            self.edit()

    def _saved(self, _done: Done) -> None:
        self.close_editor()

    def _show_facts(self) -> None:
        editing = not self.editor.isHidden()
        known = self._page.shown or self._known or WithUs()
        for name, fact in self.facts.items():
            who, phone = getattr(known, name), getattr(known, f"{name}_phone")
            known_parts = [part for part in (who, unbroken(phone)) if part]
            fact.set_text("" if editing else " · ".join(known_parts))
        self.unknown.setText(_UNKNOWN if known.unknown_to_us else _NOTHING)
        nothing = known == WithUs()
        self.unknown.setVisible(not editing and (nothing or known.unknown_to_us))
        self.change.setVisible(not editing)
        self.not_known.setVisible(not editing and not known.unknown_to_us)
        self._offer(() if editing or not nothing else self._page.proposed)

    def _offer(self, units: tuple[UnitLine, ...]) -> None:
        """Say which units the address gives; one is accepted by a key, of several one is chosen."""
        while (item := self._offers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        names = " eller ".join(line.facts.name for line in units)
        self.proposal.setText(f"Föreslås av adressen: {names}" if units else "")
        self.proposal.setVisible(bool(units))
        self.proposals.setVisible(bool(units))
        self.accept_act.setEnabled(len(units) == 1)
        if len(units) == 1:
            self.accept_act.setText(f"Ja, {units[0].facts.name}")
            self._offers.addWidget(KeyHintButton(self.accept_act))
        else:
            self.accept_act.setText("Godta enheten som adressen föreslår")
        for unit in units if len(units) > 1 else ():
            choice = button(f"Ja, {unit.facts.name}")
            choice.clicked.connect(partial(self._accept, unit))
            self._offers.addWidget(choice)

    def _lay_out(self) -> None:
        self.add(self.unknown)
        self.add(self.proposal)
        self.add(self.proposals)
        for fact in self.facts.values():
            self.add(fact)
        links = QWidget()
        flow = Flow(links)
        flow.addWidget(self.change)
        flow.addWidget(self.not_known)
        self.add(links)
        self.add(self.editor)
        self.proposal.hide()
        self.proposals.hide()
        self.editor.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
