"""MedCom's dialect: HospitalNotification, CareCommunication and Acknowledgement (Denmark).

What happened stands in the activity of the message's own Provenance and nowhere else. The one
exception is MedCom's own: a death repeats the activity before it and says so in Patient.deceased.
Source: MedCom's guides HospitalNotification 3, CareCommunication 5, Acknowledgement 2.
"""

from typing import Final, cast

from msgspec import Struct, structs

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import CareSetting, Notice, StayFacts
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.dialects.acknowledgement import read_acknowledgement
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import Reading, Resource
from kontaktpunkt.messages.fhir.conversation import Talk, by_trail, read_talk
from kontaktpunkt.messages.fhir.moments import read_moment
from kontaktpunkt.messages.fhir.parties import Parties, read_parties
from kontaktpunkt.messages.fhir.person import find_person, is_deceased, read_person
from kontaktpunkt.messages.fhir.provenance import Step, Trail, read_trail, remark_on_missing
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.fhir.stay import (
    organisation_name,
    read_stay,
    what_happened_at,
    with_leave,
)
from kontaktpunkt.messages.found import NotUnderstood, extension, flag, nodes, text, word

_REVISE: Final = "revise-"
_CANCEL: Final = "cancel-"
_TALK_CHANGES: Final = {
    "new-message": Change.NEW,
    "reply-message": Change.NEW,
    "forward-message": Change.NEW,
    "carboncopy-message": Change.NEW,
    "modified-message": Change.CORRECTION,
    "modify-message": Change.CORRECTION,
    "retract-message": Change.CANCELLATION,
}
_REPORT_WANTED: Final = "reportOfAdmissionExtension"
_HOME: Final = "hemmet"


class _Act(Struct, frozen=True):
    """What an activity code of a HospitalNotification says."""

    kind: MessageKind
    change: Change
    words: str

    def setting(self) -> CareSetting | None:
        """Give the kind of stay that the code names."""
        if "emergency" in self.words:
            return CareSetting.EMERGENCY
        return CareSetting.INPATIENT if "inpatient" in self.words else None


def read_medcom(reading: Reading, header: Resource, event: str) -> Notice:
    """Read one of MedCom's messages, or say with `NotUnderstood` why not."""
    reader = _READERS.get(event)
    if reader is None:
        raise NotUnderstood(SetAsideReason.UNKNOWN_KIND, "MessageHeader.eventCoding")
    return reader(reading, header, read_trail(reading, header, codes.MEDCOM_MARK))


def _hospital_notification(reading: Reading, header: Resource, trail: Trail) -> Notice:
    step = _own_step(trail)
    act = _act(step.activity)
    focuses = _focuses(reading, header, "Encounter")
    encounter = next((focus for focus in focuses if focus.kind == "Encounter"), None)
    patient = find_person(reading, focuses)
    parties = read_parties(reading, header)
    act = _with_death(reading, act, trail, patient, encounter)
    stay = _stay(reading, act, encounter, parties.sender)
    if flag(extension(header.data, _REPORT_WANTED), "valueBoolean"):
        reading.remark(Remark.REPORT_WANTED)
    if act.change is not Change.NEW:
        remark_on_missing(reading, step)
    died = read_moment(word(patient.data, "deceasedDateTime"))
    is_death = act.kind is MessageKind.DEATH_NOTICE
    happened = died if is_death and died is not None else what_happened_at(act.kind, stay)
    unit = stay.ward if stay.ward != parties.sender_name else ""
    notice = _notice(reading, parties, step, act.kind, act.change)
    return structs.replace(
        notice,
        happened_at=happened,
        person=read_person(reading, patient, _told_at(notice)),
        stay=stay,
        sender_unit=unit,
        remarks=reading.remarks(),
    )


