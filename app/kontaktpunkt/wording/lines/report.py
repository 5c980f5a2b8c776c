"""The timeline's lines of reports, questions and the region's figures."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import report
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, Telling, tail
from kontaktpunkt.wording.words import word


def _figure(body: report.RegionFigureNoted, _telling: Telling) -> str:
    value = "borttagen" if body.value is None else f"{body.value}".replace(".", ",")
    return f"Regionens siffra för {body.month:%Y-%m}: {value}{tail(body.source)}"


LINES: Final[Mapping[type[Body], Line]] = {
    report.ReportWritten: lambda body, _telling: (
        f"Rapport skriven, {word(body.report_kind)}: {body.title}"
    ),
    report.QuestionAsked: lambda body, _telling: f"Fråga till processledarna: {body.text}",
    report.QuestionAnswered: lambda body, _telling: (
        f"Svar från processledarna{tail(body.answered_by)}: {body.answer}"
    ),
    report.RegionFigureNoted: _figure,
}
"""A line for each kind of event."""
