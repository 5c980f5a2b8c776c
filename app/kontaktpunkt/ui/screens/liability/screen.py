"""Fakturakontroll: choose a list or our own cases, see why each costs what it does, and compare."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.profile import ProfileChoice
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.liability.bar import ControlBar
from kontaktpunkt.ui.screens.liability.results import (
    Results,
    Shown,
    nothing_read,
    rows_of,
    with_typed,
)
from kontaktpunkt.ui.screens.liability.saving import TITLE, Saving
from kontaktpunkt.ui.screens.liability.words import EXPLAINED, PASTE_HERE, about
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.file_in import CAP, TOO_LARGE, FileIn, QtFileIn
from kontaktpunkt.ui.widgets.given_files import bytes_of, paths_in
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.paste_box import PasteBox
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.invoice_control import (
    ControlWish,
    Invoiced,
    payer_named,
    read_invoice,
    read_number,
)

_ASKED: Final = "invoice control"


class LiabilityScreen(Screen):
    """First a field for the list, then what was worked out; the invoice stands beside it."""

    key = "liability"
    title = TITLE
    icon = "check"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._wish: ControlWish | None = None
        self._shown: Shown | None = None
        self._invoiced: dict[str, Invoiced] = {}
        self.file_in: FileIn = QtFileIn()
        self.saving = Saving(workplace)
        self.heading = Text(self.title, "title", wrap=False)
        self.about = Text("", "soft")
        self.refusal = Text("", "refused")
        self.bar = ControlBar()
        self.box = PasteBox()
        self.results = Results(workplace.theme)
        self.open_act = act_within(self, "Öppna lista …", "Ctrl+O", self._choose_file)
        self.own_act = act_within(self, "Våra egna ärenden", "Ctrl+E", self.take_own)
        self.pdf_act = act_within(self, "Spara som PDF …", "Ctrl+S", self._save_pdf)
        self.csv_act = act_within(self, "Spara som CSV …", "Ctrl+Shift+S", self._save_csv)
        self.new_act = act_within(self, "Ny kontroll", "Ctrl+L", self.begin_anew)
        self._lay_out()
        self._wire()
        self.setAcceptDrops(True)
        self._show_stage()

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Offer the profiles; work our own cases out anew when those are on show."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.profile_choices, self._offer, key="profiles")
        if self._wish is not None and self._wish.data is None:
            self._ask(self._wish)

    def refresh(self, changed: Changed) -> None:
        """Work our own cases out anew when a case has changed, or all when the rules have."""
        if self._wish is None:
            return
        own = self._wish.data is None and (changed.cases or changed.persons)
        if changed.everything or own:
            self._ask(self._wish)

    def focus(self) -> None:
        """Begin in the field, or in the table on show."""
        if self._shown is None:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.results.focus()

    # --- choosing ---------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or text."""
        if paths_in(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Work out what is dropped."""
        paths = paths_in(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self._read_files(paths)
        else:
            self.take_list(event.mimeData().text().encode())

    def take_list(self, data: bytes) -> None:
        """Work a list out."""
        self._begin_with(data)

    def take_own(self) -> None:
        """Work our own cases of the period out."""
        self._begin_with(None)

    def begin_anew(self) -> None:
        """Let go of the list, and ask for another."""
        self._wish, self._shown = None, None
        self._invoiced = {}
        self.box.clear()
        self._refuse("")
        self._show_stage()
        self.focus()

    def _choose_file(self) -> None:
        self.file_in.choose(self.window(), lambda path: self._read_files([path]))

    def _read_files(self, paths: Sequence[str]) -> None:
        path = paths[0]
        self.workplace.clerk.ask(lambda: bytes_of(path, CAP, TOO_LARGE), self._take_file)

    def _take_file(self, read: bytes | str) -> None:
        if isinstance(read, bytes):
            self.take_list(read)
        else:
            self._refuse(read)

    def _paste(self) -> None:
        self.take_list(self.box.toPlainText().encode())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a paste wherever the hand stands beside the tables."""
        if self._shown is not None and event.matches(QKeySequence.StandardKey.Paste):
            self._paste_anew()
        else:
            super().keyPressEvent(event)

    def _paste_anew(self) -> None:
        """Begin anew with another list, unless what was typed of an invoice would be lost."""
        text = QGuiApplication.clipboard().text()
        if self._shown is None or not text.strip():
            return
        if self._invoiced:
            self._refuse(PASTE_HERE)
            return
        self.begin_anew()
        self.box.setPlainText(text)
        self.take_list(text.encode())

    def _begin_with(self, data: bytes | None) -> None:
        self._ask(self._with_bar(ControlWish(data=data)))

    def _again(self) -> None:
        """Work out by other rules or for another period what is on show."""
        if self._wish is not None:
            self._ask(self._with_bar(self._wish))

    def _with_bar(self, wish: ControlWish) -> ControlWish | None:
        period = self.bar.period()
        if period is None:
            return None
        return replace(wish, profile=self.bar.profile_key, first=period[0], last=period[1])

    def _ask(self, wish: ControlWish | None) -> None:
        if wish is None:
            return
        self._wish = wish
        desk = self.workplace.desk
        self._refuse("")
        self.workplace.clerk.ask(lambda: rows_of(desk.control(wish)), self._show, key=_ASKED)

    # --- showing ----------------------------------------------------------------------------
    def _offer(self, choices: tuple[ProfileChoice, ...]) -> None:
        self.bar.offer(choices, self.workplace.profile)

    def _show(self, shown: Shown) -> None:
        first = self._shown is None
        if shown.page.faults and not shown.page.stays:
            self._refuse(nothing_read(shown))
            if first:
                self._wish = None
                return
        self._shown = shown
        self.results.show_page(shown, self._invoiced)
        self._show_stage()
        if first:
            self.focus()

    def _show_stage(self) -> None:
        shown = self._shown
        self.stages.setCurrentWidget(self.box if shown is None else self.results)
        self.about.setText(EXPLAINED if shown is None else about(shown.page))
        for one in (self.pdf_act, self.csv_act, self.new_act):
            one.setEnabled(shown is not None)
        # With a list on show the tables need the room; the keys and the palette still know them.
        for each in self._beginnings:
            each.setVisible(shown is None)
        for each in self._endings:
            each.setVisible(shown is not None)

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    # --- the invoice ------------------------------------------------------------------------
    def _type_invoice(self, payer: str, column: int, text: str) -> None:
        number = read_number(text) if text.strip() else None
        if text.strip() and number is None:
            self._refuse(f"”{text.strip()}” är inget tal. Skriv som 284,36 eller 2 985 780.")
            return
        self._refuse("")
        theirs = self._invoiced.get(payer, Invoiced())
        self._invoiced[payer] = with_typed(theirs, column, number)
        self.results.show_invoice(self._invoiced)

    def _paste_invoice(self) -> None:
        if self._shown is None:
            return
        pasted = read_invoice(QGuiApplication.clipboard().text())
        payers = self._shown.page.basis.payers
        named = {name: payer_named(name, payers) for name in pasted.by_payer}
        for name, payer in named.items():
            if payer is not None:
                self._invoiced[payer] = pasted.by_payer[name]
        unknown = [name for name, payer in named.items() if payer is None]
        unread = [f"rad {line}" for line in pasted.unread]
        lost = ", ".join([*unknown, *unread])
        self._refuse(f"Hittade ingen kommun för: {lost}." if lost else "")
        self.results.show_invoice(self._invoiced)

    # --- saving -----------------------------------------------------------------------------
    def _save_pdf(self) -> None:
        if self._shown is not None:
            self.saving.save_pdf(self.window(), self._shown, self._invoiced)

    def _save_csv(self) -> None:
        if self._shown is not None:
            self.saving.save_csv(self.window(), self._shown, self._invoiced)

    # --- making -----------------------------------------------------------------------------
    def _wire(self) -> None:
        self.box.setAccessibleName("Listan över vårdtillfällen")
        self.box.pasted.connect(self._paste)
        self.box.files_dropped.connect(self._read_files)
        self.bar.changed.connect(self._again)
        self.results.invoice_typed.connect(self._type_invoice)
        self.results.invoice_pasted.connect(self._paste_invoice)
        self.results.list_pasted.connect(self._paste_anew)

    def _lay_out(self) -> None:
        self.stages = QStackedWidget()
        self.stages.addWidget(self.box)
        self.stages.addWidget(self.results)
        self._beginnings = (
            KeyHintButton(self.open_act, look="primary"),
            KeyHintButton(self.own_act),
        )
        self._endings = tuple(map(KeyHintButton, (self.pdf_act, self.csv_act, self.new_act)))
        acts = QWidget()
        flow = Flow(acts)
        for each in (*self._beginnings, *self._endings):
            flow.addWidget(each)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        rows.setSpacing(GAP)
        for part in (self.heading, self.about, self.bar, acts, self.refusal):
            rows.addWidget(part)
        rows.addWidget(self.stages, 1)
        self.refusal.hide()
