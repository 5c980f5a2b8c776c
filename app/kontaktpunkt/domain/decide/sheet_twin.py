"""The rule for saying that an electronic message is the same as the one from a paper."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import MatchSheetTwin
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.decide.sheet import open_sheet
from kontaktpunkt.domain.events.message import MessageReopened, MessageTaken, MessageTakenIn
from kontaktpunkt.domain.events.sheet import SheetFoundAgain, SheetTwinMatched
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
)
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import MessageStage, MessageState, SheetStage, SheetState


def match_twin(ground: Ground, wish: MatchSheetTwin) -> Decision:
    """Make the two one: it stands on the paper, on both messages and on their cases.

    The paper is found again in the same act, once each message that was made of it has its own.
    Of one that was entered at two desks apart all that it became is one with the message.
    Who had taken the one from the paper has the other then, which is to be done while the paper is.
    """
    sheet, taken = _paper(ground, wish.sheet), _electronic(ground, wish.message)
    if isinstance(sheet, Refused):
        return sheet
    if isinstance(taken, Refused):
        return taken
    left = unmatched(ground, sheet)
    of_kind = [one for one in left if left[one].message_kind is taken.message_kind]
    if not of_kind or sheet.issued is None:
        return refuse(_why_none(ground, sheet, taken))
    found = _found_again(ground, wish.sheet) if len(left) == len(of_kind) else ()
    matches = (
        SheetTwinMatched(
            sheet=wish.sheet,
            number=sheet.issued.number,
            message=wish.message,
            paper=paper,
            told_at=left[paper].sent_at,
        )
        for paper in of_kind
    )
    return (
        *(
            Happening(each, body, ground.now)
            for body in matches
            for each in _subjects(ground, wish, body.paper)
        ),
        *(Happening(Subject(SubjectKind.SHEET, wish.sheet), one, ground.now) for one in found),
        *_taken_over(ground, wish.message, of_kind[-1]),
        *_opened(ground, wish.message, of_kind),
    )


def _paper(ground: Ground, sheet: UUID) -> SheetState | Refused:
    """Give a paper that may be one with a message, or say why not.

    Also one of a stop that is closed, found again before: its message may come later still, and
    that the two are one moves no number that the stop was signed for.
    """
    state, may = ground.sheet(Subject(SubjectKind.SHEET, sheet)), open_sheet(ground, sheet)
    found = state is not None and state.stage is SheetStage.FOUND_AGAIN
    closed = isinstance(may, Refused) and may.reason is RefusalReason.OUTAGE_ENDED
    return state if state is not None and found and closed else may


def _electronic(ground: Ground, message: UUID) -> MessageTakenIn | Refused:
    """Give a message that came in the system and is nobody's like yet, or say why not."""
    state = ground.message(message)
    if isinstance(state, Refused):
        return state
    taken = state.taken_in
    if taken is None:
        return refuse(RefusalReason.IS_SET_ASIDE)
    if taken.carrier is Carrier.HAND or taken.sheet is not None:
        return refuse(RefusalReason.NOT_ELECTRONIC)
    return taken if state.twin is None else refuse(RefusalReason.TWIN_TAKEN)


def unmatched(ground: Ground, sheet: SheetState) -> dict[UUID, MessageTakenIn]:
    """Give the messages that stand of a paper and have not been found in the system yet."""
    return {
        message: state.taken_in
        for message, state in _made_of(ground, sheet).items()
        if state.taken_in is not None and state.matched_into is None
    }


def _made_of(ground: Ground, sheet: SheetState) -> dict[UUID, MessageState]:
    """Give the messages of a paper that hold: none that a later entry corrected or took away."""
    named = dict.fromkeys(one for entry in sheet.entries for one in entry.said.messages)
    found: dict[UUID, MessageState] = {}
    for message in named:
        state = ground.states.get(message_subject(message))
        holds = isinstance(state, MessageState) and not (
            state.voided or state.corrected_by or state.cancelled_by
        )
        if holds and isinstance(state, MessageState):
            found[message] = state
    return found


def _why_none(ground: Ground, sheet: SheetState, taken: MessageTakenIn) -> RefusalReason:
    """Say whether the paper has such a message that is taken, or none."""
    kinds = [one.taken_in.message_kind for one in _made_of(ground, sheet).values() if one.taken_in]
    same = taken.message_kind in kinds
    return RefusalReason.TWIN_TAKEN if same else RefusalReason.NO_SUCH_TWIN


def _subjects(ground: Ground, wish: MatchSheetTwin, paper: UUID) -> dict[Subject, None]:
    both = (message_subject(wish.message), message_subject(paper))
    states = (ground.states.get(each) for each in both)
    cases = (one.case for one in states if isinstance(one, MessageState))
    concerned = (case_subject(case) for case in cases if case is not None)
    return dict.fromkeys((Subject(SubjectKind.SHEET, wish.sheet), *both, *concerned))


def _found_again(ground: Ground, paper: UUID) -> tuple[SheetFoundAgain, ...]:
    # Said again of one that was found by hand: who takes that back takes nothing from this.
    sheet = open_sheet(ground, paper)
    if isinstance(sheet, Refused):
        return ()
    found = sheet.stage is SheetStage.FOUND_AGAIN
    if not found and not sheet.may_become(SheetStage.FOUND_AGAIN):
        return ()
    return (SheetFoundAgain(system=ground.system),)


def _taken_over(ground: Ground, message: UUID, paper: UUID) -> tuple[Happening, ...]:
    """Let who works with the one from the paper have the other, which nobody has taken."""
    twin, made = (ground.states.get(message_subject(one)) for one in (message, paper))
    if not isinstance(twin, MessageState) or not isinstance(made, MessageState):
        return ()
    if made.owner is None or twin.owner is not None or twin.receiver is not None:
        return ()
    body = MessageTaken(staff=made.owner)
    return (Happening(message_subject(message), body, ground.now),)


def _opened(ground: Ground, message: UUID, papers: Iterable[UUID]) -> tuple[Happening, ...]:
    """Open a message that is done again for a paper that is not: what was told is never lost."""
    states = (ground.states.get(message_subject(one)) for one in papers)
    undone = any(isinstance(one, MessageState) and one.stage not in _ENDED for one in states)
    twin = ground.states.get(message_subject(message))
    if not undone or not isinstance(twin, MessageState) or twin.stage not in _ENDED:
        return ()
    return (Happening(message_subject(message), MessageReopened(), ground.now),)


_ENDED: Final = (MessageStage.DONE, MessageStage.DISMISSED)

RULES: Final[Rules] = {MatchSheetTwin: match_twin}
"""The rule of each wish about this."""
