"""What a screen is: a name, a place in the rail, what it refreshes, and its help."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kontaktpunkt.assets import resources
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed


class Screen(QWidget):
    """One screen of the window; made once, shown again and again.

    `key` names it in preferences, help (`resources/help/<key>.md`) and the tour; `title` and `icon`
    stand in the rail (a screen without icon stands nowhere in it, such as a case).
    """

    key = ""
    title = ""
    icon = ""

    badge_changed = Signal(int, bool)  # how many somebody must act on, and whether one is late
    closed = Signal()  # the screen has nothing more to show: go back to the one before

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.setObjectName("screen")
        self.setAccessibleName(self.title)
        workplace.changed.connect(self._note_change)
        workplace.minute.connect(self.tick)
        self._stale = True

    def begin(self) -> None:
        """Fetch what the screen shows, for the first time or after everything changed."""

    def forget(self) -> None:
        """Let go of whom the screen stood on: it is opened by its own name, about nobody."""

    def refresh(self, changed: Changed) -> None:
        """Fetch anew what has changed; the usual answer is to begin again."""
        del changed
        self.begin()

    def tick(self, now: Instant) -> None:
        """Say words about time anew (once a minute)."""

    def focus(self) -> None:
        """Put focus where the work begins."""
        self.setFocus()

    def acts(self) -> tuple[QAction, ...]:
        """Give the acts that the palette shows while this screen is on top."""
        return tuple(self.actions())

    def help_text(self) -> str:
        """Give the help of this screen as Markdown, in Swedish."""
        place = resources() / "help" / f"{self.key}.md"
        return place.read_text(encoding="utf-8")

    def came_on_top(self) -> None:
        """Show what is new since the screen was last on top, and take focus."""
        if self._stale:
            self._stale = False
            self.begin()
        self.focus()

    def _note_change(self, changed: Changed) -> None:
        """Refresh now when on top or counted in the rail; else when it comes on top."""
        if self.isVisible() or self.refreshes_hidden:
            self.refresh(changed)
        else:
            self._stale = True

    refreshes_hidden = False
    """Whether the screen keeps up also while another is on top (because the rail counts it)."""
