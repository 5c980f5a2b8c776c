"""Kalla hem: the call, who starts what when, and the text for the region's system, in one act."""

from uuid import UUID, uuid4

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import (
    CallHome,
    RequestDocumentation,
    SetDestination,
    WithdrawCallHome,
)
from kontaktpunkt.domain.events.homecoming import CalledHome, Destination, Travel
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.homecoming.still_open import still_open
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.column import bring_in_sight
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.lines.homecoming import call_home_text
from kontaktpunkt.wording.times import planned, when
from kontaktpunkt.wording.words import word

_FIELDS = ("home.told", "home.phone", "home.met_by", "home.starts", "home.place")
_IN_VAIN = "Utskrivningsklar är återtagen. Ställ in hemgången och säg till enheten."


class CallingPanel(Section):
    """Where she goes, and the call home; once called it says what was agreed."""

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__("Kalla hem")
        self._workplace = workplace
        self._drafts = drafts
        self._case: UUID | None = None
        self.agreed = Text("", "strong")
        self.withdraw = button("Ställ in hemgången", "link")
        self.withdraw.clicked.connect(self._withdraw)
        self.destination = narrow_choice()
        for one in Destination:
            self.destination.addItem(word(one), one)
        self.place = QLineEdit()
        self.told = QLineEdit()
        self.phone = QLineEdit()
        # The head says where to ring; who answered there is a fact only when somebody types it.
        self.told.setPlaceholderText("namn")
        self.told_field = Labelled("Vem på avdelningen fick besked", self.told)
        self.expected = TimeField(workplace, "Väntas hem", ahead=True, empty="inte sagt")
        self.travel = narrow_choice()
        self.travel.addItem("färdsätt inte sagt", None)
        for one in Travel:
            self.travel.addItem(word(one), one)
        self.met_by = QLineEdit()
        self.starts = QLineEdit()
        self.read_back = QCheckBox("Återläst")
        self.call = button("Kalla hem", "primary", "Noterar samtalet och texten att föra in")
        self.call.clicked.connect(self.call_home)
        self.open = Text("", "today")
        self.form = self._form()
        self.in_vain = Text(_IN_VAIN, "refused")
        self.in_vain.hide()
        for part in (self.agreed, self.in_vain, self.withdraw, self.form):
            self.add(part)
        fields = (self.told, self.phone, self.met_by, self.starts, self.place)
        for name, field in zip(_FIELDS, fields, strict=True):
            drafts.watch(name, field)

    def show_page(self, page: CasePage) -> None:
        """Show what is agreed, or the form to agree by."""
        home, row = page.homecoming, page.row
        fresh = row.case != self._case
        self._case = row.case
        if fresh:
            self.expected.text.clear()
            self.read_back.setChecked(False)
            self.travel.setCurrentIndex(0)
            chosen = home.destination or Destination.HOME
            self.destination.setCurrentIndex(self.destination.findData(chosen))
        words = still_open(page, self._workplace.profile)
        self.open.setText(words)
        self.open.setVisible(bool(words))
        called = home.called
        now = self._workplace.now()
        self.agreed.setText("" if called is None else _agreed(called.agreed, called.at, now))
        self.in_vain.setVisible(row.homecoming.withdrawn_at is not None)
        self.agreed.setVisible(called is not None)
        self.withdraw.setVisible(called is not None and home.reached is None)
        self.form.setVisible(called is None and home.reached is None)

    def call_home(self) -> None:
        """Call her home: the act, where she goes, and the text for the region's system."""
        case, told = self._case, self.told.text().strip()
        if case is None:
            return
        self.told_field.refuse("" if told else "Skriv namnet på den som fick beskedet.")
        good, expected = self.expected.checked()
        if not told or not good:
            bring_in_sight(self.expected if told else self.told_field)
            return
        wish = CallHome(
            case=case,
            told=told,
            phone=self.phone.text().strip(),
            expected_home=expected,
            travel=self.travel.currentData(),
            met_by=self.met_by.text().strip(),
            starts=self.starts.text().strip(),
            read_back=self.read_back.isChecked(),
        )
        where = SetDestination(
            case=case,
            destination=Destination(self.destination.currentData()),
            place=self.place.text().strip(),
        )
        text = call_home_text(wish, self._workplace.now())
        request = RequestDocumentation(
            case=case, item=uuid4(), system=self._workplace.system_name, text=text
        )
        self._workplace.do(
            where,
            wish,
            request,
            told=f"Kallad hem. Texten står under Att dokumentera i {self._workplace.system_name}",
            then=self._called,
        )

    def _called(self, _done: Done) -> None:
        self._drafts.done(_FIELDS)

    def _withdraw(self) -> None:
        if self._case is not None:
            self._workplace.do(WithdrawCallHome(case=self._case), told="Hemgången är inställd")

    def _form(self) -> QWidget:
        form = QWidget()
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(Labelled("Ska till", self.destination))
        rows.addWidget(Labelled("Vart (valfritt)", self.place))
        rows.addWidget(self.told_field)
        rows.addWidget(Labelled("Telefon", self.phone))
        rows.addWidget(self.expected)
        rows.addWidget(Labelled("Färdsätt", self.travel))
        rows.addWidget(Labelled("Möts av", self.met_by))
        rows.addWidget(Labelled("Vem startar vad, när", self.starts))
        rows.addWidget(self.open)
        last = QWidget()
        row = Flow(last, GAP * 2)
        row.addWidget(self.read_back)
        row.addWidget(self.call)
        rows.addWidget(last)
        return form


def _agreed(agreed: CalledHome, at: Instant, now: Instant) -> str:
    lines = [
        f"Kallad hem {when(at, now)}, {agreed.told} fick besked"
        + (" och läste upp det" if agreed.read_back else ""),
        f"Väntas hem {planned(agreed.expected_home, now)}" if agreed.expected_home else "",
        ", ".join(
            part
            for part in (
                word(agreed.travel) if agreed.travel is not None else "",
                f"möts av {agreed.met_by}" if agreed.met_by else "",
            )
            if part
        ),
        agreed.starts,
    ]
    return "\n".join(line for line in lines if line)
