"""What a stop came to: how long, how many numbers, how many missing, how long to catch up."""

from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.states import OutageState, SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.page import Sheets, balance_of


class OutageAccount(Struct, frozen=True, kw_only=True):
    """What one stop came to; spans are microseconds.

    `lasted` is until it was over, or until now. `catch_up` is from over until the last number was
    settled, and `per_sheet` the median of the same for each (0 for one settled while it went on):
    None while anything is left, or where there was no paper.
    """

    outage: UUID
    began: Instant
    lasted: int
    sheets: int
    documented: int
    voided: int
    missing: int
    left: int
    calls: int
    told: int
    without_effect: int
    catch_up: int | None = None
    per_sheet: int | None = None


def account(outage: UUID, state: OutageState, sheets: Sheets, now: Instant) -> OutageAccount | None:
    """Say what a stop came to, as it stands; None of one that was never declared."""
    if state.facts is None:
        return None
    count = balance_of(state, sheets)
    known = [sheets[one.sheet] for one in state.sheets if one.sheet in sheets]
    over = state.over.at if state.over is not None else None
    left = len(count.unsettled)
    settled = [] if left or over is None else _waits((one.settled_at for one in known), over)
    return OutageAccount(
        outage=outage,
        began=state.facts.since,
        lasted=max((now if over is None else over) - state.facts.since, 0),
        sheets=count.issued,
        documented=count.count(SheetStage.DOCUMENTED, SheetStage.FOUND_AGAIN),
        voided=count.count(SheetStage.VOIDED),
        missing=count.count(SheetStage.MISSING),
        left=left,
        calls=len(state.calls),
        told=len(state.told),
        without_effect=sum(len(one.without_effect) for one in known),
        catch_up=max(settled, default=None),
        per_sheet=median(settled),
    )


def median(spans: Iterable[int]) -> int | None:
    """Give the span in the middle, or half way between the two that are; None of none."""
    ordered = sorted(spans)
    if not ordered:
        return None
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) // 2


def _waits(settled: Iterable[Instant | None], over: Instant) -> list[int]:
    """Give how long after a stop was over each number was settled."""
    return [max(at - over, 0) for at in settled if at is not None]
