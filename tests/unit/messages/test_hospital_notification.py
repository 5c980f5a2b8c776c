"""MedCom's HospitalNotification: its own activity decides, and the person tells of death."""

import pytest

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import CareSetting, Notice, SetAside
from kontaktpunkt.messages import read
from unit.messages.danish import ME, STAY, after, encounter, header, message, patient, step

_EVENT = "hospital-notification-message"
_SENT = "2026-03-04T10:00:00+01:00"
_EARLIER = "33333333-0000-4000-8000-000000000003"
_FIRST = "44444444-0000-4000-8000-000000000004"
_LEAVE = {
    "url": "http://medcomfhir.dk/ig/x/medcom-hospitalnotifiation-leave-period-extension",
    "valuePeriod": {"start": "2026-03-03T08:00:00+01:00", "end": "2026-03-03T20:00:00+01:00"},
}
_ENDED = {"start": "2026-03-02T09:00:00+01:00", "end": "2026-03-04T09:30:00+01:00"}

_ADMISSION, _LEAVING = MessageKind.ADMISSION_NOTICE, MessageKind.LEAVE_NOTICE
_DISCHARGE, _DEATH = MessageKind.DISCHARGE_NOTICE, MessageKind.DEATH_NOTICE
_IN, _OUT = CareSetting.INPATIENT, CareSetting.EMERGENCY


def _taken_in(data: bytes) -> Notice:
    answer = read(data)
    assert isinstance(answer, Notice), answer
    return answer


def _set_aside(data: bytes) -> SetAside:
    answer = read(data)
    assert isinstance(answer, SetAside), answer
    return answer


@pytest.mark.parametrize("prefix", ["", "revise-", "cancel-"])
@pytest.mark.parametrize(
    ("activity", "code", "kind", "setting"),
    [
        ("admit-emergency", "EMER", _ADMISSION, _OUT),
        ("admit-inpatient", "IMP", _ADMISSION, _IN),
        ("start-leave-inpatient", "IMP", _LEAVING, _IN),
        ("end-leave-inpatient", "IMP", _LEAVING, _IN),
        ("discharge-emergency-home", "EMER", _DISCHARGE, _OUT),
        ("discharge-inpatient-home", "IMP", _DISCHARGE, _IN),
    ],
)
def test_every_activity_says_its_kind_and_change(
    prefix: str, activity: str, code: str, kind: MessageKind, setting: CareSetting
) -> None:
    """All activity codes of MedCom are understood; an emergency admission is never 23-timmars."""
    stay = encounter("in-progress", code, extension=[_LEAVE])
    own = step(ME, prefix + activity, _SENT, after(_EARLIER))

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), patient(), stay, own))

    changes = {"": Change.NEW, "revise-": Change.CORRECTION, "cancel-": Change.CANCELLATION}
    assert (notice.kind, notice.change) == (kind, changes[prefix])
    assert notice.stay.setting is setting
    assert notice.stay.stay_ids == (STAY,)
    assert notice.refers_to == (_EARLIER,)
    assert notice.identity.id == ME
    assert notice.identity.sender == "sor-sygehus"
    assert notice.recipient_name == "Kommune"


@pytest.mark.parametrize(
    ("activity", "started", "clock"),
    [("start-leave-inpatient", True, 8), ("end-leave-inpatient", False, 20)],
)
def test_a_leave_begins_and_ends_at_its_own_times(
    activity: str, *, started: bool, clock: int
) -> None:
    """Who goes on leave and who comes back are told apart, each with the time of it."""
    stay = encounter("onleave" if started else "in-progress", "IMP", extension=[_LEAVE])

    notice = _taken_in(
        message(header(_EVENT, "Encounter/ophold"), patient(), stay, step(ME, activity, _SENT))
    )

    assert notice.stay.leave_started is started
    assert notice.happened_at == notice.stay.leave_at
    assert notice.stay.admitted_at is not None
    assert notice.stay.leave_at == notice.stay.admitted_at + (clock - 9 + 24) * 3_600_000_000


_CHAINS: list[tuple[list[str], bool | None, str, MessageKind, Change]] = [
    # (what was sent before, first to last; deceased; status) → (kind, change)
    ([], True, "finished", _DEATH, Change.NEW),
    (["admit-inpatient"], True, "finished", _DEATH, Change.NEW),
    (["admit-inpatient", "admit-inpatient"], True, "finished", _DEATH, Change.CORRECTION),
    (["admit-inpatient", "admit-inpatient"], False, "in-progress", _DEATH, Change.CANCELLATION),
    (["admit-inpatient"], False, "in-progress", _DEATH, Change.CANCELLATION),
    (["admit-emergency"], False, "in-progress", _ADMISSION, Change.NEW),
    (["admit-inpatient"], None, "in-progress", _ADMISSION, Change.NEW),
    ([], False, "in-progress", _ADMISSION, Change.NEW),
]