def _care_communication(reading: Reading, header: Resource, trail: Trail) -> Notice:
    step = _own_step(trail)
    change = _TALK_CHANGES.get(step.activity)
    if change is None:
        raise NotUnderstood(SetAsideReason.UNKNOWN_ACTIVITY, "Provenance.activity")
    if step.activity.startswith("carboncopy"):
        reading.remark(Remark.COPY)
    focuses = _focuses(reading, header, "Communication")
    letter = next((focus for focus in focuses if focus.kind == "Communication"), None)
    encounter = None if letter is None else reading.meant(letter.data, "encounter", letter)
    about = [*focuses, encounter] if encounter is not None else focuses
    patient = find_person(reading, about)
    parties = read_parties(reading, header)
    talk = read_talk(reading, letter, by_trail(trail))
    stay = read_stay(reading, encounter, None) if encounter is not None else StayFacts()
    if change is not Change.NEW:
        remark_on_missing(reading, step)
    notice = _notice(reading, parties, step, MessageKind.ADMINISTRATIVE_MESSAGE, change)
    return structs.replace(
        notice,
        happened_at=talk.written_at,
        person=read_person(reading, patient, _told_at(notice)),
        stay=structs.replace(stay, ward_phone=stay.ward_phone or talk.phone),
        conversation=talk.conversation,
        sender_unit=_sender_unit(reading, letter, talk),
        recipient_name=_recipient(reading, letter, parties),
        remarks=reading.remarks(),
    )


def _acknowledgement(reading: Reading, header: Resource, trail: Trail) -> Notice:
    step = trail.own or Step()
    notice = _notice(
        reading, read_parties(reading, header), step, MessageKind.ACKNOWLEDGEMENT, Change.NEW
    )
    return read_acknowledgement(reading, header, notice)


_READERS: Final = {
    "hospital-notification-message": _hospital_notification,
    "care-communication-message": _care_communication,
    "acknowledgement-message": _acknowledgement,
    "acknowledgment-message": _acknowledgement,
}


def _own_step(trail: Trail) -> Step:
    if trail.own is None or not trail.own.activity:
        raise NotUnderstood(SetAsideReason.UNKNOWN_ACTIVITY, "Provenance.activity")
    return trail.own


def _act(activity: str) -> _Act:
    change, words = Change.NEW, activity
    if activity.startswith(_REVISE):
        change, words = Change.CORRECTION, activity[len(_REVISE) :]
    elif activity.startswith(_CANCEL):
        change, words = Change.CANCELLATION, activity[len(_CANCEL) :]
    if words.startswith("admit-"):
        # Never EMERGENCY_STAY_NOTICE: 23-timmars is a Swedish matter and comes from our own alone.
        return _Act(MessageKind.ADMISSION_NOTICE, change, words)
    if words.startswith(("start-leave", "end-leave")):
        return _Act(MessageKind.LEAVE_NOTICE, change, words)
    if words.startswith("discharge-"):
        return _Act(MessageKind.DISCHARGE_NOTICE, change, words)
    if words.startswith(("death", "decease")):
        return _Act(MessageKind.DEATH_NOTICE, change, words)
    raise NotUnderstood(SetAsideReason.UNKNOWN_ACTIVITY, "Provenance.activity")


def _with_death(
    reading: Reading, act: _Act, trail: Trail, patient: Resource, encounter: Resource | None
) -> _Act:
    """See the death that MedCom tells by Patient.deceased, its correction and its cancellation.

    Death (MORS): the activity before it again, deceased. Its cancellation (AN_MORS): the same
    activity once more, deceased is false, the stay goes on.
    """
    if act.change is Change.CANCELLATION or act.kind is MessageKind.DEATH_NOTICE:
        return act
    finished = encounter is not None and word(encounter.data, "status") == "finished"
    deceased = is_deceased(patient.data)
    if deceased:
        if not finished:
            reading.remark(Remark.DEATH_WITHOUT_END)
        corrects = _told_death(trail, trail.own and trail.previous(trail.own))
        change = Change.CORRECTION if corrects else Change.NEW
        return _Act(MessageKind.DEATH_NOTICE, change, act.words)
    if deceased is False and not finished and _takes_back_death(trail):
        return _Act(MessageKind.DEATH_NOTICE, Change.CANCELLATION, act.words)
    return act


