"""What staff may want in a round against the region's system."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.reconciliation import FindingDecision, OverviewCompared


class CompareOverview(Command, frozen=True, kw_only=True):
    """Begin a round with what comparing the region's overview with our list found."""

    round: UUID
    compared: OverviewCompared


class SettleFindings(Command, frozen=True, kw_only=True):
    """Settle findings of a round in one way; `messages` are those that come of it."""

    round: UUID
    decision: FindingDecision
    findings: tuple[int, ...] = ()
    messages: tuple[UUID, ...] = ()


class SignRound(Command, frozen=True, kw_only=True):
    """Sign a round (avstämt); `answered` are findings that our own list answers by now."""

    round: UUID
    answered: tuple[int, ...] = ()
