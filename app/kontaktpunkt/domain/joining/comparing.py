"""Two persons side by side: what agrees, what differs, what only one of them says."""

from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.joining.offers import born_on, folded_name, sex_of
from kontaktpunkt.domain.person.facts import Address, PersonNumber, Protection, Sex
from kontaktpunkt.domain.states import PersonState

COMPARED: Final = (
    "numbers",
    "name",
    "birth_date",
    "sex",
    "addresses",
    "phone",
    "home_municipality",
    "unit",
    "protection",
    "deceased",
)
"""What is compared, in the order that it is shown."""


class Agreement(StrEnum):
    """How two sides of a comparison stand to each other."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ONE_SIDED = "one_sided"


class PersonSide(Struct, frozen=True, kw_only=True):
    """What one person says of what is compared, as far as it may be seen."""

    numbers: tuple[PersonNumber, ...] = ()
    former_numbers: tuple[PersonNumber, ...] = ()
    name: str = ""
    birth_date: date | None = None
    sex: Sex | None = None
    addresses: tuple[Address, ...] = ()
    phone: str = ""
    home_municipality: str = ""
    unit: str = ""
    protection: Protection = Protection.NONE
    deceased: bool = False


def side_of(state: PersonState, on: date) -> PersonSide:
    """Give what a person's state says of what is compared."""
    return PersonSide(
        numbers=state.numbers,
        former_numbers=state.former_numbers,
        name=state.name,
        birth_date=born_on(state, on),
        sex=sex_of(state),
        addresses=state.addresses,
        phone=state.phone,
        home_municipality=state.home_municipality,
        unit=state.with_us.unit if state.with_us else "",
        protection=state.protection,
        deceased=state.deceased,
    )


def agreement(field: str, one: PersonSide, other: PersonSide) -> Agreement | None:
    """Say how two persons agree in a field; None when neither says anything."""
    here, there = _compared(field, one), _compared(field, other)
    if not here and not there:
        return None
    if not here or not there:
        return Agreement.ONE_SIDED
    if field == "numbers":
        return Agreement.AGREES if set(here) & set(there) else Agreement.DIFFERS
    return Agreement.AGREES if here == there else Agreement.DIFFERS


def _compared(field: str, side: PersonSide) -> tuple[object, ...]:
    """Give what is compared: names without accents, phones as digits, numbers without kind."""
    match field:
        case "name":
            folded = folded_name(side.name)
            return (folded,) if folded else ()
        case "numbers":
            return tuple(one.value for one in (*side.numbers, *side.former_numbers))
        case "phone":
            digits = "".join(each for each in side.phone if each.isdigit())
            return (digits,) if digits else ()
        case "addresses":
            return side.addresses
        case "protection":
            return (side.protection,)
        case _:
            said = getattr(side, field)
            return (said,) if said or isinstance(said, bool) else ()
