"""Cells whose words wrap: as high as the words need beside the padding of the style sheet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kontaktpunkt.ui.theme.theme import Theme

_SIDES, _ABOVE = 20, 8
_TALLEST = 10_000


class Wrapping(QStyledItemDelegate):
    """Measures what Qt forgets: that the padding of a cell leaves less room for its words."""

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._table = table
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give the size that the words need at the width of their column."""
        hint = super().sizeHint(option, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if self._table.columnSpan(index.row(), index.column()) > 1:
            return hint
        width = self._table.columnWidth(index.column()) - self._theme.px(_SIDES)
        words = option.fontMetrics.boundingRect(  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]  Qt's stubs leave it out
            0, 0, max(1, width), _TALLEST, int(Qt.TextFlag.TextWordWrap), text
        )
        height = int(words.height())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]  see above
        return QSize(hint.width(), max(hint.height(), height + self._theme.px(_ABOVE)))
