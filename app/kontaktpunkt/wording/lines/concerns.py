"""The timeline's lines of what somebody is to look at."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import concern
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.names import receiver_name
from kontaktpunkt.wording.telling import Line, Telling, tail
from kontaktpunkt.wording.times import full_day
from kontaktpunkt.wording.words import word


def _raised(body: concern.ConcernRaised, telling: Telling) -> str:
    who = receiver_name(body.to, telling.staff)
    return (
        f"Ska ses över ({word(body.about)}){tail(body.text)}. {who} tittar senast "
        f"{full_day(body.due)}"
    )


def _settled(body: concern.ConcernSettled, _telling: Telling) -> str:
    return f"Översett{tail(body.text)}"


LINES: Final[Mapping[type[Body], Line]] = {
    concern.ConcernRaised: _raised,
    concern.ConcernSettled: _settled,
}
"""A line for each kind of event."""
