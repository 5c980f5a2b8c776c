"""Starts the window: shown first, then filled; everything heavy waits for the first paint."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from kontaktpunkt.ui.alerts import Alerts
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.ui.frame.window import Window, keep_on_screen
from kontaktpunkt.ui.reception import Reception
from kontaktpunkt.ui.rooms import PLACES
from kontaktpunkt.ui.theme import icons
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.usecases.desk import Desk


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the window comes to its desk.

    `open_desk` runs on the clerk's lane after the first paint, and may import what is heavy; it
    raises Unavailable when the store cannot be opened. `close_desk` runs there last of all. `then`
    is a screen to show over the inbox at the start (the recovery sheet of a new store). `demo` is
    known before the desk is, so that no row of a demo is ever shown without its mark.
    """

    open_desk: Callable[[], Desk]
    close_desk: Callable[[], None] = _nothing
    care: StoreCare | None = None
    then: str = ""
    demo: bool = False


class Program:
    """The window with its clerk and reception; `run` and the tour both begin here."""

    def __init__(self, app: QApplication, opening: Opening) -> None:
        self.app = app
        self.opening = opening
        self.theme = Theme(app)
        self.clerk = Clerk()
        self.window = Window(self.theme, PLACES)
        self.alerts = Alerts(self.window)
        self.reception = Reception(self.window, self.clerk, self.alerts, opening.care)
        self.reception.then = opening.then

    def show(self) -> None:
        """Show the window and ask for the desk."""
        self.window.demo.show_demo(demo=self.opening.demo, old_day=False)
        keep_on_screen(self.window)
        self.window.show()
        self.window.activateWindow()
        self.clerk.ask(self.opening.open_desk, self.reception.receive)

    def stop(self) -> None:
        """Let what was asked for be done, close the desk, and end the clerk's thread."""
        self.reception.stop()
        self.clerk.ask(self.opening.close_desk)
        self.clerk.stop()
        self.alerts.release()
        self.window.deleteLater()


def run(opening: Opening) -> int:
    """Show the window until it is closed; gives the exit code of the event loop."""
    app = application()
    program = Program(app, opening)
    program.alerts.catch_all()
    program.show()
    code = app.exec()
    program.stop()
    icons.forget()
    return code
