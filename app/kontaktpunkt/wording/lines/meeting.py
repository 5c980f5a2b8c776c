"""The timeline's lines of a team's meetings."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import meeting
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.words import word


def _label(telling: Telling, code: str) -> str:
    """Name a meeting as the profile does."""
    meetings = telling.profile.meetings if telling.profile else ()
    return next((one.label for one in meetings if one.code == code), code)


def _began(body: meeting.MeetingBegan, telling: Telling) -> str:
    return f"Avstämning, {_label(telling, body.name)}, började{tail(', '.join(body.participants))}"


def _reviewed(body: meeting.CaseReviewed, telling: Telling) -> str:
    new_day, name = at_time(body.expected), _label(telling, body.name)
    return f"Avstämning, {name}: {word(body.decision)}{new_day}{tail(body.text, '. ')}"


LINES: Final[Mapping[type[Body], Line]] = {
    meeting.MeetingBegan: _began,
    meeting.CaseReviewed: _reviewed,
    meeting.PersonReviewed: lambda body, _telling: f"Genomgången: {word(body.decision)}",
    meeting.MeetingSignedOff: lambda body, _telling: f"Avstämningen klar{tail(body.note)}",
}
"""A line for each kind of event of a meeting."""
