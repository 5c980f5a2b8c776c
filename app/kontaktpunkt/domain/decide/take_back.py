"""Rules for taking back an act (ångra)."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.decide.ground import Decision, Happening, refuse
from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.events.message import (
    MessageReopened,
    MessageSetAside,
    MessageTaken,
    MessageTakenIn,
)
from kontaktpunkt.domain.events.office import (
    AccessNoted,
    RecoverySheetPrinted,
    SheetIssued,
    StaffAdded,
    StoreFounded,
)
from kontaktpunkt.domain.events.outage import OutageDeclared, OutageSheetGiven
from kontaktpunkt.domain.events.packet import PacketMade
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.events.sheet import (
    SheetFoundAgain,
    SheetNotOnPaper,
    SheetPrintedAgain,
    SheetTwinMatched,
)
from kontaktpunkt.domain.ledger.body import Body, Erased, Unknown
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.times import Instant

_NEVER: Final = (
    AccessNoted,
    ActTakenBack,
    ContingencyUsed,
    MessageSetAside,
    OutageDeclared,
    OutageSheetGiven,
    PacketMade,
    RecoverySheetPrinted,
    SheetIssued,
    SheetNotOnPaper,
    SheetPrintedAgain,
    StaffAdded,
    StoreFounded,
    Erased,
    Unknown,
)
"""Prints, exports and erasures are corrected, never undone; what came from outside stays.

A wrong stop is withdrawn with a reason: papers may have been given out in it.
"""


_OF_A_MATCH: Final = (SheetTwinMatched, SheetFoundAgain, MessageTaken, MessageReopened)
"""What the act that joins a paper and a message may hold."""


def can_be_taken_back(body: Body | Erased | Unknown) -> bool:
    """Say whether an act with this in it can be undone; entry by hand can, what came in cannot."""
    if isinstance(body, MessageTakenIn):
        return body.carrier in (Carrier.HAND, Carrier.PASTED, Carrier.TRANSCRIPT)
    return not isinstance(body, _NEVER)


def decide_take_back(
    act: Sequence[Event], me: UUID | None, now: Instant, *, already: bool
) -> Decision:
    """Take back an act of mine: one event on each subject that it changed.

    That a message and a paper are one may be taken back by anybody: who said so may be at home.
    """
    if not act:
        return refuse(RefusalReason.NOTHING_TO_TAKE_BACK)
    if already:
        return refuse(RefusalReason.ALREADY_TAKEN_BACK)
    joins = any(isinstance(event.body, SheetTwinMatched) for event in act)
    anybodys = joins and all(isinstance(event.body, _OF_A_MATCH) for event in act)
    mine = all(event.envelope.by == me for event in act)
    if me is None or not (mine or anybodys):
        return refuse(RefusalReason.ANOTHERS_ACT)
    if not all(can_be_taken_back(event.body) for event in act):
        return refuse(RefusalReason.CANNOT_TAKE_BACK)
    taken = ActTakenBack(act=act[0].envelope.act_id)
    subjects = dict.fromkeys(event.envelope.subject for event in act)
    return tuple(Happening(subject, taken, now) for subject in subjects)
