"""From a wish to events or a refusal: pure rules, with the time and the states handed in."""

from typing import Final

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.decide import (
    care_request,
    case,
    clock,
    concern,
    contact,
    contingency,
    deviation,
    emergency,
    handover,
    homecoming,
    joining,
    meeting,
    message,
    office,
    outage,
    packet,
    person,
    place,
    plan,
    reconciliation,
    report,
    sheet,
    sheet_entry,
    sheet_twin,
    short_term,
    watch,
    weekend,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules
from kontaktpunkt.domain.decide.take_back import decide_take_back

__all__ = ["Decision", "Ground", "Happening", "decide", "decide_take_back"]

_RULES: Final[Rules] = {
    **message.RULES,
    **case.RULES,
    **clock.RULES,
    **care_request.RULES,
    **person.RULES,
    **contact.RULES,
    **joining.RULES,
    **office.RULES,
    **sheet.RULES,
    **sheet_entry.RULES,
    **sheet_twin.RULES,
    **outage.RULES,
    **reconciliation.RULES,
    **watch.RULES,
    **contingency.RULES,
    **emergency.RULES,
    **homecoming.RULES,
    **meeting.RULES,
    **report.RULES,
    **plan.RULES,
    **concern.RULES,
    **deviation.RULES,
    **weekend.RULES,
    **handover.RULES,
    **packet.RULES,
    **place.RULES,
    **short_term.RULES,
}


def decide(ground: Ground, command: Command) -> Decision:
    """Say what happens when this wish meets these states, or why not."""
    return _RULES[type(command)](ground, command)
