"""Choosing the list: the system's own dialog, and how large a list may be."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

CAP: Final = 64 * 1024 * 1024
"""A hundred thousand stays are a fifth of it."""
TOO_LARGE: Final = "är en mapp eller för stor för att vara en lista."


class FileIn(Protocol):
    """Where a file comes from: one chosen by somebody, or a stand-in in a test."""

    def choose(self, window: QWidget, then: Callable[[str], None]) -> None:
        """Let somebody choose a file; `then` gets its path."""
        ...


class QtFileIn:
    """The system's own dialog for opening, without blocking."""

    def choose(self, window: QWidget, then: Callable[[str], None]) -> None:
        """Ask which, from the documents of whoever works here."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        place = QStandardPaths.writableLocation(documents)
        dialog = QFileDialog(window, "Öppna listan", place, "Listor (*.csv *.txt);;Alla filer (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
