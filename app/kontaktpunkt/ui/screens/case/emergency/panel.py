"""The panel of a 23-timmars matter: the clock, the contact, the parts, who takes it after hours."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.emergency.acts import CONTACT_KEY, NO_ANSWER_KEY, EmergencyActs
from kontaktpunkt.ui.screens.case.emergency.contact import ContactForm, stamp
from kontaktpunkt.ui.screens.case.emergency.decision import DecisionForm, asked_in
from kontaktpunkt.ui.screens.case.emergency.ending import Ending
from kontaktpunkt.ui.screens.case.emergency.kind import KindForm
from kontaktpunkt.ui.screens.case.emergency.parts import Parts
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.case_lines.emergency import EmergencyPage
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.emergency import (
    clock_words,
    contact_words,
    decision_words,
    no_contact_words,
    watch_words,
)

_UNSAID = "Ingen har sagt när personen kom: tiden räknas från beskedet."
_BY_NAME = "23 timmar efter platsens namn, för er regelprofil säger inget om det."
_PROPOSED = frozenset(
    {"emergency.contact.who", "emergency.decision.ours", "emergency.decision.theirs"}
)
"""Fields that are filled in when a form opens: they alone are nothing left half written."""
_UNDECIDED = (
    "Inget ställningstagande än. Det görs tillsammans med regional primärvård, med bådas namn, "
    "innan deras vårdbegäran räknas som överenskommen."
)


class EmergencyPanel(QWidget):
    """Shown for a 23-timmars matter only, in place of the planning of an admission."""

    left = Signal()  # a form was closed: focus goes back to where the work begins

    def __init__(self, workplace: Workplace, acts: EmergencyActs, drafts: CaseDrafts) -> None:
        super().__init__()
        self._workplace = workplace
        self.acts = acts
        self._page: CasePage | None = None
        self.clock = Text("", "strong")
        self.source = Text("", "soft")
        self.contact = Text("", "today")
        self.contacts = Text("", "soft")
        self.contact_form = ContactForm(workplace)
        self.parts = Parts(workplace)
        self.decision = Text("")
        self.decision_form = DecisionForm(workplace)
        self.watches = Text("")
        self.ending = Ending(workplace)
        self.kind_form = KindForm(workplace)
        self.routine = button(
            "Rutinen   Skift+F1", "link", "Läs rutinen för 23-timmarspatienter (Skift+F1)"
        )
        self.routine.setAccessibleName("Rutinen för 23-timmarspatienter")
        self._lay_out()
        self._wire()
        self._keep_drafts(drafts)
        self.hide()

    def show_page(self, page: CasePage) -> None:
        """Show the matter, or nothing for any other case."""
        self._page = page
        matter = page.emergency
        self.setVisible(matter is not None)
        self.acts.offer(offered=matter is not None, is_open=page.row.is_open)
        if matter is None:
            self.contact_form.hide()
            self.decision_form.hide()
        self._resume()
        if matter is None:
            return
        self.parts.show_page(page)
        self.ending.show_page(page)
        self.tick(self._workplace.now())

    def tick(self, now: Instant) -> None:
        """Say the spans anew."""
        matter = self._page.emergency if self._page is not None else None
        if matter is not None:
            self._say_clock(matter, now)
            self._say_contact(matter, now)
            self._say_rest(matter, now)

    def close_forms(self) -> bool:
        """Close what stands open; says whether anything did."""
        opened = [form for form in self._forms if not form.isHidden()]
        for form in opened:
            form.hide()
        return bool(opened)

    def _say_clock(self, matter: EmergencyPage, now: Instant) -> None:
        span = matter.span
        running = span.ended_at is None
        is_late = running and now > span.due_at
        is_today = running and local_day(span.due_at) == local_day(now)
        self.clock.setText(clock_words(span, now))
        self.clock.set_role("wrong" if is_late else "today" if is_today else "strong")
        # By which rule and source stands with the other clocks, where it opens.
        unsaid = "" if span.arrival_known else _UNSAID
        by_name = _BY_NAME if matter.hours.value is None else ""
        self.source.setText(" ".join(part for part in (unsaid, by_name) if part))
        self.source.setVisible(bool(self.source.text()))

    def _say_contact(self, matter: EmergencyPage, now: Instant) -> None:
        first = matter.first_contact
        names = self._workplace.names
        tries = sum(not one.answered for one in matter.contacts)
        if first is not None:
            self.contact.setText(f"Första kontakten {contact_words(first, names, now)}")
            self.contact.set_role("good")
        elif matter.span.ended_at is None:
            self.contact.setText(no_contact_words(matter.span.told_at, tries, now))
            self.contact.set_role("today")
        else:
            self.contact.setText("Ingen kontakt noterades")
            self.contact.set_role("soft")
        others = [contact_words(one, names, now) for one in matter.contacts if one is not first]
        self.contacts.setText("\n".join(reversed(others)))
        self.contacts.setVisible(bool(others))

    def _say_rest(self, matter: EmergencyPage, now: Instant) -> None:
        decided = matter.decision
        self.decision.setText(
            _UNDECIDED if decided is None else decision_words(decided, self._workplace.names, now)
        )
        self.decision.set_role("soft" if decided is None else "")
        lines = watch_words(matter.watches, matter.manager, now)
        self.watches.setText("\n".join(lines))

    # --- making -----------------------------------------------------------------------------
    def _wire(self) -> None:
        acts = self.acts
        acts.contact.triggered.connect(lambda: self._stamp(answered=True))
        acts.no_answer.triggered.connect(lambda: self._stamp(answered=False))
        acts.details.triggered.connect(lambda: self._open(self.contact_form))
        acts.decide.triggered.connect(lambda: self._open(self.decision_form))
        acts.correct.triggered.connect(lambda: self._open(self.kind_form))
        self.routine.clicked.connect(self._workplace.routine_wanted)
        for form in self._forms:
            form.closed.connect(self.left)

    def _keep_drafts(self, drafts: CaseDrafts) -> None:
        """Keep what is typed in the forms, and open a form again where it was left half written."""
        self._left_open: frozenset[str] = frozenset()
        for form in self._forms:
            names = {f"emergency.{form.name}.{name}": field for name, field in form.fields.items()}
            for name, field in names.items():
                drafts.watch(name, field)
            form.saved.connect(partial(drafts.done, tuple(names)))
        drafts.came_back.connect(self._came_back)

    def _came_back(self, names: frozenset[str]) -> None:
        self._left_open = names - _PROPOSED
        self._resume()

    def _resume(self) -> None:
        """Go on with what was left half written, when the case is there to go on with."""
        if self._page is None or not self._left_open:
            return
        left, self._left_open = self._left_open, frozenset()
        for form in self._forms:
            if any(name.startswith(f"emergency.{form.name}.") for name in left):
                form.open_for(self._page)

    def _stamp(self, *, answered: bool) -> None:
        if self._page is not None:
            stamp(self._workplace, self._page, answered=answered)

    def _open(self, form: ContactForm | DecisionForm | KindForm) -> None:
        if self._page is not None:
            self.close_forms()
            if isinstance(form, DecisionForm):
                form.open_for(self._page, asked_in(self._page))
            else:
                form.open_for(self._page)
            # Where it stands is known when its place has been laid out.
            QTimer.singleShot(0, lambda: self._bring_in_sight(form))

    def _bring_in_sight(self, form: ContactForm | DecisionForm | KindForm) -> None:
        """Scroll to a form: as much of it as there is room for, and the field that has focus."""
        around = _scrolled(form)
        if around is not None and form.isVisible():
            around.ensureWidgetVisible(form, 0, GAP)
            around.ensureWidgetVisible(form.first, 0, GAP * 4)
            around.horizontalScrollBar().setValue(0)

    @property
    def _forms(self) -> tuple[ContactForm, DecisionForm, KindForm]:
        return self.contact_form, self.decision_form, self.kind_form

    def _lay_out(self) -> None:
        acts = self.acts
        contact = Section("23-timmars")
        place = QWidget()
        flow = Flow(place)
        for act, key, look in (
            (acts.contact, CONTACT_KEY, "primary"),
            (acts.no_answer, NO_ANSWER_KEY.replace("Shift", "Skift"), ""),
            (acts.details, "", "plain"),
        ):
            flow.addWidget(_follows(KeyHintButton(act, key=key, look=look), act))
        for part in (self.clock, self.source, self.contact, self.contacts, place):
            contact.add(part)
        contact.add(self.contact_form)
        decision = Section("Inskrivning i kommunal primärvård")
        decision.add(self.decision)
        decision.add(_follows(KeyHintButton(acts.decide), acts.decide))
        decision.add(self.decision_form)
        watches = Section("Vem tar det")
        watches.add(self.watches)
        watches.add(self.routine)
        self.ending.add(_follows(KeyHintButton(acts.correct, look="plain"), acts.correct))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP * 2)
        for section in (contact, watches, self.parts, decision, self.ending):
            rows.addWidget(section)


def _follows(made: KeyHintButton, act: QAction) -> KeyHintButton:
    """Let a button be seen while its act is offered."""
    act.visibleChanged.connect(lambda: made.setVisible(act.isVisible()))
    return made


def _scrolled(part: QWidget | None) -> QScrollArea | None:
    """Give the column that a part stands in."""
    if part is None or isinstance(part, QScrollArea):
        return part
    return _scrolled(part.parentWidget())
