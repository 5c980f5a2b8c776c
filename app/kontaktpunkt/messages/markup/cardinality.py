"""Which elements of FHIR R4 may repeat, for the resources that messages are made of.

In FHIR's XML form a repeating element looks like any other when it stands once; in its JSON form it
is a list all the same. The table says which is which. Source: the R4 (4.0.1) definitions.
"""

from typing import Final

_ANY: Final = frozenset({"extension", "modifierExtension", "contained"})

EVERYWHERE: Final = frozenset(
    {"extension", "modifierExtension", "contained", "coding", "given", "prefix", "suffix", "line"}
    | {"profile", "security", "tag", "event", "timeOfDay", "dayOfWeek", "when"}
)
"""What may repeat in the datatypes that we meet, where the table below does not say otherwise."""


def _lists(*names: str) -> frozenset[str]:
    return _ANY.union(names)


REPEATING: Final[dict[str, frozenset[str]]] = {
    "Bundle": _lists("link", "entry"),
    "Bundle.entry": _lists("link"),
    "MessageHeader": _lists("destination", "focus"),
    "Patient": _lists(
        "identifier", "name", "telecom", "address", "photo", "contact", "communication"
    ).union(("generalPractitioner", "link")),
    "Patient.contact": _lists("relationship", "telecom"),
    "Encounter": _lists(
        "identifier", "statusHistory", "classHistory", "type", "episodeOfCare", "basedOn"
    ).union(
        ("participant", "appointment", "reasonCode", "reasonReference", "diagnosis", "account"),
        ("location",),
    ),
    "Encounter.participant": _lists("type"),
    "Encounter.hospitalization": _lists("dietPreference", "specialCourtesy", "specialArrangement"),
    "EpisodeOfCare": _lists(
        "identifier", "statusHistory", "type", "diagnosis", "referralRequest", "team", "account"
    ),
    "Organization": _lists(
        "identifier", "type", "alias", "telecom", "address", "contact", "endpoint"
    ),
    "Organization.contact": _lists("telecom"),
    "Location": _lists("identifier", "alias", "type", "telecom", "hoursOfOperation", "endpoint"),
    "Location.hoursOfOperation": _lists("daysOfWeek"),
    "Practitioner": _lists(
        "identifier", "name", "telecom", "address", "photo", "qualification", "communication"
    ),
    "Practitioner.qualification": _lists("identifier"),
    "PractitionerRole": _lists(
        "identifier", "code", "specialty", "location", "healthcareService", "telecom"
    ).union(("availableTime", "notAvailable", "endpoint")),
    "PractitionerRole.availableTime": _lists("daysOfWeek"),
    "CareTeam": _lists(
        "identifier", "category", "participant", "reasonCode", "reasonReference"
    ).union(("managingOrganization", "telecom", "note")),
    "CareTeam.participant": _lists("role"),
    "Communication": _lists(
        "identifier", "instantiatesCanonical", "instantiatesUri", "basedOn", "partOf"
    ).union(
        ("inResponseTo", "category", "medium", "about", "recipient", "reasonCode"),
        ("reasonReference", "payload", "note"),
    ),
    "Appointment": _lists(
        "identifier", "serviceCategory", "serviceType", "specialty", "reasonCode"
    ).union(
        ("reasonReference", "supportingInformation", "slot", "basedOn", "participant"),
        ("requestedPeriod",),
    ),
    "Appointment.participant": _lists("type"),
    "ServiceRequest": _lists(
        "identifier", "instantiatesCanonical", "instantiatesUri", "basedOn", "replaces"
    ).union(
        ("category", "orderDetail", "performer", "locationCode", "locationReference"),
        ("reasonCode", "reasonReference", "insurance", "supportingInfo", "specimen", "bodySite"),
        ("note", "relevantHistory"),
    ),
    "Provenance": _lists("target", "policy", "reason", "agent", "entity", "signature"),
    "Provenance.agent": _lists("role"),
    "Provenance.entity": _lists("agent"),
    "Provenance.entity.agent": _lists("role"),
    "Provenance.signature": _lists("type"),
    "OperationOutcome": _lists("issue"),
    "OperationOutcome.issue": _lists("location", "expression"),
}
"""By resource, or by a part of it: the elements that may repeat directly in it."""
