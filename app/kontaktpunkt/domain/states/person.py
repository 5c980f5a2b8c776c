"""What a person is to us after all events."""

from datetime import date

from msgspec import Struct

from kontaktpunkt.domain.person.facts import Address, PersonNumber, Protection, Sex
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.states.joining import Ties
from kontaktpunkt.domain.times import Instant


class PersonState(Struct, frozen=True, kw_only=True):
    """A person as known to us; `former_numbers` are wrong or reserve numbers that were replaced.

    `voided`: all that said who it is was taken back; it stays readable and is offered to nobody.
    `said_at` holds when each of the fields that later words replace was last spoken of.
    """

    numbers: tuple[PersonNumber, ...] = ()
    former_numbers: tuple[PersonNumber, ...] = ()
    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    sex: Sex | None = None
    addresses: tuple[Address, ...] = ()
    phone: str = ""
    protection: Protection = Protection.NONE
    home_municipality: str = ""
    deceased: bool = False
    with_us: WithUs | None = None
    said_at: tuple[tuple[str, Instant], ...] = ()
    ties: Ties = Ties()
    voided: bool = False
    frozen: bool = False

    @property
    def is_anybody(self) -> bool:
        """Say whether anything tells who the person is."""
        return bool(self.numbers or self.given_name or self.family_name)

    @property
    def name(self) -> str:
        """Give the name as one line."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def number(self) -> PersonNumber | None:
        """Give the number that the person goes by now."""
        return self.numbers[0] if self.numbers else None

    @property
    def is_protected(self) -> bool:
        """Say whether the identity is protected in any way."""
        return self.protection is not Protection.NONE
