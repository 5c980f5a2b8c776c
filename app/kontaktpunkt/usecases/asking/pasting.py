"""What screens ask about a text that somebody copied from the region's screen."""

from typing import Protocol

from kontaktpunkt.domain.pasted import Pasted
from kontaktpunkt.usecases.pasted_rows import KnownAs, WardSeen


class Pasting(Protocol):
    """What screens ask about a copied text, and about wards seen before."""

    def understand(self, text: str) -> Pasted:
        """Understand a copied text; nothing is kept until it is entered."""
        ...

    def known_as(self, text: str) -> KnownAs | None:
        """Find the message that a copied text is, if it has come in or been entered already."""
        ...

    def text_of(self, data: bytes) -> str:
        """Give the text of a dropped file (text, PDF, .eml), '' when it has none."""
        ...

    def wards_seen(self) -> tuple[WardSeen, ...]:
        """Give the hospitals and wards that have been named, by name."""
        ...
