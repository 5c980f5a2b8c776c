"""The access log: who saw, searched, printed or exported what, written in the same transaction."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.ports import StoreView

READ_AGAIN_AFTER: Final = 30 * MINUTE
"""One reading per user, person and half hour is one line in the log."""

FOLLOW_UP: Final = "samordning av in- och utskrivning"
"""The purpose that the program exists for; other purposes are named by whoever asks."""


def must_note_read(store: StoreView, staff: UUID | None, person: UUID, now: Instant) -> bool:
    """Say whether this reading is to be noted, or is the same reading as a moment ago."""
    last = store.last_read(staff, person)
    return last is None or now - last >= READ_AGAIN_AFTER


def note_read(room: Workroom, person: UUID, case: UUID | None) -> None:
    """Note that the active user was shown a person's card or case."""
    now = room.tools.now()
    if not must_note_read(room.store, room.actor.staff, person, now):
        return
    note(room, AccessNoted(access=AccessKind.READ, person=person, case=case))
    room.store.note_read(room.actor.staff, person, now)


def note(room: Workroom, access: AccessNoted) -> None:
    """Note an access with the user's unit and account (HSLF-FS 2016:40 4 kap. 9 §)."""
    whole = AccessNoted(
        access=access.access,
        person=access.person,
        case=access.case,
        unit=access.unit or room.actor.unit,
        purpose=access.purpose or FOLLOW_UP,
        filter=access.filter,
        count=access.count,
        os_account=room.actor.os_account,
    )
    subject = Subject(SubjectKind.ACCESS, room.tools.new_id())
    room.note(room.tools.new_id(), subject, whole)
