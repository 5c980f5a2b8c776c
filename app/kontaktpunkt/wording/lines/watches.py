"""The timeline's lines about looks in the region's inbox."""

from collections.abc import Mapping
from typing import Any, Final

from kontaktpunkt.domain.events.watch import InboxWatched
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, Telling, tail


def _watched(body: InboxWatched, _telling: Telling) -> str:
    found = "något nytt" if body.found_new else "inget nytt"
    return f"{body.system} bevakat: {found}{tail(body.note)}"


_OWN: dict[type[Body], Any] = {InboxWatched: _watched}
LINES: Final[Mapping[type[Body], Line]] = _OWN
"""A line for each kind of event about this."""
