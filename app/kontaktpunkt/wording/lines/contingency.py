"""Lines of the timeline about the contingency copy (nödläge)."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import contingency
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.contingency import used_words
from kontaktpunkt.wording.telling import Line, tail

LINES: Final[Mapping[type[Body], Line]] = {
    contingency.ContingencyUsed: lambda body, _telling: used_words(body),
    contingency.ContingencyTried: lambda body, _telling: (
        "Nödlägets lösenfras prövad och förseglad igen" + tail(body.note)
    ),
}
"""A line for each kind of event of the contingency copy."""
