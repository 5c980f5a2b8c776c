"""The head of the inbox: its views with their counts, and the filter of the list."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.usecases.rows import InboxCounts, InboxView
from kontaktpunkt.wording.words import word


class Head(QWidget):
    """Tabs for the views, each with its number, and one field that narrows the list."""

    view_chosen = Signal(object)  # InboxView
    filter_typed = Signal(str)
    left = Signal()  # on to the list

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tabs: dict[InboxView, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 0)
        row.setSpacing(8)
        tabs = Flow(gap=0)
        for view in InboxView:
            tab = button(word(view), "tab")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _on=False, view=view: self.view_chosen.emit(view))
            self._group.addButton(tab)
            self._tabs[view] = tab
            tabs.addWidget(tab)
        row.addLayout(tabs, 5)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Filtrera listan …")
        self.field.setAccessibleName("Filtrera listan")
        self.field.setToolTip("Namn, nummer, avdelning, enhet eller telefon. Esc tömmer.")
        self.field.setClearButtonEnabled(True)
        self._theme = theme
        self._sign = QAction(self.field)
        self.field.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._paint)
        self._paint()
        self.field.setMinimumWidth(theme.px(150))
        self.field.textChanged.connect(self.filter_typed)
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)

    def _paint(self) -> None:
        self._sign.setIcon(self._theme.icon("filter", self._theme.tokens.text_soft))

    def show_view(self, view: InboxView) -> None:
        """Mark the view that is shown."""
        self._tabs[view].setChecked(True)
        if self.has_focus():
            self._tabs[view].setFocus()

    def show_counts(self, counts: InboxCounts) -> None:
        """Show how many stand in each view."""
        for view, tab in self._tabs.items():
            count = counts.by_view.get(view, 0)
            tab.setText(f"{word(view)} {count}" if count else word(view))
            tab.setAccessibleName(f"{word(view)}, {count}")

    def views(self) -> tuple[InboxView, ...]:
        """Give the views in the order of their tabs."""
        return tuple(self._tabs)

    def has_focus(self) -> bool:
        """Say whether focus stands on one of the tabs."""
        return any(tab.hasFocus() for tab in self._tabs.values())

    def tab(self, view: InboxView) -> QPushButton:
        """Give the tab of a view."""
        return self._tabs[view]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the filter; Esc again, Enter and arrow down go on to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if event.key() in (
                Qt.Key.Key_Escape,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
                Qt.Key.Key_Down,
            ):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
