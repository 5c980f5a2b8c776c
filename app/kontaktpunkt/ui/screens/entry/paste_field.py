"""Where a copied text is pasted or a file dropped: large while empty, one line when used."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from kontaktpunkt.ui.widgets.given_files import paths_in

_LINES = 2


class PasteField(QPlainTextEdit):
    """A calm field; a paste or drop is told of and never stands in the field itself."""

    pasted = Signal(str)
    files_dropped = Signal(object)  # list[str]: paths

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName("Klistra in texten")
        self.setAccessibleDescription(
            "Text ur regionens system, en PDF eller ett brev. Fälten fylls i av sig själva."
        )
        self.name_system("")

    def name_system(self, system: str) -> None:
        """Say where the text comes from, in the municipality's own words."""
        where = system or "SAMSA, Cosmic Link eller Mina planer"
        self.setPlaceholderText(
            f"Klistra in texten från {where} med Ctrl+V, eller släpp en PDF eller ett brev här. "
            "Det som förstås fylls i och märks."
        )
        metrics: QFontMetrics = self.fontMetrics()
        self.setFixedHeight(metrics.lineSpacing() * (_LINES + 1) + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a paste; what is typed goes into the fields below, not here."""
        if event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files as well as text."""
        return bool(paths_in(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Tell of text and files."""
        paths = paths_in(source)
        if paths:
            self.files_dropped.emit(paths)
        elif source.text().strip():
            self.pasted.emit(source.text())
