"""Lines of the timeline about the register of units and contacts."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import contact
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, tail
from kontaktpunkt.wording.words import word

LINES: Final[Mapping[type[Body], Line]] = {
    contact.UnitListed: lambda body, _telling: (
        f"Enhet i registret: {body.facts.name}, {word(body.facts.unit_kind)}"
    ),
    contact.ContactListed: lambda body, _telling: (
        f"Kontakt i registret: {body.facts.name}, {word(body.facts.role)}"
    ),
    contact.ContactVerified: lambda body, _telling: f"Kontrollerad {body.on.isoformat()}",
    contact.ContactTestCalled: lambda body, _telling: (
        f"Provringd {body.on.isoformat()}: {word(body.outcome)}" + tail(body.note)
    ),
    contact.ContactRetired: lambda body, _telling: "Tagen ur bruk" + tail(body.reason),
    contact.ContactReinstated: lambda _body, _telling: "I bruk igen",
}
"""A line for each kind of event."""
