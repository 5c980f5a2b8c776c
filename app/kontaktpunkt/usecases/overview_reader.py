"""The port through which a whole ärendeöversikt is read."""

from datetime import date
from typing import Protocol

from kontaktpunkt.domain.overview import Overview


class OverviewReader(Protocol):
    """Reads a whole ärendeöversikt; total: what is none holds nobody, never raises."""

    def __call__(self, data: bytes, on: date) -> Overview:
        """Read an overview as it was on a day in Sweden."""
        ...
