"""What staff may want for somebody who needs a short stay: queue, decisions, arrival."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class ApplyForShortTerm(Command, frozen=True, kw_only=True):
    """Put somebody in the queue; `opens_case` makes a case for who has none."""

    case: UUID
    need: str
    person: UUID | None = None
    opens_case: bool = False
    on_word: OnWord | None = None


class DecideShortTerm(Command, frozen=True, kw_only=True):
    """Note the caseworker's decision on an application."""

    case: UUID
    granted: bool
    caseworker: str
    note: str = ""


class WithdrawShortTerm(Command, frozen=True, kw_only=True):
    """Take somebody out of the queue."""

    case: UUID
    reason: str = ""


class GrantShortTerm(Command, frozen=True, kw_only=True):
    """Grant a place outside office hours until the caseworker decides (korttidsbeslut).

    `valid_until` comes from the calendar and the profile, see `domain.short_term`.
    """

    case: UUID
    decision: UUID
    stay: UUID
    valid_until: Instant
    reason: str
    wish: ShortTermWish | None = None
    representative: str = ""
    delegation: bool = False
    assessment: str = ""
    doctor: DoctorAsked | None = None
    doctor_name: str = ""
    tried: tuple[str, ...] = ()
    tried_note: str = ""
    place: UUID | None = None
    place_name: str = ""
    manager: str = ""
    handed_over: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    person: UUID | None = None
    opens_case: bool = False


class TellOfShortTerm(Command, frozen=True, kw_only=True):
    """Note who more was told of a decision, or what more was handed over."""

    case: UUID
    decision: UUID
    told: tuple[str, ...] = ()
    handed_over: tuple[str, ...] = ()


class AskManagerOnCall(Command, frozen=True, kw_only=True):
    """Note that the manager on call was asked, and what the answer was."""

    case: UUID
    manager: str
    question: str
    phone: str = ""
    answer: str = ""
    person: UUID | None = None
    opens_case: bool = False


class ConfirmShortTerm(Command, frozen=True, kw_only=True):
    """Take a decision over as caseworker."""

    case: UUID
    decision: UUID
    caseworker: str
    until: Instant | None = None
    note: str = ""


class EndShortTerm(Command, frozen=True, kw_only=True):
    """End what was granted outside office hours; the place is left by that."""

    case: UUID
    decision: UUID
    caseworker: str
    reason: str = ""


class PlanShortTermArrival(Command, frozen=True, kw_only=True):
    """Write down when somebody comes to a short stay, and what comes along."""

    case: UUID
    arrives_at: Instant | None = None
    arrival_place: UUID | None = None
    place_name: str = ""
    report_taken: bool | None = None
    medicines_along: bool | None = None
    list_along: bool | None = None
    infection: str = ""
    aids: str = ""
    on_word: OnWord | None = None
