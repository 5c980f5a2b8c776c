"""Lines of the timeline about 23-timmars matters."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import emergency
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.names import on_word_of
from kontaktpunkt.wording.telling import Line, Telling, tail
from kontaktpunkt.wording.words import word


def _contacted(body: emergency.PatientContacted, _telling: Telling) -> str:
    who = body.counterpart or "patienten"
    phone = f" ({body.phone})" if body.phone else ""
    said = f"{on_word_of(body.on_word)}{tail(body.text, '. ')}"
    if body.answered:
        return f"Handläggaren har haft kontakt med {who}{phone}, {word(body.way)}{said}"
    return f"Handläggaren sökte {who}{phone}, ej svar{said}"


LINES: Final[Mapping[type[Body], Line]] = {
    emergency.PatientContacted: _contacted,
    emergency.EmergencyOutcomeNoted: lambda body, _telling: (
        f"23-timmars: {word(body.outcome)}{tail(body.text, '. ')}"
    ),
    emergency.CaseKindCorrected: lambda body, _telling: (
        f"Ärendets slag rättat till {word(body.case_kind)}{tail(body.reason)}"
    ),
}
"""A line for each kind of event."""
