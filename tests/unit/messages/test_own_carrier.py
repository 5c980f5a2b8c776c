"""Our own carrier: every kind of message is read as what it is, and written as it is read."""

from collections.abc import Callable
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from msgspec import json, structs

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.person.facts import NumberKind, Protection
from kontaktpunkt.messages import read, write
from unit.messages.invented import FOLDER, NOTICES, at, pretty

_KINDS = [
    ("inskrivning", MessageKind.ADMISSION_NOTICE, Change.NEW),
    ("inskrivning-rattad", MessageKind.ADMISSION_NOTICE, Change.CORRECTION),
    ("inskrivning-makulerad", MessageKind.ADMISSION_NOTICE, Change.CANCELLATION),
    ("inskrivning-skyddad", MessageKind.ADMISSION_NOTICE, Change.NEW),
    ("inskrivning-reservnummer", MessageKind.ADMISSION_NOTICE, Change.NEW),
    ("andrad-berakning", MessageKind.EXPECTED_DISCHARGE_NOTICE, Change.NEW),
    ("permission-start", MessageKind.LEAVE_NOTICE, Change.NEW),
    ("permission-slut", MessageKind.LEAVE_NOTICE, Change.NEW),
    ("kallelse-sip", MessageKind.PLAN_SUMMONS, Change.NEW),
    ("utskrivningsklar", MessageKind.READINESS_NOTICE, Change.NEW),
    ("utskrivningsklar-rattad", MessageKind.READINESS_NOTICE, Change.CORRECTION),
    ("utskrivningsklar-atertagen", MessageKind.READINESS_WITHDRAWN_NOTICE, Change.NEW),
    ("utskrivning", MessageKind.DISCHARGE_NOTICE, Change.NEW),
    ("utskrivning-makulerad", MessageKind.DISCHARGE_NOTICE, Change.CANCELLATION),
    ("utskrivningsinformation", MessageKind.DISCHARGE_INFORMATION, Change.NEW),
    ("avliden", MessageKind.DEATH_NOTICE, Change.NEW),
    ("meddelande", MessageKind.ADMINISTRATIVE_MESSAGE, Change.NEW),
    ("akut-23h", MessageKind.EMERGENCY_STAY_NOTICE, Change.NEW),
    ("vardbegaran-forberedd", MessageKind.CARE_REQUEST_OUT, Change.NEW),
    ("vardbegaran", MessageKind.CARE_REQUEST_OUT, Change.NEW),
    ("vardbegaran-kommunal-primarvard", MessageKind.PRIMARY_CARE_REQUEST, Change.NEW),
    ("kvittens", MessageKind.ACKNOWLEDGEMENT, Change.NEW),
]


def taken_in(data: bytes) -> Notice:
    """Read a message that must be understood."""
    answer = read(data)
    assert isinstance(answer, Notice), answer
    return answer


def changed(name: str, change: Callable[[dict[str, Any]], object]) -> Notice | SetAside:
    """Read one of the invented messages after a change in it."""
    root = json.decode((FOLDER / f"{name}.json").read_bytes())
    change(root)
    return read(json.encode(root))


def resource(root: dict[str, Any], kind: str) -> dict[str, Any]:
    """Give the first resource of a kind in a message."""
    found = (entry["resource"] for entry in root["entry"])
    return next(one for one in found if one["resourceType"] == kind)


@pytest.mark.parametrize(("name", "kind", "change"), _KINDS)
def test_each_kind_of_message_is_read_as_what_it_is(
    name: str, kind: MessageKind, change: Change
) -> None:
    """A message from the region is taken in as its own kind, also when corrected or cancelled."""
    notice = taken_in((FOLDER / f"{name}.json").read_bytes())

    assert (notice.kind, notice.change) == (kind, change)
    assert notice.remarks == ()


@pytest.mark.parametrize("name", [row[0] for row in _KINDS])
def test_what_is_written_is_read_back_the_same(name: str) -> None:
    """Nothing that a message says is lost or changed on the way through our own carrier."""
    data = (FOLDER / f"{name}.json").read_bytes()

    notice = taken_in(data)
    assert structs.replace(notice, digest=b"") == NOTICES[name]
    assert pretty(NOTICES[name]) == data


@pytest.mark.parametrize("name", [row[0] for row in _KINDS])
def test_others_can_read_what_we_write(name: str) -> None:
    """Our messages are FHIR R4, so that a region's system can send and read them."""
    bundle: Any = Bundle.model_validate_json(write(NOTICES[name]))

    assert bundle.type == "message"
    assert bundle.entry[0].resource.get_resource_type() == "MessageHeader"


def test_every_kind_has_its_invented_message() -> None:
    """No kind of message is left without an example."""
    assert {row[1] for row in _KINDS} == set(MessageKind)
    assert {path.stem for path in FOLDER.glob("*.json")} >= {row[0] for row in _KINDS}


