"""The lines of the timeline as a Qt model: what, when, who, and whether it still holds."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kontaktpunkt.domain.events.case import CallLogged, DeviationNoted, NoteAdded, StepDone
from kontaktpunkt.domain.events.clock import DeviationReported
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.events.office import SheetIssued
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.ui.screens.case.timeline.message_words import message_lines
from kontaktpunkt.usecases.rows import TimelineEntry
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.timeline import entry_words
from kontaktpunkt.wording.times import when

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex
_ICONS: Final[dict[type[Body], str]] = {
    MessageTakenIn: "inbox",
    CallLogged: "phone",
    NoteAdded: "note",
    DeviationNoted: "deviation",
    DeviationReported: "deviation",
    StepDone: "check",
    SheetIssued: "paper",
    ActTakenBack: "undo",
}


class Line(Struct, frozen=True, kw_only=True):
    """One line, ready to paint; `entry` says what may be done with it."""

    entry: TimelineEntry
    title: str
    details: tuple[str, ...]
    at: str
    by: str
    icon: str

    @property
    def spoken(self) -> str:
        """Give the whole line as it is read aloud."""
        gone = "Gäller inte längre. " if self.entry.struck else ""
        return gone + ". ".join((self.at, self.title, *self.details, self.by))


class TimelineModel(QAbstractListModel):
    """The entries that are shown; the same ones again keep their places."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines on show."""
        return self._lines

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give a line to paint or to read aloud."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None


def lines_of(entries: Sequence[TimelineEntry], telling: Telling, now: Instant) -> tuple[Line, ...]:
    """Put the entries in words."""
    profile = telling.profile
    tracks = {track.code: track.label for track in profile.tracks} if profile else {}
    lines: list[Line] = []
    for entry in entries:
        body = entry.body
        details = message_lines(body, tracks, now) if isinstance(body, MessageTakenIn) else ()
        lines.append(
            Line(
                entry=entry,
                title=entry_words(entry, telling),
                details=details,
                at=when(entry.at, now),
                by=_by(entry, now),
                icon=_ICONS.get(type(body), ""),
            )
        )
    return tuple(lines)


def _by(entry: TimelineEntry, now: Instant) -> str:
    """Say who noted it, and when if that was later than it happened."""
    said = f"av {entry.by_name}" if entry.by_name else ""
    noted = f"inlagt {when(entry.noted_at, now)}"
    if abs(entry.noted_at - entry.at) < MINUTE:
        return said
    return f"{said}, {noted}" if said else noted
