"""Rules for numbered papers: given out once, in one stage at a time, accounted for in the end."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from kontaktpunkt.domain.commands import (
    AwaitSender,
    Command,
    DocumentSheet,
    FillInSheet,
    FindSheetAgain,
    IssueSheet,
    NoteSheetMissing,
    NoteSheetNotOnPaper,
    NoteSheetPrinted,
    SignForMissing,
    VoidSheet,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued, SheetVoided
from kontaktpunkt.domain.events.outage import OutageSheetGiven
from kontaktpunkt.domain.events.sheet import (
    SheetAwaitsSender,
    SheetDocumented,
    SheetFilledIn,
    SheetFoundAgain,
    SheetMissing,
    SheetMissingSigned,
    SheetNotOnPaper,
    SheetPrintedAgain,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind, outage_subject
from kontaktpunkt.domain.paper.exercise_number import is_exercise_number
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states.outage import OutageState
from kontaktpunkt.domain.states.sheet import ACCOUNTED_FOR, SheetStage, SheetState


def issue_sheet(ground: Ground, wish: IssueSheet) -> Decision:
    """Enter a paper in the register under its number, and in the stop that it is given out in.

    Practice has numbers of its own and concerns nobody: it never meets what is real.
    """
    subject = Subject(SubjectKind.SHEET, wish.sheet)
    if ground.sheet(subject) is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    outage = _outage_of_wish(ground, wish)
    if isinstance(outage, Refused):
        return outage
    exercise = outage is not None and outage.exercise
    if exercise != is_exercise_number(wish.number):
        return refuse(RefusalReason.EXERCISE_NUMBER)
    if exercise and (wish.case is not None or wish.person is not None):
        return refuse(RefusalReason.EXERCISE_PERSON)
    body = SheetIssued(
        form=wish.form,
        form_version=wish.form_version,
        number=wish.number,
        direction=wish.direction,
        medium=wish.medium,
        case=wish.case,
        person=wish.person,
        blank=wish.blank,
        purpose=wish.purpose,
        outage=wish.outage,
        exercise=exercise,
        second_eyes=wish.form in ground.second_eyes,
        dummy=wish.dummy if exercise else "",
        by_name=wish.by_name,
    )
    issued = Happening(subject, body, ground.now)
    if wish.outage is None:
        return (issued,)
    given = OutageSheetGiven(sheet=wish.sheet, number=wish.number)
    return (issued, Happening(outage_subject(wish.outage), given, ground.now))


def _outage_of_wish(ground: Ground, wish: IssueSheet) -> OutageState | Refused | None:
    """Give the stop that a paper is to be given out in, None without one, or say why not."""
    if wish.outage is None:
        return None
    outage = ground.outage(wish.outage)
    if isinstance(outage, Refused):
        return outage
    taken = any(one.number == wish.number for one in outage.sheets)
    return refuse(RefusalReason.NUMBER_TAKEN) if taken else outage


def _move(
    to: SheetStage, body_of: Callable[[Any], Body], *, of_system: bool = False
) -> Callable[[Ground, Any], Decision]:
    """Make the rule of a step: it must follow on the stage that the number has."""

    def rule(ground: Ground, wish: Any) -> Decision:
        """Take the step, at the time that is said."""
        sheet = open_sheet(ground, wish.sheet)
        if isinstance(sheet, Refused):
            return sheet
        if not sheet.may_be_said(to):
            return refuse(_why_not(sheet, to))
        if of_system and not wish.system.strip():
            return refuse(RefusalReason.EMPTY_TEXT)
        return ground.happen(Subject(SubjectKind.SHEET, wish.sheet), wish.at, body_of(wish))

    return rule


_OF_THE_SENDER: Final = (SheetStage.AWAITS_SENDER, SheetStage.FOUND_AGAIN)


def _why_not(sheet: SheetState, to: SheetStage) -> RefusalReason:
    if sheet.last is not None and sheet.stage is to:
        return RefusalReason.SHEET_THERE_ALREADY
    if sheet.stage in ACCOUNTED_FOR:
        return RefusalReason.SHEET_SETTLED
    if sheet.may_become(to):
        return RefusalReason.NEVER_ON_PAPER
    if sheet.direction is SheetDirection.SHARED and to in _OF_THE_SENDER:
        return RefusalReason.OUR_PART_FIRST
    if to in (SheetStage.DOCUMENTED, SheetStage.AWAITS_SENDER, SheetStage.FOUND_AGAIN):
        return (
            RefusalReason.SENDER_DOCUMENTS
            if to is SheetStage.DOCUMENTED
            else RefusalReason.WE_DOCUMENT
        )
    return RefusalReason.SHEET_FURTHER_ON


def sign_for_missing(ground: Ground, wish: SignForMissing) -> Decision:
    """Sign for a number that is missing: the name of one who may, and what was done about it."""
    sheet = open_sheet(ground, wish.sheet)
    if isinstance(sheet, Refused):
        return sheet
    not_theirs = ground.may_not_sign()
    if not_theirs is not None:
        return not_theirs
    if sheet.stage is not SheetStage.MISSING:
        return refuse(RefusalReason.SHEET_NOT_MISSING)
    if sheet.signed is not None:
        return refuse(RefusalReason.ALREADY_SIGNED)
    if not _says_why(wish.reason):
        return refuse(RefusalReason.SAY_WHY)
    body = SheetMissingSigned(reason=wish.reason.strip())
    return ground.happen(Subject(SubjectKind.SHEET, wish.sheet), wish.at, body)


_void: Final = _move(SheetStage.VOIDED, lambda wish: SheetVoided(reason=wish.reason.strip()))


def void_sheet(ground: Ground, wish: VoidSheet) -> Decision:
    """Void a number; one that is missing only as it is signed for: by one who may, saying why.

    Else a number that nobody found would balance without anybody answering for it.
    """
    sheet = open_sheet(ground, wish.sheet)
    if isinstance(sheet, SheetState) and sheet.stage is SheetStage.MISSING:
        not_theirs = ground.may_not_sign()
        if not_theirs is not None:
            return not_theirs
        if not _says_why(wish.reason):
            return refuse(RefusalReason.SAY_WHY)
    return _void(ground, wish)


_FEWEST_LETTERS: Final = 4
_FEWEST_UNLIKE: Final = 3


def _says_why(words: str) -> bool:
    """Say whether words can be a reason: a letter or two, or the same one again, are none."""
    letters = [letter for letter in words.casefold() if letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and len(set(letters)) >= _FEWEST_UNLIKE


def open_sheet(ground: Ground, sheet: UUID) -> SheetState | Refused:
    """Give a paper that may be worked with: what a closed stop was signed for is not changed.

    A number that is left in it all the same, because another desk worked apart, is settled still.
    """
    state = ground.sheet(Subject(SubjectKind.SHEET, sheet))
    if state is None or state.issued is None:
        return refuse(RefusalReason.NOT_FOUND)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if state.issued.outage is not None:
        outage = ground.outage(state.issued.outage)
        if isinstance(outage, Refused):
            left = outage.reason is RefusalReason.OUTAGE_ENDED and not state.is_settled
            return state if left else outage
    return state


_RULES_OF_STEPS: Final[dict[type[Command], Callable[[Ground, Any], Decision]]] = {
    NoteSheetNotOnPaper: _move(
        SheetStage.NOT_ON_PAPER, lambda wish: SheetNotOnPaper(note=wish.note.strip())
    ),
    NoteSheetPrinted: _move(SheetStage.GIVEN_OUT, lambda _wish: SheetPrintedAgain()),
    FillInSheet: _move(SheetStage.FILLED_IN, lambda wish: SheetFilledIn(note=wish.note.strip())),
    DocumentSheet: _move(
        SheetStage.DOCUMENTED,
        lambda wish: SheetDocumented(system=wish.system.strip(), on_word=wish.on_word),
        of_system=True,
    ),
    AwaitSender: _move(
        SheetStage.AWAITS_SENDER, lambda wish: SheetAwaitsSender(note=wish.note.strip())
    ),
    FindSheetAgain: _move(
        SheetStage.FOUND_AGAIN,
        lambda wish: SheetFoundAgain(system=wish.system.strip()),
        of_system=True,
    ),
    NoteSheetMissing: _move(SheetStage.MISSING, lambda wish: SheetMissing(note=wish.note.strip())),
}

RULES: Final[Rules] = {
    IssueSheet: issue_sheet,
    SignForMissing: sign_for_missing,
    VoidSheet: void_sheet,
    **_RULES_OF_STEPS,
}
"""The rule of each wish about this."""