def test_the_three_times_are_kept_apart() -> None:
    """When it happened, when the message was made and when it was sent are three things."""
    notice = taken_in((FOLDER / "utskrivningsklar.json").read_bytes())

    assert notice.happened_at == at(12, "10:40")
    assert notice.built_at == at(12, "10:58") - 2_000_000
    assert notice.sent_at == at(12, "10:58")


def test_protection_comes_with_the_person() -> None:
    """A protected identity is known as such from the first moment."""
    notice = taken_in((FOLDER / "inskrivning-skyddad.json").read_bytes())

    assert notice.person.protection is Protection.PROTECTED_REGISTRATION
    assert notice.person.addresses[0].kind == "särskild postadress"


@pytest.mark.parametrize(
    ("system", "code", "protection"),
    [
        ("http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel", "sekretessmarkering", "secrecy"),
        ("http://electronichealth.se/fhir/CodeSystem/x", "skyddadFolkbokforing", "registration"),
        ("", "SEKRETESSMARKERING", "secrecy"),
        ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "DEMO", "none"),
    ],
)
def test_protection_is_seen_whoever_defined_its_code(
    system: str, code: str, protection: str
) -> None:
    """To protect one person too many is the smaller fault."""
    label = {"system": system, "code": code} if system else {"code": code}

    notice = changed(
        "inskrivning", lambda root: resource(root, "Patient").update(meta={"security": [label]})
    )

    assert isinstance(notice, Notice)
    assert protection in notice.person.protection.value


@pytest.mark.parametrize(
    ("system", "value", "kind"),
    [
        ("urn:oid:1.2.752.129.2.1.3.1", "19340512-9804", NumberKind.PERSONAL),
        ("urn:oid:1.2.752.129.2.1.3.3", "196207739969", NumberKind.COORDINATION),
        ("urn:oid:1.2.752.74.9.1", "98240301AA06", NumberKind.NATIONAL_RESERVE),
        (
            "http://electronichealth.se/identifier/personnummer",
            "193405129805",
            NumberKind.UNCHECKED,
        ),
        ("urn:oid:1.2.208.176.1.2", "2509479989", NumberKind.FOREIGN),
    ],
)
def test_numbers_are_read_in_both_their_forms(system: str, value: str, kind: NumberKind) -> None:
    """A personnummer, samordningsnummer or reserve number is known by address and by OID."""
    number = {"system": system, "value": value}

    notice = changed(
        "inskrivning", lambda root: resource(root, "Patient").update(identifier=[number])
    )

    assert isinstance(notice, Notice)
    assert notice.person.numbers[0].kind is kind


@pytest.mark.parametrize("words", ["2026-03-12", "2026-03-12T10:58:00", "igår", ""])
@pytest.mark.parametrize("name", ["utskrivningsklar", "utskrivningsklar-rattad"])
def test_a_readiness_without_a_sure_time_of_sending_is_not_taken_in(name: str, words: str) -> None:
    """The days of payment are counted from the sending (lag 2017:612 5 kap. 4 §): no guessing."""
    answer = changed(
        name,
        lambda root: resource(root, "Provenance").update(occurredDateTime=words, recorded=words),
    )

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.BAD_TIME
    assert answer.person is not None
    assert answer.identity is not None


def test_another_time_that_cannot_be_read_is_left_out_and_told() -> None:
    """An admission with an odd time is still an admission; staff are told what is missing."""
    notice = changed(
        "inskrivning",
        lambda root: resource(root, "Encounter").update(period={"start": "2026-03-09"}),
    )

    assert isinstance(notice, Notice)
    assert notice.stay.admitted_at is None
    assert notice.remarks == (
        "En tid i meddelandet saknar klockslag eller tidszon och är utelämnad.",
    )


def test_a_planned_day_without_a_clock_time_is_told_in_words() -> None:
    """The day of planned discharge is not lost because the ward has not set a time."""
    url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate"

    notice = changed(
        "andrad-berakning",
        lambda root: resource(root, "Encounter").update(
            extension=[{"url": url, "valueDateTime": "2026-03-16"}]
        ),
    )

    assert isinstance(notice, Notice)
    assert notice.stay.expected_discharge is None
    assert notice.remarks == ("Beräknad utskrivning är angiven utan klockslag: 2026-03-16.",)


def _event(code: str) -> Callable[[dict[str, Any]], object]:
    return lambda root: resource(root, "MessageHeader")["eventCoding"].update(code=code)


def _activity(code: str) -> Callable[[dict[str, Any]], object]:
    return lambda root: resource(root, "Provenance")["activity"]["coding"][0].update(code=code)


def _without(kind: str) -> Callable[[dict[str, Any]], object]:
    return lambda root: root.update(
        entry=[entry for entry in root["entry"] if entry["resource"]["resourceType"] != kind]
    )


def _twin_patient(root: dict[str, Any]) -> None:
    twin = {**resource(root, "Patient"), "identifier": [{"value": "1"}]}
    root["entry"].append(
        {"fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111", "resource": twin}
    )
    for kind in ("Encounter", "Communication"):
        resource(root, kind).pop("subject")


