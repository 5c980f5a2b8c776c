"""Saving as a file: where is asked first, so that a change of mind costs no number."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kontaktpunkt.private_file import write_private
from kontaktpunkt.usecases.failures import Obstacle, Unavailable


class FileOut(Protocol):
    """Where a file goes: a place chosen by somebody, or a stand-in in a test."""

    def choose(self, window: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Let somebody choose a place; `then` gets its path."""
        ...


class QtFileOut:
    """The system's own dialog for saving, without blocking."""

    def __init__(self, title: str = "Spara som PDF", kinds: str = "PDF (*.pdf)") -> None:
        self._title = title
        self._kinds = kinds

    def choose(self, window: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Ask where, from the documents of whoever works here, with a proposed name."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(
            window, self._title, QStandardPaths.writableLocation(documents), self._kinds
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def calendar_out() -> FileOut:
    """Give the dialog for saving a calendar file."""
    return QtFileOut("Spara kalenderfil", "Kalender (*.ics)")


def write_file(path: str, data: bytes) -> str:
    """Write a file (the clerk's lane) and give its path; Unavailable when the disk says no."""
    try:
        write_private(Path(path), data)
    except OSError as problem:
        raise Unavailable(Obstacle.READ_ONLY, problem.strerror or "") from problem
    return path
