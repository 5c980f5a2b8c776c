"""From an address to the units that answer for it, and phone numbers as staff write them."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.contacts.areas import read_area, units_for
from kontaktpunkt.domain.contacts.phone import (
    PhoneFault,
    PhoneFaultReason,
    digits_of,
    read_phone,
)
from kontaktpunkt.domain.contacts.shapes import AddressArea, AreaKind
from kontaktpunkt.domain.person.facts import Address

NORTH, SOUTH, EAST = (UUID(int=n) for n in (1, 2, 3))


def _home(street: str = "Storgatan 12 B", code: str = "531 30", city: str = "Sjövik") -> Address:
    return Address(lines=(street,), postal_code=code, city=city)


def _found(address: Address, **areas: str) -> set[str]:
    names = {"north": NORTH, "south": SOUTH, "east": EAST}
    read = {
        names[name]: [area for text in texts.split(";") if (area := read_area(text)) is not None]
        for name, texts in areas.items()
    }
    back = {unit: name for name, unit in names.items()}
    return {back[unit] for unit in units_for([address], read)}


_CASES: tuple[tuple[Address, dict[str, str], set[str]], ...] = (
    (_home(), {"north": "531 30", "south": "531 31"}, {"north"}),
    (_home(), {"north": "531", "south": "531 30"}, {"south"}),  # the longer beginning
    (_home(), {"north": "53129-53139", "south": "531"}, {"north"}),
    (_home(code="531 40"), {"north": "53129-53139"}, set()),
    (_home(), {"north": "Storgatan", "south": "531 30"}, {"north"}),  # a street before a code
    (_home(), {"north": "531 30", "south": "Sjövik"}, {"north"}),  # a code before a place
    (_home(), {"north": "Storgatan 1-10", "south": "Storgatan 11-20"}, {"south"}),
    (_home(), {"north": "Storgatan 1"}, set()),  # 12 is not 1
    (_home("Storgatan 1 A"), {"north": "Storgatan 1"}, {"north"}),
    (_home("Storgatansgränd 3"), {"north": "Storgatan"}, set()),  # whole words
    (_home("Lilla Storgatan 3"), {"north": "Storgatan"}, set()),  # from the beginning
    (_home("STORGATAN 3"), {"north": "storgatan"}, {"north"}),
    (_home(), {"north": "Storgatan i Vinninga", "south": "Storgatan i Sjövik"}, {"south"}),
    (_home(), {"north": "Storgatan", "south": "Storgatan i Sjövik"}, {"south"}),
    (_home(), {"north": "Storgatan", "south": "storgatan"}, {"north", "south"}),  # a tie
    (_home(), {"north": "Storgatan;531 30", "south": "Storgatan"}, {"north", "south"}),
    (_home("", "", ""), {"north": "531 30;Storgatan;Sjövik"}, set()),
    (_home("Å", "", ""), {"north": "Å"}, {"north"}),
    (_home(), {}, set()),
)


@pytest.mark.parametrize(("address", "areas", "units"), _CASES)
def test_the_nearest_area_gives_the_unit(
    address: Address, areas: dict[str, str], units: set[str]
) -> None:
    """A street is nearer than a postal code, and that than a place; equals are all proposed."""
    assert _found(address, **areas) == units


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("531 30", AddressArea(AreaKind.POSTAL_CODE, "53130")),
        ("531*", AddressArea(AreaKind.POSTAL_CODE, "531")),
        ("531 30 – 531 39", AddressArea(AreaKind.POSTAL_CODE, "53130-53139")),
        ("  Storgatan  1–20. ", AddressArea(AreaKind.NAME, "Storgatan 1-20")),
        ("5", None),
        ("", None),
        ("1234567", None),
        ("-", None),
    ],
)
def test_an_area_is_read_as_staff_write_it(text: str, area: AddressArea | None) -> None:
    """What could never match anything is not kept as if it could."""
    assert read_area(text) == area


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("0510-77 00 00", "0510-77 00 00"),
        (" 0510–77\xa000  00 ", "0510-77 00 00"),
        ("+46 510 77 00 00", "+46 510 77 00 00"),
        ("112", "112"),
        ("(0510) 77", "(0510) 77"),
        ("07O-1740670", PhoneFaultReason.LETTER),
        ("0510-77 ankn 4", PhoneFaultReason.LETTER),
        ("0510/77", PhoneFaultReason.STRANGE_SIGN),
        ("11", PhoneFaultReason.TOO_SHORT),
        ("0510770000 0704123456", PhoneFaultReason.TOO_LONG),
        ("", PhoneFaultReason.TOO_SHORT),
    ],
)
def test_a_number_is_kept_as_written_or_refused_with_why(
    text: str, answer: str | PhoneFaultReason
) -> None:
    """A number that cannot be dialled is never kept."""
    read = read_phone(text)

    assert (read.reason if isinstance(read, PhoneFault) else read) == answer


@pytest.mark.parametrize(
    "text", ["0510-770000", "+46 510 77 00 00", "0046510770000", "(0510)770000"]
)
def test_one_number_is_one_however_it_is_written(text: str) -> None:
    """Two lists that write a number differently do not give a unit two."""
    assert digits_of(text) == "0510770000"
