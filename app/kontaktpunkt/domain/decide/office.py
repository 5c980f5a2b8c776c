"""Rules for staff and settings."""

from datetime import date
from typing import Final, cast

import msgspec

from kontaktpunkt.domain.commands import (
    AddStaff,
    ChangeSetting,
    NoteRecoveryPrinted,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.office import (
    RecoverySheetPrinted,
    SettingChanged,
    StaffAdded,
)
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.refusal import RefusalReason

EARLIEST_DAY: Final = date(2000, 1, 1)
"""No value is said to hold from a day before this one: it is a slip of the hand."""

_AMOUNTS: Final = "amount."


def add_staff(ground: Ground, wish: AddStaff) -> Decision:
    """Add somebody who works here; a name is needed."""
    if not wish.name.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = StaffAdded(name=wish.name.strip(), role=wish.role, unit=wish.unit.strip())
    return (Happening(Subject(SubjectKind.STAFF, wish.staff), body, ground.now),)


def change_setting(ground: Ground, wish: ChangeSetting) -> Decision:
    """Change a value of the profile for this municipality from a day on.

    An amount needs the instrument that set it and the name of who confirms it: no confirmed amount,
    no price (lag 2017:612 5 kap. 6 §).
    """
    try:
        plain: object = msgspec.json.decode(wish.value)
    except msgspec.DecodeError:
        return refuse(RefusalReason.BAD_VALUE, wish.key)
    if wish.valid_from is not None and wish.valid_from < EARLIEST_DAY:
        return refuse(RefusalReason.BAD_VALUE, wish.key)
    if _is_unconfirmed_amount(wish, plain):
        return refuse(RefusalReason.AMOUNT_NOT_CONFIRMED)
    body = SettingChanged(
        key=wish.key,
        value="null" if wish.follows_profile else wish.value,
        valid_from=wish.valid_from,
        source=wish.source.strip(),
        confirmed_by=wish.confirmed_by.strip(),
        follows_profile=wish.follows_profile,
    )
    return (Happening(ground.tenant, body, ground.now),)


def _is_unconfirmed_amount(wish: ChangeSetting, plain: object) -> bool:
    if not wish.key.startswith(_AMOUNTS) or wish.follows_profile or not isinstance(plain, dict):
        return False
    said = cast("dict[str, object]", plain)
    return not (str(said.get("instrument", "")).strip() and wish.confirmed_by.strip())


def note_recovery_printed(ground: Ground, _wish: NoteRecoveryPrinted) -> Decision:
    """Note that the recovery sheet is on paper."""
    return (Happening(ground.tenant, RecoverySheetPrinted(), ground.now),)


RULES: Final[Rules] = {
    AddStaff: add_staff,
    ChangeSetting: change_setting,
    NoteRecoveryPrinted: note_recovery_printed,
}
"""The rule of each wish about this."""
