"""Somebody with protected identity: who may see her, who may not, and what the log says."""

from pathlib import Path
from uuid import UUID

import pytest

from e2e.office import ANNA, BO, Office, a_letter
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from samples import a_number, a_person

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

NAME = "Hemming"
ADDRESS = "Hittepågatan"


def test_who_sees_a_protected_person(at_work: Workstation, office: Office, tmp_path: Path) -> None:
    """Her name is seen by the one who took the message, and by nobody else."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(office.opening())
    person = a_person(
        6, given_name="Ylva", family_name=NAME, protection=Protection.PROTECTED_REGISTRATION
    )
    anna.drop([a_letter(tmp_path / "in", "skyddad", person=person)])
    assert NAME not in anna.reads(anna.window)
    anna.press("T")
    assert f"Ylva {NAME}" in anna.reads()
    assert ADDRESS not in anna.reads()
    anna.shot("for-den-som-har-arendet")

    anna.choose_from_menu(anna.window.top_line.user, BO)
    assert anna.said == f"Nu arbetar {BO} här"
    _bo_sees_nothing(anna, rooms)
    anna.close()
    _the_log_knows(office)


def _bo_sees_nothing(bo: Workstation, rooms: Rooms) -> None:
    (row,) = rooms.inbox_rows()
    assert "Skyddad identitet" in row
    bo.shot("for-en-kollega")
    _tells_nothing(bo)
    bo.press("Return")
    assert bo.top is rooms.case
    bo.shot("arendet-for-en-kollega")
    _tells_nothing(bo)

    for words in (NAME, a_number(6).value):
        bo.press("Ctrl+K")
        bo.type(words)
        found = rows_of(bo.window.palette_panel.list)
        assert not any(NAME in each or "Avd 3" in each for each in found), found
        bo.press("Esc")


def _tells_nothing(bo: Workstation) -> None:
    read = bo.reads(bo.window)
    for secret in (NAME, ADDRESS, a_number(6).value[-4:], "070-000"):
        assert secret not in read, secret


def _the_log_knows(office: Office) -> None:
    with office.desk(ANNA) as opened, opened.store.reading() as store:
        noted = [
            (event.envelope.by, event.body)
            for subject in store.subjects(SubjectKind.ACCESS)
            for event in store.events_of(subject)
        ]
        names = {row.staff: row.name for row in store.staff_rows()}
    reads = [
        names[by]
        for by, body in noted
        if isinstance(by, UUID) and isinstance(body, AccessNoted) and body.access is AccessKind.READ
    ]
    assert ANNA in reads
    assert reads.count(ANNA) == 1, "one reading per half hour is one line"
