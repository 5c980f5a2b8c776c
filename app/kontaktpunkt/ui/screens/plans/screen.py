"""SIP-veckan: the week's meetings with clashes and free days, on paper and as a calendar file."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.printing.saving import FileOut, calendar_out, write_file
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.plans.words import (
    COLUMNS,
    WEIGHTS,
    OfCase,
    state_words,
    title_words,
    week_lines,
)
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.plans.rows import PlanQuery, PlanWeek

_WEEK = timedelta(days=7)
_ALL = "Alla enheter"
_UNIT = 190


class PlansScreen(Screen):
    """One week at a time; Enter opens the SIP of the case."""

    key = "plans"
    title = "SIP-veckan"
    icon = ""

    def __init__(self, workplace: Workplace, files: FileOut | None = None) -> None:
        super().__init__(workplace)
        self.files = files or calendar_out()
        self._day: date | None = None
        self._week: PlanWeek | None = None
        self.heading = Text(self.title, "title", wrap=False)
        self.unit = QComboBox()
        self.unit.setAccessibleName("Enhet")
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.unit.setMaximumWidth(workplace.theme.px(_UNIT))
        self.as_of = Text("", "soft", wrap=False)
        self.table = GroupedTable(workplace.theme, "SIP-veckan", COLUMNS, WEIGHTS)
        self.open_act = act_within(self, "Öppna SIP", "", self._open)
        self.case_act = act_within(self, "Öppna ärendet", "Ctrl+O", self._open_case)
        self.back_act = act_on(self.table, "Veckan före", "Left", self._back)
        self.on_act = act_on(self.table, "Veckan efter", "Right", self._on)
        self.now_act = act_on(self.table, "Den här veckan", "T", self._now)
        self.print_act = act_within(self, "Veckan på papper", "Ctrl+P", self._print)
        self.file_act = act_within(self, "Kalenderfil …", "Ctrl+S", self.export)
        self.leave_act = act_within(self, "Till uppföljningen", "Esc", self._leave)
        self._lay_out()
        self.table.activated.connect(self._open)
        self.unit.activated.connect(self.begin)

    def begin(self) -> None:
        """Fetch the week."""
        desk, query = self.workplace.desk, self._query()
        self.workplace.clerk.ask(lambda: desk.plan_week(query), self._show, key="plan week")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a case or person has changed."""
        if changed.everything or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: a meeting may have been by now."""
        del now
        if self._week is not None and self.isVisible():
            self.begin()

    def focus(self) -> None:
        """Begin in the week."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def export(self) -> None:
        """Save the week as a calendar file; where is asked first."""
        query = self._query()
        day = query.day - timedelta(days=query.day.weekday())
        self.files.choose(self, f"sip-{day.isoformat()}.ics", lambda path: self._write(path, query))

    def _write(self, path: str, query: PlanQuery) -> None:
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: write_file(path, desk.plan_file(query)),
            lambda to: self.workplace.noted.emit(f"Kalenderfilen är sparad: {to}"),
        )

    def _query(self) -> PlanQuery:
        day = self._day or local_day(self.workplace.now())
        return PlanQuery(day=day, unit=self.unit.currentData() or "")

    def _show(self, week: PlanWeek) -> None:
        self._week = week
        self.heading.setText(title_words(week))
        self.as_of.setText(state_words(week))
        self._offer_units(week)
        self.table.show_lines(week_lines(week))
        anybody = self.table.chosen() is not None
        for act in (self.open_act, self.case_act):
            act.setEnabled(anybody)
        self.file_act.setEnabled(bool(week.entries))

    def _offer_units(self, week: PlanWeek) -> None:
        named = list(week.units)
        if week.unit and week.unit not in named:
            named.append(week.unit)
        self.unit.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.unit.clear()
        self.unit.addItem(_ALL, "")
        for unit in named:
            self.unit.addItem(unit, unit)
        self.unit.setCurrentIndex(max(0, self.unit.findData(week.unit)))
        self.unit.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _turn(self, by: timedelta) -> None:
        self._day = self._query().day + by
        self.begin()

    def _back(self) -> None:
        self._turn(-_WEEK)

    def _on(self) -> None:
        self._turn(_WEEK)

    def _now(self) -> None:
        self._day = None
        self.begin()

    def _chosen(self) -> UUID | None:
        key = self.table.chosen()
        return key.case if isinstance(key, OfCase) else None

    def _open(self) -> None:
        case = self._chosen()
        if case is not None:
            self.workplace.plan_wanted.emit(case)

    def _open_case(self) -> None:
        case = self._chosen()
        if case is not None:
            self.workplace.case_wanted.emit(case)

    def _print(self) -> None:
        query = self._query()
        first = query.day - timedelta(days=query.day.weekday())
        self.workplace.document_wanted.emit(
            Document(
                key=f"plans {first} {query.unit}",
                title=f"SIP veckan från {first.isoformat()}",
                file_name=f"sip-{first.isoformat()}.pdf",
                make=lambda desk: desk.plan_paper(query),
            )
        )

    def _leave(self) -> None:
        """Go back to the list that the week belongs to, wherever one came from."""
        self.workplace.screen_wanted.emit("follow_up")

    def _lay_out(self) -> None:
        line = QWidget()
        head = Flow(line, GAP)
        for part in (self.heading, self.unit, self.as_of):
            head.addWidget(part)
        below = QWidget()
        acts = Flow(below, GAP)
        for act, key, look in (
            (self.open_act, "Enter", ""),
            (self.back_act, "←", ""),
            (self.on_act, "→", ""),
            (self.now_act, "T", ""),
            (self.print_act, "", ""),
            (self.file_act, "", ""),
            (self.leave_act, "", "plain"),
        ):
            acts.addWidget(KeyHintButton(act, key=key, look=look))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP // 2)
        rows.addWidget(line)
        rows.addWidget(below)
        rows.addWidget(self.table, 1)
