"""States and a ground for the tables of rules: Anna at work, a message, a case, a person."""

from typing import Any
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.decide import Ground
from kontaktpunkt.domain.events import message as on_message
from kontaktpunkt.domain.events import office as on_office
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
    person_subject,
)
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.domain.states import (
    CaseState,
    DocumentationItem,
    MessageStage,
    MessageState,
    PersonState,
    SheetState,
    StaffState,
    StepState,
)
from kontaktpunkt.domain.times import MINUTE, Instant

R = RefusalReason
NOW = Instant(1_774_338_000_000_000)
SOON, FAR = Instant(NOW + 5 * MINUTE), Instant(NOW + 5 * MINUTE + 1)
M, CASE, OTHER_CASE, P, OTHER_P = (UUID(int=n) for n in range(1, 6))
ANNA, BO, ITEM, SHEET, NOBODY = (UUID(int=n) for n in range(11, 16))
WRONG = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
RIGHT = PersonNumber(NumberKind.PERSONAL, "189001029801")
TO_BO, TO_UNIT, TO_ROLE = Receiver(staff=BO), Receiver(unit="Norr"), Receiver(role=Role.CASEWORKER)

TAKEN_IN = on_message.MessageTakenIn(
    identity=MessageIdentity("SAMSA", "sjukhuset", "m1"),
    message_kind=MessageKind.ADMISSION_NOTICE,
    carrier=Carrier.FILE,
    case=CASE,
    person=P,
)
ASIDE = on_message.MessageSetAside(
    reason=SetAsideReason.NOT_JSON, carrier=Carrier.FILE, original="ab"
)
OPEN = MessageState(taken_in=TAKEN_IN, case=CASE, person=P)
MINE = replace(OPEN, owner=ANNA)
DONE = replace(MINE, stage=MessageStage.DONE, done_by=BO)
SET_ASIDE = MessageState(set_aside=ASIDE)
FROZEN = replace(OPEN, frozen=True)
VOIDED = replace(OPEN, voided=True, stage=MessageStage.DONE)
FREE_CASE = CaseState(person=P)
BOS_CASE = replace(FREE_CASE, responsible=BO)
TICKED = replace(FREE_CASE, steps=(StepState("larm", True, BO, NOW),))  # noqa: FBT003  a plain record
ITEMS = replace(FREE_CASE, documentation=(DocumentationItem(ITEM, "SAMSA", "text", NOW),))
KNOWN = PersonState(numbers=(WRONG,), given_name="Prov")


def a_ground(
    message: MessageState | None = OPEN, case: CaseState | None = FREE_CASE, **more: Any
) -> Ground:
    """Give what a decision stands on: Anna, a message, its case, a person; None leaves one out."""
    states: dict[Subject, Any] = {
        message_subject(M): message,
        case_subject(CASE): case,
        person_subject(P): more.pop("person", KNOWN),
        Subject(SubjectKind.STAFF, BO): StaffState(name="Bo"),
        Subject(SubjectKind.SHEET, SHEET): more.pop("sheet", None),
    }
    return Ground(
        now=NOW,
        me=more.pop("me", ANNA),
        states={subject: state for subject, state in states.items() if state is not None},
        steps=frozenset({"larm", "nyckel"}),
    )


ISSUED = SheetState(
    issued=on_office.SheetIssued(
        form="R2",
        form_version="1",
        number="001000017",
        direction=on_office.SheetDirection.OWN_USE,
        medium=on_office.SheetMedium.PRINTED,
    )
)
