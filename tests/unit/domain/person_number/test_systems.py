"""Identifiers of messages become numbers, always: known systems, OIDs, foreign, faulty."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.person.number import birth_date, number_from_system

DAY = date(2026, 3, 16)
PERSONAL = "http://electronichealth.se/identifier/personnummer"
COORDINATION = "http://electronichealth.se/identifier/samordningsnummer"
NATIONAL = "http://electronichealth.se/identifier/nationelltReservnummer"
PERSONAL_OID, COORDINATION_OID = "1.2.752.129.2.1.3.1", "1.2.752.129.2.1.3.3"
NATIONAL_OID = "1.2.752.74.9.1"
STOCKHOLM_OID, VARMLAND_OID = "1.2.752.97.3.1.3", "1.2.752.74.9.2"
DANISH = "urn:oid:1.2.208.176.1.2"
URN = "urn:oid:"
K = NumberKind


@pytest.mark.parametrize(
    ("system", "value", "kind", "kept", "issuer"),
    [
        (PERSONAL, "198112189876", K.PERSONAL, "198112189876", ""),
        (PERSONAL, "19811218-9876", K.PERSONAL, "198112189876", ""),
        (PERSONAL.replace("http:", "https:"), "198112189876", K.PERSONAL, "198112189876", ""),
        (URN + PERSONAL_OID, "198112189876", K.PERSONAL, "198112189876", ""),
        (URN.upper() + PERSONAL_OID, "811218-9876", K.PERSONAL, "198112189876", ""),
        (PERSONAL_OID, "198112189876", K.PERSONAL, "198112189876", ""),
        (COORDINATION, "197010632391", K.COORDINATION, "197010632391", ""),
        (URN + COORDINATION_OID, "197010632391", K.COORDINATION, "197010632391", ""),
        # Sent under the other's name, it proves itself what it is.
        (PERSONAL, "197010632391", K.COORDINATION, "197010632391", ""),
        (COORDINATION, "198112189876", K.PERSONAL, "198112189876", ""),
        (NATIONAL, "98240301AA06", K.NATIONAL_RESERVE, "98240301AA06", ""),
        (URN + NATIONAL_OID, "98240301aa06", K.NATIONAL_RESERVE, "98240301AA06", ""),
        (URN + STOCKHOLM_OID, "991981000010", K.LOCAL_RESERVE, "991981000010", STOCKHOLM_OID),
        (URN + VARMLAND_OID, "19810829SU3A", K.LOCAL_RESERVE, "19810829SU3A", VARMLAND_OID),
        # A value that fails its check is kept as it stands, with the OID.
        (PERSONAL, "198112189875", K.UNCHECKED, "198112189875", PERSONAL_OID),
        (PERSONAL, "okänd 3", K.UNCHECKED, "okänd3", PERSONAL_OID),
        (PERSONAL, "22790814AA01", K.UNCHECKED, "22790814AA01", PERSONAL_OID),
        (PERSONAL, "", K.UNCHECKED, "", PERSONAL_OID),
        (NATIONAL, "98240301tf06", K.UNCHECKED, "98240301tf06", NATIONAL_OID),
        (URN + STOCKHOLM_OID, "19810829SU3A", K.UNCHECKED, "19810829SU3A", STOCKHOLM_OID),
        # Systems that we don't know: foreign, as received.
        (DANISH, "250947-9989", K.FOREIGN, "250947-9989", DANISH),
        ("https://example.org/id", "1", K.FOREIGN, "1", "https://example.org/id"),
        ("", "12/34 å", K.FOREIGN, "12/34å", ""),
    ],
)
def test_an_identifier_becomes_a_number(
    system: str, value: str, kind: NumberKind, kept: str, issuer: str
) -> None:
    """Whatever a message calls its person, we have a number to go by, and know how sure it is."""
    assert number_from_system(system, value, DAY) == PersonNumber(kind, kept, issuer)


def test_real_swedish_samples_are_checked_numbers(samples: Path) -> None:
    """HL7 Sweden's own example patients are read with the right kind and birth date."""
    found: dict[str, tuple[NumberKind, bool]] = {}
    for path in sorted((samples / "hl7se").glob("Patient-*.json")):
        patient: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        stated = patient["identifier"][0]
        number = number_from_system(stated["system"], stated["value"], DAY)
        born = birth_date(number, DAY)
        found[stated["value"]] = (
            number.kind,
            born is not None and born.isoformat() == patient["birthDate"],
        )

    assert found == {
        "195009072553": (K.PERSONAL, True),
        "189002029800": (K.PERSONAL, True),
        "196109732393": (K.COORDINATION, True),
        "200001252386": (K.PERSONAL, True),
        "98240301AA06": (K.NATIONAL_RESERVE, True),
    }
