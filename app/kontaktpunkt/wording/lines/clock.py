"""Lines of the timeline about clocks: paused, resumed, answered, and what they are judged on."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.events import clock
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.lists.clocks import CLOCKS
from kontaktpunkt.wording.lists.payment import PAYMENT
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail

_NAMES: Final = CLOCKS[ClockKind]


def _paused(body: clock.ClockPaused, _telling: Telling) -> str:
    why = ", ".join(part for part in (body.waiting_for, body.reason) if part)
    return f"{_NAMES[body.clock]} står stilla{tail(why, ', väntar på ')}"


def _judged(body: clock.ConditionsJudged, _telling: Telling) -> str:
    services, care = body.regional_services, body.care
    needed = {True: "SIP behövs", False: "SIP behövs inte", None: ""}[body.sip_needed]
    said = (
        needed,
        f"insatser från regionens öppna vård: {PAYMENT[type(services)][services]}"
        if services
        else "",
        PAYMENT[type(care)][care] if care else "",
        f"placerad av {body.placing_municipality}" if body.placing_municipality else "",
        f"behovet bedömt{at_time(body.need_judged_at)}" if body.need_judged_at is not None else "",
    )
    return "Villkor" + tail(", ".join(part for part in said if part))


def _received(body: clock.DeviationReceived, telling: Telling) -> str:
    about = telling.deviation(body.code) if body.code else ""
    return "Avvikelse mottagen" + tail(". ".join(part for part in (about, body.text) if part))


LINES: Final[Mapping[type[Body], Line]] = {
    clock.ClockPaused: _paused,
    clock.ClockResumed: lambda body, _telling: f"{_NAMES[body.clock]}: tiden går igen",
    clock.PlanningAnswered: lambda _body, _telling: "Planeringssvar lämnat",
    clock.ConditionsJudged: _judged,
    clock.DeviationSent: lambda body, _telling: (
        f"Avvikelsen skickad{at_time(body.received_at, ', mottagen ')}"
    ),
    clock.DeviationReceived: _received,
    clock.DeviationReported: lambda body, telling: (
        f"Avvikelserapport påbörjad{tail(telling.deviation(body.code) if body.code else '')}"
    ),
    clock.DeviationDropped: lambda _body, _telling: "Avvikelsen väntar inte på svar längre",
    clock.DeviationAnswered: lambda _body, _telling: "Avvikelsen besvarad",
}
"""A line for each kind of event about clocks."""
