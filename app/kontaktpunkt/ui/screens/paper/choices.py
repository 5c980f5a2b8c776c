"""What can be put on paper, for whom, and why."""

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.document import TODAYS_LIST, Document
from kontaktpunkt.ui.printing.phone_lists import PHONE_LISTS
from kontaktpunkt.ui.screens.paper.in_stop import InStop
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.modest_list import ModestList
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.outages.rows import OutageStamp
from kontaktpunkt.wording.form_flaws import sentence_broken_form

USUAL_PURPOSE = "Reservrutin"
_FORM = int(Qt.ItemDataRole.UserRole) + 1
_DOCUMENT = _FORM + 1
_LEAST = 4
"""So many papers are in sight at least; then the page scrolls."""


class Choice(Struct, frozen=True, kw_only=True):
    """A paper to show: a form for a case, for several or blank, or a list (no form).

    `outage` is the stop that a form is given out in.
    """

    form: FormDefinition | None = None
    case: UUID | None = None
    cases: tuple[UUID, ...] = ()
    outage: UUID | None = None
    document: Document = TODAYS_LIST

    @property
    def is_list(self) -> bool:
        """Say whether it is a list."""
        return self.form is None

    def concerned_by(self, changed: Changed) -> bool:
        """Say whether a change can have altered what stands on the paper."""
        if changed.everything:
            return True
        if self.form is None:
            return self.document.concerned_by(changed)
        people = frozenset(one for one in (self.case, *self.cases) if one is not None)
        return bool(people & changed.cases or changed.contacts)


class Choices(QWidget):
    """The papers that there are, the person that one is for, and the purpose for the register."""

    changed = Signal()
    several_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._case: UUID | None = None
        self._cases: tuple[UUID, ...] = ()
        self._kind: MessageKind | None = None
        self._number = ""
        self._forms: tuple[FormDefinition, ...] = ()
        self._documents: tuple[Document, ...] = (TODAYS_LIST, *PHONE_LISTS)
        self.papers = ModestList(_LEAST)
        self.papers.setAccessibleName("Blanketter och listor")
        self.left_out = Text("", "refused")
        self.left_out.hide()
        self.whom = Text("")
        self.blank = button("Gör den tom i stället", "link")
        self.several = button("Flera personer …", "link")
        self.purpose = QLineEdit(USUAL_PURPOSE)
        self.purpose_field = Labelled("Varför (står i registret)", self.purpose)
        self.in_stop = InStop()
        self._lay_out()
        self.papers.currentRowChanged.connect(self.changed)
        self.blank.clicked.connect(self._make_blank)
        self.several.clicked.connect(self.several_wanted)

    def offer(self, forms: tuple[FormDefinition, ...]) -> None:
        """Offer the forms that exist, and the lists last."""
        is_first = not self._forms
        row = _fitting(forms, self._kind) if is_first else self.papers.currentRow()
        self._forms = forms
        self.papers.blockSignals(True)  # noqa: FBT003  Qt's own shape
        self.papers.clear()
        for form in forms:
            item = QListWidgetItem(f"{form.number}  {form.title}")
            item.setData(_FORM, form)
            self.papers.addItem(item)
        for document in self._documents:
            item = QListWidgetItem(document.title)
            item.setData(_DOCUMENT, document)
            self.papers.addItem(item)
        self.papers.setCurrentRow(min(max(0, row), self.papers.count() - 1))
        self.papers.blockSignals(False)  # noqa: FBT003  Qt's own shape
        if is_first and self._number:
            self.want_form(self._number)
        self._follow()

    def say_broken(self, broken: tuple[BrokenForm, ...]) -> None:
        """Say which forms are left out, with the file and the line: none goes without a word."""
        self.left_out.setText("\n".join(sentence_broken_form(one) for one in broken))
        self.left_out.setVisible(bool(broken))

    def choose_document(self, document: Document) -> None:
        """Choose a list; one that was asked for from elsewhere stands among the others."""
        others = (one for one in self._documents if one.key != document.key)
        self._documents = (*others, document)
        self.offer(self._forms)
        place = len(self._forms) + [one.key for one in self._documents].index(document.key)
        self.papers.setCurrentRow(place)

    def choose_form(self, kind: MessageKind | None = None) -> None:
        """Choose the form that stands in for a kind of message; else the first, unless one is."""
        self._kind = kind
        row = _fitting(self._forms, kind)
        if self._forms and (row >= 0 or self.choice.is_list):
            self.papers.setCurrentRow(max(0, row))

    def want_form(self, number: str) -> None:
        """Choose a form by its number, now or when the forms are known."""
        self._number = number
        numbers = [form.number for form in self._forms]
        if number in numbers:
            self.papers.setCurrentRow(numbers.index(number))

    def set_case(self, case: UUID | None) -> None:
        """Make the paper for a case, or blank."""
        self._case = case
        self._cases = ()
        self.whom.setText("" if case else "Tom blankett")
        self._follow()

    def set_cases(self, cases: tuple[UUID, ...]) -> None:
        """Make the form for each of several cases; for one as for her alone."""
        if len(cases) == 1:
            self.set_case(cases[0])
            return
        self.set_case(None)
        self._cases = cases
        if cases:
            self.whom.setText(f"För {len(cases)} personer, ett blad var")
        self._follow()

    @property
    def case(self) -> UUID | None:
        """Give the case that a form is for, whatever paper is chosen."""
        return self._case

    def say_whom(self, name: str) -> None:
        """Say whom the paper is for."""
        self.whom.setText(name)

    @property
    def choice(self) -> Choice:
        """Give what is chosen."""
        item = self.papers.currentItem()
        if self.papers.currentRow() < 0:
            return Choice()
        form, document = item.data(_FORM), item.data(_DOCUMENT)
        if not isinstance(form, FormDefinition):
            return Choice(document=document) if isinstance(document, Document) else Choice()
        return Choice(form=form, case=self._case, cases=self._cases, outage=self.in_stop.outage)

    def show_stops(self, stamps: Sequence[OutageStamp], now: Instant) -> None:
        """Offer the stops that go on."""
        self.in_stop.show_stops(stamps, now)
        self._follow()

    def _follow(self) -> None:
        is_list = self.choice.is_list
        self.whom.setVisible(not is_list)
        for_somebody = self._case is not None or bool(self._cases)
        self.blank.setVisible(not is_list and for_somebody)
        self.several.setVisible(not is_list)
        self.purpose_field.setVisible(not is_list)
        self.in_stop.setVisible(not is_list and self.in_stop.is_offered)

    def _make_blank(self) -> None:
        self.set_case(None)
        self.changed.emit()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        label = Text("Blankett eller lista", "label", wrap=False)
        label.setBuddy(self.papers)
        rows.addWidget(label)
        rows.addWidget(self.papers, 1)
        rows.addWidget(self.left_out)
        row = QHBoxLayout()
        row.addWidget(self.whom, 1)
        row.addWidget(self.several)
        row.addWidget(self.blank)
        rows.addLayout(row)
        rows.addWidget(self.in_stop)
        rows.addWidget(self.purpose_field)
        self.papers.currentRowChanged.connect(self._follow)


def _fitting(forms: Sequence[FormDefinition], kind: MessageKind | None) -> int:
    """Give the place of the form that stands in for a kind of message, -1 where none does."""
    return next((at for at, form in enumerate(forms) if kind in form.stands_for), -1)
