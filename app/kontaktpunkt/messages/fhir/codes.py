"""The code systems, codes and addresses of the carriers; resources/fhir tells what each is for."""

from typing import Final

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting
from kontaktpunkt.domain.person.facts import NumberKind, Protection, Sex

OWN: Final = "https://kontaktpunkt.example/fhir/"
OWN_EVENTS: Final = OWN + "CodeSystem/event"
OWN_ACTIVITIES: Final = OWN + "CodeSystem/activity"
OWN_EXTENSION: Final = OWN + "StructureDefinition/"
OWN_MESSAGE_ID: Final = OWN + "NamingSystem/message-id"
OWN_SENDER: Final = OWN + "NamingSystem/sender"
OWN_RESERVE: Final = OWN + "NamingSystem/reservnummer"
OWN_UNCHECKED: Final = OWN + "NamingSystem/okontrollerat"
OWN_SYSTEM_PREFIX: Final = "urn:kontaktpunkt:system:"

EARLIER: Final = "tidigare"
HAPPENED: Final = "handelsetid"
LEAVE: Final = "permission"
READY: Final = "utskrivningsklar"
TRACK: Final = "processpar"
CONSENT: Final = "samtycke"
MUNICIPALITY: Final = "folkbokforingskommun"
ASSUMED_IDENTITY: Final = "fingeradePersonuppgifter"

MEDCOM_MARK: Final = "medcomfhir.dk/"

PLANNED_END: Final = (
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate"
)
V3_ACT: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
V3_NULL: Final = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor"
ORGANISATION_TYPE: Final = "http://terminology.hl7.org/CodeSystem/organization-type"
WARD_TYPE: Final = "dept"
HOSPITAL_TYPE: Final = "prov"
SNOMED: Final = "http://snomed.info/sct"
ADDRESS_KIND: Final = "http://hl7.se/fhir/ig/base/StructureDefinition/SEBaseAddressPersonExtension"
SECURITY: Final = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel"

PREPARED: Final = "förberedd"
"""The category that tells a prepared care request from one that was sent."""

EVENT_KINDS: Final = {
    "vardbegaran-forberedd": MessageKind.CARE_REQUEST_OUT,
    "vardbegaran": MessageKind.CARE_REQUEST_OUT,
    "vardbegaran-kommunal-primarvard": MessageKind.PRIMARY_CARE_REQUEST,
    "inskrivning": MessageKind.ADMISSION_NOTICE,
    "andrad-berakning": MessageKind.EXPECTED_DISCHARGE_NOTICE,
    "permission-start": MessageKind.LEAVE_NOTICE,
    "permission-slut": MessageKind.LEAVE_NOTICE,
    "kallelse-sip": MessageKind.PLAN_SUMMONS,
    "utskrivningsklar": MessageKind.READINESS_NOTICE,
    "utskrivningsklar-atertagen": MessageKind.READINESS_WITHDRAWN_NOTICE,
    "utskrivning": MessageKind.DISCHARGE_NOTICE,
    "utskrivningsinformation": MessageKind.DISCHARGE_INFORMATION,
    "avliden": MessageKind.DEATH_NOTICE,
    "meddelande": MessageKind.ADMINISTRATIVE_MESSAGE,
    "akut-23h": MessageKind.EMERGENCY_STAY_NOTICE,
    "kvittens": MessageKind.ACKNOWLEDGEMENT,
}

SETTINGS: Final = {
    "IMP": CareSetting.INPATIENT,
    "ACUTE": CareSetting.INPATIENT,
    "NONAC": CareSetting.INPATIENT,
    "EMER": CareSetting.EMERGENCY,
}
CLASSES: Final = {
    CareSetting.INPATIENT: "IMP",
    CareSetting.EMERGENCY: "EMER",
    CareSetting.OTHER: "AMB",
}
SEXES: Final = {"female": Sex.WOMAN, "male": Sex.MAN}

PROTECTIONS: Final = {
    "sekretessmarkering": Protection.SECRECY_MARKING,
    "skyddadfolkbokforing": Protection.PROTECTED_REGISTRATION,
    "fingeradepersonuppgifter": Protection.ASSUMED_IDENTITY,
}
SECURITY_CODES: Final = {
    Protection.SECRECY_MARKING: (SECURITY, "sekretessmarkering"),
    Protection.PROTECTED_REGISTRATION: (SECURITY, "skyddadFolkbokforing"),
    # HL7 Sweden has no code for fingerade personuppgifter (lag 1991:483).
    Protection.ASSUMED_IDENTITY: (OWN + "CodeSystem/security", ASSUMED_IDENTITY),
}

ADDRESS_KINDS: Final = {
    "63381000052101": "folkbokföringsadress",
    "63391000052104": "särskild postadress",
    "63401000052101": "utlandsadress",
    "63411000052104": "uppgiven adress",
}

NUMBER_SYSTEMS: Final = {
    NumberKind.PERSONAL: "http://electronichealth.se/identifier/personnummer",
    NumberKind.COORDINATION: "http://electronichealth.se/identifier/samordningsnummer",
    NumberKind.NATIONAL_RESERVE: "http://electronichealth.se/identifier/nationelltReservnummer",
}

MEDCOM_CATEGORIES: Final = {
    "acute-ambulant": "Akut öppenvård",
    "alcohol-and-drug-treatment": "Missbruksvård",
    "assessment": "Bedömning",
    "assistive-devices": "Hjälpmedel",
    "carecoordination": "Samordning",
    "decease": "Dödsfall",
    "discharge": "Utskrivning",
    "examination-results": "Undersökningssvar",
    "extended-care-responsibility": "Utökat behandlingsansvar",
    "healthcare": "Hälsovård",
    "home-care-assessment": "Biståndsbedömning",
    "medicine": "Läkemedel",
    "nursing": "Omvårdnad",
    "other": "Övrigt",
    "outpatient": "Öppenvård",
    "psychiatry-social-disability": "Psykiatri, socialt, funktionsnedsättning",
    "regarding-referral": "Angående remiss",
    "telemedicine": "Vård på distans",
    "training": "Träning",
}
"""The subjects of MedCom's CareCommunication (code system 1.8.1) in Swedish words."""
