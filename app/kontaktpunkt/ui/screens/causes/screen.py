"""Orsaker: why people were admitted, month by month; every number opens to its cases."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.causes.words import (
    CASE_COLUMNS,
    CASE_WEIGHTS,
    MONTHS,
    OfNumbers,
    case_lines,
    columns,
    state_words,
    table_lines,
)
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.grouped_table import GroupedTable
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.causes.rows import CauseCases, CausePage
from kontaktpunkt.usecases.desk import Changed

_HEADS = ("Orsak", *("",) * MONTHS, "I allt")
_WEIGHTS = (52, *(12,) * MONTHS, 16)


class CausesScreen(Screen):
    """The table above, the cases behind the chosen number below."""

    key = "causes"
    title = "Orsaker till inskrivning"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: CausePage | None = None
        theme = workplace.theme
        self.as_of = Text("", "soft", wrap=False)
        self.table = GroupedTable(theme, "Orsaker till inskrivning", _HEADS, _WEIGHTS, bold=0)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.behind = Text("", "section")
        self.cases = GroupedTable(theme, "Ärenden bakom siffran", CASE_COLUMNS, CASE_WEIGHTS)
        self.open_act = act_within(self, "Visa ärendena", "", self._open)
        self.leave_act = act_within(self, "Till uppföljningen", "Esc", self._leave)
        self._lay_out()
        self.table.activated.connect(self._open)
        self.cases.activated.connect(self._open_case)

    def begin(self) -> None:
        """Count anew."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.admission_causes(MONTHS), self._show, key="admission causes"
        )

    def refresh(self, changed: Changed) -> None:
        """Count anew when a case has changed."""
        if changed.everything or changed.cases:
            self.begin()

    def focus(self) -> None:
        """Begin in the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, page: CausePage) -> None:
        self._page = page
        profile, at = self.workplace.profile, self.table.currentIndex()
        codes = profile.admission_causes if profile is not None else ()
        self.as_of.setText(state_words(page))
        self.table.lines.rename(columns(page))
        self.table.show_lines(table_lines(page, codes))
        place = at.row() if at.isValid() else self.table.lines.place_of(None)
        column = at.column() if at.isValid() else len(_HEADS) - 2
        self.table.setCurrentIndex(self.table.lines.index(place, column))

    def _open(self) -> None:
        """Show the cases behind the number that is chosen."""
        row, page = self.table.chosen(), self._page
        column = self.table.currentIndex().column()
        if not isinstance(row, OfNumbers) or page is None:
            return
        in_month = 1 <= column <= len(page.months)
        months = row.cases[column - 1 : column] if in_month else row.cases
        cases = tuple(case for month in months for case in month)
        named = columns(page)[column] if in_month else "tolv månader"
        shown = f"orsak till inskrivning, {row.name}, {named}"
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.cases_behind(cases, shown),
            lambda found: self._show_cases(f"{row.name}, {named}", found),
            key="causes behind",
        )

    def _show_cases(self, words: str, found: CauseCases) -> None:
        self.behind.setText(f"{words} ({len(found.rows)})")
        self.cases.show_lines(case_lines(found.rows, self.workplace.now()))
        self.below.show()
        if found.rows:
            self.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_case(self) -> None:
        case = self.cases.chosen()
        if isinstance(case, UUID):
            self.workplace.case_wanted.emit(case)

    def _leave(self) -> None:
        """Go back to the table, then to the list of everybody."""
        if self.below.isVisible():
            self.below.hide()
            self.focus()
            return
        self.workplace.screen_wanted.emit("follow_up")

    def _lay_out(self) -> None:
        line = QWidget()
        head = Flow(line, GAP)
        head.addWidget(Text(self.title, "title", wrap=False))
        head.addWidget(self.as_of)
        head.addWidget(KeyHintButton(self.open_act, key="Enter"))
        head.addWidget(KeyHintButton(self.leave_act, look="plain"))
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, GAP, 0, 0)
        below.addWidget(self.behind)
        below.addWidget(self.cases, 1)
        self.below.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.below)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(line)
        rows.addWidget(self.splitter, 1)
