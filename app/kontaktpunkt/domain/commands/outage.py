"""What staff may want in a stop (driftstopp)."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.outage import OutageCall, OutageOf, OutageReach
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class DeclareOutage(Command, frozen=True, kw_only=True):
    """Declare a stop; fields as in the event."""

    outage: UUID
    of: OutageOf
    since: Instant
    system: str = ""
    planned: bool = False
    reach: OutageReach = OutageReach.UNKNOWN
    exercise: bool = False
    note: str = ""
    scenario: str = ""


class DescribeOutage(Command, frozen=True, kw_only=True):
    """Change what is known about a stop; all of it is said again."""

    outage: UUID
    of: OutageOf
    since: Instant
    system: str = ""
    planned: bool = False
    reach: OutageReach = OutageReach.UNKNOWN
    note: str = ""


class WithdrawOutage(Command, frozen=True, kw_only=True):
    """Take a wrong declaration back."""

    outage: UUID
    reason: str


class ReportFault(Command, frozen=True, kw_only=True):
    """Note that the fault was reported, and when the next word is due."""

    outage: UUID
    reference: str
    to_whom: str = ""
    next_word_at: Instant | None = None
    note: str = ""


class TellOfOutage(Command, frozen=True, kw_only=True):
    """Tick that somebody who must know has been told."""

    outage: UUID
    whom: str
    note: str = ""


class LogOutageCall(Command, frozen=True, kw_only=True):
    """Note a call of the round to the wards, nothing new too; fields as in the event."""

    outage: UUID
    ward: str
    outcome: OutageCall
    text: str = ""
    on_word: OnWord | None = None
    phone: str = ""
    incoming: bool = False
    called_back: bool = False


class EndOutage(Command, frozen=True, kw_only=True):
    """Say that the stop is over; what is on paper is to be documented."""

    outage: UUID
    note: str = ""


class ReconcileOutage(Command, frozen=True, kw_only=True):
    """Note that the lists were compared with the source's whole overview after the stop."""

    outage: UUID
    system: str = ""
    source_round: UUID | None = None
    note: str = ""


class CloseOutage(Command, frozen=True, kw_only=True):
    """Close a stop whose numbers all are accounted for, and sign for that."""

    outage: UUID
    note: str = ""
