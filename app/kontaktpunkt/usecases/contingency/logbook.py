"""What Nödläge writes down while no ledger can be reached: who saw and printed what, and when."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection, SheetMedium
from kontaktpunkt.domain.times import HOUR, Instant

LEFT_OPEN: Final = 24 * HOUR
"""A use that says nothing more for so long was cut off, by a power cut or a closed lid."""


class Began(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="began"):
    """Somebody opened the copy: who by name, with which account, which copy, and how.

    `exercise`: only to try it, so that nothing printed is real.
    """

    session: UUID
    at: Instant
    name: str
    os_account: str = ""
    copy_made_at: Instant
    by_passphrase: bool = False
    exercise: bool = False


class Saw(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="saw"):
    """A list or a person was shown, or a list was put on paper."""

    session: UUID
    at: Instant
    title: str
    persons: tuple[UUID, ...] = ()
    case: UUID | None = None
    count: int = 0
    on_paper: bool = False


class Gave(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="gave"):
    """A form was put on paper under a number; without one it is to be written by hand."""

    session: UUID
    at: Instant
    sheet: UUID
    form: str
    form_version: str
    direction: SheetDirection
    medium: SheetMedium
    number: str = ""
    case: UUID | None = None
    person: UUID | None = None


class NotOut(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="not_out"):
    """Papers that the printer did not take, or that could not be saved."""

    session: UUID
    at: Instant
    sheets: tuple[UUID, ...]


class CameOut(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="came_out"):
    """Papers that had not come out, and are out now."""

    session: UUID
    at: Instant
    sheets: tuple[UUID, ...]


class Ended(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="ended"):
    """The copy was closed again."""

    session: UUID
    at: Instant


Entry = Began | Saw | Gave | NotOut | CameOut | Ended
"""One line of the logbook."""


class Session(Struct, frozen=True, kw_only=True):
    """One use of a copy from opening to closing: its lines in their order."""

    session: UUID
    entries: tuple[Entry, ...]

    @property
    def began(self) -> Began | None:
        """Give its first line; None when that was lost."""
        first = self.entries[0]
        return first if isinstance(first, Began) else None

    @property
    def first_at(self) -> Instant:
        """Say when it began."""
        return self.entries[0].at

    @property
    def last_at(self) -> Instant:
        """Say when something was written last."""
        return max(entry.at for entry in self.entries)

    def is_over(self, now: Instant) -> bool:
        """Say whether nothing more comes: closed, or so old that it must have been cut off."""
        last = self.entries[-1]
        return isinstance(last, Ended) or now - last.at > LEFT_OPEN

    @property
    def sheets(self) -> tuple[Gave, ...]:
        """Give the papers that got, or should get, a number; an exercise has none."""
        if self.began is not None and self.began.exercise:
            return ()
        return tuple(entry for entry in self.entries if isinstance(entry, Gave))


def sessions_of(entries: Iterable[Entry]) -> Sequence[Session]:
    """Sort the lines of a logbook by their use of the copy, in the order they began."""
    found: dict[UUID, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.session, []).append(entry)
    return [Session(session=one, entries=tuple(lines)) for one, lines in found.items()]
