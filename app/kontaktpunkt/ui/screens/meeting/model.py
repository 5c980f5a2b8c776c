"""The people of a meeting as a list: a heading for each part, two lines for each person."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.meeting.words import line_of_list
from kontaktpunkt.ui.widgets.list_models import HeadedModel, Index
from kontaktpunkt.usecases.meetings.rows import MeetingLine, MeetingPage, MeetingPart
from kontaktpunkt.wording.words import word


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading (no line) or a person."""

    words: str
    line: MeetingLine | None = None

    @property
    def key(self) -> object:
        """Tell entries apart by who stands there."""
        return self.words if self.line is None else self.line.row.case.case

    @property
    def is_heading(self) -> bool:
        """Say whether nobody stands there."""
        return self.line is None


class MeetingModel(HeadedModel[_Entry]):
    """Parts in the order that they are gone through; who has been gone through is told quietly."""

    def show_page(self, page: MeetingPage, now: Instant, *, discreet: bool) -> None:
        """Show a meeting as it stands; what is chosen stays chosen when nothing else stands."""
        self.show_entries(_entries(page, now, discreet=discreet))

    def line(self, index: Index) -> MeetingLine | None:
        """Give the person at a place; None for a heading."""
        return self._entries[index.row()].line if index.isValid() else None

    def next_left(self, after: int) -> int | None:
        """Say at which place the next person stands who has not been gone through."""
        count = len(self._entries)
        places = ((after + step) % count for step in range(1, count + 1))
        left = (one for one in places if _is_left(self._entries[one]))
        return next(left, None)

    def step(self, after: int, by: int) -> int | None:
        """Say at which place the person before or after stands, whether gone through or not."""
        place = after + by
        while 0 <= place < len(self._entries):
            if self._entries[place].line is not None:
                return place
            place += by
        return None

    def look(self, entry: _Entry, role: int) -> object:
        """Tell quietly of who has been gone through."""
        if role != Qt.ItemDataRole.ForegroundRole:
            return None
        return self.colour(quiet=entry.line is not None and entry.line.decision is not None)


def _is_left(entry: _Entry) -> bool:
    return entry.line is not None and entry.line.decision is None


def _entries(page: MeetingPage, now: Instant, *, discreet: bool) -> list[_Entry]:
    entries: list[_Entry] = []
    for part in MeetingPart:
        lines = [line for line in page.lines if line.part is part]
        if lines:
            entries.append(_Entry(f"{word(part)} ({len(lines)})"))
            entries += [_Entry(line_of_list(one, now, discreet=discreet), one) for one in lines]
    return entries
