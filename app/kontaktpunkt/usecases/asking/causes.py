"""What screens ask about why people were admitted."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.causes.rows import CauseCases, CausePage


class Causes(Protocol):
    """What screens ask about why people were admitted."""

    def admission_causes(self, months: int = 12) -> CausePage:
        """Count admissions by month and cause, this month last; nobody is named in it."""
        ...

    def cases_behind(self, cases: Sequence[UUID], shown: str) -> CauseCases:
        """Give the cases behind a number; noted in the access log as a list named `shown`."""
        ...
