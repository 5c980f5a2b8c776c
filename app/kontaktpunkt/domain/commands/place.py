"""What staff may want with places for a short stay (korttidsplatser)."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.place import PlaceFacts
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class ListPlace(Command, frozen=True, kw_only=True):
    """Put a place on the board, or let it stand there otherwise."""

    place: UUID
    facts: PlaceFacts
    on_word: OnWord | None = None


class OccupyPlace(Command, frozen=True, kw_only=True):
    """Let somebody have a place; without case and person it is only said to be taken."""

    place: UUID
    stay: UUID
    case: UUID | None = None
    person: UUID | None = None
    until: Instant | None = None
    note: str = ""
    on_word: OnWord | None = None


class ChangePlaceStay(Command, frozen=True, kw_only=True):
    """Let a stay last until another time; None for nobody knows."""

    place: UUID
    stay: UUID
    until: Instant | None = None
    on_word: OnWord | None = None


class VacatePlace(Command, frozen=True, kw_only=True):
    """Note that somebody has left a place."""

    place: UUID
    stay: UUID
    note: str = ""
    on_word: OnWord | None = None


class ReservePlace(Command, frozen=True, kw_only=True):
    """Hold a place for a case, or for what is said in words."""

    place: UUID
    reservation: UUID
    case: UUID | None = None
    words: str = ""
    until: Instant | None = None
    on_word: OnWord | None = None


class EndReservation(Command, frozen=True, kw_only=True):
    """Hold a place no more."""

    place: UUID
    reservation: UUID
    on_word: OnWord | None = None


class TakePlaceOutOfUse(Command, frozen=True, kw_only=True):
    """Let nobody have a place for a time."""

    place: UUID
    reason: str = ""
    until: Instant | None = None
    on_word: OnWord | None = None


class PutPlaceInUse(Command, frozen=True, kw_only=True):
    """Let a place be had again."""

    place: UUID
    on_word: OnWord | None = None


class CheckPlace(Command, frozen=True, kw_only=True):
    """Note that what stands of a place still holds, on whose word."""

    place: UUID
    on_word: OnWord | None = None


class RetirePlace(Command, frozen=True, kw_only=True):
    """Take a place from the board for good."""

    place: UUID
    reason: str = ""
