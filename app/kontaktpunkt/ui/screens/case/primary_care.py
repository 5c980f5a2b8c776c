"""The request from regional primary care, and the joint decision that answers it."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from kontaktpunkt.domain.events.care_request import PrimaryCareDecided
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.case.emergency.decision import DecisionForm
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.rows import CasePage, InboxRow, Mark, TimelineEntry
from kontaktpunkt.wording.care_requests import decision_words
from kontaktpunkt.wording.times import when

_GONE = (Mark.CANCELLED, Mark.VOIDED)


class PrimaryCarePanel(Section):
    """Shown where regional primary care has asked; a 23-timmars matter has its own place for it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__("Vårdbegäran till kommunal primärvård")
        self._workplace = screen.workplace
        self._page: CasePage | None = None
        self._asked: InboxRow | None = None
        self.said = Text("")
        self.act = QAction("Ta ställning …", screen)
        self.act.setShortcut(QKeySequence("Ctrl+Shift+I"))
        self.act.triggered.connect(self.open_form)
        screen.addAction(self.act)
        self.form = DecisionForm(screen.workplace)
        self.form.closed.connect(screen.focus)
        self.add(self.said)
        row = QHBoxLayout()
        row.addWidget(KeyHintButton(self.act))
        row.addStretch(1)
        self.add(row)
        self.add(self.form)
        self.hide()

    def show_page(self, page: CasePage) -> None:
        """Show who asked and when, and what was decided."""
        asked = next((row for row in page.messages if _asks(row)), None)
        if self._page is not None and self._page.row.case != page.row.case:
            self.form.clear()
            self.form.hide()
        self._page = page
        shown = asked is not None and page.row.case_kind is not CaseKind.EMERGENCY_STAY
        self.setVisible(shown)
        self.act.setEnabled(shown)
        self._asked = asked
        if asked is None:
            return
        now = self._workplace.now()
        sent = asked.sent_at if asked.sent_at is not None else asked.received_at
        lines = [f"Från {asked.hospital or 'regional primärvård'}, {when(sent, now)}."]
        decided = next((entry for entry in page.timeline if _decides(entry)), None)
        self.act.setText("Ta ställning …" if decided is None else "Ändra ställningstagandet …")
        if decided is None:
            lines.append("Ställningstagande saknas. Det görs tillsammans med regional primärvård.")
        elif isinstance(decided.body, PrimaryCareDecided):
            lines.append(decision_words(decided.body, when(decided.at, now)))
        self.said.setText(" ".join(lines))

    def open_form(self) -> None:
        """Begin to note what was decided."""
        if self._page is not None and self.act.isEnabled():
            self.form.open_for(self._page, self._asked.message if self._asked else None)


def _asks(row: InboxRow) -> bool:
    return row.kind is MessageKind.PRIMARY_CARE_REQUEST and not any(
        mark in row.marks for mark in _GONE
    )


def _decides(entry: TimelineEntry) -> bool:
    return isinstance(entry.body, PrimaryCareDecided) and not entry.struck
