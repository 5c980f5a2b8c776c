"""The findings of a round as a list: a heading for each kind, two lines for each person."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from kontaktpunkt.domain.events.reconciliation import FindingKind
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.reconcile.words import (
    GROUPS,
    OTHERS,
    perhaps_short,
    place,
    settled_words,
    summary,
    who,
)
from kontaktpunkt.ui.widgets.list_models import HeadedModel, Index
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading (no findings), a finding, or all that are the same (several findings)."""

    words: str
    findings: tuple[FindingRow, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether something of it must still be settled."""
        return any(row.is_open for row in self.findings)

    @property
    def key(self) -> object:
        """Tell entries apart by their findings."""
        return tuple(row.no for row in self.findings) or self.words

    @property
    def is_heading(self) -> bool:
        """Say whether there is nothing to settle."""
        return not self.findings


class FindingsModel(HeadedModel[_Entry]):
    """Groups in the order that they are worked through; all that are the same are one entry."""

    def show_page(self, page: RoundPage, now: Instant) -> None:
        """Show a round as it stands now; what is chosen stays chosen when nothing else stands."""
        self.show_entries(_entries(page, now))

    def findings(self, index: Index) -> tuple[FindingRow, ...]:
        """Give the findings of an entry; none for a heading."""
        return self._entries[index.row()].findings if index.isValid() else ()

    def next_open(self, after: int) -> int | None:
        """Say at which place the next open entry stands, going round from the end."""
        count = len(self._entries)
        places = ((after + step) % count for step in range(1, count + 1))
        return next((one for one in places if self._entries[one].is_open), None)

    def same(self) -> tuple[FindingRow, ...]:
        """Give all findings that are the same and not settled."""
        rows = (row for entry in self._entries for row in entry.findings)
        return tuple(row for row in rows if row.kind is FindingKind.SAME and row.is_open)

    def look(self, entry: _Entry, role: int) -> object:
        """Tell quietly of what is settled."""
        if role != Qt.ItemDataRole.ForegroundRole:
            return None
        return self.colour(quiet=bool(entry.findings) and not entry.is_open)


def _entries(page: RoundPage, now: Instant) -> list[_Entry]:
    entries: list[_Entry] = []
    for kind in FindingKind:
        rows = [row for row in page.findings if row.kind is kind]
        if not rows:
            continue
        entries.append(_Entry(f"{GROUPS[kind]} ({len(rows)})"))
        if kind is FindingKind.SAME:
            entries.append(_Entry(_same_words(rows, now), tuple(rows)))
        else:
            entries += [_Entry(_words(row, page, now), (row,)) for row in rows]
    if page.others:
        entries.append(_Entry(f"{OTHERS} ({len(page.others)})"))
        entries += [_Entry(_words(row, page, now), (row,)) for row in page.others]
    return entries


def _words(row: FindingRow, page: RoundPage, now: Instant) -> str:
    head = " · ".join(part for part in (who(row, now), place(row)) if part)
    said = " · ".join(part for part in (summary(row, now), perhaps_short(row, page)) if part)
    return f"{head}\n{said}"


def _same_words(rows: Sequence[FindingRow], now: Instant) -> str:
    settled = rows[0].settled
    count = "1 person" if len(rows) == 1 else f"{len(rows)} personer"
    state = settled_words(settled, now) if settled else "Mellanslag: alla lika på en gång"
    return f"{count} där översikten säger som vi\n{state}"
