"""The ports through which originals and copied texts are understood."""

from datetime import date
from typing import Protocol

from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.pasted import Pasted, PastedLabels


class Reader(Protocol):
    """Understands originals; total: answers with a notice or with why not, never raises."""

    def __call__(
        self, data: bytes, file_name: str = "", labels: PastedLabels | None = None
    ) -> Notice | SetAside:
        """Read one original; `labels` are the profile's, for plain text."""
        ...


class PastedReader(Protocol):
    """Understands a copied text; total: what it does not understand is left over, never guessed."""

    def __call__(self, text: str, labels: PastedLabels, on: date) -> Pasted:
        """Understand a text by a profile's labels, numbers by a day in Sweden."""
        ...