@pytest.mark.parametrize(("before", "deceased", "status", "kind", "change"), _CHAINS)
def test_a_death_repeats_the_activity_before_it(
    before: list[str],
    deceased: bool | None,  # noqa: FBT001  a column of the table
    status: str,
    kind: MessageKind,
    change: Change,
) -> None:
    """MedCom tells a death, its correction and its cancellation by the person, not by a code."""
    steps = [
        step(name, activity, "2026-03-03T10:00:00+01:00", *([after(previous)] if previous else []))
        for name, activity, previous in zip((_FIRST, _EARLIER), before, ("", _FIRST), strict=False)
    ]
    follows = [after((_FIRST, _EARLIER)[len(before) - 1])] if before else []
    own = step(ME, "admit-inpatient", _SENT, *follows)
    person = patient() if deceased is None else patient(deceasedBoolean=deceased)
    stay = encounter(status, "IMP")

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), person, stay, own, *steps))

    assert (notice.kind, notice.change) == (kind, change)
    assert notice.person.deceased is (deceased is True)


def test_a_death_on_leave_is_a_death() -> None:
    """Somebody who dies at home on leave has died, whatever the activity repeats."""
    died = patient(deceasedDateTime="2026-03-03T12:00:00+01:00")
    stay = encounter("finished", "IMP", extension=[_LEAVE], period=_ENDED)
    own = step(ME, "start-leave-inpatient", _SENT, after(_EARLIER))

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), died, stay, own))

    assert notice.kind is _DEATH
    assert notice.stay.finished
    assert notice.stay.leave_at is not None
    assert notice.happened_at == notice.stay.leave_at + 4 * 3_600_000_000


def test_only_the_messages_own_provenance_speaks() -> None:
    """Earlier messages are repeated inside; they do not decide what this one is."""
    stay = encounter("finished", "IMP", period=_ENDED)
    parts = (
        step(_FIRST, "admit-inpatient", "2026-03-02T09:05:00+01:00"),
        step(_EARLIER, "cancel-admit-inpatient", "2026-03-03T09:05:00+01:00", after(_FIRST)),
        step(ME, "discharge-inpatient-home", _SENT, after(_FIRST)),
    )

    notice = _taken_in(message(*parts, header(_EVENT, "Encounter/ophold"), patient(), stay))

    assert (notice.kind, notice.change) == (_DISCHARGE, Change.NEW)
    assert notice.refers_to == (_FIRST,)
    assert notice.stay.discharged_to == "hemmet"
    assert notice.happened_at == notice.stay.discharged_at


def test_a_finished_stay_does_not_make_an_admission_a_discharge() -> None:
    """What the message says it is stands; staff are told what does not fit."""
    stay = encounter("finished", "IMP", period=_ENDED)

    notice = _taken_in(
        message(
            header(_EVENT, "Encounter/ophold"), patient(), stay, step(ME, "admit-inpatient", _SENT)
        )
    )

    assert notice.kind is _ADMISSION
    assert notice.stay.finished
    assert notice.remarks == ("Meddelandet säger inskrivning, men vistelsen anges som avslutad.",)


def test_a_stay_can_have_several_ids_each_told_once() -> None:
    """A stay that two systems know by two names is found by either."""
    ids = [
        {"identifier": {"system": "https://lpr.example", "value": f"urn:uuid:{STAY.upper()}"}},
        {"identifier": {"system": "https://sor.example", "value": STAY}},
        {"identifier": {"system": "https://sor.example", "value": "17"}},
        {"reference": "EpisodeOfCare/e"},
    ]
    episode = {"resourceType": "EpisodeOfCare", "id": "e", "identifier": [{"value": "18"}]}
    stay = encounter("in-progress", "IMP", episodeOfCare=ids)
    own = step(ME, "admit-inpatient", _SENT)

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), patient(), stay, own, episode))

    assert notice.stay.stay_ids == (STAY, "https://sor.example|17", "18")


def test_the_ward_is_told_apart_from_the_sender() -> None:
    """Staff see on which ward somebody lies, also when another office sent the message."""
    ward = {
        "resourceType": "Organization",
        "id": "afdeling",
        "name": "Afdeling B",
        "telecom": [{"system": "phone", "value": "12 34 56 78"}],
    }
    stay = encounter("in-progress", "IMP", serviceProvider={"reference": "Organization/afdeling"})
    own = step(ME, "admit-inpatient", _SENT)

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), patient(), stay, own, ward))

    assert (notice.stay.hospital, notice.stay.ward) == ("Sygehus", "Afdeling B")
    assert notice.stay.ward_phone == "12 34 56 78"
    assert (notice.sender_name, notice.sender_unit) == ("Sygehus", "Afdeling B")


