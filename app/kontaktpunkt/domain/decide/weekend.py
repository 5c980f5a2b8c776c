"""Rules for what is decided of a person before a weekend (helgbesked)."""

from typing import Final

from kontaktpunkt.domain.commands.weekend import ConfirmWeekend, DecideWeekend
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendConfirmed, WeekendDecided
from kontaktpunkt.domain.ledger.subjects import case_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused


def decide_weekend(ground: Ground, wish: DecideWeekend) -> Decision:
    """Write down a helgbesked: for some days, on somebody's word, with its condition or reason."""
    case = ground.case(wish.case)
    if isinstance(case, Refused):
        return case
    if not wish.days:
        return refuse(RefusalReason.NO_DAYS)
    if not (wish.unit_manager.strip() or wish.licensed.strip()):
        return refuse(RefusalReason.NO_DECIDER)
    if wish.answer is not WeekendAnswer.YES and not wish.text.strip():
        return refuse(RefusalReason.NO_REASON)
    body = WeekendDecided(
        days=tuple(sorted(set(wish.days))),
        answer=wish.answer,
        text=wish.text.strip(),
        earliest=wish.earliest,
        ring=wish.ring.strip(),
        ring_phone=wish.ring_phone.strip(),
        unit_manager=wish.unit_manager.strip(),
        licensed=wish.licensed.strip(),
    )
    return (Happening(case_subject(wish.case), body, ground.now),)


def confirm_weekend(ground: Ground, wish: ConfirmWeekend) -> Decision:
    """Put the name that is missing under a helgbesked."""
    case = ground.case(wish.case)
    if isinstance(case, Refused):
        return case
    if case.weekend is None:
        return refuse(RefusalReason.NOT_FOUND)
    if not wish.name.strip():
        return refuse(RefusalReason.NO_DECIDER)
    if wish.side not in case.weekend.awaited:
        return refuse(RefusalReason.ALREADY_CONFIRMED)
    body = WeekendConfirmed(side=wish.side, name=wish.name.strip())
    return (Happening(case_subject(wish.case), body, ground.now),)


RULES: Final[Rules] = {DecideWeekend: decide_weekend, ConfirmWeekend: confirm_weekend}
"""The rule of each wish about this."""
