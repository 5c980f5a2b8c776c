"""Invented messages of every kind, as notices; run as a script it writes them to tests/data."""

from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import json, structs

from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.notice import (
    Attachment,
    CareSetting,
    Conversation,
    MessageIdentity,
    Notice,
    StayFacts,
    SummonsFacts,
)
from kontaktpunkt.domain.person.facts import (
    Address,
    NumberKind,
    PersonFacts,
    PersonNumber,
    Protection,
    Sex,
)
from kontaktpunkt.domain.times import MINUTE, Instant, to_instant
from kontaktpunkt.messages import write

FOLDER = Path(__file__).resolve().parents[2] / "data" / "messages"

_SYSTEM = "https://samverkan.region.example/fhir"
_WARD = "SE2321009999-E00000000A101"
_HOSPITAL = "Lidens sjukhus"
_STAY = "6d9c1c52-6a3e-4f0e-9a55-0c5b8a2f7d10"


def at(day: int, clock: str) -> Instant:
    """Give a time in March 2026, in UTC (Sweden is one hour ahead until the 29th)."""
    hour, minute = clock.split(":")
    return to_instant(datetime(2026, 3, day, int(hour), int(minute), tzinfo=UTC))


BIRGIT = PersonFacts(
    numbers=(PersonNumber(NumberKind.PERSONAL, "193405129804"),),
    given_name="Birgit Maria",
    family_name="Exempelsson",
    birth_date=date(1934, 5, 12),
    sex=Sex.WOMAN,
    addresses=(
        Address(
            lines=("Påhittade gatan 4 lgh 1102",),
            postal_code="53140",
            city="EKEBY",
            kind="folkbokföringsadress",
        ),
    ),
    phone="0510-000 01",
    home_municipality="Ekeby",
)
PROTECTED = PersonFacts(
    numbers=(PersonNumber(NumberKind.PERSONAL, "195206309840"),),
    given_name="Skyddad",
    family_name="Uppgift",
    birth_date=date(1952, 6, 30),
    sex=Sex.WOMAN,
    addresses=(
        Address(
            lines=("Förmedlingsuppdrag", "Box 2820"),
            postal_code="40320",
            city="GÖTEBORG",
            kind="särskild postadress",
        ),
    ),
    protection=Protection.PROTECTED_REGISTRATION,
)
UNKNOWN = PersonFacts(
    numbers=(PersonNumber(NumberKind.NATIONAL_RESERVE, "98240301AA06"),),
    family_name="Okänd man",
    sex=Sex.MAN,
)
STAY = StayFacts(
    stay_ids=(_STAY,),
    setting=CareSetting.INPATIENT,
    admitted_at=at(9, "14:20"),
    hospital=_HOSPITAL,
    ward="Medicinavdelning 3",
    ward_phone="0510-000 03",
)


def _notice(kind: MessageKind, number: int, sent: Instant, **more: object) -> Notice:
    plain = Notice(
        identity=MessageIdentity(_SYSTEM, _WARD, f"2026-03-{number:04d}"),
        kind=kind,
        digest=b"",
        built_at=Instant(sent - 2_000_000),
        sent_at=sent,
        person=BIRGIT,
        stay=STAY,
        sender_name="Medicinavdelning 3, Lidens sjukhus",
        recipient_name="Ekeby kommun, kontaktpunkt",
    )
    return structs.replace(plain, **more)


def _stay(**more: object) -> StayFacts:
    return structs.replace(STAY, **more)


