"""What screens ask about persons and cases."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import (
    Done,
    PersonHit,
)
from kontaktpunkt.usecases.rows import (
    CasePage,
    CaseRow,
    SearchHits,
)


class PersonsAndCases(Protocol):
    """What screens ask about persons and cases."""

    def case(self, case: UUID) -> CasePage | None:
        """Show one case; noted in the access log."""
        ...

    def find_person(self, number_text: str) -> PersonHit | None:
        """Find a known person by a number as staff type it (for entry by hand)."""
        ...

    def read_number(self, number_text: str) -> PersonNumber | Refused:
        """Read a number as staff type it, or say why not."""
        ...

    def move_message(self, message: UUID, number_text: str, name: str) -> Done | Refused:
        """Move a message to the person with this number, making her known if she is not."""
        ...

    def search(self, text: str) -> SearchHits:
        """Find people, wards, phones, units; one access event with filter and count."""
        ...

    def in_hospital(self) -> tuple[CaseRow, ...]:
        """Give everybody in hospital, ready ones first; one access event with the count."""
        ...
