"""Writes a person as HL7 Sweden's base profile for patients has it."""

from kontaktpunkt.domain.person.facts import (
    Address,
    NumberKind,
    PersonFacts,
    PersonNumber,
    Protection,
    Sex,
)
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.found import Node
from kontaktpunkt.messages.writing.leanness import coding, extended, lean

_GENDERS = {Sex.WOMAN: "female", Sex.MAN: "male"}
_KIND_CODES = {words: code for code, words in codes.ADDRESS_KINDS.items()}


def patient_of(facts: PersonFacts) -> Node:
    """Write the person; nothing in it names a real system."""
    labels = [] if facts.protection is Protection.NONE else [facts.protection]
    security = [coding(*codes.SECURITY_CODES[label]) for label in labels]
    given = [facts.given_name] if facts.given_name else []
    name = lean(family=facts.family_name, given=given)
    municipality = codes.OWN_EXTENSION + codes.MUNICIPALITY
    phone = [{"system": "phone", "value": facts.phone}] if facts.phone else []
    return lean(
        resourceType="Patient",
        meta=lean(security=security),
        extension=extended(municipality, valueString=facts.home_municipality),
        identifier=[_identifier(number) for number in facts.numbers],
        name=[{"use": "official", **name}] if name else [],
        telecom=phone,
        gender=None if facts.sex is None else _GENDERS[facts.sex],
        birthDate=None if facts.birth_date is None else facts.birth_date.isoformat(),
        deceasedBoolean=True if facts.deceased else None,
        address=[_address(address) for address in facts.addresses],
    )


def _identifier(number: PersonNumber) -> Node:
    system = codes.NUMBER_SYSTEMS.get(number.kind, number.issuer)
    if number.kind is NumberKind.LOCAL_RESERVE:
        system = f"urn:oid:{number.issuer}" if number.issuer else codes.OWN_RESERVE
    if number.kind is NumberKind.UNCHECKED:
        system = f"urn:oid:{number.issuer}" if number.issuer else codes.OWN_UNCHECKED
    return lean(system=system, value=number.value)


def _address(address: Address) -> Node:
    kind: Node = {}
    if address.kind in _KIND_CODES:
        code = coding(codes.SNOMED, _KIND_CODES[address.kind])
        kind = {"coding": [{**code, "display": address.kind}]}
    elif address.kind:
        kind = {"text": address.kind}
    return lean(
        extension=extended(codes.ADDRESS_KIND, valueCodeableConcept=kind),
        line=list(address.lines),
        city=address.city,
        postalCode=address.postal_code,
        country=address.country,
    )
