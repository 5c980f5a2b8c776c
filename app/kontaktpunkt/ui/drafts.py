"""Keeps what is being typed, so that no text is lost to a click, a colleague, a lock or a crash."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.usecases.desk import Desk

PAUSE_MS = 300
"""Kept so long after the last key (design section 4)."""


class Drafts(QObject):
    """Keeps my drafts at the desk a moment after the last key, and at once when told to.

    A draft is known by its subject and field. What is kept last wins; an empty text forgets it.
    """

    def __init__(self, clerk: Clerk, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self._desk = desk
        self._waiting: dict[tuple[str, str], str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, subject: str, field: str, text: str) -> None:
        """Keep a text soon."""
        self._waiting[subject, field] = text
        self._timer.start()

    def forget(self, subject: str, field: str) -> None:
        """Forget a draft at once: it has become an act."""
        self.keep(subject, field, "")
        self.flush()

    def flush(self) -> None:
        """Keep now what waits (focus lost, lock, close)."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for (subject, field), text in waiting.items():
            self._clerk.ask(lambda s=subject, f=field, t=text: self._desk.keep_draft(s, f, t))

    def load(
        self, subject: str, fields: Sequence[str], then: Callable[[dict[str, str]], None]
    ) -> None:
        """Give the drafts of a subject by field; empty ones are left out."""
        self.flush()
        self._clerk.ask(lambda: self._read(subject, fields), then, key=f"drafts {id(self)}")

    def _read(self, subject: str, fields: Sequence[str]) -> dict[str, str]:
        """Read at the desk (the clerk's lane)."""
        found = {field: self._desk.draft(subject, field) for field in fields}
        return {field: text for field, text in found.items() if text}
