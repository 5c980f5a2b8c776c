"""Daily follow-up: everybody in hospital or just home; Enter opens the case."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.printing.document import TODAYS_LIST
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.follow_up.columns import HEADINGS, Column
from kontaktpunkt.ui.screens.follow_up.filters import FollowUpFilters
from kontaktpunkt.ui.screens.follow_up.lines import Terms
from kontaktpunkt.ui.screens.follow_up.model import FollowUpModel
from kontaktpunkt.ui.screens.follow_up.near import ways_beside
from kontaktpunkt.ui.screens.follow_up.order import in_order
from kontaktpunkt.ui.screens.follow_up.table import FollowUpTable
from kontaktpunkt.ui.widgets.acts import act_on, act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.head import Head
from kontaktpunkt.ui.widgets.key_line import KeyFigureLine
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.follow_up.rows import FollowUpPage, FollowUpRow
from kontaktpunkt.wording.times import clock

_ROOM_FOR_FIGURES: Final = 560
"""Logical pixels of height below which people come before figures."""


class FollowUpScreen(Screen):
    """The list that the day is worked from, on screen and on paper."""

    key = "follow_up"
    title = "Uppföljning"
    icon = "hospital"
    refreshes_hidden = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: FollowUpPage | None = None
        self._column: Column | None = None
        self.model = FollowUpModel(self)
        self.list = FollowUpTable(workplace, self.model)
        self.filters = FollowUpFilters(workplace)
        self.figures = KeyFigureLine(workplace)
        self.heading = Text("Daglig uppföljning", "title", wrap=False)
        self.as_of = Elided("", "soft")
        self.empty = EmptyState(workplace.theme, "hospital")
        self.open_act = act_within(self, "Öppna ärendet", "", self._open)
        self.home_act = act_on(self.list, "Hemgång", "H", self._open_homecoming)
        self.meeting_act = act_within(self, "Avstämning", "", self._meet)
        self.reconcile_act = act_within(self, "Stäm av", "", self._reconcile)
        self.print_act = act_within(self, "Listan på papper", "Ctrl+P", self._print)
        self.columns_act = act_within(self, "Välj kolumner", "", self._choose_columns)
        self.group_act = act_within(self, "Visa grupper", "", self._say)
        self.group_act.setCheckable(True)
        self.group_act.setChecked(True)
        self._lay_out()
        workplace.preferences.loaded.connect(self._restore)
        workplace.user_changed.connect(self.begin)
        self._restore()

    def begin(self) -> None:
        """Fetch the list."""
        desk, query = self.workplace.desk, self.filters.query()
        self.workplace.clerk.ask(lambda: desk.follow_up(query), self._show, key="follow up")
        self.figures.begin()

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a case or person has changed."""
        if changed.everything or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Work times out anew: somebody may be late by now."""
        del now
        if self._page is not None:
            self.begin()

    def focus(self) -> None:
        """Put focus on the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list the room of the key figures where text is large and the window low."""
        super().resizeEvent(event)
        self.figures.setVisible(self.height() >= self.workplace.theme.px(_ROOM_FOR_FIGURES))

    def _show(self, page: FollowUpPage) -> None:
        self._page = page
        self.filters.offer(page)
        self._say()

    def _say(self) -> None:
        if self._page is None:
            return
        page, before = self._page, self._chosen()
        with_groups = self.group_act.isChecked()
        rows = in_order(page.rows, self._column, with_groups=with_groups)
        terms = Terms(now=page.at, profile=self.workplace.profile)
        self.model.show(rows, terms, with_headings=with_groups)
        self.as_of.set_text(self._state(page))
        self._say_empty(page)
        self.pages.setCurrentWidget(self.list if rows else self.empty)
        self.print_act.setEnabled(bool(rows))
        self.open_act.setEnabled(bool(rows))
        if rows and self._chosen() is None:
            self.list.selectRow(self.model.place_of(before.case.case if before else None))

    def _state(self, page: FollowUpPage) -> str:
        shown = f"{len(page.rows)} personer"
        if self.filters.is_narrow:
            shown = f"{len(page.rows)} av {page.total} personer"
        ordered = f" Ordnad efter {HEADINGS[self._column].casefold()}." if self._column else ""
        return f"{shown}. Uppgifter från {clock(page.at)}.{ordered}"

    def _say_empty(self, page: FollowUpPage) -> None:
        if page.total:
            self.empty.say("Ingen i urvalet", f"Det finns {page.total} utanför det. Visa alla.")
        else:
            self.empty.say(
                "Ingen på sjukhus",
                "Här står alla med en sjukhusvistelse tills ärendet är avslutat.",
            )

    def _chosen(self) -> FollowUpRow | None:
        return self.model.row(self.list.currentIndex().row())

    def _open(self) -> None:
        row = self._chosen()
        if row is not None:
            self.workplace.case_wanted.emit(row.case.case)

    def _open_homecoming(self) -> None:
        row = self._chosen()
        if row is not None:
            self.workplace.homecoming_wanted.emit(row.case.case)

    def _meet(self) -> None:
        self.workplace.screen_wanted.emit("meeting")

    def _reconcile(self) -> None:
        self.workplace.screen_wanted.emit("reconcile")

    def _print(self) -> None:
        self.workplace.document_wanted.emit(TODAYS_LIST)

    def _choose_columns(self) -> None:
        below = self.columns.mapToGlobal(self.columns.rect().bottomLeft())
        self.list.choose_columns(below)

    def _order(self, column: int) -> None:
        """Order by a column; by the same once more, by consequence again."""
        chosen = Column(column)
        self._column = None if chosen is self._column else chosen
        self._say()

    def _lay_out(self) -> None:
        titles = QWidget()
        title_row = QHBoxLayout(titles)
        title_row.setContentsMargins(0, 0, 0, 0)
        title_row.addWidget(self.heading)
        title_row.addSpacing(12)
        title_row.addWidget(self.as_of, 1)
        head = Head(
            titles,
            KeyHintButton(self.open_act, key="Enter"),
            KeyHintButton(self.home_act),
            KeyHintButton(self.meeting_act, key="F6"),
            KeyHintButton(self.reconcile_act, key="Ctrl+Skift+B"),
            KeyHintButton(self.print_act),
        )
        self.columns = button("Kolumner", "link", "Välj kolumner (högerklicka på en rubrik)")
        self.columns.clicked.connect(self._choose_columns)
        below = Head(self.filters, *ways_beside(self), self.columns)
        self.filters.changed.connect(self.begin)
        self.list.activated.connect(self._open)
        self.list.hidden_chosen.connect(self._keep_columns)
        self.list.order_wanted.connect(self._order)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 6, 14, 8)
        rows.setSpacing(3)
        rows.addWidget(head)
        rows.addWidget(self.figures)
        rows.addWidget(below)
        rows.addWidget(self.pages, 1)

    def _keep_columns(self, hidden: list[int]) -> None:
        self.workplace.preferences.put(Preference.HIDDEN_COLUMNS, " ".join(map(str, hidden)))

    def _restore(self) -> None:
        hidden = self.workplace.preferences.get(Preference.HIDDEN_COLUMNS).split()
        if all(map(str.isdigit, hidden)):
            self.list.set_hidden([int(column) for column in hidden])
