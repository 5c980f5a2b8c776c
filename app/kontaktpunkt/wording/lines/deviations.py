"""The timeline's lines of reports of deviations."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import deviation
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.paper.sheet_number import show
from kontaktpunkt.wording.lists.deviations import DEVIATIONS
from kontaktpunkt.wording.telling import Line, Telling, tail
from kontaktpunkt.wording.times import full_day

_WAYS: Final = DEVIATIONS[deviation.SendingWay]


def _written(body: deviation.DeviationReportWritten, telling: Telling) -> str:
    about = ", ".join(telling.deviation(point) for point in body.content.points)
    return f"Avvikelserapport skriven{tail(about)}"


def _sent(body: deviation.DeviationReportSent, _telling: Telling) -> str:
    to = body.address.replace("\n", ", ")
    by = f". Svar överenskommet till {full_day(body.answer_by)}" if body.answer_by else ""
    return f"Avvikelserapporten skickad {_WAYS[body.way]} till {to}{by}"


def _answered(body: deviation.DeviationReportAnswered, _telling: Telling) -> str:
    by = f" av {body.answered_by}" if body.answered_by else ""
    said = (
        f"Orsak: {body.cause}" if body.cause else "",
        f"Åtgärder: {body.measures}" if body.measures else "",
        f"Följder: {body.consequences}" if body.consequences else "",
        f"Följs upp: {body.follow_up}" if body.follow_up else "",
    )
    words = ". ".join(part for part in said if part)
    return f"Svar på avvikelsen {full_day(body.answered_on)}{by}{tail(words, '. ')}"


LINES: Final[Mapping[type[Body], Line]] = {
    deviation.DeviationReportWritten: _written,
    deviation.DeviationReportOnPaper: lambda body, _telling: (
        f"Avvikelserapporten på papper, nr {show(body.number).strip()}"
    ),
    deviation.DeviationReportSent: _sent,
    deviation.DeviationReportArrived: lambda body, _telling: (
        f"Avvikelserapporten mottagen {full_day(body.received_on)}"
    ),
    deviation.DeviationReminded: lambda body, _telling: f"Påmint om svar{tail(body.text)}",
    deviation.DeviationReportAnswered: _answered,
    deviation.DeviationFollowedUp: lambda body, _telling: f"Avvikelsen uppföljd{tail(body.text)}",
    deviation.DeviationReportWithdrawn: lambda body, _telling: (
        f"Avvikelserapporten återkallad{tail(body.reason)}"
    ),
}
"""A line for each kind of event."""
