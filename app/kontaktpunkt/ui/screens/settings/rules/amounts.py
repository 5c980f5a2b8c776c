"""Amounts by year: kronor, instrument, how sure, who entered and confirmed; a year is added."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.profile import Amount, LayerKind, ProfileValue, RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.settings.rules.detail import TO_LIST
from kontaktpunkt.ui.screens.settings.rules.shapes import AMOUNT
from kontaktpunkt.ui.screens.settings.rules.words import mark_words, period_words
from kontaktpunkt.ui.screens.settings.rules.wrapping import Wrapping
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.rule_rows import RuleChange
from kontaktpunkt.wording.rule_changes import change_words

TITLE: Final = "Belopp per vårddygn, år för år"
EXPLAINED: Final = (
    "Ett år utan bekräftat belopp prissätts inte. Ett eget belopp behöver föreskriften det står i "
    "och namnet på den som bekräftar det."
)
NO_AMOUNT: Final = "–"
_HEADS: Final = ("År", "Kronor", "Föreskrift", "Hur säkert", "Från vem")


class AmountTable(QTableWidget):
    """The years; Enter or a double click opens one."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(_HEADS))
        self.setHorizontalHeaderLabels(_HEADS)
        self.setAccessibleName(TITLE)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegate(Wrapping(self, theme))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow in (1, 3):
            head.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self._keys: list[str] = []
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Show other lines: the key of each, and its cells."""
        self._keys = [key for key, _ in lines]
        self.setRowCount(len(lines))
        for place, (_, cells) in enumerate(lines):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(place, column, item)
        if lines:
            self.setCurrentCell(0, 0)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each line the height that its words need at this width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen year with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.currentRow() >= 0:
            self.opened.emit(self._keys[self.currentRow()])


class AmountsView(QWidget):
    """Every year that any layer speaks of, and a field for another year."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.to_list = button(TO_LIST, "link", "Tillbaka till listan (Esc)")
        self.table = AmountTable(theme)
        self.year = QLineEdit()
        self.year_field = Labelled("Ett annat år", self.year, "Fyra siffror.")
        self.open_button = button("Öppna året")
        bottom = QWidget()
        flow = Flow(bottom, GAP)
        flow.addWidget(self.year_field)
        flow.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(TITLE, "heading"))
        column.addWidget(Text(EXPLAINED, "soft"))
        column.addWidget(self.table, 1)
        column.addWidget(bottom)
        self.to_list.clicked.connect(self.left)
        self.table.opened.connect(self.opened)
        self.open_button.clicked.connect(self.open_year)
        self.year.returnPressed.connect(self.open_year)

    def open_year(self) -> None:
        """Open the year that is typed, known or not."""
        typed = self.year.text().strip()
        if len(typed) != len("2026") or not (typed.isascii() and typed.isdecimal()):
            self.year_field.refuse("Skriv året med fyra siffror.")
            return
        self.year_field.refuse("")
        self.year.clear()
        self.opened.emit(f"{AMOUNT}{typed}")

    def show_amounts(
        self, profile: RuleProfile, changes: Sequence[RuleChange], now: Instant
    ) -> None:
        """Show the amounts of a profile, and who entered the municipality's own."""
        self.table.show_lines(amount_lines(profile, changes, now))


def amount_lines(
    profile: RuleProfile, changes: Sequence[RuleChange], now: Instant
) -> list[tuple[str, tuple[str, ...]]]:
    """Give a line for each amount of the nearest layer that names the year, the last year first."""
    lines: list[tuple[str, tuple[str, ...]]] = []
    years = (key for key in profile.entries if key.startswith(AMOUNT))
    for key in sorted(years, reverse=True):
        values = profile.entries[key]
        nearest = [value for value in values if value.layer == values[-1].layer]
        said = {(one.valid_from): one for one in reversed(changes) if _stands(one, key)}
        for value in nearest:
            own = said.get(value.valid_from) if value.layer.kind is LayerKind.OWN else None
            lines.append((key, _cells(key, value, own, now)))
    return lines


def _stands(change: RuleChange, key: str) -> bool:
    return change.key == key and not change.struck and not change.replaced


def _cells(key: str, value: ProfileValue, own: RuleChange | None, now: Instant) -> tuple[str, ...]:
    amount = value.value
    kronor = f"{kronor_words(amount)} kr" if isinstance(amount, Amount) else NO_AMOUNT
    instrument = amount.instrument if isinstance(amount, Amount) else ""
    whose = change_words(own, now) if own is not None else value.layer.title
    return (
        " ".join(part for part in (key.removeprefix(AMOUNT), period_words(value)) if part),
        kronor,
        instrument or value.source,
        mark_words(value),
        whose,
    )


def kronor_words(amount: Amount) -> str:
    """Say kronor as they are written: "10 500", "7 800,50"."""
    said = f"{amount.kronor:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return said.removesuffix(",00")