def _nameless(root: dict[str, Any]) -> None:
    root.pop("identifier")
    root["entry"][0].pop("fullUrl")
    root["entry"][0]["resource"].pop("id")


def _set(**parts: object) -> Callable[[dict[str, Any]], object]:
    return lambda root: root.update(parts)


def _set_stay(**parts: object) -> Callable[[dict[str, Any]], object]:
    return lambda root: resource(root, "Encounter").update(parts)


_BROKEN: list[tuple[Callable[[dict[str, Any]], object], SetAsideReason]] = [
    (_event("framtida-sort"), SetAsideReason.UNKNOWN_KIND),
    (_activity("tolka-inskrivning"), SetAsideReason.UNKNOWN_ACTIVITY),
    (_without("Patient"), SetAsideReason.NO_PERSON),
    (_without("MessageHeader"), SetAsideReason.NO_HEADER),
    (_twin_patient, SetAsideReason.SEVERAL_PERSONS),
    (_nameless, SetAsideReason.NO_IDENTITY),
    (_set(type="collection"), SetAsideReason.NOT_A_MESSAGE),
    (_set(type=7), SetAsideReason.BAD_SHAPE),
    (_set(entry={}), SetAsideReason.BAD_SHAPE),
    (_set_stay(period="2026"), SetAsideReason.BAD_SHAPE),
    (_set_stay(subject={"reference": "Patient/annan"}), SetAsideReason.NO_PERSON),
]


@pytest.mark.parametrize(("change", "reason"), _BROKEN)
def test_what_cannot_be_understood_is_set_aside_for_a_true_reason(
    change: Callable[[dict[str, Any]], object], reason: SetAsideReason
) -> None:
    """Nobody has to guess why a message was not taken in."""
    answer = changed("inskrivning", change)

    assert isinstance(answer, SetAside)
    assert answer.reason is reason
    assert answer.place
    assert len(answer.digest) == 32


def test_a_misshapen_part_is_pointed_at() -> None:
    """IT can be told exactly what the sender has to mend, without a word about the person."""
    answer = changed("inskrivning", lambda root: resource(root, "Patient").update(name="Birgit"))

    assert isinstance(answer, SetAside)
    assert answer.place == "Bundle.entry[1].resource.name"


def test_the_form_of_references_does_not_matter() -> None:
    """Senders name the parts of a message in different ways; all of them are followed."""
    root = json.decode((FOLDER / "inskrivning.json").read_bytes())
    patient = next(e for e in root["entry"] if e["resource"]["resourceType"] == "Patient")
    encounter = resource(root, "Encounter")
    answers: list[Notice] = []
    for full_url, reference in (
        ("https://a.example/fhir/Patient/p1", "Patient/p1"),
        ("https://a.example/fhir/Patient/p1", "https://a.example/fhir/Patient/p1/_history/3"),
        ("urn:uuid:5a2a3c0e-0e3d-4f0a-9f8e-000000000001", "Patient/p1"),
        ("Patient/p1", "Patient/p1"),
    ):
        patient["fullUrl"] = full_url
        patient["resource"]["id"] = "p1"
        encounter["subject"] = {"reference": reference}
        resource(root, "Communication")["subject"] = {"reference": reference}
        answers.append(taken_in(json.encode(root)))

    assert {answer.person.family_name for answer in answers} == {"Exempelsson"}


def test_a_person_can_lie_inside_what_speaks_of_her() -> None:
    """A person sent within the stay itself (contained) is found there."""
    root = json.decode((FOLDER / "utskrivningsklar.json").read_bytes())
    patient = {**resource(root, "Patient"), "id": "hon"}
    _without("Patient")(root)
    resource(root, "Encounter").update(contained=[patient], subject={"reference": "#hon"})

    notice = taken_in(json.encode(root))

    assert notice.person.given_name == "Birgit Maria"


def test_a_person_named_only_by_her_number_is_enough() -> None:
    """A stay that names the person by number alone is about her."""
    root = json.decode((FOLDER / "utskrivningsklar.json").read_bytes())
    number = resource(root, "Patient")["identifier"][0]
    _without("Patient")(root)
    resource(root, "Encounter").update(subject={"identifier": number, "display": "Birgit E"})

    notice = taken_in(json.encode(root))

    assert notice.person.numbers[0].value == "193405129804"
    assert notice.person.family_name == "Birgit E"


def test_order_and_blanks_do_not_make_another_message() -> None:
    """The same message sent twice is known again, however the sender's program writes it."""
    data = (FOLDER / "inskrivning.json").read_bytes()
    root = json.decode(data)
    reordered = json.encode({key: root[key] for key in reversed(root)})
    other = json.encode({**root, "timestamp": "2026-03-09T15:05:00Z"})

    digests = [taken_in(one).digest for one in (data, reordered, other)]

    assert digests[0] == digests[1]
    assert digests[0] != digests[2]