def _takes_back_death(trail: Trail) -> bool:
    step = cast("Step", trail.own)
    previous = trail.previous(step)
    if step.removes or _told_death(trail, previous):
        return True
    repeated = previous is not None and previous.activity == step.activity
    return repeated and not step.activity.startswith(_REVISE)


def _told_death(trail: Trail, step: Step | None) -> bool:
    """Say if an earlier message was a death: it repeats the activity of the one before it."""
    previous = None if step is None else trail.previous(step)
    return step is not None and previous is not None and previous.activity == step.activity


def _stay(
    reading: Reading, act: _Act, encounter: Resource | None, sender: Resource | None
) -> StayFacts:
    stay = read_stay(reading, encounter, sender)
    if act.kind is MessageKind.LEAVE_NOTICE:
        stay = with_leave(reading, stay, encounter, started=act.words.startswith("start"))
    if act.kind is MessageKind.DISCHARGE_NOTICE and act.words.endswith("-home"):
        stay = structs.replace(stay, discharged_to=stay.discharged_to or _HOME)
    is_admission = act.kind is MessageKind.ADMISSION_NOTICE
    if is_admission and stay.finished and act.change is not Change.CANCELLATION:
        reading.remark(Remark.FINISHED_ADMISSION)
    if stay.setting is None:
        return structs.replace(stay, setting=act.setting())
    if act.setting() not in (None, stay.setting):
        reading.remark(Remark.SETTING_DIFFERS)
    return stay


def _focuses(reading: Reading, header: Resource, kind: str) -> list[Resource]:
    """Give what the header points at; when that is nothing, the one resource of the kind."""
    meant = (reading.bundle.meant_by(one, header) for one in nodes(header.data, "focus"))
    focuses = [resource for resource in meant if resource is not None]
    if any(focus.kind == kind for focus in focuses):
        return focuses
    of_kind = reading.bundle.of_kind(kind)
    return [*focuses, of_kind[0]] if len(of_kind) == 1 else focuses


def _notice(
    reading: Reading, parties: Parties, step: Step, kind: MessageKind, change: Change
) -> Notice:
    return Notice(
        identity=parties.identity,
        kind=kind,
        digest=reading.digest,
        change=change,
        refers_to=step.earlier,
        built_at=reading.moment(reading.bundle.root, "timestamp"),
        sent_at=step.sent_at,
        person=PersonFacts(),
        sender_name=parties.sender_name,
        recipient_name=parties.recipient_name,
    )


def _told_at(notice: Notice) -> Instant | None:
    return notice.sent_at if notice.sent_at is not None else notice.built_at


def _sender_unit(reading: Reading, letter: Resource | None, talk: Talk) -> str:
    """Give the unit that the Communication names as its sender, else who wrote."""
    if letter is None:
        return talk.author
    named = extension(letter.data, "sender-extension")
    unit = reading.meant(named, "valueReference", letter)
    if unit is None:
        return talk.author
    of_role = reading.meant(unit.data, "organization", unit)
    return text(unit.data, "name") or organisation_name(of_role) or talk.author


def _recipient(reading: Reading, letter: Resource | None, parties: Parties) -> str:
    """Give the receiving organisation, and the team or person within it where one is named."""
    named = [] if letter is None else nodes(letter.data, "recipient")
    found = (reading.bundle.meant_by(one, cast("Resource", letter)) for one in named)
    teams = (text(one.data, "name") for one in found if one is not None and one.kind == "CareTeam")
    team = next((team for team in teams if team), "")
    return " · ".join(word for word in (parties.recipient_name, team) if word)