_ADMISSION = _notice(
    MessageKind.ADMISSION_NOTICE,
    1,
    at(9, "15:05"),
    happened_at=at(9, "14:20"),
    stay=_stay(expected_discharge=at(13, "10:00"), track="Rött spår", consent=True),
    conversation=Conversation(text="Inkommer efter fall i hemmet. Bedöms behöva stöd hemma."),
)
_READINESS = _notice(
    MessageKind.READINESS_NOTICE,
    4,
    at(12, "10:58"),
    happened_at=at(12, "10:40"),
    stay=_stay(ready_at=at(12, "10:40")),
)
_DISCHARGE = _notice(
    MessageKind.DISCHARGE_NOTICE,
    8,
    at(13, "10:10"),
    happened_at=at(13, "10:00"),
    stay=_stay(discharged_at=at(13, "10:00"), discharged_to="hemmet", finished=True),
)
_LEAVE = _notice(
    MessageKind.LEAVE_NOTICE,
    5,
    at(11, "09:02"),
    happened_at=at(11, "09:00"),
    stay=_stay(leave_started=True, leave_at=at(11, "09:00")),
)
_LETTER = _notice(
    MessageKind.ADMINISTRATIVE_MESSAGE,
    9,
    at(10, "08:12"),
    refers_to=("2026-03-0007",),
    conversation=Conversation(
        thread="a0b5c7a2-88a6-4a39-9a3c-1f6f3b1c9d01",
        subject_line="Nycklar",
        category="Samordning",
        text="Har ni nyckel till bostaden?\nDottern är bortrest till fredag.",
        earlier_text="2026-03-09 16:00, Undersköterskan\nVi letar efter nyckeln.",
        attachments=(Attachment("Nyckelkvitto", "application/pdf", 48_213),),
    ),
)

