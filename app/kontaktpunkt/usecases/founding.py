"""The first acts of a store: which municipality and profile, and who works here."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.decide import Happening
from kontaktpunkt.domain.events.office import StaffAdded, StoreFounded
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.usecases.acting import POLICY
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom


class Founding(Struct, frozen=True, kw_only=True):
    """What is asked when somebody begins: municipality, profile, and the first user."""

    municipality: str
    profile: str
    name: str
    role: Role
    unit: str = ""
    demo: bool = False


def found(room: Workroom, founding: Founding) -> UUID:
    """Write down what the store is for and who began; gives the first user's id."""
    staff = room.tools.new_id()
    first = StoreFounded(
        municipality=founding.municipality, profile=founding.profile, demo=founding.demo
    )
    somebody = StaffAdded(name=founding.name, role=founding.role, unit=founding.unit)
    now = room.tools.now()
    room.perform(
        room.tools.new_id(),
        (
            Happening(POLICY, first, now),
            Happening(Subject(SubjectKind.STAFF, staff), somebody, now),
        ),
    )
    renew(room)
    return staff
