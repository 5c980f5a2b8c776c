"""Lines of the timeline about our own care requests and the joint decision on primary care."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import care_request
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.names import on_word_of
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.words import word


def _gone(body: care_request.SentToEmergency, _telling: Telling) -> str:
    by = f", av {body.by}" if body.by else ""
    where = tail(body.hospital, ", ")
    return f"Skickad till akuten{where}{by}{on_word_of(body.on_word)}{tail(body.note)}"


def _decided(body: care_request.PrimaryCareDecided, _telling: Telling) -> str:
    names = " och ".join(name for name in (body.ours, body.theirs) if name)
    return f"Ställningstagande: {word(body.decision)}{tail(names, ', ')}{tail(body.note)}"


def _look_over(body: care_request.CareRequestLookedOver, _telling: Telling) -> str:
    until = f", ses över igen {body.look_over_by.isoformat()}" if body.look_over_by else ""
    return f"Förberedd vårdbegäran genomläst, stämmer{until}"


LINES: Final[Mapping[type[Body], Line]] = {
    care_request.CareRequestPrepared: lambda _body, _telling: "Förberedd vårdbegäran skriven",
    care_request.CareRequestLookedOver: _look_over,
    care_request.CareRequestEnded: lambda body, _telling: (
        "Förberedd vårdbegäran behövs inte längre" + tail(body.reason)
    ),
    care_request.CareRequestCalledFor: lambda _body, _telling: "Vårdbegäran ska sändas",
    care_request.CareRequestDelivered: lambda body, _telling: (
        f"Vårdbegäran sänd{at_time(body.sent_at)}"
    ),
    care_request.SentToEmergency: _gone,
    care_request.PrimaryCareDecided: _decided,
}
"""A line for each kind of event."""
