"""What has to be in place, as a list: the hospital's things, then ours; two words for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt

from kontaktpunkt.domain.events.homecoming import ReadinessMark
from kontaktpunkt.domain.profile import Code
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.states import ReadinessState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.list_models import HeadedModel, Index
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

_SIDES = (
    (Side.HOSPITAL, "Från sjukhuset"),
    (Side.REGIONAL_PRIMARY_CARE, "Från regionens primärvård"),
    (Side.TRANSPORT, "Resan"),
    (Side.MUNICIPALITY, "Hos oss"),
    (Side.PERSON, "Personen och närstående"),
    (None, "Övrigt"),
)
_SHAPES = {
    ReadinessMark.DONE: "check",
    ReadinessMark.MISSING: "warning",
    ReadinessMark.ASKED: "clock",
    ReadinessMark.NOT_NEEDED: "check",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    words: str
    item: Code | None = None
    state: ReadinessState | None = None

    @property
    def key(self) -> object:
        """Tell entries apart by what is meant."""
        return self.words if self.item is None else self.item.code

    @property
    def is_heading(self) -> bool:
        """Say whether it names a side."""
        return self.item is None


class ReadinessModel(HeadedModel[_Entry]):
    """Everything the profile names, under whose part it is, with what somebody has said of it."""

    def show_items(
        self,
        items: Sequence[Code],
        said: Mapping[str, ReadinessState],
        names: Mapping[UUID, str],
        now: Instant,
    ) -> None:
        """Show what is said of each item now."""
        entries: list[_Entry] = []
        for side, title in _SIDES:
            members = [item for item in items if item.side is side]
            if members:
                entries.append(_Entry(title))
                entries += [
                    _Entry(_words(one, said.get(one.code), names, now), one, said.get(one.code))
                    for one in members
                ]
        self.show_entries(entries)

    def item(self, index: Index) -> Code | None:
        """Give the item at a place; None for a heading."""
        return self._entries[index.row()].item if index.isValid() else None

    def lacking(self, side: Side) -> list[Code]:
        """Give the items of a side that are neither in place nor asked for."""
        settled = (ReadinessMark.DONE, ReadinessMark.NOT_NEEDED, ReadinessMark.ASKED)
        return [
            one.item
            for one in self._entries
            if one.item is not None
            and one.item.side is side
            and (one.state is None or one.state.mark not in settled)
        ]

    def first(self) -> int:
        """Give the place of the first item."""
        return next((at for at, one in enumerate(self._entries) if one.item is not None), 0)

    def look(self, entry: _Entry, role: int) -> object:
        """Give the shape for how far it is."""
        if role != Qt.ItemDataRole.DecorationRole or entry.item is None:
            return None
        if entry.state is None:
            # What nobody has spoken of has no shape, but its words begin where the others do.
            return self._theme.pixmap("check", "transparent")
        return self._theme.pixmap(_SHAPES[entry.state.mark])


def _words(
    item: Code, state: ReadinessState | None, names: Mapping[UUID, str], now: Instant
) -> str:
    if state is None:
        return f"{item.label} · inte känt"
    by = names.get(state.by, "") if state.by is not None else ""
    told = f", enligt {state.on_word.name}" if state.on_word is not None else ""
    due = f", väntas {when(state.due_at, now)}" if state.due_at is not None else ""
    note = f". {state.note}" if state.note else ""
    who = f" av {by}" if by else ""
    return f"{item.label} · {word(state.mark)} {when(state.at, now)}{who}{told}{due}{note}"
