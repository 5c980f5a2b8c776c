"""Vårdbegäran: who has one ready, who lacks one, which are old, and what is to be sent now."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import EndCareRequest, LookOverCareRequest
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.care_requests.acts import CareRequestActs
from kontaktpunkt.ui.screens.care_requests.editor import LOOKED_OVER_EVERY, ContentEditor
from kontaktpunkt.ui.screens.care_requests.going import GoingPanel
from kontaktpunkt.ui.screens.care_requests.model import CareRequestModel, head_of
from kontaktpunkt.ui.screens.care_requests.page import ContentPage, ToSend
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.care_request_rows import (
    CareRequestCard,
    CareRequestRow,
    Whom,
)
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.wording.care_requests import counted, standing_words
from kontaktpunkt.wording.times import full_day

_LEAST = 210
"""The width of the list at 100 % text: a name and how it stands."""


class CareRequestsScreen(Screen):
    """List at the left, one care request at the right; what is to be sent stands first."""

    key = "care_requests"
    title = "Vårdbegäran"
    icon = "kind_request_out"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._shown: UUID | None = None
        self._card: CareRequestCard | None = None
        self._rows: tuple[CareRequestRow, ...] = ()
        self.model = CareRequestModel()
        self.list = QListView()
        self.heading = Text(self.title, "title", wrap=False)
        self.counted = Text("", "soft")
        self.who = Text("", "heading")
        self.stands = Text("", "strong")
        self.empty = EmptyState(workplace.theme, "done")
        workplace.theme.changed.connect(self._measure)
        self.empty.say(
            "Ingen vårdbegäran än",
            "Här står alla som har en förberedd vårdbegäran, och alla på sjukhus som saknar en.",
        )
        self.acts_bar = CareRequestActs(self)
        self.to_send = ToSend(workplace, self.acts_bar.copy, self.acts_bar.tick)
        self.content = ContentPage()
        self.editor = ContentEditor(workplace)
        self.going = GoingPanel(workplace)
        self._wire_acts()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.editor.saved.connect(self._written)
        for part in (self.editor.left, self.going.left, self.going.saved):
            part.connect(self._closed)

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Fetch the list."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.care_requests, self._show_rows, key="care requests")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a person or case has changed."""
        if changed.everything or changed.persons or changed.cases:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        self.model.tick(now)

    def focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.editor.fields.flush()
        self.going.fields.flush()
        super().hideEvent(event)

    # --- showing ----------------------------------------------------------------------------
    def _show_rows(self, rows: tuple[CareRequestRow, ...]) -> None:
        now = self.workplace.now()
        before = max(0, self.list.currentIndex().row())
        self._rows = rows
        self.model.system = self.workplace.system_name
        self.model.show_rows(rows, now)
        self.counted.setText(counted(rows))
        writing_new = not self.editor.isHidden() and self._card is None
        self.pages.setCurrentIndex(0 if rows or writing_new else 1)
        if not rows:
            self._shown, self._card = None, None
            return
        place = self.model.place_of(self._shown)
        chosen = min(before, len(rows) - 1) if place is None else place
        self.list.setCurrentIndex(self.model.index(chosen))

    def _chosen(self) -> None:
        row = self.model.row(self.list.currentIndex().row())
        if row is None:
            return
        if row.person != self._shown:
            self.editor.fields.flush()
            self.going.fields.flush()
            self.editor.hide()
            self.going.hide()
        self._shown = row.person
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.care_request(row.person), self._show_card, key="care request"
        )

    def _show_card(self, card: CareRequestCard | None) -> None:
        if card is None or card.row.person != self._shown:
            return
        self._card = card
        row = card.row
        self.who.setText(head_of(row))
        self.stands.setText(standing_words(row, self.workplace.system_name, self.workplace.now()))
        self.to_send.show_card(card)
        self.content.show_card(card, self.workplace)
        self.acts_bar.follow(card)

    # --- acts -------------------------------------------------------------------------------
    def open_going(self) -> None:
        """Begin to note that she went to hospital."""
        if self._card is not None:
            self.editor.hide()
            self.going.open_for(self._card)

    def open_editor(self) -> None:
        """Write her care request, or write it anew."""
        if self._card is not None and not self._card.row.masked:
            self.going.hide()
            self.editor.open_for(Whom(person=self._card.row.person), self._card.content)

    def open_new(self) -> None:
        """Write one for somebody who is not in the list."""
        self.pages.setCurrentIndex(0)
        self.going.hide()
        self.editor.open_for(Whom(), None)

    def look_over(self) -> None:
        """Say that it has been read and still holds, until half a year from now."""
        if self._card is not None:
            by = local_day(self.workplace.now()) + LOOKED_OVER_EVERY
            self.workplace.do(
                LookOverCareRequest(person=self._card.row.person, look_over_by=by),
                told=f"Genomläst, stämmer. Ses över igen {full_day(by)} {by.year}",
            )

    def end(self) -> None:
        """Say that none is to be kept any more."""
        if self._card is not None:
            self.workplace.do(
                EndCareRequest(person=self._card.row.person),
                told="Förberedd vårdbegäran behövs inte längre",
            )

    def open_case(self) -> None:
        """Open the case that it is to be sent in, or her open one."""
        if self._card is not None and self._card.row.case is not None:
            self.workplace.case_wanted.emit(self._card.row.case)

    def leave(self) -> None:
        """Close what is written in, and go back to the list."""
        for panel in (self.editor, self.going):
            if not panel.isHidden():
                panel.close_it()

    def _written(self, person: UUID | None) -> None:
        self._shown = person
        self.begin()
        self.focus()

    def _closed(self) -> None:
        if not self._rows:
            self.pages.setCurrentIndex(1)
        self.focus()

    # --- making -----------------------------------------------------------------------------
    def _wire_acts(self) -> None:
        bar = self.acts_bar
        for act, do in (
            (bar.going, self.open_going),
            (bar.write, self.open_editor),
            (bar.read, self.look_over),
            (bar.new, self.open_new),
            (bar.case, self.open_case),
            (bar.end, self.end),
            (bar.leave, self.leave),
            (bar.copy, self.to_send.copy_text),
            (bar.tick, self.to_send.tick),
        ):
            act.triggered.connect(do)

    def _measure(self) -> None:
        """Keep names and standing readable in the list, however large the text."""
        self.list.setMinimumWidth(self.workplace.theme.px(_LEAST))

    def _lay_out(self) -> None:
        self._measure()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Vårdbegäran")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self.open_editor)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self._make_page())
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self.empty)
        head = QHBoxLayout()
        head.setSpacing(GAP * 2)
        head.addWidget(self.heading)
        head.addWidget(self.counted, 1)
        head.addWidget(KeyHintButton(self.acts_bar.new))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addLayout(head)
        rows.addWidget(self.pages, 1)

    def _make_page(self) -> QWidget:
        page = Column()
        page.rows.setContentsMargins(GAP * 2, 0, 0, 0)
        for part in (
            self.who,
            self.stands,
            self.acts_bar.buttons,
            self.to_send,
            self.going,
            self.editor,
            self.content,
        ):
            page.add(part)
        page.rows.addStretch(1)
        for panel in (self.going, self.editor):
            page.keep_in_sight(panel)
        return page
