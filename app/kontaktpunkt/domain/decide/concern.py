"""Rules for what somebody is to look at about a person at home."""

from typing import Final

from kontaktpunkt.domain.commands.concern import RaiseConcern, SettleConcern
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.concern import ConcernRaised, ConcernSettled
from kontaktpunkt.domain.ledger.subjects import concern_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import ConcernState
from kontaktpunkt.domain.times import local_day


def raise_concern(ground: Ground, wish: RaiseConcern) -> Decision:
    """Raise a concern, with somebody who looks and a day that has not passed."""
    person = ground.person(wish.person)
    if isinstance(person, Refused):
        return person
    known = _state(ground, wish)
    if isinstance(known, Refused):
        return known
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    to = ground.receiver(wish.to)
    if isinstance(to, Refused):
        return to
    if wish.due < local_day(ground.now):
        return refuse(RefusalReason.TIME_IN_PAST)
    body = ConcernRaised(
        concern=wish.concern, about=wish.about, text=wish.text.strip(), to=to, due=wish.due
    )
    return (Happening(concern_subject(wish.person), body, ground.now),)


def settle(ground: Ground, wish: SettleConcern) -> Decision:
    """Settle a concern once, in words."""
    known = _state(ground, wish)
    if isinstance(known, Refused):
        return known
    found = [one for one in known.concerns if one.concern == wish.concern]
    if not found:
        return refuse(RefusalReason.NOT_FOUND)
    if found[0].settled_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = ConcernSettled(concern=wish.concern, text=wish.text.strip())
    return (Happening(concern_subject(wish.person), body, ground.now),)


def _state(ground: Ground, wish: RaiseConcern | SettleConcern) -> ConcernState | Refused:
    state = ground.states.get(concern_subject(wish.person))
    known = state if isinstance(state, ConcernState) else ConcernState()
    return refuse(RefusalReason.NEEDS_NEWER_PROGRAM) if known.frozen else known


RULES: Final[Rules] = {RaiseConcern: raise_concern, SettleConcern: settle}
"""The rule of each wish about this."""
