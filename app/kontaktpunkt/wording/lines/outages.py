"""The timeline's lines of a stop (driftstopp) and of its numbered papers."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import outage, sheet
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.wording.names import on_word_of
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.words import word


def _facts(body: outage.OutageDeclared | outage.OutageDescribed) -> str:
    """Tell what is down, since when and how wide."""
    what = body.system or word(body.of)
    kind = "planerat" if body.planned else "oplanerat"
    reach = "" if body.reach is outage.OutageReach.UNKNOWN else f", {word(body.reach)}"
    return f"{what} nere{at_time(body.since, ' sedan ')}, {kind}{reach}{tail(body.note, '. ')}"


def _declared(body: outage.OutageDeclared, _telling: Telling) -> str:
    return f"{'Övning: driftstopp' if body.exercise else 'Driftstopp'}: {_facts(body)}"


def _fault(body: outage.OutageFaultReported, _telling: Telling) -> str:
    next_word = at_time(body.next_word_at, ", nästa besked ")
    to = tail(body.to, " till ")
    return f"Felanmält{to}, ärendenummer {body.reference}{next_word}{tail(body.note, '. ')}"


def _call(body: outage.OutageCallMade, _telling: Telling) -> str:
    back = ", motringt via växeln" if body.called_back else ""
    told = f"{word(body.outcome)}{on_word_of(body.on_word)}{back}{tail(body.text, '. ')}"
    return f"{'De ringde' if body.incoming else 'Ringrunda'}: {body.ward}, {told}"


def _entered(body: sheet.SheetEntered, _telling: Telling) -> str:
    left = f", {len(body.not_understood)} fält som text" if body.not_understood else ""
    return f"Blankett {body.form} införd{on_word_of(body.for_whom)}{left}"


def _matched(body: sheet.SheetTwinMatched, _telling: Telling) -> str:
    told = at_time(body.told_at, ", underrättade på papper ")
    return f"Blankett nr {show_number(body.number)} och det elektroniska meddelandet är ett{told}"


LINES: Final[Mapping[type[Body], Line]] = {
    outage.OutageDeclared: _declared,
    outage.OutageDescribed: lambda body, _telling: f"Driftstoppet ändrat: {_facts(body)}",
    outage.OutageWithdrawn: lambda body, _telling: "Driftstoppet tillbakataget" + tail(body.reason),
    outage.OutageFaultReported: _fault,
    outage.OutageTold: lambda body, _telling: f"Underrättad: {body.whom}{tail(body.note, '. ')}",
    outage.OutageCallMade: _call,
    outage.OutageSheetGiven: lambda body, _telling: (
        f"Blankett nr {show_number(body.number)} utlämnad"
    ),
    outage.OutageOver: lambda body, _telling: "Stoppet är över, införande pågår" + tail(body.note),
    outage.OutageReconciled: lambda body, _telling: (
        f"Avstämt mot {body.system or 'källan'} efter stoppet{tail(body.note)}"
    ),
    outage.OutageClosed: lambda body, _telling: "Driftstoppet avslutat" + tail(body.note),
    sheet.SheetNotOnPaper: lambda body, _telling: "Blanketten kom inte på papper" + tail(body.note),
    sheet.SheetPrintedAgain: lambda _body, _telling: "Blanketten skriven igen, samma nummer",
    sheet.SheetFilledIn: lambda body, _telling: "Blanketten ifylld" + tail(body.note),
    sheet.SheetDocumented: lambda body, _telling: (
        f"Dokumenterad i {body.system}{on_word_of(body.on_word)}"
    ),
    sheet.SheetAwaitsSender: lambda body, _telling: (
        "Väntar på att avsändaren dokumenterar" + tail(body.note)
    ),
    sheet.SheetFoundAgain: lambda body, _telling: f"Återfunnen i {body.system}",
    sheet.SheetEntered: _entered,
    sheet.SheetEntryChecked: lambda body, _telling: "Införandet kontrollerat" + tail(body.note),
    sheet.PaperNoted: lambda body, _telling: (
        f"Blankett {body.form} nr {show_number(body.number)} införd{tail(body.text, '. ')}"
    ),
    sheet.SheetTwinMatched: _matched,
    sheet.SheetMissing: lambda body, _telling: "Numret saknas" + tail(body.note),
    sheet.SheetMissingSigned: lambda body, _telling: (
        f"Underskrivet att numret saknas: {body.reason}"
    ),
}
"""A line for each kind of event of a stop and its papers."""
