"""The rules of taking back (ångra): my own act, once, and never what has left the house."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.decide.take_back import can_be_taken_back, decide_take_back
from kontaktpunkt.domain.events.case import CaseTaken, NoteAdded
from kontaktpunkt.domain.events.message import MessageSetAside, MessageTaken, MessageTakenIn
from kontaktpunkt.domain.events.office import (
    RecoverySheetPrinted,
    SheetDirection,
    SheetIssued,
    SheetMedium,
)
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.body import Body, Erased, Unknown
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import case_subject, message_subject
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from rule_states import ANNA, BO, CASE, NOW, M
from stories import event_of

R = RefusalReason
_ACT = UUID(int=40)
_TAKEN = event_of(1, message_subject(M), MessageTaken(staff=ANNA), by=ANNA, act_id=_ACT)
_CASE_TOO = event_of(2, case_subject(CASE), CaseTaken(staff=ANNA), by=ANNA, act_id=_ACT)
_NOTED = event_of(3, case_subject(CASE), NoteAdded(text="Ringde"), by=ANNA, act_id=_ACT)
_BOS = event_of(4, case_subject(CASE), NoteAdded(text="Ringde"), by=BO, act_id=_ACT)
_PRINTED = event_of(5, case_subject(CASE), RecoverySheetPrinted(), by=ANNA, act_id=_ACT)


def _taken_in(carrier: Carrier) -> MessageTakenIn:
    return MessageTakenIn(
        identity=MessageIdentity("SAMSA", "sjukhuset", "m1"),
        message_kind=MessageKind.ADMISSION_NOTICE,
        carrier=carrier,
    )


def test_an_act_is_taken_back_on_each_subject_that_it_changed_once() -> None:
    """Ta took the message and the case: Ångra lets go of both, and notes it once on each."""
    decision = decide_take_back([_TAKEN, _CASE_TOO, _NOTED], ANNA, NOW, already=False)

    assert not isinstance(decision, Refused)
    assert [(one.subject, one.body, one.at) for one in decision] == [
        (message_subject(M), ActTakenBack(act=_ACT), NOW),
        (case_subject(CASE), ActTakenBack(act=_ACT), NOW),
    ]


@pytest.mark.parametrize(
    ("act", "me", "already", "reason"),
    [
        ([], ANNA, False, R.NOTHING_TO_TAKE_BACK),
        ([_TAKEN], ANNA, True, R.ALREADY_TAKEN_BACK),
        ([_BOS], ANNA, False, R.ANOTHERS_ACT),
        ([_TAKEN, _BOS], ANNA, False, R.ANOTHERS_ACT),
        ([_TAKEN], None, False, R.ANOTHERS_ACT),
        ([_NOTED, _PRINTED], ANNA, False, R.CANNOT_TAKE_BACK),
    ],
)
def test_what_is_not_mine_or_not_to_be_undone_stays(
    act: list[Event],
    me: UUID | None,
    already: bool,  # noqa: FBT001  a column of the table
    reason: RefusalReason,
) -> None:
    """A colleague's act, one taken back already, and one with a print in it all stay."""
    decision = decide_take_back(act, me, NOW, already=already)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


@pytest.mark.parametrize(
    ("body", "can"),
    [
        (NoteAdded(text="Ringde"), True),
        (_taken_in(Carrier.HAND), True),
        (_taken_in(Carrier.PASTED), True),
        (_taken_in(Carrier.TRANSCRIPT), True),
        (_taken_in(Carrier.FILE), False),
        (
            MessageSetAside(reason=SetAsideReason.NOT_JSON, carrier=Carrier.FILE, original="ab"),
            False,
        ),
        (
            SheetIssued(
                form="R2",
                form_version="1",
                number="001000017",
                direction=SheetDirection.OWN_USE,
                medium=SheetMedium.PRINTED,
            ),
            False,
        ),
        (ActTakenBack(act=_ACT), False),
        (Erased(), False),
        (Unknown(raw=b"{}"), False),
    ],
)
def test_what_we_wrote_can_be_undone_and_what_came_or_went_out_cannot(
    body: Body | Erased | Unknown,
    can: bool,  # noqa: FBT001  a column of the table
) -> None:
    """What somebody typed can be undone; what the hospital sent and what is on paper stays."""
    assert can_be_taken_back(body) is can
