"""Rules for what is entered of a numbered paper afterwards, and for the second pair of eyes."""

from typing import Final

from kontaktpunkt.domain.commands import CheckSheetEntry, EnterSheet
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.decide.sheet import open_sheet
from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued
from kontaktpunkt.domain.events.sheet import (
    PaperNoted,
    SheetAwaitsSender,
    SheetEntered,
    SheetEntryChecked,
    SheetFilledIn,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind, case_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import SheetStage, SheetState
from kontaktpunkt.domain.times import Instant


def enter(ground: Ground, wish: EnterSheet) -> Decision:
    """Enter what stands on a paper, again too; what we were told waits for the sender from then on.

    A paper that was told of already, or found again, may still be entered: that moves it nowhere.
    """
    sheet = open_sheet(ground, wish.sheet)
    if isinstance(sheet, Refused):
        return sheet
    if sheet.stage is SheetStage.VOIDED:
        return refuse(RefusalReason.SHEET_SETTLED)
    if not wish.values:
        return refuse(RefusalReason.SHEET_EMPTY)
    moment = ground.moment(wish.at)
    if isinstance(moment, Refused):
        return moment
    issued = sheet.issued
    assert issued is not None, "an open sheet was issued"  # noqa: S101 - ours
    if issued.exercise and (wish.case is not None or wish.person is not None):
        return refuse(RefusalReason.EXERCISE_PERSON)
    subject = Subject(SubjectKind.SHEET, wish.sheet)
    steps = (Happening(subject, body, moment) for body in _steps(sheet))
    return (
        Happening(subject, _entered(ground, wish, issued), moment),
        *steps,
        *_noted(wish, issued, moment),
    )


def _entered(ground: Ground, wish: EnterSheet, issued: SheetIssued) -> SheetEntered:
    return SheetEntered(
        form=issued.form,
        form_version=wish.form_version,
        values=wish.values,
        for_whom=wish.for_whom,
        case=wish.case,
        person=wish.person,
        messages=wish.messages,
        not_understood=wish.not_understood,
        second_eyes=issued.form in ground.second_eyes,
        set_aside=wish.set_aside,
    )


def _steps(sheet: SheetState) -> tuple[Body, ...]:
    """Give the steps that the number takes by being entered."""
    if sheet.direction is SheetDirection.TOLD_BY_PHONE:
        to, body = SheetStage.AWAITS_SENDER, SheetAwaitsSender()
    else:
        to, body = SheetStage.FILLED_IN, SheetFilledIn()
    return (body,) if sheet.may_become(to) else ()


def _noted(wish: EnterSheet, issued: SheetIssued, moment: Instant) -> tuple[Happening, ...]:
    """Note in its case what stands on a paper that is no message there."""
    if wish.case is None or not wish.text.strip():
        return ()
    noted = PaperNoted(
        sheet=wish.sheet, form=issued.form, number=issued.number, text=wish.text.strip()
    )
    return (Happening(case_subject(wish.case), noted, moment),)


def check(ground: Ground, wish: CheckSheetEntry) -> Decision:
    """Hold an entry against its paper: another than who entered it, once for each entry."""
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    sheet = open_sheet(ground, wish.sheet)
    if isinstance(sheet, Refused):
        return sheet
    if sheet.entry is None and sheet.stage not in (SheetStage.DOCUMENTED, SheetStage.FOUND_AGAIN):
        return refuse(RefusalReason.NOT_ENTERED)
    if sheet.checked is not None:
        return refuse(RefusalReason.CHECKED_ALREADY)
    if sheet.worked_by == ground.me:
        return refuse(RefusalReason.CHECK_BY_ANOTHER)
    body = SheetEntryChecked(note=wish.note.strip())
    return ground.happen(Subject(SubjectKind.SHEET, wish.sheet), wish.at, body)


RULES: Final[Rules] = {EnterSheet: enter, CheckSheetEntry: check}
"""The rule of each wish about this."""
