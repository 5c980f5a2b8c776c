"""The timeline's lines of a team's meetings."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import meeting
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.words import word


def _began(body: meeting.MeetingBegan, _telling: Telling) -> str:
    return f"Avstämning, {body.name}, började{tail(', '.join(body.participants))}"


def _reviewed(body: meeting.CaseReviewed, _telling: Telling) -> str:
    new_day = at_time(body.expected)
    return f"Avstämning, {body.name}: {word(body.decision)}{new_day}{tail(body.text, '. ')}"


LINES: Final[Mapping[type[Body], Line]] = {
    meeting.MeetingBegan: _began,
    meeting.CaseReviewed: _reviewed,
    meeting.PersonReviewed: lambda body, _telling: f"Genomgången: {word(body.decision)}",
    meeting.MeetingSignedOff: lambda body, _telling: f"Avstämningen klar{tail(body.note)}",
}
"""A line for each kind of event of a meeting."""
