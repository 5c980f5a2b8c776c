"""What screens ask about the store itself, and what they know before there is one."""

from typing import Final, Protocol

from msgspec import Struct

from kontaktpunkt.domain.staff import Role
from kontaktpunkt.usecases.contingency.ports import ContingencyCopies

SHORTEST_PASSPHRASE: Final = 12
"""The vault takes no shorter one; said here so that a field can say it at once."""


class KeyPlace(Struct, frozen=True, kw_only=True):
    """Where the store's key will lie: in the system's key ring by its name, or under a passphrase.

    `reason` says in Swedish why there is no key ring; empty when there is one.
    """

    key_ring: str = ""
    reason: str = ""

    @property
    def needs_passphrase(self) -> bool:
        """Say whether a passphrase must be chosen."""
        return not self.key_ring


class StartWish(Struct, frozen=True, kw_only=True):
    """What is needed to begin for real; `passphrase` is empty when the key ring holds the key."""

    municipality: str
    profile: str
    name: str
    role: Role
    passphrase: str = ""

    def __repr__(self) -> str:
        """Tell what was wished, but never the passphrase: a traceback must not carry it."""
        return f"StartWish({self.municipality!r}, {self.profile!r})"


class ErasureProtocol(Struct, frozen=True, kw_only=True):
    """What was erased with the trial, as a text to keep."""

    text: str
    file_name: str


class StoreCare(Protocol):
    """What a settings screen may have done with the store; bootstrap makes it.

    All but the last four run on the clerk's lane and raise Unavailable when the world says no.
    The last four change what is shown in the window's place: they are called on the Qt thread and
    only ask for it; the window is closed and opened again by whoever started it.
    """

    def uses_passphrase(self) -> bool:
        """Say whether the key lies under a passphrase (else in the system's key ring)."""
        ...

    def change_passphrase(self, old: str, new: str) -> bool:
        """Seal the key with a new passphrase; False when the old one is not right."""
        ...

    def backup(self, to: str) -> str:
        """Write a checked, encrypted copy of the store to a file, and give its path."""
        ...

    def copies(self) -> ContingencyCopies | None:
        """Give who keeps the contingency copies (nödläge); none before the store is open."""
        ...

    def erase_trial(self) -> ErasureProtocol:
        """Erase the demo or trial store for good, and give the protocol."""
        ...

    def trial_erased(self) -> None:
        """Leave the erased store: the window closes."""
        ...

    def restart_demo_day(self) -> None:
        """Build a new demo day around now and show it."""
        ...

    def begin_for_real(self) -> None:
        """Leave the demo for the first start of a real store."""
        ...

    def open_contingency(self) -> None:
        """Leave a store that does not open for Nödläge."""
        ...
