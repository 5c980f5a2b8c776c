"""The one door to dialogs: questions before something leaves the house, and faults of ours."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from kontaktpunkt.log import note_fault


class Alerts(QObject):
    """Shows dialogs over the window, one at a time, and never blocks."""

    _fault_noted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._fault_shown = False
        self._fault_noted.connect(self._show_fault)

    def ask(
        self, question: str, explanation: str, yes: str, then: Callable[[], None]
    ) -> QMessageBox:
        """Ask before something leaves the house; `yes` is what the button says that does it."""
        box = self._box(QMessageBox.Icon.Question, question, explanation)
        go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton("Avbryt", QMessageBox.ButtonRole.RejectRole))

        def answer() -> None:
            if box.clickedButton() is go_on:
                then()

        box.finished.connect(answer)
        box.open()
        return box

    def tell(self, what: str, explanation: str) -> QMessageBox:
        """Tell something that puts work at risk and must be read before going on."""
        box = self._box(QMessageBox.Icon.Warning, what, explanation)
        box.addButton("Stäng", QMessageBox.ButtonRole.AcceptRole)
        box.open()
        return box

    def fault(self, problem: BaseException) -> None:
        """Log a fault of ours and show one dialog with a number to quote."""
        self._fault_noted.emit(note_fault(problem))

    def catch_all(self) -> None:
        """Take over what nobody else catches, on every thread: the house's exception hook."""

        def hook(
            _kind: type[BaseException], problem: BaseException, _where: TracebackType | None
        ) -> None:
            self.fault(problem)

        def thread_hook(happened: threading.ExceptHookArgs) -> None:
            if happened.exc_value is not None:
                self.fault(happened.exc_value)

        sys.excepthook = hook
        threading.excepthook = thread_hook

    def release(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _show_fault(self, number: str) -> None:
        """Show one dialog at a time: a fault in painting would otherwise fill the screen."""
        if self._fault_shown:
            return
        self._fault_shown = True
        box = self._box(
            QMessageBox.Icon.Critical,
            "Något gick fel i programmet",
            "Det som redan var sparat är sparat, och det du har skrivit ligger kvar som utkast. "
            "Försök igen. Händer det en gång till: starta om programmet och uppge felnummer "
            f"{number} till den som sköter det.",
        )
        box.addButton("Stäng", QMessageBox.ButtonRole.AcceptRole)
        box.finished.connect(self._fault_closed)
        box.open()

    def _fault_closed(self) -> None:
        self._fault_shown = False

    def _box(self, icon: QMessageBox.Icon, title: str, explanation: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setText(title)
        box.setInformativeText(explanation)
        box.setWindowTitle("Kontaktpunkt")
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return box
