"""Choosing the list: the system's own dialog, and reading the file on the clerk's lane."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QFile, QFileInfo, QIODevice, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

CAP: Final = 64 * 1024 * 1024
"""A hundred thousand stays are a fifth of it."""


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


def bytes_of(path: str) -> bytes | str:
    """Read a file, or say why not (the clerk's lane)."""
    name = QFileInfo(path).fileName()
    file = QFile(path)
    if QFileInfo(path).isDir() or file.size() > CAP:
        return f"{name} är en mapp eller för stor för att vara en lista."
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return f"{name} går inte att öppna. Inget är ändrat."
    data = bytes(file.readAll().data())
    file.close()
    return data
