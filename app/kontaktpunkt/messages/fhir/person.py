"""Finds the person that a message is about, and reads what it says of her."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.person.facts import (
    Address,
    NumberKind,
    PersonFacts,
    PersonNumber,
    Protection,
)
from kontaktpunkt.domain.person.number import number_from_system, read_number
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import Reading, Resource, phone_of
from kontaktpunkt.messages.fhir.moments import read_day
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import (
    NOTHING,
    Node,
    NotUnderstood,
    extension,
    flag,
    node,
    nodes,
    text,
    texts,
    word,
)

_READ_WITHOUT_TIME: Final = date(2026, 1, 1)
"""The day by which numbers are read in an original that holds no time at all."""

_SUBJECTS: Final = ("subject", "patient", "for")
_NAME_ORDER: Final = {"official": 0, "usual": 1, "": 2}
_LAST: Final = 9
_PROTECTION_ORDER: Final = tuple(Protection)
_KNOWN_KINDS: Final = (
    NumberKind.PERSONAL,
    NumberKind.COORDINATION,
    NumberKind.NATIONAL_RESERVE,
    NumberKind.LOCAL_RESERVE,
    NumberKind.FOREIGN,
    NumberKind.UNCHECKED,
)


def find_person(reading: Reading, focuses: Sequence[Resource]) -> Resource:
    """Give the one patient that the focused resources speak of.

    Raises `NotUnderstood` when it is nobody or several: a message on the wrong person is the worst
    that can happen, so nothing is guessed.
    """
    said = [(focus, patient) for focus in focuses for patient in _subjects_of(reading, focus)]
    missing = next((focus.kind for focus, patient in said if patient is None), "")
    meant = _distinct(patient for _, patient in said if patient is not None)
    patients = reading.bundle.of_kind("Patient")
    if len(meant) > 1 or (not meant and not missing and len(patients) > 1):
        raise NotUnderstood(SetAsideReason.SEVERAL_PERSONS, "Bundle.entry")
    if missing:
        raise NotUnderstood(SetAsideReason.NO_PERSON, f"{missing}.subject")
    found = meant or patients
    if not found:
        raise NotUnderstood(SetAsideReason.NO_PERSON, "Bundle.entry")
    if any(patient.data != found[0].data for patient in patients):
        reading.remark(Remark.OTHER_PATIENTS)
    return found[0]


def read_person(reading: Reading, patient: Resource, on: Instant | None) -> PersonFacts:
    """Read what the message says of the person; `on` decides the century of short numbers.

    Raises `NotUnderstood` when the patient has neither number, name nor birth date.
    """
    facts = describe(patient.data, on, nodes(node(reading.bundle.root, "meta"), "security"))
    if not (facts.numbers or facts.given_name or facts.family_name or facts.birth_date):
        raise NotUnderstood(SetAsideReason.NO_PERSON, "Patient")
    if not facts.numbers:
        reading.remark(Remark.NO_NUMBER)
    return facts


def describe(patient: Node, on: Instant | None, security: Iterable[Node] = ()) -> PersonFacts:
    """Read a Patient resource; `security` holds labels that its whole bundle bears."""
    born = read_day(word(patient, "birthDate"))
    given, family = _name(patient)
    labels = (*nodes(node(patient, "meta"), "security"), *security)
    return PersonFacts(
        numbers=_numbers(patient, local_day(on) if on is not None else born or _READ_WITHOUT_TIME),
        given_name=given,
        family_name=family,
        birth_date=born,
        sex=codes.SEXES.get(word(patient, "gender")),
        addresses=tuple(_addresses(patient)),
        phone=phone_of(patient),
        protection=_protection(labels),
        home_municipality=text(
            extension(patient, codes.OWN_EXTENSION + codes.MUNICIPALITY), "valueString"
        ),
        deceased=is_deceased(patient) is True,
    )


def is_deceased(patient: Node) -> bool | None:
    """Say if the patient is dead; a time of death says so too, nothing said is None."""
    return True if word(patient, "deceasedDateTime") else flag(patient, "deceasedBoolean")


def _distinct(patients: Iterable[Resource]) -> list[Resource]:
    found: list[Resource] = []
    for patient in patients:
        if all(patient.data != known.data for known in found):
            found.append(patient)
    return found


def _subjects_of(reading: Reading, focus: Resource) -> Iterable[Resource | None]:
    """Give the patients that a resource says it is about; None where one is named but not there."""
    if focus.kind == "Patient":
        return (focus,)
    if focus.kind == "Appointment":
        actors = (
            reading.meant(participant, "actor", focus)
            for participant in nodes(focus.data, "participant")
        )
        return [actor for actor in actors if actor is not None and actor.kind == "Patient"]
    named = (node(focus.data, key) for key in _SUBJECTS)
    return [_patient_by(reading, reference, focus) for reference in named if reference]


def _patient_by(reading: Reading, reference: Node, focus: Resource) -> Resource | None:
    found = reading.bundle.meant_by(reference, focus)
    if found is not None:
        return found if found.kind == "Patient" else None
    identifier = node(reference, "identifier")
    if text(identifier, "value") and not word(reference, "reference"):
        name: Node = {"text": text(reference, "display")}
        return Resource({"resourceType": "Patient", "identifier": [identifier], "name": [name]})
    return None


def _numbers(patient: Node, on: date) -> tuple[PersonNumber, ...]:
    found: dict[PersonNumber, int] = {}
    for identifier in nodes(patient, "identifier"):
        value = text(identifier, "value")
        if not value:
            continue
        number = _number(word(identifier, "system"), value, on)
        old = word(identifier, "use") == "old"
        found.setdefault(number, _KNOWN_KINDS.index(number.kind) + (_LAST if old else 0))
    return tuple(sorted(found, key=found.__getitem__))


def _number(system: str, value: str, on: date) -> PersonNumber:
    if system in ("", codes.OWN_UNCHECKED):
        return PersonNumber(NumberKind.UNCHECKED, value)
    if system == codes.OWN_RESERVE:
        number = read_number(value, on)
        if isinstance(number, PersonNumber):
            return number
        return PersonNumber(NumberKind.UNCHECKED, value)
    return number_from_system(system, value, on)


def _name(patient: Node) -> tuple[str, str]:
    """Give first and last names of the official name; one given only as a line is kept as that."""
    names = [name for name in nodes(patient, "name") if word(name, "use") != "old"]
    if not names:
        return "", ""
    name = min(names, key=lambda one: _NAME_ORDER.get(word(one, "use"), _LAST))
    given, family = " ".join(texts(name, "given")), text(name, "family")
    return (given, family) if given or family else ("", text(name, "text"))


def _addresses(patient: Node) -> Iterable[Address]:
    for address in nodes(patient, "address"):
        if word(address, "use") == "old":
            continue
        read = Address(
            lines=texts(address, "line"),
            postal_code=text(address, "postalCode"),
            city=text(address, "city"),
            country=text(address, "country"),
            kind=_address_kind(address),
        )
        if read.lines or read.postal_code or read.city or read.country:
            yield read
        elif words := text(address, "text"):
            yield Address(lines=tuple(words.splitlines()), kind=read.kind)


def _address_kind(address: Node) -> str:
    """Give HL7 Sweden's kind of address in Swedish words."""
    found = extension(address, codes.ADDRESS_KIND)
    concept = NOTHING if found is NOTHING else node(found, "valueCodeableConcept")
    for coding in nodes(concept, "coding"):
        if words := codes.ADDRESS_KINDS.get(word(coding, "code")) or text(coding, "display"):
            return words
    return text(concept, "text")


def _protection(labels: Iterable[Node]) -> Protection:
    """Give the strongest protection among the labels.

    The code alone decides, whoever defined it: to protect too many is the smaller fault.
    """
    found = (codes.PROTECTIONS.get(word(label, "code").lower()) for label in labels)
    marked = [protection for protection in found if protection is not None]
    return max(marked, key=_PROTECTION_ORDER.index, default=Protection.NONE)
