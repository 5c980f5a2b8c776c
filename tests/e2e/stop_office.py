"""A contact point that a stop comes over: people in hospital, a chief who may sign, a source."""

from datetime import date, time
from pathlib import Path
from typing import Final
from uuid import UUID

from e2e.office import Office, RunningClock, a_letter
from kontaktpunkt.domain.commands import AddStaff
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant, at_local
from samples import a_number, done

CHIEF: Final = "Cecilia Chef"
PEOPLE: Final = 5
_HEAD: Final = "Personnummer\tNamn\tAvdelning\tInskriven\tBeräknad utskrivning\tUtskrivningsklar\n"


def at(clock: str, day: int = 24) -> Instant:
    """Give a time in March 2026; the 24th is a Tuesday."""
    return at_local(date(2026, 3, day), time.fromisoformat(clock))


def a_stop_office(tmp_path: Path, clock: RunningClock, profile: str = "lidkoping") -> Office:
    """Give a contact point with five people in hospital on two wards, and a chief."""
    office = Office(tmp_path / "lager", clock=clock)
    office.found(profile)
    with office.desk() as opened:
        chief = AddStaff(staff=UUID(int=0xC4), name=CHIEF, role=Role.UNIT_MANAGER, unit="Norr")
        done(opened.desk.act(chief))
        for nth in range(1, PEOPLE + 1):
            letter = an_admission(tmp_path / "förut", nth, f"Prov{nth}")
            opened.desk.take_in(letter.name, letter.read_bytes(), Carrier.FOLDER)
    return office


def an_admission(folder: Path, nth: int, given_name: str) -> Path:
    """Write the message that somebody was admitted on Monday, expected home on Thursday."""
    stay = {
        "stay_ids": (f"stay-{nth}",),
        "ward": ward_of(nth),
        "admitted_at": at("10:00", 23),
        "expected_discharge": at("11:00", 26),
    }
    return a_letter(
        folder,
        f"in-{nth}",
        nth=nth,
        given_name=given_name,
        family_name="Provsson",
        sent_at=at("12:00", 23),
        stay=stay,
    )


def ward_of(nth: int) -> str:
    """Give the ward of the nth person."""
    return f"Avd {nth % 2 + 3}"


def overview(*more: str) -> str:
    """Give the source's whole overview: the five, and others."""
    return _HEAD + "".join([*(a_row(nth) for nth in range(1, PEOPLE + 1)), *more])


def a_row(nth: int, name: str = "", ready: str = "") -> str:
    """Give the row of the nth person in the source's overview."""
    value = a_number(nth).value
    who = name or f"Provsson, Prov{nth}"
    return f"{value[:8]}-{value[8:]}\t{who}\t{ward_of(nth)}\t\t\t{ready}\n"
