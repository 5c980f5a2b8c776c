"""Rows as Hypothesis draws them: few persons, units and words, so that much of it meets."""

from datetime import date
from uuid import UUID

from hypothesis import strategies as st

from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import CaseRow, InboxQuery, InboxRow, InboxView, Mark

_IDS = [UUID(int=number << 64 | number) for number in range(1, 13)]
_STAFF = _IDS[:3]
_UNITS = ["", "Hemvård Norr", "Säbo Åsen"]
_NAMES = ["Åsa Öberg", "Asa Oberg", "Bo Ek", "Anna-Lena Far", "Per Fårén", "Łukasz Nowak", ""]
_WARDS = ["", "Avd 3B", "Avd. 31 geriatrik", "Akutmottagningen"]
_PHONES = ["", "0510-77 12 34", "+46 500 43 10 00"]
_NUMBERS = [
    None,
    PersonNumber(NumberKind.PERSONAL, "198503122384"),
    PersonNumber(NumberKind.PERSONAL, "191212121212"),
    PersonNumber(NumberKind.LOCAL_RESERVE, "19850312TF12", "vgr"),
]

ids = st.sampled_from(_IDS)
instants = st.integers(0, 6).map(Instant)
maybe_instants = st.none() | instants
protections = st.sampled_from([Protection.NONE, Protection.NONE, Protection.SECRECY_MARKING])
receivers = st.none() | st.builds(
    Receiver, staff=st.none() | st.sampled_from(_STAFF), unit=st.sampled_from(_UNITS)
)

inbox_rows = st.builds(
    InboxRow,
    message=ids,
    case=st.none() | ids,
    kind=st.sampled_from([None, *MessageKind]),
    set_aside=st.sampled_from([None, None, SetAsideReason.NOT_JSON]),
    name=st.sampled_from(_NAMES),
    number=st.sampled_from(_NUMBERS),
    birth_date=st.sampled_from([None, date(1985, 3, 12)]),
    protection=protections,
    hospital=st.sampled_from(["", "SkaS Skövde"]),
    ward=st.sampled_from(_WARDS),
    ward_phone=st.sampled_from(_PHONES),
    received_at=instants,
    due_at=maybe_instants,
    priority=st.integers(0, 2),
    unit=st.sampled_from(_UNITS),
    owner=st.none() | st.sampled_from(_STAFF),
    receiver=receivers,
    stage=st.sampled_from(MessageStage),
    marks=st.sampled_from([(), (Mark.PROTECTED, Mark.CORRECTED)]),
    done_at=maybe_instants,
)

case_rows = st.builds(
    CaseRow,
    case=ids,
    person=st.none() | ids,
    is_open=st.booleans(),
    in_hospital=st.booleans(),
    name=st.sampled_from(_NAMES),
    number=st.sampled_from(_NUMBERS),
    protection=protections,
    hospital=st.sampled_from(["", "SkaS Skövde"]),
    ward=st.sampled_from(_WARDS),
    ward_phone=st.sampled_from(_PHONES),
    admitted_at=maybe_instants,
    unit=st.sampled_from(_UNITS),
    opened_at=instants.map(lambda at: Instant(at * 1000)),
)

typed = st.sampled_from(
    [
        *("", " ", "-", '"', "*", "AND OR NOT", "words:a"),
        *("a", "bo", "3b", "avd", "avd 3", "åsa", "asa", "aSA ÖB", "far", "får", "lena"),
        *("anna-lena", "lukasz", "skövde", "skovde", "norr", "åsen", "asen", "geriatrik", "riatr"),
        *("850312", "850312-2384", "19850312 2384", "2384", "tf12", "19850312-TF12"),
        *("0510-771234", "+46510771234", "0500 43 10 00"),
    ]
)

queries = st.builds(
    InboxQuery,
    view=st.sampled_from(InboxView),
    staff=st.none() | st.sampled_from(_STAFF),
    unit=st.sampled_from(_UNITS),
    since=instants,
    text=st.one_of(st.just(""), typed),
)
