"""The watch of the region's inbox as all screens know it: asked for each minute, told to all."""

from PySide6.QtCore import QObject, Signal

from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.usecases.desk import Changed, Desk
from kontaktpunkt.usecases.duty.rows import WatchPage


class Watching(QObject):
    """Keeps what the desk last told of the watch; `told` says that it was asked again."""

    told = Signal(object)  # WatchPage
    panel_wanted = Signal()  # somebody has looked in the region's inbox and wants to say so

    def __init__(self, desk: Desk, clerk: Clerk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk = clerk
        self.page: WatchPage | None = None

    def ask(self) -> None:
        """Ask the desk how the inbox is watched now."""
        self._clerk.ask(self._desk.watch_page, self._know, key="watch")

    def follow(self, changed: Changed) -> None:
        """Ask again when somebody has looked, nobody can, or when the rules may be others."""
        if changed.everything or changed.watches or changed.outages:
            self.ask()

    def _know(self, page: WatchPage) -> None:
        self.page = page
        self.told.emit(page)
