"""The page of rules: all of them in a list, one opened, the amounts, all that was changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import TakeBack
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.screens.settings.rules.amounts import AmountsView
from kontaktpunkt.ui.screens.settings.rules.detail import TO_LIST, RuleDetail
from kontaktpunkt.ui.screens.settings.rules.history import HistoryPart
from kontaktpunkt.ui.screens.settings.rules.listing import RulesModel, RuleTable
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed

_SEARCH = "Sök regel, värde eller källa"


class RulesPage(SettingsPage):
    """Municipality and rules; Esc goes back to the list."""

    title = "Kommun och regler"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.whose = Text("")
        self.model = RulesModel()
        self.table = RuleTable(self.model, workplace.theme)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_SEARCH)
        self.search.setAccessibleName(_SEARCH)
        self.search.setClearButtonEnabled(True)
        self.amounts_button = button("Belopp per år")
        self.changes_button = button("Alla ändringar")
        self.detail = RuleDetail(workplace)
        self.amounts = AmountsView(workplace.theme)
        self.changes = HistoryPart("Alla ändringar av regler", names=True)
        self.to_list = button(TO_LIST, "link", "Tillbaka till listan (Esc)")
        self._from_amounts = False
        self.stack = QStackedWidget()
        self._lay()
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._to_table)
        self.table.opened.connect(self.open_rule)
        self.amounts.opened.connect(self._open_amount)
        self.amounts_button.clicked.connect(self.open_amounts)
        self.changes_button.clicked.connect(self._open_changes)
        self.changes.take_back.connect(self._take_back)
        for part in (self.detail, self.amounts):
            part.left.connect(self.leave)
        self.to_list.clicked.connect(self.leave)
        self.detail.form.saved.connect(workplace.learn)
        workplace.learned.connect(self.begin)
        workplace.changed.connect(self._changed)
        workplace.closing.connect(self.detail.form.flush)

    def begin(self) -> None:
        """Show the rules in force."""
        profile, info = self.workplace.profile, self.workplace.info
        if profile is None or info is None:
            return
        layers = " · ".join(profile.layer_titles)
        self.whose.setText(f"{info.municipality}. Regler: {layers}.")
        chosen = self._chosen()
        today = local_day(self.workplace.now())
        self.model.show_values(profile.all_values(today))
        self.table.choose(chosen)
        self._refresh_top()

    def open_rule(self, key: str) -> None:
        """Open one rule."""
        self._from_amounts = False
        self.detail.open_rule(key)
        self._turn_to(self._detail_sheet)
        self._detail_sheet.begin_at_top()
        self.detail.to_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_amounts(self) -> None:
        """Show the amounts by year."""
        self._turn_to(self.amounts)
        self._ask_history()
        self.amounts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to where the rule was opened from."""
        self.detail.form.flush()
        if self._from_amounts and self.stack.currentWidget() is self._detail_sheet:
            self._from_amounts = False
            self.open_amounts()
            return
        self._turn_to(self._front)
        self.table.choose(self.detail.key)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self._front:
            self.leave()
            return
        super().keyPressEvent(event)

    def _open_amount(self, key: str) -> None:
        self.open_rule(key)
        self._from_amounts = True

    def _open_changes(self) -> None:
        self._turn_to(self._changes_sheet)
        self._ask_history()
        self.to_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changed: Changed) -> None:
        """Learn the rules anew: mine or a colleague's act may have changed the policy."""
        if changed.everything:
            self.workplace.learn()

    def _refresh_top(self) -> None:
        top = self.stack.currentWidget()
        if top is self._detail_sheet:
            self.detail.refresh()
        elif top is not self._front:
            self._ask_history()

    def _ask_history(self) -> None:
        desk, profile = self.workplace.desk, self.workplace.profile
        if profile is None:
            return
        now = self.workplace.now()

        def answer(changes: object) -> None:
            self.amounts.show_amounts(profile, changes, now)  # pyright: ignore[reportArgumentType]  what the desk answers
            self.changes.show_changes(changes, now)  # pyright: ignore[reportArgumentType]  what the desk answers

        self.workplace.clerk.ask(desk.rule_history, answer, key="rules.changes")

    def _take_back(self, act: object) -> None:
        self.workplace.do(
            TakeBack(act=act),  # pyright: ignore[reportArgumentType]  a signal carries any object
            told="Ändringen av regeln är tagen tillbaka",
        )

    def _seek(self, text: str) -> None:
        """Show what is sought, its first rule chosen: Enter opens it."""
        self.model.seek(text)
        self.table.choose("")

    def _to_table(self) -> None:
        if not self._chosen():
            self.table.choose("")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> str:
        place = self.table.currentIndex().row()
        return self.model.lines[place].key if 0 <= place < len(self.model.lines) else ""

    def _turn_to(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)

    def _lay(self) -> None:
        self._front = QWidget()
        front = QVBoxLayout(self._front)
        front.setContentsMargins(0, 0, 0, 0)
        front.setSpacing(GAP)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.amounts_button)
        row.addWidget(self.changes_button)
        front.addWidget(self.whose)
        front.addLayout(row)
        front.addWidget(self.table, 1)
        self._detail_sheet = Sheet(0, "Regeln")
        self._detail_sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._detail_sheet.add(self.detail, 1)
        self._changes_sheet = Sheet(0, "Alla ändringar")
        self._changes_sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._changes_sheet.rows.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        self._changes_sheet.add(self.changes)
        self._changes_sheet.rows.addStretch(1)
        for part in (self._front, self._detail_sheet, self.amounts, self._changes_sheet):
            self.stack.addWidget(part)
        self.add(self.stack, 1)
        self.rows.setContentsMargins(GAP * 2, 0, 0, 0)
