"""Rules for staff, settings and numbered papers."""

from typing import Final

import msgspec

from kontaktpunkt.domain.commands import (
    AddStaff,
    ChangeSetting,
    IssueSheet,
    NoteRecoveryPrinted,
    VoidSheet,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.office import (
    RecoverySheetPrinted,
    SettingChanged,
    SheetIssued,
    SheetVoided,
    StaffAdded,
)
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.refusal import RefusalReason


def add_staff(ground: Ground, wish: AddStaff) -> Decision:
    """Add somebody who works here; a name is needed."""
    if not wish.name.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = StaffAdded(name=wish.name.strip(), role=wish.role, unit=wish.unit.strip())
    return (Happening(Subject(SubjectKind.STAFF, wish.staff), body, ground.now),)


def change_setting(ground: Ground, wish: ChangeSetting) -> Decision:
    """Change a value of the profile for this municipality."""
    try:
        msgspec.json.decode(wish.value)
    except msgspec.DecodeError:
        return refuse(RefusalReason.BAD_VALUE, wish.key)
    body = SettingChanged(key=wish.key, value=wish.value)
    return (Happening(ground.tenant, body, ground.now),)


def note_recovery_printed(ground: Ground, _wish: NoteRecoveryPrinted) -> Decision:
    """Note that the recovery sheet is on paper."""
    return (Happening(ground.tenant, RecoverySheetPrinted(), ground.now),)


def issue_sheet(ground: Ground, wish: IssueSheet) -> Decision:
    """Enter a paper in the register under its number."""
    subject = Subject(SubjectKind.SHEET, wish.sheet)
    if ground.sheet(subject) is not None:
        return refuse(RefusalReason.ALREADY_DONE)
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
    )
    return (Happening(subject, body, ground.now),)


def void_sheet(ground: Ground, wish: VoidSheet) -> Decision:
    """Say that a paper is not to be used."""
    subject = Subject(SubjectKind.SHEET, wish.sheet)
    sheet = ground.sheet(subject)
    if sheet is None:
        return refuse(RefusalReason.NOT_FOUND)
    if sheet.voided_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    return (Happening(subject, SheetVoided(reason=wish.reason), ground.now),)


RULES: Final[Rules] = {
    AddStaff: add_staff,
    ChangeSetting: change_setting,
    NoteRecoveryPrinted: note_recovery_printed,
    IssueSheet: issue_sheet,
    VoidSheet: void_sheet,
}
"""The rule of each wish about this."""
