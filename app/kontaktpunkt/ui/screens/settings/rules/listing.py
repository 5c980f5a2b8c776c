"""The list of all rules in groups: name, value, how sure it is, where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.ui.screens.settings.rule_words import key_words, value_words
from kontaktpunkt.ui.screens.settings.rules.shapes import Group, group_of
from kontaktpunkt.ui.screens.settings.rules.words import layer_words, mark_words, shortened
from kontaktpunkt.ui.screens.settings.rules.wrapping import Wrapping
from kontaktpunkt.ui.theme.theme import Theme

_HEADS: Final = ("Regel", "Värde", "Hur säkert", "Varifrån")
_NARROW: Final = 640
"""Below this width the layer stands only in the opened rule: names and values come first."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line; without key it is the heading of a group."""

    cells: tuple[str, ...]
    key: str = ""
    findable: str = ""


class RulesModel(QAbstractTableModel):
    """A line for each rule, under the headings of the groups."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[RuleLine, ...] = ()
        self.lines: tuple[RuleLine, ...] = ()
        self._sought = ""

    def show_values(self, values: Sequence[ProfileValue]) -> None:
        """Show other values."""
        self._all = tuple(map(_line, values))
        self.seek(self._sought)

    def seek(self, text: str) -> None:
        """Show only the rules in which all the words stand."""
        self._sought = text
        words = text.casefold().split()
        found = [one for one in self._all if all(word in one.findable for word in words)]
        self.beginResetModel()
        self.lines = tuple(_grouped(found))
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Say in which row a rule stands; -1 when it is not shown."""
        places = (at for at, line in enumerate(self.lines) if key and line.key == key)
        return next(places, -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if index.isValid() and not self.lines[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words of a cell; the whole is its tooltip."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        said = line.cells[index.column()] if index.column() < len(line.cells) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return said
        if role == Qt.ItemDataRole.DisplayRole:
            return shortened(said)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if role == Qt.ItemDataRole.FontRole and not line.key:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Give the heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None


class RuleTable(QTableView):
    """The list on screen; Enter, Space or a double click opens a rule."""

    opened = Signal(str)

    def __init__(self, model: RulesModel, theme: Theme) -> None:
        super().__init__()
        self.rules = model
        self._theme = theme
        self.setObjectName("rules")
        self.setModel(model)
        self.setAccessibleName("Regler med värde och källa")
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setItemDelegate(Wrapping(self, theme))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(self._open_current)
        model.modelReset.connect(self._span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the last column out where there is no room for it."""
        super().resizeEvent(event)
        self.setColumnHidden(len(_HEADS) - 1, self.viewport().width() < self._theme.px(_NARROW))
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen rule with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_current()
            return
        super().keyPressEvent(event)

    def choose(self, key: str) -> None:
        """Choose a rule, or the first one where it is not shown."""
        place = self.rules.place_of(key)
        if place < 0:
            place = next((at for at, line in enumerate(self.rules.lines) if line.key), -1)
        if place >= 0:
            self.setCurrentIndex(self.rules.index(place, 0))

    def _open_current(self) -> None:
        place = self.currentIndex().row()
        if 0 <= place < len(self.rules.lines) and self.rules.lines[place].key:
            self.opened.emit(self.rules.lines[place].key)

    def _span(self) -> None:
        self.clearSpans()
        for place, line in enumerate(self.rules.lines):
            if not line.key:
                self.setSpan(place, 0, 1, len(_HEADS))


def _line(value: ProfileValue) -> RuleLine:
    cells = (key_words(value.key), value_words(value), mark_words(value), layer_words(value))
    findable = " ".join((*cells, group_of(value.key).value, value.source)).casefold()
    return RuleLine(cells, value.key, findable)


def _grouped(lines: Sequence[RuleLine]) -> list[RuleLine]:
    found: list[RuleLine] = []
    for group in Group:
        own = [line for line in lines if group_of(line.key) is group]
        if own:
            found += [RuleLine((group.value,)), *own]
    return found
