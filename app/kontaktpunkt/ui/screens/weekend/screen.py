"""Helg & jour: everything that somebody alone on duty needs, on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.weekend.acts import Acts
from kontaktpunkt.ui.screens.weekend.parts import Parts
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Sheet
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.weekend.rows import WeekendPage
from kontaktpunkt.wording.weekend import packet_words, period_words, until_words


class WeekendScreen(Screen):
    """One page without scrolling; at its right a panel opens for what is to be written."""

    key = "weekend"
    title = "Helg & jour"
    icon = "clock"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.page: WeekendPage | None = None
        self._slim_for = workplace.me.staff
        self.heading = Text(self.title, "title", wrap=False)
        self.period = Text("", "strong", wrap=False)
        self.until = Elided("", "soft")
        self.packet = Text("", "soft", wrap=False)
        self.parts = Parts(workplace, self)
        self.acts_of = Acts(self, self.parts, lambda: self.page)
        self.acts_of.slim.triggered.connect(self._say)
        acts = self.acts_of
        self._buttons_of = {act: KeyHintButton(act, key=acts.letter(act)) for act in acts.in_row}
        self._lay_out()
        workplace.learned.connect(self.begin)
        workplace.user_changed.connect(self.begin)
        workplace.theme.changed.connect(self._say)

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Fetch the page."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.weekend, self._show, key="weekend")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when anything that stands on the page may have changed."""
        several = (
            changed.cases, changed.persons, changed.messages, changed.shifts, changed.packets,
            changed.watches, changed.contacts,
            changed.places,
        )  # fmt: skip
        if changed.everything or any(several):
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: who answers now may be somebody else, and a line may be late."""
        del now
        if self.isVisible():
            self.begin()

    def focus(self) -> None:
        """Begin where work waits."""
        if self.parts.is_panel_open:
            return
        self.parts.focus_list()

    # --- showing ----------------------------------------------------------------------------
    def _show(self, page: WeekendPage) -> None:
        first = self.page is None
        self.page = page
        me = self.workplace.me
        if me.role is Role.CARE_SAFETY_CENTRE and (first or self._slim_for != me.staff):
            self.acts_of.slim.setChecked(True)
        self._slim_for = me.staff
        self._say()
        if first and self.isVisible() and not self.parts.is_panel_open:
            self.parts.focus_list()

    def _say(self) -> None:
        page = self.page
        if page is None:
            return
        self.period.setText(period_words(page))
        self.until.set_text(until_words(page))
        self.packet.setText(packet_words(page))
        self.acts_of.offer(page)
        for act, made in self._buttons_of.items():
            made.setVisible(act.isVisible())
        self.parts.say(page, slim=self.acts_of.slim.isChecked())

    def _buttons(self) -> QWidget:
        whole = QWidget()
        row = Flow(whole)
        for made in self._buttons_of.values():
            row.addWidget(made)
        acts = self.acts_of
        for block, several in (
            (self.parts.handover, acts.on_lines),
            (self.parts.phones, acts.on_phones),
        ):
            block.add_acts(
                [KeyHintButton(one, key=acts.letter(one), look="link") for one in several]
            )
        return whole

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(GAP)
        head.addWidget(self.period)
        head.addWidget(self.until, 1)
        head.addWidget(self.packet)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addLayout(head)
        rows.addWidget(self._buttons())
        sheet = Sheet(margin=0, name="Helg och jour")
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet.add(self.parts.layout_of, 1)
        rows.addWidget(sheet, 1)
