"""Builds messages in MedCom's shape with invented content, one small part at a time."""

from typing import Any

from msgspec import json

MEDCOM = "http://medcomfhir.dk/ig/terminology/CodeSystem/"
ME = "11111111-0000-4000-8000-000000000001"
STAY = "22222222-0000-4000-8000-000000000002"


def step(header: str, activity: str, sent: str, *entities: dict[str, Any]) -> dict[str, Any]:
    """Give the Provenance of one message."""
    code = {"system": MEDCOM + "medcom-messaging-activityCodes", "code": activity}
    return {
        "resourceType": "Provenance",
        "id": f"p-{header}",
        "target": [{"reference": f"MessageHeader/{header}"}],
        "occurredDateTime": sent,
        "recorded": sent,
        "activity": {"coding": [code]},
        "entity": list(entities),
    }


def after(header: str, role: str = "revision") -> dict[str, Any]:
    """Say that a message follows another."""
    return {"role": role, "what": {"reference": f"MessageHeader/{header}"}}


def source(part: str) -> dict[str, Any]:
    """Say that a message adds a part."""
    return {"role": "source", "what": {"identifier": {"value": f"urn:uuid:{part}"}}}


def header(event: str, focus: str, **more: object) -> dict[str, Any]:
    """Give the header of the message under test."""
    use = {"system": MEDCOM + "medcom-messaging-destinationUse", "code": "primary"}
    url = "http://medcomfhir.dk/ig/messaging/StructureDefinition/"
    marked = {"url": url + "medcom-messaging-destinationUseExtension", "valueCoding": use}
    return {
        "resourceType": "MessageHeader",
        "id": ME,
        "eventCoding": {"system": MEDCOM + "medcom-messaging-eventCodes", "code": event},
        "destination": [
            {"receiver": {"reference": "Organization/kopia"}},
            {"extension": [marked], "receiver": {"reference": "Organization/kommune"}},
        ],
        "sender": {"reference": "Organization/sygehus"},
        "source": {"endpoint": "https://sor.example/#id=1"},
        "focus": [{"reference": focus}],
        **more,
    }


def patient(**more: object) -> dict[str, Any]:
    """Give an invented person with a Danish number."""
    number = {"system": "urn:oid:1.2.208.176.1.2", "value": "0101010101"}
    return {
        "resourceType": "Patient",
        "id": "borger",
        "identifier": [number],
        "name": [{"use": "official", "family": "Opfundet", "given": ["Ida"]}],
        **more,
    }


def encounter(status: str, code: str, **more: object) -> dict[str, Any]:
    """Give a stay that began at nine."""
    return {
        "resourceType": "Encounter",
        "id": "ophold",
        "status": status,
        "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": code},
        "subject": {"reference": "Patient/borger"},
        "episodeOfCare": [{"identifier": {"value": f"urn:uuid:{STAY}"}}],
        "period": {"start": "2026-03-02T09:00:00+01:00"},
        "serviceProvider": {"reference": "Organization/sygehus"},
        **more,
    }


def message(*resources: dict[str, Any], base: str = "https://dk.example/fhir/") -> bytes:
    """Put the parts into a message, with the organisations that they name."""
    organisations = [
        {
            "resourceType": "Organization",
            "id": name,
            "name": name.capitalize(),
            "identifier": [
                {"system": "https://www.gs1.org/gln", "value": f"gln-{name}"},
                {"system": "urn:oid:1.2.208.176.1.1", "value": f"sor-{name}"},
            ],
        }
        for name in ("sygehus", "kommune", "kopia")
    ]
    entries = [
        {"fullUrl": f"{base}{one['resourceType']}/{one['id']}", "resource": one}
        for one in (*resources, *organisations)
    ]
    return json.encode(
        {
            "resourceType": "Bundle",
            "type": "message",
            "timestamp": "2026-03-02T09:05:01+01:00",
            "entry": entries,
        }
    )
