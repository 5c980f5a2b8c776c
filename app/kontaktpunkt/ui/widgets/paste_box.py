"""Where a whole list is pasted or dropped: what is pasted is taken at once."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from kontaktpunkt.ui.widgets.given_files import paths_in


class PasteBox(QPlainTextEdit):
    """A large field; a paste or a dropped file is told of, typing is not."""

    pasted = Signal()
    files_dropped = Signal(object)  # list[str]: paths

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName("Ärendeöversikten")
        self.setPlaceholderText("Klistra in här med Ctrl+V, eller släpp en fil")

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files as well as text."""
        return bool(paths_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text into the field; hand files on."""
        paths = paths_in(source)
        if paths:
            self.files_dropped.emit(paths)
            return
        super().insertFromMimeData(source)
        self.pasted.emit()
