"""What a desk is asked with and answers with, as frozen values."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import StayFacts, SummonsFacts
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.failures import PassphraseReason
from kontaktpunkt.usecases.paper_rows import PlacedSheet
from kontaktpunkt.usecases.rows import (
    CaseRow,
)


class Changed(Struct, frozen=True, kw_only=True):
    """What an act changed, so that every open screen refreshes just those lines."""

    messages: frozenset[UUID] = frozenset()
    cases: frozenset[UUID] = frozenset()
    persons: frozenset[UUID] = frozenset()
    rounds: frozenset[UUID] = frozenset()
    watches: frozenset[UUID] = frozenset()
    contacts: frozenset[UUID] = frozenset()
    reports: frozenset[UUID] = frozenset()
    shifts: frozenset[UUID] = frozenset()
    packets: frozenset[UUID] = frozenset()
    places: frozenset[UUID] = frozenset()
    outages: frozenset[UUID] = frozenset()
    deviations: frozenset[UUID] = frozenset()
    everything: bool = False


class Done(Struct, frozen=True, kw_only=True):
    """An act is durable: its id (for Ångra), what it changed, and its commands."""

    act: UUID
    changed: Changed
    commands: tuple[Command, ...] = ()


class FateKind(StrEnum):
    """What can become of an original."""

    TAKEN_IN = "taken_in"
    KNOWN = "known"
    SET_ASIDE = "set_aside"
    KNOWN_SET_ASIDE = "known_set_aside"


class Fate(Struct, frozen=True, kw_only=True):
    """What became of one original: taken in, known already, or set aside with a reason."""

    name: str
    outcome: FateKind
    message: UUID | None = None
    case: UUID | None = None
    kind: MessageKind | None = None
    change: Change = Change.NEW
    reason: SetAsideReason | None = None
    place: str = ""
    changed: Changed = Changed()


class HandEntry(Struct, frozen=True, kw_only=True):
    """A message typed in by hand, as told by phone or copied from the region's screen.

    `pasted` is the copied text that the fields came from, `dropped` the file where it was one; it
    is kept whole as the original. `read_back`: what was told by phone was read back (återläst).
    """

    kind: MessageKind
    person: PersonFacts
    number_text: str = ""
    stay: StayFacts = StayFacts()
    summons: SummonsFacts = SummonsFacts()
    text: str = ""
    happened_at: Instant | None = None
    sent_at: Instant | None = None
    on_word: OnWord | None = None
    completes: UUID | None = None
    case: UUID | None = None
    pasted: str = ""
    dropped: bytes = b""
    read_back: bool = False


class PersonHit(Struct, frozen=True, kw_only=True):
    """A person found by number while typing: who, with which cases."""

    person: UUID
    facts: PersonFacts
    cases: tuple[CaseRow, ...] = ()


class PaperPreview(Struct, frozen=True, kw_only=True):
    """A paper as it would look: its PDF without a number, and what must be asked first.

    Of many papers `protected_sheets` names those of people with protected identity, and `left_out`
    counts such people whose forms are written by hand.
    """

    pdf: bytes
    protected: bool
    title: str
    protected_sheets: tuple[str, ...] = ()
    left_out: int = 0


class IssuedPaper(Struct, frozen=True, kw_only=True):
    """A paper with its number, entered in the register: ready to print or save.

    `sheets` says on which pages it stands.
    """

    pdf: bytes
    number: str
    sheet: UUID
    title: str
    file_name: str
    sheets: tuple[PlacedSheet, ...] = ()


class SetAsidePage(Struct, frozen=True, kw_only=True):
    """A set-aside original to look at: why, where, who was seen, and its text as far as any."""

    message: UUID
    reason: SetAsideReason
    place: str
    file_name: str
    size: int
    received_at: Instant
    text: str
    seen_person: PersonFacts | None = None


class StoreInfo(Struct, frozen=True, kw_only=True):
    """What the frame says about the store: whose, which profile, demo or real, what is left."""

    municipality: str
    profile_title: str
    system_name: str
    demo: bool
    demo_day_is_old: bool = False
    recovery_printed: bool = True
    place: str = ""
    passphrase_reason: PassphraseReason | None = None


class FolderLook(Struct, frozen=True, kw_only=True):
    """What one look in the drop folder gave; `reached` is False when the folder was not there."""

    watched: bool
    reached: bool = True
    fates: tuple[Fate, ...] = ()


class PhoneLine(Struct, frozen=True, kw_only=True):
    """Whether the contact point's phone is open, until when, and who answers otherwise.

    `confirmed` is False on a day for which nobody has said who answers.
    """

    is_open: bool
    confirmed: bool = True
    until: Instant | None = None
    next_opening: Instant | None = None
    answered_by: str = ""
