"""The timeline's lines of SIP."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import plan
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.words import word

_CONSENT: Final = {True: ", samtycke lämnat", False: ", samtycke saknas", None: ""}


def _set(body: plan.PlanMeetingSet, _telling: Telling) -> str:
    who = tail(", ".join(body.participants), ". Deltar: ")
    where = f"{word(body.form)}{tail(body.place, ', ')}, {body.minutes} min"
    consent = _CONSENT[body.consent]
    return f"SIP bestämd{at_time(body.meeting_at)}, {where}{consent}{who}{tail(body.note, '. ')}"


def _held(body: plan.PlanMeetingHeld, _telling: Telling) -> str:
    return f"SIP hållen{at_time(body.held_at)}{tail(body.note)}"


def _cancelled(body: plan.PlanMeetingCancelled, _telling: Telling) -> str:
    return f"SIP inställd{tail(body.reason)}"


LINES: Final[Mapping[type[Body], Line]] = {
    plan.PlanMeetingSet: _set,
    plan.PlanMeetingHeld: _held,
    plan.PlanMeetingCancelled: _cancelled,
}
"""A line for each kind of event of a SIP."""
