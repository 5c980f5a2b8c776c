"""Avstämning (F6): begun, gone through with one key a person, gone on with later, signed."""

from datetime import date, time
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import BeginMeeting, ReviewPerson, SignOffMeeting
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant, at_local
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.meeting.begin_page import BeginPage
from kontaktpunkt.ui.screens.meeting.paper import meeting_document
from kontaktpunkt.ui.screens.meeting.people import PeoplePage
from kontaktpunkt.ui.screens.meeting.words import head_words, left_words, signed_words
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed, Done
from kontaktpunkt.usecases.meetings.rows import MeetingPage, MeetingStamp
from kontaktpunkt.wording.words import word

_PAGE: Final = "meeting page"
_NOON: Final = time(12, 0)


class MeetingScreen(Screen):
    """First a few choices, then the people one at a time; it goes on where it was left."""

    key = "meeting"
    title = "Avstämning"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: MeetingPage | None = None
        self.heading = Text(self.title, "title", wrap=False)
        self.about = Text("", "soft")
        self.left = Text("", "strong", wrap=False)
        self.signed = Text("", "good", wrap=False)
        self.beginning = BeginPage()
        self.people = PeoplePage(workplace.theme)
        self.model, self.list, self.person = self.people.parts
        self._make_acts()
        self._lay_out()
        self._wire()
        self._show_page(None)

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Go on with the meeting that is shown or going on, else offer to begin one."""
        desk, page = self.workplace.desk, self._page
        if page is None:
            self.workplace.clerk.ask(desk.open_meeting, self._show_page, key=_PAGE)
        else:
            meeting = page.meeting
            self.workplace.clerk.ask(lambda: desk.meeting(meeting), self._show_page, key=_PAGE)
        self.workplace.clerk.ask(desk.meetings, self._show_earlier, key="meetings")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when anybody on the list has changed, also at another workstation."""
        if changed.everything or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        del now
        if self._page is not None and self.isVisible():
            self._say(self._page)

    def focus(self) -> None:
        """Begin with the names, or in the list."""
        first = self.beginning.participants if self._page is None else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._page is None:
            self.beginning.participants.selectAll()

    # --- showing ----------------------------------------------------------------------------
    def _show_page(self, page: MeetingPage | None) -> None:
        fresh = page is not None and (self._page is None or self._page.meeting != page.meeting)
        self._page = page
        self.pages.setCurrentIndex(0 if page is None else 1)
        workplace = self.workplace
        if page is None:
            self.about.setText("")
            self.left.setText("")
            self.signed.setText("")
            self._offer_acts(None)
            self.beginning.offer(workplace.profile, workplace.units, workplace.now())
            return
        self._say(page)
        if fresh:
            self._choose(self.model.next_left(-1))
            if self.isVisible():
                self.focus()

    def _say(self, page: MeetingPage) -> None:
        now, before = self.workplace.now(), self.list.currentIndex().row()
        self.about.setText(head_words(page, self._label(page.name)))
        self.left.setText(left_words(page))
        self.signed.setText(signed_words(page, now))
        self.model.show_page(page, now, discreet=self.discreet_act.isChecked())
        self._offer_acts(page)
        if not self.list.currentIndex().isValid():
            self._choose(self.model.next_left(before - 1))
        self._show_person()

    def _show_earlier(self, stamps: tuple[MeetingStamp, ...]) -> None:
        profile, now = self.workplace.profile, self.workplace.now()
        self.beginning.show_earlier(stamps, profile, now)

    def _show_person(self) -> None:
        line = self.model.line(self.list.currentIndex())
        discreet = self.discreet_act.isChecked()
        self.person.show_line(line, self.workplace.telling, self.workplace.now(), discreet=discreet)
        going_on = self._page is not None and self._page.signed_at is None
        for action in self.person.actions_of.values():
            action.setEnabled(line is not None and going_on)

    def _label(self, name: str) -> str:
        meetings = self.workplace.profile.meetings if self.workplace.profile is not None else ()
        return next((one.label for one in meetings if one.code == name), name)

    def _choose(self, place: int | None) -> None:
        if place is not None:
            self.list.setCurrentIndex(self.model.index(place))
            if self.model.step(place, -1) is None:  # the heading above the first one, too
                self.list.scrollToTop()

    # --- acts -------------------------------------------------------------------------------
    def _begin_meeting(self, wish: BeginMeeting) -> None:
        desk = self.workplace.desk

        def begin() -> Done | Refused:
            return desk.act(replace(wish, meeting=desk.new_meeting()))

        self.workplace.settle(
            begin,
            told=f"Avstämningen {self._label(wish.name)} har börjat",
            then=lambda _done: self.begin(),
        )

    def _decide(self, decision: ReviewDecision, text: str, day: QDate | None) -> None:
        page, line = self._page, self.model.line(self.list.currentIndex())
        if page is None or line is None:
            return
        wish = ReviewPerson(
            meeting=page.meeting,
            case=line.row.case.case,
            decision=decision,
            text=text,
            expected=_noon(day) if day is not None else None,
        )
        here = self.list.currentIndex().row()
        following = self.model.next_left(here)
        name = self.person.head.text().partition(",")[0]
        self.workplace.do(wish, told=f"{name}: {word(decision)}", then=self._decided)
        # The answer is on its way: whoever steps on need not wait for it.
        if following is not None and following != here:
            self._choose(following)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decided(self, _done: Done) -> None:
        self.begin()

    def _sign(self) -> None:
        page = self._page
        if page is None:
            return
        left = tuple(line.row.case.case for line in page.left)
        self.workplace.do(
            SignOffMeeting(meeting=page.meeting, left_out=left),
            told=f"Avstämningen {self._label(page.name)} är signerad",
            then=self._decided,
        )

    def _leave(self) -> None:
        """Put a signed meeting away and offer a new one; one that goes on is left as it is."""
        if self._page is not None and self._page.signed_at is not None:
            self._show_page(None)
            self.begin()
            self.focus()
        else:
            self.closed.emit()

    def _open(self) -> None:
        line = self.model.line(self.list.currentIndex())
        if line is not None:
            self.workplace.case_wanted.emit(line.row.case.case)

    def _paper(self, *, to_work_by: bool) -> None:
        page = self._page
        if page is not None:
            self.workplace.document_wanted.emit(
                meeting_document(page.meeting, self._label(page.name), to_work_by=to_work_by)
            )

    def _paper_of(self, stamp: MeetingStamp) -> None:
        self.workplace.document_wanted.emit(
            meeting_document(stamp.meeting, self._label(stamp.name), to_work_by=False)
        )

    def _write(self) -> None:
        self.person.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, _index: QModelIndex) -> None:
        self._show_person()

    # --- making -----------------------------------------------------------------------------
    def _make_acts(self) -> None:
        self.sign_act = act_within(self, "Signera", "Ctrl+Return", self._sign)
        self.open_act = act_within(self, "Öppna ärendet", "", self._open)
        self.list_act = act_within(
            self, "Möteslista på papper", "Ctrl+P", lambda: self._paper(to_work_by=False)
        )
        self.work_act = act_within(self, "Arbetslista", "", lambda: self._paper(to_work_by=True))
        self.discreet_act = act_within(self, "Mötesläge", "", self.begin)
        self.discreet_act.setCheckable(True)
        self.leave_act = act_within(self, "Ny avstämning", "", self._leave)
        self.write_act = act_on(self.list, "Skriv en rad", "T", self._write)

    def _offer_acts(self, page: MeetingPage | None) -> None:
        going_on = page is not None and page.signed_at is None
        left = len(page.left) if page is not None else 0
        self.sign_act.setText("Signera" if not left else f"Signera, {left} hanns inte med")
        self.acts_row.setVisible(page is not None)
        self.sign_button.setVisible(going_on)
        self.leave_button.setVisible(page is not None and not going_on)
        for action in (self.sign_act, self.open_act, self.list_act, self.work_act):
            action.setEnabled(page is not None)

    def _wire(self) -> None:
        self.beginning.begin_wanted.connect(self._begin_meeting)
        self.beginning.paper_wanted.connect(self._paper_of)
        self.person.decided.connect(self._decide)
        self.person.text_done.connect(self.focus)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(self._open)
        self.workplace.learned.connect(self.begin)

    def _lay_out(self) -> None:
        self.sign_button = KeyHintButton(self.sign_act, look="primary")
        self.leave_button = KeyHintButton(self.leave_act, look="primary")
        self.acts_row = QWidget()
        acts = Flow(self.acts_row)
        acts.addWidget(self.sign_button)
        acts.addWidget(self.leave_button)
        acts.addWidget(KeyHintButton(self.open_act, key="Enter"))
        acts.addWidget(KeyHintButton(self.list_act))
        acts.addWidget(KeyHintButton(self.work_act))
        acts.addWidget(KeyHintButton(self.discreet_act))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.beginning)
        self.pages.addWidget(self.people)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(GAP)
        head.addWidget(self.about, 1)
        head.addWidget(self.left)
        head.addWidget(self.signed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addLayout(head)
        rows.addWidget(self.acts_row)
        rows.addWidget(self.pages, 1)


def _noon(day: QDate) -> Instant:
    return at_local(date(day.year(), day.month(), day.day()), _NOON)
