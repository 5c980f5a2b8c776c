"""Lines of the timeline about what was met twice, and about protection that was lifted."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import joining, person
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, tail

LINES: Final[Mapping[type[Body], Line]] = {
    joining.PersonsJoined: lambda _body, _telling: "Förenad med en annan person: samma person",
    joining.PersonsKeptApart: lambda body, _telling: (
        "Delad igen: två olika personer" if body.parts else "Jämförd: inte samma person"
    ),
    joining.CasesJoined: lambda _body, _telling: "Förenat med ett annat ärende: samma vistelse",
    joining.CasesKeptApart: lambda body, _telling: (
        "Delat igen: två olika vistelser" if body.parts else "Jämfört: inte samma vistelse"
    ),
    person.ProtectionLifted: lambda body, _telling: "Skyddad identitet är hävd" + tail(body.reason),
}
"""A line for each kind of event about this."""
