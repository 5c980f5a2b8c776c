"""Everybody in hospital: one line each, ready ones first; Enter opens the case, Ctrl+P prints."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.in_hospital.model import InHospitalModel
from kontaktpunkt.ui.screens.in_hospital.table import InHospitalTable
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.times import clock


class InHospitalScreen(Screen):
    """The list that the morning begins with, on screen and on paper."""

    key = "in_hospital"
    title = "På sjukhus"
    icon = "hospital"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._rows: Sequence[CaseRow] = ()
        self.model = InHospitalModel(workplace.theme, self)
        self.list = InHospitalTable(workplace.theme, self.model)
        self.heading = Text(self.title, "title", wrap=False)
        self.as_of = Elided("", "soft")
        self.empty = EmptyState(workplace.theme, "hospital")
        self.empty.say(
            "Ingen på sjukhus",
            "Här står alla med ett öppet ärende tills utskrivningsmeddelandet har kommit.",
        )
        self.open_act = self._act("Öppna ärendet", "", self._open)
        self.reconcile_act = self._act("Stäm av", "", self._reconcile)
        self.print_act = self._act("Listan på papper", "Ctrl+P", self._print)
        self._lay_out()
        workplace.preferences.loaded.connect(self._restore)
        self._restore()

    def begin(self) -> None:
        """Fetch the list."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.in_hospital, self._show, key="in hospital")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a case or person has changed."""
        if changed.everything or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say how long people have been ready, as of now."""
        del now
        if self.isVisible():
            self._say()

    def focus(self) -> None:
        """Put focus on the list."""
        self.list.setFocus()

    def _show(self, rows: Sequence[CaseRow]) -> None:
        self._rows = rows
        self._say()

    def _say(self) -> None:
        now = self.workplace.now()
        before = self._chosen()
        self.model.show(self._rows, now)
        count = len(self._rows)
        self.heading.setText(f"{self.title}: {count}")
        self.as_of.set_text(f"Uppgifter från {clock(now)}.")
        self.pages.setCurrentWidget(self.list if count else self.empty)
        self.print_act.setEnabled(bool(count))
        self.open_act.setEnabled(bool(count))
        if count and self._chosen() is None:
            self.list.selectRow(self.model.place_of(before.case if before else None))

    def _chosen(self) -> CaseRow | None:
        return self.model.row(self.list.currentIndex().row())

    def _open(self) -> None:
        row = self._chosen()
        if row is not None:
            self.workplace.case_wanted.emit(row.case)

    def _reconcile(self) -> None:
        self.workplace.screen_wanted.emit("reconcile")

    def _print(self) -> None:
        self.workplace.list_wanted.emit()

    def _act(self, words: str, key: str, do: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(12)
        head.addWidget(self.as_of, 1)
        head.addWidget(KeyHintButton(self.open_act, key="Enter"))
        head.addWidget(KeyHintButton(self.reconcile_act, key="Ctrl+Skift+B"))
        head.addWidget(KeyHintButton(self.print_act))
        self.list.activated.connect(self._open)
        self.list.widths_chosen.connect(self._keep_columns)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 14, 10)
        rows.addLayout(head)
        rows.addWidget(self.pages, 1)

    def _keep_columns(self, widths: list[int]) -> None:
        self.workplace.preferences.put(Preference.COLUMNS, " ".join(map(str, widths)))

    def _restore(self) -> None:
        widths = self.workplace.preferences.get(Preference.COLUMNS).split()
        if all(map(str.isdigit, widths)):
            self.list.set_widths([int(width) for width in widths])
