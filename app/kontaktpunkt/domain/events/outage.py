"""What happens in a stop (driftstopp): declared, told, rung, over, reconciled and closed."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class OutageOf(StrEnum):
    """What is down."""

    SOURCE = "source"
    OWN_COMPUTERS = "own_computers"


class OutageReach(StrEnum):
    """How wide a stop is, as far as is known."""

    UNKNOWN = "unknown"
    UNIT = "unit"
    MUNICIPALITY = "municipality"
    REGION = "region"


class OutageCall(StrEnum):
    """What ringing round gave at one ward; nothing new is an answer too."""

    NOTHING_NEW = "nothing_new"
    NEWS = "news"
    NO_ANSWER = "no_answer"


class OutageDeclared(Body, frozen=True, kw_only=True):
    """A stop was declared: what is down, which system by name, since when, planned or not.

    `exercise` (övning) is said once and for ever: practice never becomes real, nor the reverse.
    `scenario` is the key of the script that it follows.
    """

    of: OutageOf
    since: Instant
    system: str = ""
    planned: bool = False
    reach: OutageReach = OutageReach.UNKNOWN
    exercise: bool = False
    note: str = ""
    scenario: str = ""


class OutageDescribed(Body, frozen=True, kw_only=True):
    """What is known about a stop was changed; all of it is said again."""

    of: OutageOf
    since: Instant
    system: str = ""
    planned: bool = False
    reach: OutageReach = OutageReach.UNKNOWN
    note: str = ""


class OutageWithdrawn(Body, frozen=True, kw_only=True):
    """The declaration was wrong: there was no stop; `numbers` is how many had been given out."""

    reason: str
    numbers: int | None = None


class OutageFaultReported(Body, frozen=True, kw_only=True):
    """The fault was reported: the number of the report, to whom, when the next word is due."""

    reference: str
    to: str = ""
    next_word_at: Instant | None = None
    note: str = ""


class OutageTold(Body, frozen=True, kw_only=True):
    """Somebody who must know has been told: a ward, a manager, korttid, Trygghetscentralen."""

    whom: str
    note: str = ""


class OutageCallMade(Body, frozen=True, kw_only=True):
    """A ward was rung in the round of calls (ringrunda), and what it gave.

    `incoming`: it was they who rang; `called_back`: they were rung back through the switchboard
    (motringt via växeln), so that it is known who they were. `phone` is the number that was used.
    """

    ward: str
    outcome: OutageCall
    text: str = ""
    on_word: OnWord | None = None
    phone: str = ""
    incoming: bool = False
    called_back: bool = False


class OutageSheetGiven(Body, frozen=True, kw_only=True):
    """A numbered paper was given out in the stop; from now on the stop answers for its number."""

    sheet: UUID
    number: str


class OutageOver(Body, frozen=True, kw_only=True):
    """The stop is over; what is on paper is being documented (införande pågår)."""

    note: str = ""


class OutageReconciled(Body, frozen=True, kw_only=True):
    """The lists were compared with the source's whole overview after the stop; `round` is it."""

    system: str = ""
    round: UUID | None = None
    note: str = ""


class OutageClosed(Body, frozen=True, kw_only=True):
    """The stop was closed: every number is accounted for, and somebody signs for that.

    `numbers` is how many that somebody had heard of: what another workstation gave out meanwhile
    is not signed for.
    """

    note: str = ""
    numbers: int | None = None