@pytest.mark.parametrize("base", ["https://dk.example/fhir/", "urn:uuid:", ""])
def test_addresses_of_all_kinds_lead_to_the_same_parts(base: str) -> None:
    """Real senders write addresses in full, in short or not at all."""
    own = step(ME, "admit-inpatient", _SENT)
    stay = encounter("in-progress", "IMP")

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), patient(), stay, own, base=base))

    assert notice.kind is _ADMISSION
    assert notice.sender_name == "Sygehus"


def test_little_is_needed() -> None:
    """A message with only what no message can do without is taken in."""
    bare = {
        "resourceType": "MessageHeader",
        "id": ME,
        "eventCoding": header(_EVENT, "")["eventCoding"],
    }
    own = step(ME, "admit-emergency", _SENT)
    del own["recorded"], own["entity"]

    notice = _taken_in(message(bare, patient(), own))

    assert notice.kind is _ADMISSION
    assert notice.stay.setting is _OUT
    assert notice.identity.system == "fhir"
    assert notice.person.given_name == "Ida"


def test_a_change_that_points_at_nothing_is_told() -> None:
    """Staff are told when a cancellation does not say what it cancels."""
    own = step(ME, "cancel-admit-inpatient", _SENT)
    stay = encounter("entered-in-error", "IMP")

    notice = _taken_in(message(header(_EVENT, "Encounter/ophold"), patient(), stay, own))

    assert notice.change is Change.CANCELLATION
    assert notice.refers_to == ()
    assert "säger inte vilket" in notice.remarks[0]


_STAY = encounter("in-progress", "IMP")
_HEAD = header(_EVENT, "Encounter/ophold")
_OWN = step(ME, "admit-inpatient", _SENT)
_OTHER = patient(id="anden", identifier=[{"value": "2"}])
_LONG = "x" * 501
_NOWHERE = encounter("in-progress", "IMP", subject={"reference": "Patient/ukendt"})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (message(_HEAD, patient(), _STAY), SetAsideReason.UNKNOWN_ACTIVITY),
        (message(_HEAD, patient(), _STAY, step(_FIRST, "admit-inpatient", _SENT)),
         SetAsideReason.UNKNOWN_ACTIVITY),
        (message(_HEAD, patient(), _STAY, step(ME, "transfer-inpatient", _SENT)),
         SetAsideReason.UNKNOWN_ACTIVITY),
        (message(_HEAD, patient(), _STAY, _OWN, {**step(ME, "admit-emergency", _SENT), "id": "q"}),
         SetAsideReason.UNKNOWN_ACTIVITY),
        (message(_HEAD, _STAY, _OWN), SetAsideReason.NO_PERSON),
        (message(_HEAD, patient(), _NOWHERE, _OWN), SetAsideReason.NO_PERSON),
        (message(_HEAD, patient(identifier=[], name=[]), _STAY, _OWN), SetAsideReason.NO_PERSON),
        (message(_HEAD, patient(), _OTHER, encounter("in-progress", "IMP", subject=None), _OWN),
         SetAsideReason.SEVERAL_PERSONS),
        (message(_HEAD, patient(), {**_OTHER, "id": "borger"}, _STAY, _OWN),
         SetAsideReason.BAD_SHAPE),
        (message(header("homecareobservation-message", "Encounter/ophold"), patient(), _STAY, _OWN),
         SetAsideReason.UNKNOWN_KIND),
        (message(header("empty-message", "Encounter/ophold"), _OWN), SetAsideReason.UNKNOWN_KIND),
        (message({**_HEAD, "id": _LONG}, patient(), _STAY, step(_LONG, "admit-inpatient", _SENT)),
         SetAsideReason.NO_IDENTITY),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(data: bytes, reason: SetAsideReason) -> None:
    """Each message that cannot be taken in says truly why."""
    assert _set_aside(data).reason is reason


def test_another_person_in_the_bundle_is_not_mistaken_for_hers() -> None:
    """Only the person that the stay names is meant; that there are others is told."""
    notice = _taken_in(message(_HEAD, _OTHER, patient(), _STAY, _OWN))

    assert notice.person.numbers[0].value == "0101010101"
    assert "fler personer" in notice.remarks[0]


def test_the_hospitals_wish_for_a_report_is_told() -> None:
    """When the hospital asks for a report about the person, staff see it."""
    url = "http://medcomfhir.dk/ig/x/medcom-messaging-reportOfAdmissionExtension"
    head = header(_EVENT, "Encounter/ophold", extension=[{"url": url, "valueBoolean": True}])

    notice = _taken_in(message(head, patient(), _STAY, _OWN))

    assert "inläggningsrapport" in notice.remarks[0]
