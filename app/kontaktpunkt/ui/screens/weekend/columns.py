"""Columns of sections that share their height, so that the page is seen whole without scrolling."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kontaktpunkt.ui.screens.weekend.line_list import Block, share_out
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet

_WIDE = 1000
_TALL = 860
_BETWEEN = GAP + GAP // 2


class BlockColumn(Sheet):
    """Sections below each other: each shows as many rows as there is room for in all."""

    def __init__(self, name: str, blocks: Sequence[Block]) -> None:
        super().__init__(margin=0, name=name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.blocks = tuple(blocks)
        self.rows.setSpacing(_BETWEEN)
        for block in self.blocks:
            self.add(block)
            block.opened.connect(self.fit)
        self.rows.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the height among the sections that are shown."""
        shown = [block for block in self.blocks if not block.isHidden()]
        room = self.viewport().height() - _BETWEEN * max(0, len(shown) - 1) - 2
        room -= sum(block.fixed for block in shown)
        given = share_out([block.heights for block in shown], room)
        for block, count in zip(shown, given, strict=True):
            block.give(len(block.lines) if block.is_open else count)


class Columns(QWidget):
    """Three columns side by side; where words are large, the third stands under the second.

    Then there is not room for all at once, and the page scrolls.
    """

    def __init__(self, theme: Theme, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._parts = tuple(parts)
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP * 2)
        theme.changed.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns by the width that there is."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide = self.width() >= self._theme.px(_WIDE)
        self.setMinimumHeight(0 if wide else self._theme.px(_TALL))
        if wide is self._wide:
            return
        self._wide = wide
        for part in self._parts:
            self._grid.removeWidget(part)
        first, second, third = self._parts
        self._grid.addWidget(first, 0, 0, 1 if wide else 2, 1)
        self._grid.addWidget(second, 0, 1)
        self._grid.addWidget(third, *((0, 2) if wide else (1, 1)))
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if wide or column < len(self._parts) - 1 else 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(1, 0 if wide else 1)
