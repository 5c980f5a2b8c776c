"""Min enhet: who comes home this week, from which visit, and what everybody carries."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.unit_week.words import (
    COLUMNS,
    LOAD_COLUMNS,
    LOAD_WEIGHTS,
    WEIGHTS,
    OfStaff,
    OfUnit,
    load_lines,
    state_words,
    units_of,
    week_lines,
)
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable, GroupLine
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.unit_week.rows import UnitWeekPage, UnitWeekQuery

_ALL = "Alla enheter"
_UNIT = 190
_NARROW = 1000
"""Logical pixels at 100 %: with fewer, the load stands below the week."""


class UnitWeekScreen(Screen):
    """A unit's week at the left, the load at the right; a line of the load narrows the week."""

    key = "unit_week"
    title = "Min enhet"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._unit: str | None = None
        self._staff: UUID | None = None
        self._page: UnitWeekPage | None = None
        theme = workplace.theme
        self.heading = Text(self.title, "title", wrap=False)
        self.unit = QComboBox()
        self.unit.setAccessibleName("Enhet")
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.unit.setMaximumWidth(theme.px(_UNIT))
        self.as_of = Text("", "soft", wrap=False)
        self.reached = Text("", "soft")
        self.week = GroupedTable(theme, "Enhetens vecka", COLUMNS, WEIGHTS)
        self.load = GroupedTable(theme, "Belastning", LOAD_COLUMNS, LOAD_WEIGHTS, bold=0)
        self.open_act = act_within(self, "Öppna ärendet", "", self._open)
        self.home_act = act_within(self, "Hemgång", "Ctrl+H", self._open_homecoming)
        self.print_act = act_within(self, "Listan på papper", "Ctrl+P", self._print)
        self.whole_act = act_within(self, "Visa alla ansvariga", "", self._show_everybody)
        self.leave_act = act_within(self, "Till uppföljningen", "Esc", self._leave)
        self._lay_out()
        self.unit.activated.connect(self._choose_unit)
        self.week.activated.connect(self._open)
        self.load.activated.connect(self._narrow)
        workplace.user_changed.connect(self._turn_to_mine)

    def begin(self) -> None:
        """Fetch the week."""
        desk, query, telling = self.workplace.desk, self._query(), self.workplace.telling

        def read() -> tuple[UnitWeekPage, list[GroupLine]]:
            # Said on the clerk's lane: a whole municipality's words take longer than a frame.
            page = desk.unit_week(query)
            return page, week_lines(page, telling)

        self.workplace.clerk.ask(read, self._show, key="unit week")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a case or person has changed, or whom to ring."""
        if changed.everything or changed.cases or changed.persons or changed.contacts:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: somebody may be late by now, and midnight brings another week."""
        del now
        if self._page is not None and self.isVisible():
            self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the load below the week where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self.workplace.theme.px(_NARROW)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way is not self.splitter.orientation():
            self.splitter.setOrientation(way)
            self.splitter.setSizes([500, 220] if narrow else [820, 320])

    def focus(self) -> None:
        """Begin in the week."""
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _query(self) -> UnitWeekQuery:
        unit = self.workplace.me.unit if self._unit is None else self._unit
        return UnitWeekQuery(unit=unit, responsible=self._staff)

    def _turn_to_mine(self) -> None:
        """Show the unit of whoever works here now."""
        self._unit, self._staff = None, None
        self.begin()

    def _show(self, read: tuple[UnitWeekPage, list[GroupLine]]) -> None:
        page, lines = read
        self._page = page
        self._offer_units(page)
        self.as_of.setText(state_words(page))
        self.reached.setText(f"Enheten nås: {' · '.join(page.reached_by)}")
        self.reached.setVisible(bool(page.reached_by))
        self.whole_act.setVisible(self._staff is not None)
        self.whole.setVisible(self._staff is not None)
        self.week.show_lines(lines)
        self.load.show_lines(load_lines(page))
        self.open_act.setEnabled(bool(page.everybody))
        self.home_act.setEnabled(bool(page.everybody))

    def _offer_units(self, page: UnitWeekPage) -> None:
        """Offer the units that have anybody, one's own first; what is chosen stays chosen."""
        named = units_of(page.units, self.workplace.me.unit)
        if page.unit and page.unit not in named:
            named.append(page.unit)
        self.unit.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.unit.clear()
        self.unit.addItem(_ALL, "")
        for unit in named:
            self.unit.addItem(unit, unit)
        self.unit.setCurrentIndex(max(0, self.unit.findData(page.unit)))
        self.unit.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _choose_unit(self) -> None:
        self._unit, self._staff = self.unit.currentData(), None
        self.begin()

    def _narrow(self) -> None:
        """Turn to the unit or to the one by name that the load stands on."""
        chosen = self.load.chosen()
        if isinstance(chosen, OfUnit):
            self._unit, self._staff = chosen.unit, None
        elif isinstance(chosen, OfStaff) and chosen.staff is not None:
            self._staff = chosen.staff
        else:
            return
        self.begin()
        self.focus()

    def _show_everybody(self) -> None:
        self._staff = None
        self.begin()

    def _open(self) -> None:
        case = self.week.chosen()
        if isinstance(case, UUID):
            self.workplace.case_wanted.emit(case)

    def _open_homecoming(self) -> None:
        case = self.week.chosen()
        if isinstance(case, UUID):
            self.workplace.homecoming_wanted.emit(case)

    def _leave(self) -> None:
        """Go back to the list that the week belongs to, wherever one came from."""
        self.workplace.screen_wanted.emit("follow_up")

    def _print(self) -> None:
        query = self._query()
        named = query.unit or _ALL
        self.workplace.document_wanted.emit(
            Document(
                key=f"unit week {query.unit} {query.responsible}",
                title=f"Veckan för {named}",
                file_name=f"veckan-{named.casefold().replace(' ', '-')}.pdf",
                make=lambda desk: desk.unit_week_paper(query),
            )
        )

    def _lay_out(self) -> None:
        line = QWidget()
        head = Flow(line, GAP)
        self.whole = KeyHintButton(self.whole_act, look="link")
        for one in (
            self.heading,
            self.unit,
            self.as_of,
            self.whole,
            KeyHintButton(self.open_act, key="Enter"),
            KeyHintButton(self.home_act),
            KeyHintButton(self.print_act),
            KeyHintButton(self.leave_act, look="plain"),
        ):
            head.addWidget(one)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.week)
        self.splitter.addWidget(self.load)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([820, 320])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP // 2)
        rows.addWidget(line)
        rows.addWidget(self.reached)
        rows.addWidget(self.splitter, 1)
