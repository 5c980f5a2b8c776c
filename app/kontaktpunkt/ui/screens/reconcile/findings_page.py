"""The second half of reconciling: what differs, one of them beside the list, and the stamp."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.events.reconciliation import FindingDecision
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.reconcile.answers import Answer, Answers
from kontaktpunkt.ui.screens.reconcile.details import Details
from kontaktpunkt.ui.screens.reconcile.model import FindingsModel
from kontaktpunkt.ui.screens.reconcile.words import (
    counts_words,
    left_words,
    reading_words,
    warning_words,
)
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.act_list import ActList
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage, RoundStamp
from kontaktpunkt.wording.rounds import stamp_words

_SHARES: Final = (3, 2)
"""The list's and the details' shares of the width."""


class FindingsPage(QWidget):
    """Shows a round and tells how its findings are to be settled."""

    settle_wanted = Signal(object, object)  # tuple[FindingRow, ...], FindingDecision
    entry_wanted = Signal(object)  # FindingRow: write it in by hand
    case_wanted = Signal(object)  # UUID
    sign_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._page: RoundPage | None = None
        self._now = Instant(0)
        self.counts = Text("", "heading", wrap=False)
        self.left = Text("", "strong", wrap=False)
        self.signed = Text("", "heading")
        self.reading = Text("", "soft")
        self.warning = Text("", "wrong")
        self.list = ActList()
        self.model = FindingsModel(theme)
        self.answers = Answers(self.list, self._answer)
        self.details = Details(self.answers)
        self._make_acts()
        self._lay_out()
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._fit)
        self.list.activated.connect(self._open)

    def show_page(self, page: RoundPage, now: Instant) -> None:
        """Show a round as it stands now; of another round the first open finding is chosen."""
        fresh = self._page is None or page.round != self._page.round
        before = self.list.currentIndex().row()
        self._page, self._now = page, now
        _say(self.counts, "" if page.signed else counts_words(page))
        _say(self.left, left_words(page))
        self.reading.setText(reading_words(page))
        _say(self.warning, warning_words(page))
        _say(self.signed, _signed_words(page, now))
        self.sign_button.setVisible(page.signed is None and not page.left)
        self.model.show_page(page, now)
        if fresh:
            self._go_on(-1)
        elif not self.list.currentIndex().isValid():
            self._choose(min(max(0, before), self.model.rowCount() - 1))
        self._fit()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        if self._page is not None:
            self.show_page(self._page, now)

    def step_on(self, settled: tuple[FindingRow, ...]) -> None:
        """Step to the next open finding at once; the answer of this one is on its way."""
        here = self.list.currentIndex()
        if self.model.findings(here) != settled:
            return
        following = self.model.next_open(here.row())
        if following is not None and following != here.row():
            self._choose(following)

    def go_to_open(self) -> None:
        """Choose the first finding that is left."""
        self._go_on(-1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, after: int) -> None:
        place = self.model.next_open(after)
        self._choose(1 if place is None else place)

    def _choose(self, place: int) -> None:
        self.list.setCurrentIndex(self.model.index(place))

    def _fit(self) -> None:
        """Let answers and details follow what is chosen."""
        rows = self.model.findings(self.list.currentIndex())
        self.answers.fit(rows, same=bool(self.model.same()))
        self.open_act.setEnabled(len(rows) == 1 and rows[0].case is not None)
        self.details.show_finding(rows, self._page, self._now)

    def _answer(self, answer: Answer) -> None:
        if answer.decision is FindingDecision.ALL_SAME:
            self.settle_wanted.emit(self.model.same(), answer.decision)
            return
        rows = self.model.findings(self.list.currentIndex())
        if rows and answer.decision is not None:
            self.settle_wanted.emit(rows, answer.decision)
        elif rows:
            self.entry_wanted.emit(rows[0])

    def _open(self) -> None:
        rows = self.model.findings(self.list.currentIndex())
        if len(rows) == 1 and rows[0].case is not None:
            self.case_wanted.emit(rows[0].case)

    def _make_acts(self) -> None:
        self.sign_act = act_within(self, "Avstämt", "Ctrl+Return")
        self.sign_act.triggered.connect(self.sign_wanted)
        self.open_act = QAction("Öppna ärendet", self)
        self.open_act.triggered.connect(self._open)
        self.paste_act = act_on(self.list, "Klistra in en ny", "Ctrl+V")
        self.paste_act.triggered.connect(self.paste_wanted)

    def _lay_out(self) -> None:
        self.sign_button = KeyHintButton(self.sign_act, look="primary")
        self.list.setAccessibleName("Det som skiljer")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.details.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setSizes(list(_SHARES))
        splitter.setStretchFactor(0, _SHARES[0])
        splitter.setStretchFactor(1, _SHARES[1])
        head = QWidget()
        flow = Flow(head, GAP * 2)
        flow.addWidget(self.counts)
        flow.addWidget(self.left)
        flow.addWidget(self.sign_button)
        flow.addWidget(KeyHintButton(self.open_act, key="Enter"))
        flow.addWidget(KeyHintButton(self.paste_act))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        for part in (self.signed, self.warning, head):
            rows.addWidget(part)
        rows.addWidget(splitter, 1)
        rows.addWidget(self.reading)


def _say(part: Text, words: str) -> None:
    part.setText(words)
    part.setVisible(bool(words))


def _signed_words(page: RoundPage, now: Instant) -> str:
    if page.signed is None:
        return ""
    stamp = RoundStamp(stamp=page.signed, at=page.signed_at, by_name=page.signed_by_name)
    return stamp_words(stamp, now)
