"""What is shown of the contingency copy: in the program while all is well, and in Nödläge."""

from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.contingency.packet import PersonKept
from kontaktpunkt.usecases.failures import Obstacle
from kontaktpunkt.usecases.paper_rows import PlacedSheet

LATE_AFTER: Final = 3
"""A copy that is so many times older than its interval is told of everywhere in the program."""


class PassphraseWay(StrEnum):
    """Which passphrase opens the copy where there is no key ring."""

    NONE = "none"
    OF_THE_STORE = "of_the_store"
    OWN = "own"
    DEMO = "demo"


class CopyPlace(Struct, frozen=True, kw_only=True):
    """A folder that copies are kept in: when the one there was made, and what went wrong last.

    `is_there`: the folder can be reached now, as a stick that is plugged in.
    """

    folder: str
    beside_store: bool = False
    made_at: Instant | None = None
    is_there: bool = True
    problem: Obstacle | None = None


class CopyStanding(Struct, frozen=True, kw_only=True):
    """How it is with the copies: where, how old, how often, and which ways there are to the key.

    `unread` counts logbooks of an earlier store, whose key is not here: they are left there.
    """

    now: Instant
    places: tuple[CopyPlace, ...]
    minutes: int | None
    passphrase: PassphraseWay
    in_key_ring: bool = False
    tried_at: Instant | None = None
    tried_by: str = ""
    unread: int = 0

    @property
    def made_at(self) -> Instant | None:
        """Say when the copy beside the store was made."""
        return next((one.made_at for one in self.places if one.beside_store), None)


class CopyFound(Struct, frozen=True, kw_only=True):
    """The copy that Nödläge found, before it is opened.

    `flaw` is what was wrong with a newer one, in words, when the one before it is used.
    """

    place: str
    made_at: Instant | None = None
    flaw: str = ""
    needs_passphrase: bool = False


class FormInCopy(Struct, frozen=True, kw_only=True):
    """A form to choose: its number and title, and how many blank ones everything printed holds."""

    number: str
    title: str
    blanks: int = 0


class CopyPage(Struct, frozen=True, kw_only=True):
    """What Nödläge shows of a copy that is open."""

    made_at: Instant
    made_by: str
    municipality: str
    demo: bool
    exercise: bool = False
    people: tuple[PersonKept, ...]
    lists: tuple[str, ...]
    forms: tuple[FormInCopy, ...]


class CopyWish(Struct, frozen=True, kw_only=True):
    """What is to be put on paper: lists by their places, forms for whom, blank ones how many."""

    lists: tuple[int, ...] = ()
    filled: tuple[tuple[str, UUID], ...] = ()
    blanks: tuple[tuple[str, int], ...] = ()

    @property
    def sheets(self) -> int:
        """Count the papers that get a number."""
        return len(self.filled) + sum(count for _, count in self.blanks)


class CopyPaper(Struct, frozen=True, kw_only=True):
    """Paper from a copy: its numbers as shown and where they stand, and what must be told.

    `told` says what could not be noted; `sheets` are those with a number, or that should have one.
    """

    pdf: bytes
    title: str
    file_name: str
    pages: int
    numbers: tuple[str, ...] = ()
    by_hand: int = 0
    sheets: tuple[PlacedSheet, ...] = ()
    told: tuple[str, ...] = ()