NOTICES: dict[str, Notice] = {
    "inskrivning": _ADMISSION,
    "inskrivning-rattad": structs.replace(
        _ADMISSION,
        identity=MessageIdentity(_SYSTEM, _WARD, "2026-03-0002"),
        change=Change.CORRECTION,
        refers_to=("2026-03-0001",),
        sent_at=at(9, "15:40"),
        happened_at=at(9, "13:50"),
        stay=structs.replace(_ADMISSION.stay, admitted_at=at(9, "13:50")),
    ),
    "inskrivning-makulerad": structs.replace(
        _ADMISSION,
        identity=MessageIdentity(_SYSTEM, _WARD, "2026-03-0003"),
        change=Change.CANCELLATION,
        refers_to=("2026-03-0001",),
        sent_at=at(9, "16:00"),
    ),
    "inskrivning-skyddad": _notice(
        MessageKind.ADMISSION_NOTICE,
        20,
        at(10, "07:10"),
        happened_at=at(9, "14:20"),
        person=PROTECTED,
        stay=_stay(stay_ids=("0c1c6b43-53d4-4c4b-8a3b-3a1d7a3f2b11",)),
    ),
    "inskrivning-reservnummer": _notice(
        MessageKind.ADMISSION_NOTICE,
        21,
        at(10, "07:12"),
        happened_at=at(9, "14:20"),
        person=UNKNOWN,
        stay=_stay(stay_ids=("2f5ff3a1-8c44-46f9-b0b2-0f4cf4e0d212",)),
    ),
    "andrad-berakning": _notice(
        MessageKind.EXPECTED_DISCHARGE_NOTICE,
        6,
        at(11, "12:30"),
        happened_at=at(11, "12:25"),
        stay=_stay(expected_discharge=at(16, "09:00")),
    ),
    "permission-start": _LEAVE,
    "permission-slut": structs.replace(
        _LEAVE,
        identity=MessageIdentity(_SYSTEM, _WARD, "2026-03-0010"),
        refers_to=("2026-03-0005",),
        sent_at=at(11, "18:01"),
        happened_at=at(11, "18:00"),
        stay=_stay(leave_started=False, leave_at=at(11, "18:00")),
    ),
    "kallelse-sip": _notice(
        MessageKind.PLAN_SUMMONS,
        7,
        at(12, "13:00"),
        happened_at=at(12, "13:00"),
        summons=SummonsFacts(
            meeting_at=at(13, "08:30"),
            form="videomöte",
            place="Samtalsrum 2",
            participants=("Fast vårdkontakt, Ekeby vårdcentral", "Biståndshandläggare"),
        ),
    ),
    "utskrivningsklar": _READINESS,
    "utskrivningsklar-rattad": structs.replace(
        _READINESS,
        identity=MessageIdentity(_SYSTEM, _WARD, "2026-03-0011"),
        change=Change.CORRECTION,
        refers_to=("2026-03-0004",),
        sent_at=at(12, "11:20"),
    ),
    "utskrivningsklar-atertagen": _notice(
        MessageKind.READINESS_WITHDRAWN_NOTICE,
        12,
        at(12, "20:15"),
        happened_at=at(12, "20:00"),
        refers_to=("2026-03-0004",),
        conversation=Conversation(text="Feber under kvällen, åter under behandling."),
    ),
    "utskrivning": _DISCHARGE,
    "utskrivning-makulerad": structs.replace(
        _DISCHARGE,
        identity=MessageIdentity(_SYSTEM, _WARD, "2026-03-0013"),
        change=Change.CANCELLATION,
        refers_to=("2026-03-0008",),
        sent_at=at(13, "10:30"),
    ),
    "utskrivningsinformation": _notice(
        MessageKind.DISCHARGE_INFORMATION,
        14,
        at(13, "10:20"),
        happened_at=at(13, "10:18"),
        conversation=Conversation(
            subject_line="Information vid utskrivning",
            text="Nya läkemedel är insatta. Se bifogad lista.",
            attachments=(Attachment("Läkemedelslista", "application/pdf", 102_400),),
        ),
    ),
    "avliden": _notice(
        MessageKind.DEATH_NOTICE,
        15,
        at(14, "05:30"),
        happened_at=at(14, "04:10"),
        person=structs.replace(BIRGIT, deceased=True),
        stay=_stay(discharged_at=at(14, "04:10"), finished=True),
    ),
    "meddelande": _LETTER,
    "akut-23h": _notice(
        MessageKind.EMERGENCY_STAY_NOTICE,
        16,
        at(9, "14:30"),
        happened_at=at(9, "14:20"),
        stay=_stay(setting=CareSetting.EMERGENCY, ward="Akutmottagningen", stay_ids=("17|A",)),
    ),
    "vardbegaran-forberedd": _notice(
        MessageKind.CARE_REQUEST_OUT,
        17,
        at(9, "12:00"),
        stay=StayFacts(),
        conversation=Conversation(category="förberedd", text="Kan behöva åka in i natt."),
        sender_name="Ekeby kommun, hemsjukvården",
        recipient_name="Akutmottagningen, Lidens sjukhus",
    ),
    "vardbegaran": _notice(
        MessageKind.CARE_REQUEST_OUT,
        18,
        at(9, "13:00"),
        stay=StayFacts(),
        conversation=Conversation(text="Åker in med ambulans. Andfådd sedan i natt."),
        sender_name="Ekeby kommun, hemsjukvården",
        recipient_name="Akutmottagningen, Lidens sjukhus",
    ),
    "vardbegaran-kommunal-primarvard": _notice(
        MessageKind.PRIMARY_CARE_REQUEST,
        19,
        at(10, "09:45"),
        happened_at=at(10, "09:40"),
        stay=StayFacts(),
        conversation=Conversation(text="Omläggning av bensår två gånger i veckan."),
        sender_name="Ekeby vårdcentral",
    ),
    "kvittens": _notice(
        MessageKind.ACKNOWLEDGEMENT,
        22,
        Instant(at(9, "13:00") + MINUTE),
        refers_to=("2026-03-0018",),
        happened_at=at(9, "13:00"),
        person=PersonFacts(),
        stay=StayFacts(),
        conversation=Conversation(category="ok"),
    ),
}


def pretty(notice: Notice) -> bytes:
    """Give the message as its file holds it: two blanks of indent, to be read by people."""
    return json.format(write(notice), indent=2) + b"\n"


if __name__ == "__main__":
    for name, notice in NOTICES.items():
        (FOLDER / f"{name}.json").write_bytes(pretty(notice))
