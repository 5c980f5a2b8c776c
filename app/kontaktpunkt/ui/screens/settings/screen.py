"""Inställningar: a list of pages at the left, the chosen one at the right; all acts at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget

from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.settings.about import AboutPage
from kontaktpunkt.ui.screens.settings.contingency import ContingencyPage
from kontaktpunkt.ui.screens.settings.intake import IntakePage
from kontaktpunkt.ui.screens.settings.mine import MinePage
from kontaktpunkt.ui.screens.settings.rules.page import RulesPage
from kontaktpunkt.ui.screens.settings.store import StorePage
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed


class SettingsScreen(Screen):
    """Six pages; the store's comes first while its recovery sheet is not printed."""

    key = "settings"
    title = "Inställningar"
    icon = "settings"

    def __init__(self, workplace: Workplace, care: StoreCare | None = None) -> None:
        super().__init__(workplace)
        self._waits = False
        self.store = StorePage(workplace, care)
        self.mine = MinePage(workplace)
        self.intake = IntakePage(workplace)
        self.rules = RulesPage(workplace)
        self.contingency = ContingencyPage(workplace, care)
        self.about = AboutPage(workplace, care)
        self.pages = (
            self.mine,
            self.intake,
            self.rules,
            self.store,
            self.contingency,
            self.about,
        )
        self.names = QListWidget()
        self.names.setAccessibleName("Inställningarnas sidor")
        self.stack = QStackedWidget()
        for page in self.pages:
            self.names.addItem(page.title)
            self.stack.addWidget(page)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.currentRowChanged.connect(self._show_page)
        workplace.theme.changed.connect(self._measure)
        workplace.learned.connect(self._learned)
        workplace.going.connect(lambda: self.names.setEnabled(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP)
        row.addWidget(self.names)
        row.addWidget(self.stack, 1)
        self.names.setCurrentRow(0)
        self._measure()

    def begin(self) -> None:
        """Fetch what the page on top shows."""
        self.pages[self.stack.currentIndex()].begin()

    def came_on_top(self) -> None:
        """Begin with the store's page until its recovery sheet has been printed."""
        self._waits = self.workplace.info is None
        self._lead()
        super().came_on_top()

    def refresh(self, changed: Changed) -> None:
        """Only what concerns the whole store or another user concerns the settings."""
        if changed.everything:
            self.begin()

    def focus(self) -> None:
        """Begin in the list of pages."""
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_store(self) -> None:
        """Show the page of the store, with the recovery sheet."""
        self.names.setCurrentRow(self.pages.index(self.store))

    def show_rule(self, key: str) -> None:
        """Open a rule where it can be changed; without a key, where one is looked for."""
        self.names.setCurrentRow(self.pages.index(self.rules))
        if key:
            self.rules.open_rule(key)
        else:
            self.rules.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self) -> None:
        info = self.workplace.info
        if info is not None and not info.recovery_printed and not info.demo:
            self.show_store()

    def _learned(self) -> None:
        """Lead now, when the screen came on top before anything was known of the store."""
        if self._waits:
            self._waits = False
            self._lead()

    def _show_page(self, place: int) -> None:
        self.store.recovery.put_away()
        self.stack.setCurrentIndex(place)
        self.pages[place].begin()

    def _measure(self) -> None:
        widest = self.names.sizeHintForColumn(0)
        self.names.setFixedWidth(widest + self.workplace.theme.px(24))
