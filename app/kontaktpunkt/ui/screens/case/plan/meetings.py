"""SIP of a case: the three days, the meetings with their keys, and the form to set a time by."""

from typing import Final
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.commands import CancelPlanMeeting, HoldPlanMeeting
from kontaktpunkt.domain.states import PlanMeeting
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.printing.saving import FileOut, calendar_out, write_file
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.plan.fields import DRAFTS, MeetingFields
from kontaktpunkt.ui.widgets.acts import act_on
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable, GroupLine
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.plans.rows import PlanQuery
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.evidence import clock_line
from kontaktpunkt.wording.plans import CONSENT, names_line
from kontaktpunkt.wording.times import planned, when
from kontaktpunkt.wording.words import word

_COLUMNS: Final = ("Tid", "Form · plats", "Deltar", "Samtycke")


class MeetingsPanel(Section):
    """The meetings of the case; the form sets a new one, or moves the one that is chosen."""

    def __init__(
        self, workplace: Workplace, drafts: CaseDrafts, files: FileOut | None = None
    ) -> None:
        super().__init__("SIP")
        self._workplace = workplace
        self._drafts = drafts
        self.files = files or calendar_out()
        self._page: CasePage | None = None
        self._plan: UUID | None = None
        self.clock = Text("", "soft")
        self.table = GroupedTable(
            workplace.theme, "SIP i ärendet", _COLUMNS, (12, 14, 16, 9), bold=0
        )
        self.move_act = act_on(self.table, "Ändra", "E", self._begin_move)
        self.hold_act = act_on(self.table, "Hållen", "H", self._hold)
        self.cancel_act = act_on(self.table, "Ställ in", "Del", self._cancel)
        self.file_act = act_on(self.table, "Kalenderfil …", "K", self.export)
        self.fields = MeetingFields(workplace, drafts)
        self.save = button("Bestäm tid", "primary")
        self.stop_moving = button("Ny i stället", "link")
        self._lay_out()
        self.save.clicked.connect(self.set_meeting)
        self.stop_moving.clicked.connect(self._begin_new)
        self.fields.entered.connect(self.set_meeting)
        self.table.activated.connect(self._begin_move)

    def show_page(self, page: CasePage) -> None:
        """Show the meetings; a case that one has just turned to begins with an empty form."""
        fresh = self._page is None or page.row.case != self._page.row.case
        self._page = page
        now = self._workplace.now()
        summons = [one for one in page.clocks if one.kind is ClockKind.PLAN_SUMMONS]
        said = [clock_line(one, now, self._workplace.telling).said for one in summons]
        self.clock.setText("\n".join(said))
        self.clock.setVisible(bool(said))
        meetings = sorted(page.plan_meetings, key=lambda one: one.said.meeting_at)
        self.table.show_lines([_line(one, now) for one in meetings])
        self.table.fit_to_lines()
        self.table.setVisible(bool(meetings))
        self.keys.setVisible(bool(meetings))
        if fresh:
            self._begin_new()

    def set_meeting(self) -> None:
        """Set the time, or move the meeting that is being changed."""
        if self._page is None:
            return
        wish = self.fields.wish(self._page.row.case, self._plan or uuid4())
        if wish is not None:
            at = planned(wish.meeting_at, self._workplace.now())
            said = f"SIP {'ändrad' if self._plan is not None else 'bestämd'} {at}"
            self._workplace.do(wish, told=said, then=self._set)

    def export(self) -> None:
        """Save the chosen meeting as a calendar file; where is asked first."""
        meeting = self._chosen()
        if meeting is None:
            return
        day = local_day(meeting.said.meeting_at)
        query, plan = PlanQuery(day=day), meeting.plan
        self.files.choose(
            self, f"sip-{day.isoformat()}.ics", lambda path: self._write(path, query, plan)
        )

    def _write(self, path: str, query: PlanQuery, plan: UUID) -> None:
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: write_file(path, desk.plan_file(query, plan)),
            lambda to: self._workplace.noted.emit(f"Kalenderfilen är sparad: {to}"),
        )

    def _set(self, _done: Done) -> None:
        self._drafts.done(DRAFTS)
        self._begin_new()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_new(self) -> None:
        self._plan = None
        page = self._page
        self.fields.begin_new(page.row.homecoming.consent if page is not None else None)
        self.save.setText("Bestäm tid")
        self.stop_moving.hide()

    def _begin_move(self) -> None:
        meeting = self._chosen()
        if meeting is not None:
            self._plan = meeting.plan
            self.save.setText("Spara ändringen")
            self.stop_moving.show()
            self.fields.begin_move(meeting.said)

    def _hold(self) -> None:
        meeting = self._chosen()
        if self._page is not None and meeting is not None:
            wish = HoldPlanMeeting(case=self._page.row.case, plan=meeting.plan)
            self._workplace.do(wish, told="SIP är hållen")

    def _cancel(self) -> None:
        meeting = self._chosen()
        if self._page is not None and meeting is not None:
            wish = CancelPlanMeeting(case=self._page.row.case, plan=meeting.plan)
            self._workplace.do(wish, told="SIP är inställd")

    def _chosen(self) -> PlanMeeting | None:
        key = self.table.chosen()
        meetings = self._page.plan_meetings if self._page is not None else ()
        return next((one for one in meetings if one.plan == key), None)

    def _lay_out(self) -> None:
        self.keys = QWidget()
        keys = Flow(self.keys, GAP)
        for act, key in (
            (self.move_act, "E"),
            (self.hold_act, "H"),
            (self.cancel_act, "Delete"),
            (self.file_act, "K"),
        ):
            keys.addWidget(KeyHintButton(act, key=key))
        last = QWidget()
        row = Flow(last, GAP)
        row.addWidget(self.save)
        row.addWidget(self.stop_moving)
        for part in (self.clock, self.table, self.keys, self.fields, last):
            self.add(part)


def _line(meeting: PlanMeeting, now: Instant) -> GroupLine:
    said = meeting.said
    stands = "ändrad" if meeting.times_set > 1 else ""
    if meeting.held_at is not None:
        stands = f"hållen {when(meeting.held_at, now)}"
    elif meeting.cancelled_at is not None:
        stands = f"inställd {when(meeting.cancelled_at, now)}"
    form = f"{word(said.form)}, {said.minutes} min"
    missed = meeting.stands and meeting.ends_at < now
    return GroupLine(
        cells=(
            "\n".join(part for part in (planned(said.meeting_at, now), stands) if part),
            "\n".join(part for part in (form, said.place) if part),
            names_line(said.participants),
            CONSENT[said.consent],
        ),
        key=meeting.plan,
        look="" if meeting.stands and not missed else "today" if missed else "soft",
        tips=("", said.note, "\n".join(said.participants)),
    )
