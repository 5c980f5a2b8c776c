"""Invents a stream of FHIR messages for the benches: many people, stays of several messages each.

Every message has its own id; a stay's messages share its stay id and come some days apart, so they
lie mixed with those of other stays. Numbers have the birth numbers that are kept for tests, and a
right check digit. The same count gives the same bytes each time.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid5

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, MessageIdentity, Notice, StayFacts
from kontaktpunkt.domain.person.check_digit import check_digit
from kontaktpunkt.domain.person.facts import (
    Address,
    NumberKind,
    PersonFacts,
    PersonNumber,
    Protection,
)
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.messages import write

_SPACE: Final = UUID("b1b86e25-2a0c-5c75-8f0e-61d4a4b3c2d1")
_GIVEN: Final = (
    "Åsa", "Birgit", "Čárrá", "Dagny", "Elmer", "Folke", "Gudrun", "Hjördis", "Inga-Lill",
    "Jörgen", "Karl-Erik", "Ljungby", "Märta", "Nils", "Örjan", "Per-Åke", "Ragnhild", "Signe",
    "Tore", "Ulla", "Viveka", "Wera", "Yngve", "Zaida", "Agda", "Bengt", "Cilla", "Doris", "Einar",
    "Fanny",
)  # fmt: skip
_FAMILY: Final = (
    "Ahlgrensson", "Björkqvister", "Ceder", "Dahlöv", "Ekbacken", "Forsvall", "Grankvister",
    "Hällmark", "Isbrandt", "Järnåker", "Kvistberg", "Lövhage", "Myrstam", "Nordanå", "Öhmark",
    "Pilfors", "Qvarnå", "Rönnvall", "Skogsäng", "Tallmo", "Uddvik", "Vassbotten", "Åkervall",
    "Ängsmo", "Strandhäll", "Bergsro", "Havsvik", "Kullaberga", "Mossö", "Timmerdal", "Vinterå",
)  # fmt: skip
_HOSPITALS: Final = ("Lidens sjukhus", "Åsens sjukhus", "Norra sjukhuset", "Vikens lasarett")
_WARDS: Final = ("Medicin 3", "Kirurgi 12", "Ortopedi 31", "Stroke", "Geriatrik 5B", "Infektion 1")
_SYSTEM: Final = "https://samverkan.region.example/fhir"
_FIRST: Final = Instant(1_767_600_000_000_000)
"""Monday 5 January 2026, 08:00 UTC."""
_DAY: Final = 24 * HOUR
_BETWEEN: Final = 2 * MINUTE
_KEPT_FOR_TESTS: Final = range(980, 1000)
_BORN_FROM, _BORN_DAYS = date(1925, 1, 1), 16_000
_MESSAGES_A_STAY: Final = 4
_STAYS_APART: Final = 60
"""A stay's next message comes after so many other stays have begun."""


def messages(count: int, begin: int = 0) -> Iterator[tuple[str, bytes]]:
    """Give so many messages, each with a file name, from number `begin` of the stream on."""
    for number in range(begin, begin + count):
        name = f"meddelande-{number:07}.json"
        yield name, write(_notice(number))


def person_name(stay: int) -> tuple[str, str]:
    """Give the given and family name of the person in a stay."""
    return _GIVEN[stay % len(_GIVEN)], _FAMILY[stay // len(_GIVEN) % len(_FAMILY)]


def person_number(stay: int) -> str:
    """Give the person's number, twelve digits; no two stays of a stream share one."""
    born = _BORN_FROM + timedelta(days=stay % _BORN_DAYS)
    serial = _KEPT_FOR_TESTS[stay // _BORN_DAYS % len(_KEPT_FOR_TESTS)]
    digits = f"{born:%y%m%d}{serial}"
    return f"{born:%Y%m%d}{serial}{check_digit(map(int, digits))}"


def _notice(number: int) -> Notice:
    """Make the message: each in turn is of a stay that began `step` × 60 stays ago."""
    turn, step = divmod(number, _MESSAGES_A_STAY)
    stay = turn - step * _STAYS_APART
    if stay < 0:
        # Before the stream is in full flow, later steps belong to stays of their own.
        stay = 1_000_000 + number
        step = 0
    sent = Instant(_FIRST + number * _BETWEEN)
    hospital = _HOSPITALS[stay % len(_HOSPITALS)]
    ward = _WARDS[stay % len(_WARDS)]
    kind, facts = _told(stay, step, sent)
    return Notice(
        identity=MessageIdentity(
            system=_SYSTEM, sender=hospital, id=str(uuid5(_SPACE, f"message {number}"))
        ),
        kind=kind,
        digest=b"",
        happened_at=sent,
        built_at=sent,
        sent_at=sent,
        person=_person(stay),
        stay=facts(hospital, ward),
        sender_name=hospital,
        sender_unit=ward,
        recipient_name="Ekeby kommun",
    )


class _Facts:
    """What a message says of the stay, its hospital and ward filled in last."""

    def __init__(self, **said: object) -> None:
        self._said = said

    def __call__(self, hospital: str, ward: str) -> StayFacts:
        phone = f"0510-85{len(ward):03}"
        return StayFacts(**self._said, hospital=hospital, ward=ward, ward_phone=phone)  # pyright: ignore[reportArgumentType]  fields by name


def _told(stay: int, step: int, sent: Instant) -> tuple[MessageKind, _Facts]:
    """Tell of one step of a stay: admission, new expected date, readiness, discharge."""
    same = {"stay_ids": (str(uuid5(_SPACE, f"stay {stay}")),), "setting": CareSetting.INPATIENT}
    match step:
        case 0:
            expected = Instant(sent + (3 + stay % 9) * _DAY)
            return MessageKind.ADMISSION_NOTICE, _Facts(
                **same,
                admitted_at=Instant(sent - 5 * HOUR),
                expected_discharge=expected,
                consent=stay % 10 != 0,
            )
        case 1:
            later = Instant(sent + (2 + stay % 5) * _DAY)
            return MessageKind.EXPECTED_DISCHARGE_NOTICE, _Facts(**same, expected_discharge=later)
        case 2:
            return MessageKind.READINESS_NOTICE, _Facts(**same, ready_at=sent)
        case _:
            return MessageKind.DISCHARGE_NOTICE, _Facts(
                **same, discharged_at=sent, discharged_to="Bostaden", finished=True
            )


def _person(stay: int) -> PersonFacts:
    given, family = person_name(stay)
    address = Address(
        lines=(f"Påhittade gatan {stay % 97 + 1}",), postal_code="99990", city="EKEBY"
    )
    number = person_number(stay)
    return PersonFacts(
        numbers=(PersonNumber(NumberKind.PERSONAL, number),),
        given_name=given,
        family_name=family,
        birth_date=date(int(number[:4]), int(number[4:6]), int(number[6:8])),
        addresses=(address,),
        protection=Protection.SECRECY_MARKING if stay % 50 == 0 else Protection.NONE,
        home_municipality="Ekeby",
    )
