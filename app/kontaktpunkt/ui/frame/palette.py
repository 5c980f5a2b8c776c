"""Ctrl+K: one field for people, cases, places to go and acts; each shows its key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
)

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.text import Text

WIDTH = 640
_STILL_HERE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The field has lost the keyboard for these reasons, but not because somebody went elsewhere."""
_ROWS = 11
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: what it is, what kind of thing, its key, and what happens.

    `also` are words that it is found by and that are not shown.
    """

    words: str
    kind: str
    key: str
    choose: Callable[[], None]
    also: str = ""


class _Offers(QAbstractTableModel):
    """The offers that match what is typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offer(index.row())
        if offer is None:
            return None
        cells = (offer.words, offer.kind, offer.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell for cell in cells if cell)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 0:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class Palette(QFrame):
    """A panel over the window: type, choose with the arrows, Enter does it, Esc closes."""

    typed = Signal(str)  # what to search people and cases for
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._standing: Sequence[Offer] = ()
        self._found: Sequence[Offer] = ()
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            "Namn, nummer, avdelning, telefon, skärm eller det du vill göra"
        )
        self.field.setAccessibleName("Sök")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self._offers = _Offers(self)
        self.list = QTableView()
        self._dress_list()
        self.note = Text("", "soft")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 10, 10, 10)
        for part in (self.field, self.list, self.note):
            rows.addWidget(part)
        theme.changed.connect(self._measure)
        self._measure()
        self.hide()

    def open_with(self, standing: Sequence[Offer]) -> None:
        """Open with the acts and places that can be chosen now."""
        self._standing, self._found = standing, ()
        self.field.clear()
        self._show()
        self.show()
        self.raise_()
        self.field.setFocus()

    def show_found(self, text: str, found: Sequence[Offer], *, total: int, loose: bool) -> None:
        """Show people and cases that match, unless something else has been typed meanwhile."""
        if text != self.field.text().strip():
            return
        self._found = found
        self._show()
        note = "" if total else f"Ingen träff på ”{text}” bland personer och ärenden."
        if loose:
            note = "Träffar när a räknas som å och ä."
        elif total > len(found):
            note = f"{len(found)} av {total} träffar visas. Skriv mer för att komma närmare."
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def close_palette(self) -> None:
        """Go away and give focus back."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows, Enter and Esc of the field steer the list; who goes elsewhere, leaves."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() not in _STILL_HERE:
                self.hide()  # what was gone to keeps the focus
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_palette()
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._found = ()
        self.note.hide()
        self._show()
        if len(text.strip()) > 1:
            self.typed.emit(text.strip())

    def _show(self) -> None:
        words = self.field.text().casefold().split()
        standing = [
            offer
            for offer in self._standing
            if all(word in f"{offer.words} {offer.also}".casefold() for word in words)
        ]
        self._offers.show([*self._found, *standing])
        self.list.setCurrentIndex(self._offers.index(0, 0))

    def _step(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if self._offers.offer(row) is not None:
            self.list.setCurrentIndex(self._offers.index(row, 0))

    def _choose(self, index: Index) -> None:
        offer = self._offers.offer(index.row())
        if offer is not None:
            self.close_palette()
            offer.choose()

    def _dress_list(self) -> None:
        view = self.list
        view.setModel(self._offers)
        view.setAccessibleName("Träffar")
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)  # else a line is cut off at a whole word, long before its end
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.horizontalHeader().hide()
        header = view.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        view.clicked.connect(self._choose)

    def _measure(self) -> None:
        row = self._theme.px(30)
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.list.verticalHeader().setDefaultSectionSize(row)
        self.list.setFixedHeight(row * _ROWS + 4)
        self.setFixedWidth(min(self._theme.px(WIDTH), 900))
        self.adjustSize()
