"""The rules in force with the source of each: which layer says so, and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.screens.settings.rule_words import key_words, source_words, value_words
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace

_HEADS = ("Regel", "Värde", "Varifrån")
_Index = QModelIndex | QPersistentModelIndex


class RulesModel(QAbstractTableModel):
    """A line for each key of the profile."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str, str], ...] = ()

    def show_values(self, values: Sequence[ProfileValue]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._lines = tuple(
            (key_words(one.key), value_words(one), source_words(one)) for one in values
        )
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the keys."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the words of a cell; the whole is its tooltip."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
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


class RulesPage(SettingsPage):
    """Municipality, the layers of the profile, and every value with its source."""

    title = "Kommun och regler"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.whose = Text("")
        self.model = RulesModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Regler med källor")
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.add(self.whose)
        self.add(self.table, 1)
        self.rows.setContentsMargins(GAP * 2, 0, 0, 0)
        workplace.learned.connect(self.begin)

    def begin(self) -> None:
        """Show the rules in force."""
        profile, info = self.workplace.profile, self.workplace.info
        if profile is None or info is None:
            return
        layers = " · ".join(profile.layer_titles)
        self.whose.setText(f"{info.municipality}. Regler: {layers}.")
        self.model.show_values(profile.all_values())
