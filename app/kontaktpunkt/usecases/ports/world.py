"""What the use cases ask of the world: time, chance, signatures, readers, paper, folders."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol

from kontaktpunkt.domain.exercise.scenario import ExerciseScenario
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.paper.printout import (
    BoundPapers,
    ListDocument,
    PacketPart,
    PageImage,
    RecoverySheet,
    SheetValues,
)
from kontaktpunkt.domain.paper.sections import SectionDocument
from kontaktpunkt.domain.profile import ProfileChoice, RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.failures import PassphraseReason

Word = Callable[[StrEnum], str]
"""Gives the Swedish word of any member of a list: paper says what the screen says."""


class Clock(Protocol):
    """Tells the time; the only one who does."""

    def now(self) -> Instant:
        """Give the present instant."""
        ...


class Chance(Protocol):
    """Gives randomness, so that tests can give their own."""

    def draw(self, count: int) -> bytes:
        """Give so many random bytes."""
        ...


class Signer(Protocol):
    """Signs acts with the workstation's own key (Ed25519)."""

    def sign(self, text: bytes) -> bytes:
        """Give the signature of the text."""
        ...


class Paper(Protocol):
    """Makes paper: PDF bytes, the same for the same values; and draws PDF pages as pictures."""

    def form(self, definition: FormDefinition, sheets: Sequence[SheetValues]) -> bytes:
        """Make a form for each of the values."""
        ...

    def fillable(self, definition: FormDefinition, sheet: SheetValues) -> bytes:
        """Make one copy of a form to fill in on the screen, its values as on paper."""
        ...

    def listing(self, document: ListDocument) -> bytes:
        """Make a list."""
        ...

    def sections(self, document: SectionDocument) -> bytes:
        """Make a paper of sections, such as a protocol."""
        ...

    def recovery_sheet(self, sheet: RecoverySheet) -> bytes:
        """Make the recovery sheet of a store."""
        ...

    def packet(self, parts: Sequence[PacketPart], title: str, name: str) -> BoundPapers:
        """Make one PDF of lists and forms (at least one); with a name each page says which it is.

        Says how many pages each list and each copy of a form takes.
        """
        ...

    def bound(self, parts: Sequence[bytes], name: str = "") -> tuple[bytes, int]:
        """Bind papers into one PDF; gives it with its number of pages.

        With a name each page says which sheet it is: "Helgpaket, blad 3 av 11".
        """
        ...

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        ...

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page, counted from 0, as a picture: a long paper is never drawn whole."""
        ...


class Shelf(Protocol):
    """What is shipped beside the program as data: forms, rule profiles, scripts of exercises."""

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give the forms in order of their numbers."""
        ...

    def broken_forms(self) -> tuple[BrokenForm, ...]:
        """Give the files among the forms that are left out, and why."""
        ...

    def exercises(self) -> tuple[ExerciseScenario, ...]:
        """Give the scripts of exercises."""
        ...

    def profile(self, key: str) -> RuleProfile:
        """Give a shipped rule profile with its layers."""
        ...

    def profiles(self) -> tuple[ProfileChoice, ...]:
        """Give the shipped rule profiles, the law first."""
        ...


class Hatch(Protocol):
    """The drop folder: whole files in, moved away when they are durable."""

    def look(self) -> list[tuple[str, bytes]] | None:
        """Give the files that are whole, by name; None when the folder cannot be reached now."""
        ...

    def settle(self, name: str, *, taken: bool) -> bool:
        """Move a file that is durable; False when it could not be moved (it is met again)."""
        ...


class Safe(Protocol):
    """Knows where the store lies and what its recovery sheet must say."""

    def place(self) -> str:
        """Give the folder of the store, as the user may be told it."""
        ...

    def passphrase_reason(self) -> PassphraseReason | None:
        """Say why the key needs a passphrase; None when it lies in the system's key ring."""
        ...

    def recovery_facts(self) -> RecoverySheet:
        """Give the keys as groups and codes; municipality, time and name are filled in later."""
        ...
