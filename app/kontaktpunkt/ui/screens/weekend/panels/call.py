"""R: a call that is taken for somebody else: who rings, about whom, what, and passed on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from kontaktpunkt.ui.screens.weekend.lines import place, who_whole
from kontaktpunkt.ui.screens.weekend.panels.panel import Panel, side_by_side
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CaseRow, SearchHits
from kontaktpunkt.usecases.weekend.rows import LineDraft, WeekendPage

_SHORTEST, _FOUND = 2, 5
_ROW = 24


class CallPanel(Panel):
    """Take a call, find whom it concerns, pass it on; that it was taken is seen in the list."""

    name = "call"
    title = "Ta ett samtal"
    confirm = "Lämna vidare"

    def build(self) -> None:
        """Place who rings, the search, what it is about, and who is there."""
        self._cases: tuple[CaseRow, ...] = ()
        self.caller, self.phone = QLineEdit(), QLineEdit()
        self.whom = QLineEdit()
        self.whom.setPlaceholderText("Namn, nummer eller avdelning")
        self.found = QListWidget()
        self.found.setAccessibleName("Vem det gäller")
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = TextBox(3)
        self.to = Text("", "strong")
        for name, field in (("caller", self.caller), ("phone", self.phone)):
            self.watch(name, field)
        self.add(
            side_by_side(Labelled("Vem ringer", self.caller), Labelled("På nummer", self.phone))
        )
        self.add(Labelled("Vem gäller det", self.whom))
        self.add(self.found)
        self.add_typed("text", "Vad det gäller", self.text)
        self.add(self.to)
        self.whom.textChanged.connect(self._search)
        self.found.hide()

    @property
    def first(self) -> QWidget:
        """Begin with who rings."""
        return self.caller

    def open_for(self, page: WeekendPage) -> None:
        """Open for a call that comes now."""
        manned = page.manned.label if page.manned is not None else "den som är bemannad"
        self.to.setText(f"Lämnas till {manned}; den tas emot av den som bevakar sidan.")
        self.begin("call")

    def save(self) -> None:
        """Pass the call on, about whom was found."""
        caller, phone, text = self.text_of("caller"), self.text_of("phone"), self.text_of("text")
        if not caller and not phone:
            self.fail("Skriv vem som ringde, eller numret.")
            return
        from_whom = ", ".join(part for part in (caller, phone) if part)
        case = self._chosen()
        about = "" if case is not None else self.whom.text().strip()
        draft = LineDraft(
            text=" · ".join(part for part in (from_whom, about, text) if part),
            needs_you=True,
            is_call=True,
            case=case.case if case is not None else None,
        )
        desk = self.workplace.desk
        self.workplace.settle(
            lambda: desk.pass_on_call(draft, caller, phone),
            told="Samtalet är lämnat vidare",
            then=self._passed,
            refused=self.refused,
        )

    def _passed(self, done: Done) -> None:
        self.whom.clear()
        self.finished(done)

    def _chosen(self) -> CaseRow | None:
        at = self.found.currentRow()
        return self._cases[at] if 0 <= at < len(self._cases) else None

    def _search(self) -> None:
        text, desk = self.whom.text().strip(), self.workplace.desk
        if len(text) < _SHORTEST:
            self.workplace.clerk.forget("call search")
            self._show(SearchHits())
            return
        self.workplace.clerk.ask(lambda: desk.search(text), self._show, key="call search")

    def _show(self, hits: SearchHits) -> None:
        self._cases = hits.cases[:_FOUND]
        now = self.workplace.now()
        self.found.clear()
        self.found.addItems(
            [f"{who_whole(case, now)} · {place(case) or case.unit}" for case in self._cases]
        )
        self.found.setVisible(bool(self._cases))
        self.found.setFixedHeight(self.workplace.theme.px(_ROW) * max(1, len(self._cases)) + 4)
        if self._cases:
            self.found.setCurrentRow(0)
