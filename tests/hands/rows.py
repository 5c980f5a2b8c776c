"""Invented rows for driving screens: a morning at a contact point, without any real person."""

from collections.abc import Iterator
from datetime import date, time
from itertools import cycle
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.person.check_digit import check_digit
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant, at_local
from kontaktpunkt.usecases.rows import CaseRow, DueReason, InboxRow, Mark, StaffRow

NOW = at_local(date(2026, 3, 3), time(8, 40))
ANNA = StaffRow(staff=UUID(int=1), name="Anna Alm", role=Role.CONTACT_POINT, unit="Kontaktpunkten")
BO = StaffRow(staff=UUID(int=2), name="Bo Berg", role=Role.CASEWORKER, unit="Myndighet")
CILLA = StaffRow(
    staff=UUID(int=3), name="Cilla Åström", role=Role.UNIT_MANAGER, unit="Hemtjänst Norr"
)
STAFF = (ANNA, BO, CILLA)
LONG_NAME = "Maria Magdalena Wilhelmina Öhrström-Gyllenspetz af Ängelholm"

_GIVEN = ("Karin", "Lars", "Birgitta", "Sven", "Åsa", "Göran", "Ulla", "Nils", "Märta", "Erik")
_FAMILY = ("Övergaard", "Lindqvist", "Åhlund", "Sandberg", "Ek", "Nyström", "Häll", "Forsman")
_WARDS = (
    ("Skaraborgs sjukhus Lidköping", "Avd 3 medicin", "0510-850 30"),
    ("Skaraborgs sjukhus Skövde", "Avd 51 ortopedi", "0500-43 51 00"),
    ("Södra Älvsborgs sjukhus", "Stroke", "033-616 10 00"),
)
_UNITS = ("Hemtjänst Norr", "Vipans äldreboende", "", "Hemtjänst Centrum", "Utförare Solsidan")
_KINDS = (
    MessageKind.ADMISSION_NOTICE,
    MessageKind.READINESS_NOTICE,
    MessageKind.EXPECTED_DISCHARGE_NOTICE,
    MessageKind.ADMINISTRATIVE_MESSAGE,
    MessageKind.PLAN_SUMMONS,
    MessageKind.DISCHARGE_NOTICE,
    MessageKind.LEAVE_NOTICE,
    MessageKind.DISCHARGE_INFORMATION,
)


def a_number(born: date, serial: int) -> PersonNumber:
    """Make a number with a valid check digit, from the serials that are kept for tests."""
    nine = f"{born:%y%m%d}{980 + serial % 20:03d}"
    return PersonNumber(
        NumberKind.PERSONAL, f"{born:%Y%m%d}{nine[6:]}{check_digit(map(int, nine))}"
    )


def a_row(place: int, **changes: object) -> InboxRow:
    """Make an open, untaken message; what is given replaces what is invented."""
    born = date(1932 + place % 30, 1 + place % 12, 1 + place % 28)
    hospital, ward, phone = _WARDS[place % 3]
    row = InboxRow(
        message=UUID(int=1000 + place),
        case=UUID(int=500_000 + place),
        person=UUID(int=900_000 + place),
        kind=_KINDS[place % len(_KINDS)],
        name=f"{_GIVEN[place % 10]} {_FAMILY[place % 8]}",
        number=a_number(born, place),
        birth_date=born,
        hospital=hospital,
        ward=ward,
        ward_phone=phone,
        received_at=Instant(NOW - (10 + place * 7) * MINUTE),
        sent_at=Instant(NOW - (12 + place * 7) * MINUTE),
        unit=_UNITS[place % 5],
        marks=(Mark.NOT_ACKNOWLEDGED,),
    )
    return replace(row, **changes)


def a_morning(count: int = 60) -> tuple[InboxRow, ...]:
    """Make rows in the order of the inbox: 23-timmars, late, protected, taken and so on."""
    return tuple(row for row, _ in zip(_rows(), range(count), strict=False))


def _rows() -> Iterator[InboxRow]:
    late = Instant(NOW - 25 * MINUTE)
    soon = Instant(NOW + 5 * MINUTE)
    yield a_row(
        0,
        kind=MessageKind.EMERGENCY_STAY_NOTICE,
        due_at=soon,
        due_reason=DueReason.UNTAKEN,
        priority=0,
        hospital="Södra Älvsborgs sjukhus",
        ward="Akutmottagningen",
    )
    yield a_row(1, due_at=late, due_reason=DueReason.UNTAKEN, track="Grön")
    yield a_row(2, due_at=late, due_reason=DueReason.UNTAKEN)
    yield a_row(
        3,
        protection=Protection.PROTECTED_REGISTRATION,
        masked=True,
        name="",
        number=None,
        birth_date=None,
        marks=(Mark.PROTECTED, Mark.NOT_ACKNOWLEDGED),
    )
    yield a_row(4, change=Change.CORRECTION, marks=(Mark.CHANGES_EARLIER, Mark.NOT_ACKNOWLEDGED))
    yield a_row(5, owner=ANNA.staff, owner_name=ANNA.name, acknowledged_at=NOW, marks=())
    yield a_row(
        6,
        kind=None,
        set_aside=SetAsideReason.UNKNOWN_KIND,
        case=None,
        person=None,
        name="",
        number=None,
        birth_date=None,
        hospital="",
        ward="",
        file_name="brev-avd3-20260303.json",
        marks=(Mark.SET_ASIDE,),
    )
    yield a_row(7, owner=BO.staff, owner_name=BO.name, marks=(Mark.NOT_ACKNOWLEDGED,))
    yield a_row(8, name=LONG_NAME, unit="Hemtjänst Centrum och Skogslund, ytterområden och natt")
    for place, owner in zip(_count(9), cycle((None, ANNA, None, BO, CILLA)), strict=False):
        due = Instant(NOW + place * HOUR)
        row = a_row(place, due_at=due, due_reason=DueReason.UNTAKEN)
        if owner is not None:
            row = replace(row, owner=owner.staff, owner_name=owner.name, due_at=None)
        yield row


def _count(start: int) -> Iterator[int]:
    while True:
        yield start
        start += 1


def a_case(row: InboxRow) -> CaseRow:
    """Make the case that a message belongs to."""
    assert row.case is not None, "only a message that was taken in has a case"
    emergency = row.kind is MessageKind.EMERGENCY_STAY_NOTICE
    return CaseRow(
        case=row.case,
        person=row.person,
        case_kind=CaseKind.EMERGENCY_STAY if emergency else CaseKind.INPATIENT,
        name=row.name,
        number=row.number,
        birth_date=row.birth_date,
        protection=row.protection,
        masked=row.masked,
        hospital=row.hospital,
        ward=row.ward,
        ward_phone=row.ward_phone,
        admitted_at=Instant(row.received_at - 30 * HOUR),
        expected_discharge=Instant(NOW + 20 * HOUR),
        ready_sent_at=row.sent_at if row.kind is MessageKind.READINESS_NOTICE else None,
        unit=row.unit,
        responsible=row.owner,
        responsible_name=row.owner_name,
        opened_at=row.received_at,
        latest_at=row.received_at,
    )
