"""What was worked out: stays with evidence, averages, municipalities with invoice, faults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.screens.liability.evidence import EvidencePane
from kontaktpunkt.ui.screens.liability.words import PASTE_INVOICE, faults_title
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, on_row
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.invoice_control import ControlPage, Invoiced
from kontaktpunkt.wording.invoices.rows import (
    MONTHS,
    PAYERS,
    STAYS,
    month_row,
    payer_rows,
    stay_row,
)
from kontaktpunkt.wording.words import word

FAULTS: Final = ("Rad", "Kolumn", "Vad som är fel")
INVOICED_DAYS, INVOICED_SUM = 4, 5
_ROOM: Final = "\N{NO-BREAK SPACE}"
"""Beside a tab's words: the chosen one is bold, and wider."""
_STAY_VIEW, _MONTH_VIEW, _PAYER_VIEW, _FAULT_VIEW = range(4)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with the rows made of it (on the clerk's lane: a list may be long)."""

    page: ControlPage
    stays: Sequence[Sequence[str]]
    months: Sequence[Sequence[str]]
    faults: Sequence[Sequence[str]]


def rows_of(page: ControlPage) -> Shown:
    """Make the rows of a page."""
    return Shown(
        page,
        tuple(map(stay_row, page.basis.liabilities)),
        tuple(map(month_row, page.basis.months)),
        tuple((str(one.line), one.column, word(one.flaw)) for one in page.faults),
    )


class Results(QWidget):
    """Four views of one page; what is invoiced is typed among the municipalities."""

    invoice_typed = Signal(str, int, str)  # municipality, column, text
    invoice_pasted = Signal()
    list_pasted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self.evidence = EvidencePane()
        self.stays = RowsModel(STAYS, frozenset({3, 4}), self)
        self.months = RowsModel(MONTHS, frozenset({2, 3, 4, 5, 6}), self)
        self.payers = RowsModel(
            PAYERS, frozenset(range(1, 8)), self, frozenset({INVOICED_DAYS, INVOICED_SUM})
        )
        self.faults = RowsModel(FAULTS, frozenset({0}), self)
        self.stay_table = RowsTable(theme, self.stays, (3, 0, 3, 0, 0, 8))
        self.month_table = RowsTable(theme, self.months, (3, 0, 0, 0, 1, 1, 1, 6, 6), tall=True)
        self.payer_table = RowsTable(theme, self.payers, (4, 0, 1, 1, 1, 1, 1, 1, 5), tall=True)
        self.fault_table = RowsTable(theme, self.faults, (0, 2, 8))
        self.tabs = QButtonGroup(self)
        self._lay_out()
        self.payers.typed.connect(self._typed)
        self.payer_table.pasted.connect(self.invoice_pasted)
        for table in (self.stay_table, self.month_table, self.fault_table):
            table.pasted.connect(self.list_pasted)
        on_row(self.stay_table, self._show_evidence)

    def show_page(self, shown: Shown, invoiced: Mapping[str, Invoiced]) -> None:
        """Show another page, at the view that was open."""
        self._shown = shown
        page = shown.page
        before = self.stay_table.currentIndex().row()
        self.stays.show(shown.stays)
        self.months.show(shown.months)
        self.faults.show(shown.faults)
        self.show_invoice(invoiced)
        titles = (
            f"Vårdtillfällen ({len(shown.stays)})",
            f"Genomsnitt ({len(shown.months)})",
            f"Kommuner och faktura ({len(page.basis.payers)})",
            faults_title(len(shown.faults)),
        )
        for view, title in enumerate(titles):
            self._name(view, title)
        self._tab(_FAULT_VIEW).setVisible(bool(shown.faults))
        if self._view() == _FAULT_VIEW and not shown.faults:
            self.open_view(_STAY_VIEW)
        self.stay_table.choose(min(before, len(shown.stays) - 1))
        self._show_evidence(self.stay_table.currentIndex().row())

    def show_invoice(self, invoiced: Mapping[str, Invoiced]) -> None:
        """Show what is invoiced beside our basis."""
        if self._shown is not None:
            self.payers.show(payer_rows(self._shown.page.basis.payers, invoiced))

    def open_view(self, view: int) -> None:
        """Open a view by its place: stays, averages, municipalities, faults."""
        if self._tab(view).isVisibleTo(self):
            self._tab(view).setChecked(True)
            self.pages.setCurrentIndex(view)
            self.focus()

    def focus(self) -> None:
        """Put focus in the table on show."""
        table = self._tables[self._view()]
        if table.currentIndex().row() < 0:
            table.choose(0)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _view(self) -> int:
        return max(0, self.tabs.checkedId())

    def _tab(self, view: int) -> QAbstractButton:
        return self.tabs.button(view)

    def _name(self, view: int, title: str) -> None:
        tab = self._tab(view)
        tab.setText(f"{_ROOM}{title}{_ROOM}")
        tab.setAccessibleName(title)

    def _typed(self, row: int, column: int, text: str) -> None:
        if self._shown is not None:
            self.invoice_typed.emit(self._shown.page.basis.payers[row].payer, column, text)

    def _show_evidence(self, row: int) -> None:
        page = self._shown.page if self._shown is not None else None
        if page is None or not 0 <= row < len(page.stays):
            self.evidence.clear()
            return
        self.evidence.show_stay(page.stays[row], page.basis.liabilities[row], page.profile)

    def _lay_out(self) -> None:
        names = ("Vårdtillfällen", "Genomsnitt", "Kommuner och faktura", "Rader som inte lästes")
        self._tables = (self.stay_table, self.month_table, self.payer_table, self.fault_table)
        head = QHBoxLayout()
        head.setSpacing(0)
        for view, name in enumerate(names):
            self._tables[view].setAccessibleName(name)
            tab = button(f"{_ROOM}{name}{_ROOM}", "tab", f"{name} (Alt+{view + 1})")
            tab.setCheckable(True)
            tab.setChecked(view == 0)
            self.tabs.addButton(tab, view)
            key = QShortcut(QKeySequence(f"Alt+{view + 1}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self.open_view, view))
            head.addWidget(tab)
        head.addStretch(1)
        self.tabs.idClicked.connect(self.open_view)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.stay_table)
        split.addWidget(self.evidence)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.pages = QStackedWidget()
        for page in (split, self.month_table, self._payer_page(), self.fault_table):
            self.pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addLayout(head)
        rows.addWidget(self.pages, 1)

    def _payer_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Text(PASTE_INVOICE, "soft"))
        rows.addWidget(self.payer_table, 1)
        return page


def with_typed(theirs: Invoiced, column: int, number: Decimal | None) -> Invoiced:
    """Give what is invoiced after a cell was typed in."""
    if column == INVOICED_DAYS:
        return Invoiced(number, theirs.amount)
    return Invoiced(theirs.days, number)


def nothing_read(shown: Shown) -> str:
    """Say the first fault of a list that nothing could be read of."""
    line, column, words = shown.faults[0]
    more = len(shown.faults) - 1
    also = f" Och {more} fel till." if more else ""
    return f"Rad {line}, kolumn {column}: {words}{also}"
