"""Standing warnings at the right of the strip: one link for each thing that waits for somebody."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.text import repolish

STORE: Final = "store"


class Standing(QWidget):
    """Each warning stands under its source until the source takes it away; a click leads on."""

    way_out_wanted = Signal(str)  # key of a screen

    def __init__(self) -> None:
        super().__init__()
        self._ways: dict[str, str] = {}
        self._links: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.link(STORE)

    def link(self, source: str) -> QPushButton:
        """Give the link of a source; hidden while it warns of nothing."""
        known = self._links.get(source)
        if known is not None:
            return known
        made = button("", "link")
        made.clicked.connect(lambda: self.way_out_wanted.emit(self._ways[source]))
        made.hide()
        self._row.addWidget(made)
        self._links[source] = made
        return made

    def stand(self, source: str, warning: str, way_out: str, mood: str = "") -> None:
        """Let a source warn, leading to a screen; `mood` is wrong, today or nothing."""
        link = self.link(source)
        self._ways[source] = way_out
        link.setText(warning)
        link.setAccessibleName(warning)
        link.setToolTip(warning)
        link.setProperty("mood", mood)
        repolish(link)
        link.setVisible(bool(warning))
