"""What is known of a stop when its packet is made, on the log (R13) that lies in it."""

from collections.abc import Mapping, Sequence
from typing import Final

from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.states import OutageState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.work import forms_from
from kontaktpunkt.usecases.showing.filling import NO, YES, clock_of, day_of

STOP_LOG: Final = "R13"


def values_of_stop(state: OutageState, minutes: int | None) -> Mapping[str, PaperValue]:
    """Give what is known of a stop: its start, its fault report, from when the forms are used.

    `minutes` is how long it lasts before they are; nothing where no stop is described.
    """
    facts = state.facts
    if facts is None:
        return {}
    fault = max(state.faults, key=lambda one: one.at, default=None)
    return {
        "began_date": day_of(facts.since),
        "began_time": clock_of(facts.since),
        "planned": YES if facts.planned else NO,
        "report_number": fault.said.reference if fault is not None else "",
        "reported_to": fault.said.to if fault is not None else "",
        "next_word": _moment(fault.said.next_word_at, facts.since) if fault is not None else "",
        "routine_from": _moment(forms_from(facts, minutes), facts.since),
    }


def round_rows(wards: Sequence[str], rows: int) -> tuple[tuple[str, ...], ...]:
    """Give the table of the first round of calls: a row for each ward, as many as there are."""
    return tuple(("", ward, "", "") for ward in wards[:rows])


def _moment(at: Instant | None, since: Instant) -> str:
    """Give a time of day, with its day where that is another than the day of the start."""
    if at is None or day_of(at) == day_of(since):
        return clock_of(at)
    return f"{day_of(at)} {clock_of(at)}"
