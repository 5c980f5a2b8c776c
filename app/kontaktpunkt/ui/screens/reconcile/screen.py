"""Stäm av: paste the region's whole list, settle what differs with one key each, and it is done."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from kontaktpunkt.domain.events.reconciliation import FindingDecision
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.reconcile.findings_page import FindingsPage
from kontaktpunkt.ui.screens.reconcile.paste_page import CAP, PastePage
from kontaktpunkt.ui.screens.reconcile.prefilled import prefilled
from kontaktpunkt.ui.screens.reconcile.words import compared_words
from kontaktpunkt.ui.widgets.given_files import bytes_of, paths_in
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

_PAGE: Final = "reconcile page"
_TOO_LARGE: Final = "är en mapp eller för stor för att vara en ärendeöversikt."


class ReconcileScreen(Screen):
    """First a field for the overview, then the findings; it goes on where it was left."""

    key = "reconcile"
    title = "Stäm av"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: RoundPage | None = None
        self.heading = Text(self.title, "title", wrap=False)
        self.about = Text("", "soft", wrap=False)
        self.pasting = PastePage(workplace)
        self.findings = FindingsPage(workplace.theme)
        self._lay_out()
        self._wire()
        self.setAcceptDrops(True)

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Go on with the round that is shown or going on, else ask for an overview."""
        desk, page = self.workplace.desk, self._page
        if page is None:
            self.workplace.clerk.ask(desk.open_round, self._show_page, key=_PAGE)
            self.pasting.begin()
        else:
            one_round = page.round
            self.workplace.clerk.ask(lambda: desk.round_page(one_round), self._show_page, key=_PAGE)

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a round, or anybody on the list, has changed."""
        if changed.everything or changed.rounds or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        if self._page is not None and self.isVisible():
            self.findings.tick(now)

    def focus(self) -> None:
        """Begin in the field, or in the list."""
        first = self.pasting.box if self._page is None else self.findings.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_anew(self) -> None:
        """Ask for a new overview, unless a round is going on (Ctrl+Skift+B)."""
        if self._page is not None and self._page.signed is not None:
            self._show_page(None)
            self.begin()
            self.focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was pasted when the screen is left."""
        self.pasting.flush()
        super().hideEvent(event)

    # --- comparing --------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if paths_in(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Compare what is dropped."""
        paths = paths_in(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self._read_file(paths)
        else:
            self._compare(event.mimeData().text().encode())

    def _paste(self) -> None:
        self._compare(QGuiApplication.clipboard().text().encode())

    def _read_file(self, paths: Sequence[str]) -> None:
        path = paths[0]
        self.workplace.clerk.ask(lambda: bytes_of(path, CAP, _TOO_LARGE), self._compare_file)

    def _compare_file(self, read: bytes | str) -> None:
        if isinstance(read, bytes):
            self._compare(read)
        else:
            self._refuse(read)

    def _compare(self, data: bytes) -> None:
        desk, system = self.workplace.desk, self.pasting.system.currentText()
        self.pasting.refuse("")
        self.workplace.clerk.ask(lambda: desk.compare_overview(data, system), self._compared)

    def _compared(self, outcome: RoundPage | Refused) -> None:
        if isinstance(outcome, Refused):
            self._refuse(sentence(outcome))
            return
        self.pasting.forget()
        self._show_page(outcome)
        self.focus()

    def _refuse(self, words: str) -> None:
        """Say it where it is looked for: at the field, or in the strip below the findings."""
        if self._page is None:
            self.pasting.refuse(words)
        else:
            self.workplace.warned.emit(words)

    # --- showing ----------------------------------------------------------------------------
    def _show_page(self, page: RoundPage | None) -> None:
        had_focus = self.pasting.box.hasFocus() or self.findings.list.hasFocus()
        turned = (page is None) is not (self._page is None)
        self._page = page
        self.stages.setCurrentWidget(self.pasting if page is None else self.findings)
        now = self.workplace.now()
        self.heading.setText(f"{self.title} mot {page.system}" if page else self.title)
        self.about.setText(compared_words(page, now) if page else "")
        if page is not None:
            self.findings.show_page(page, now)
        if turned and had_focus:
            self.focus()

    # --- settling ---------------------------------------------------------------------------
    def _settle(self, rows: tuple[FindingRow, ...], decision: FindingDecision) -> None:
        if self._page is None or not rows:
            return
        desk, one_round = self.workplace.desk, self._page.round
        numbers = tuple(row.no for row in rows)
        self.workplace.settle(
            lambda: desk.settle_findings(one_round, numbers, decision), told=_told(rows, decision)
        )
        self.findings.step_on(rows)

    def _sign(self) -> None:
        if self._page is not None:
            desk, one_round = self.workplace.desk, self._page.round
            self.workplace.settle(
                lambda: desk.sign_round(one_round),
                told="Avstämningen är klar",
                refused=self._not_yet,
            )

    def _not_yet(self, refused: Refused) -> None:
        """Say calmly what is left, and go to it: nothing is late or wrong."""
        self.workplace.noted.emit(sentence(refused))
        self.findings.go_to_open()

    def _write_in(self, row: FindingRow) -> None:
        self.workplace.entry_prefilled.emit(prefilled(row))

    def _prefer(self, preference: Preference) -> None:
        if preference is Preference.SINGLE_KEYS:
            on = self.workplace.preferences.is_on(Preference.SINGLE_KEYS, default=True)
            self.findings.answers.set_single_keys(on=on)

    # --- making -----------------------------------------------------------------------------
    def _wire(self) -> None:
        self.pasting.given.connect(self._compare)
        self.pasting.files_given.connect(self._read_file)
        self.findings.settle_wanted.connect(self._settle)
        self.findings.entry_wanted.connect(self._write_in)
        self.findings.case_wanted.connect(self.workplace.case_wanted)
        self.findings.sign_wanted.connect(self._sign)
        self.findings.paste_wanted.connect(self._paste)
        preferences = self.workplace.preferences
        preferences.changed.connect(self._prefer)
        preferences.loaded.connect(lambda: self._prefer(Preference.SINGLE_KEYS))
        self._prefer(Preference.SINGLE_KEYS)

    def _lay_out(self) -> None:
        self.stages = QStackedWidget()
        self.stages.addWidget(self.pasting)
        self.stages.addWidget(self.findings)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(GAP + GAP // 2)
        head.addWidget(self.about, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addLayout(head)
        rows.addWidget(self.stages, 1)


def _told(rows: tuple[FindingRow, ...], decision: FindingDecision) -> str:
    """Say in the strip what was settled; a masked person is not named."""
    said = word(decision)
    name = next((row.name for row in rows if row.name), "")
    if len(rows) > 1 or not name:
        return f"{'1 rad' if len(rows) == 1 else f'{len(rows)} personer'}: {said}"
    return f"{name}: {said}"
