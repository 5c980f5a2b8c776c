"""What happens in a case about a short stay: queue, decisions outside office hours, arrival."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class ShortTermWish(StrEnum):
    """Who wants the place: the person herself, or her legal representative."""

    SELF = "self"
    REPRESENTATIVE = "representative"


class DoctorAsked(StrEnum):
    """Whether the doctor or the mobile team (MTN) was asked before a place was granted."""

    ASKED = "asked"
    NOT_NEEDED = "not_needed"


class ShortTermApplied(Body, frozen=True, kw_only=True):
    """Somebody applies for a short stay (ansökan): she stands in the queue from then on.

    When she applied stands on the envelope; `need` is in words.
    """

    need: str
    on_word: OnWord | None = None


class ShortTermDecided(Body, frozen=True, kw_only=True):
    """The caseworker has decided on the application; when it was stands on the envelope."""

    granted: bool
    caseworker: str
    note: str = ""


class ShortTermWithdrawn(Body, frozen=True, kw_only=True):
    """The application holds no more: she leaves the queue."""

    reason: str = ""


class ShortTermPlaced(Body, frozen=True, kw_only=True):
    """The person has got a place."""

    place: UUID
    name: str
    stay: UUID
    until: Instant | None = None


class ShortTermLeft(Body, frozen=True, kw_only=True):
    """The person has left the place."""

    place: UUID
    name: str
    stay: UUID


class ShortTermGranted(Body, frozen=True, kw_only=True):
    """A nurse granted a place outside office hours (korttidsbeslut), with all that it rests on.

    `tried`, `handed_over` and `told` are codes of the profile. `manager` is the manager on call
    who decided, which a permanent place demands. It holds until `valid_until` and waits for the
    caseworker. Source: the routine of Gislaved; the steps by practice.
    """

    decision: UUID
    reason: str
    wish: ShortTermWish
    representative: str = ""
    delegation: bool
    assessment: str
    doctor: DoctorAsked
    doctor_name: str = ""
    tried: tuple[str, ...] = ()
    tried_note: str = ""
    place: UUID | None = None
    place_name: str = ""
    manager: str = ""
    handed_over: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    valid_until: Instant


class ShortTermTold(Body, frozen=True, kw_only=True):
    """Somebody who had to know of the decision was told, or something more was handed over."""

    decision: UUID
    told: tuple[str, ...] = ()
    handed_over: tuple[str, ...] = ()


class ManagerOnCallAsked(Body, frozen=True, kw_only=True):
    """The manager on call was asked (chef i beredskap): a refusal is never given by a nurse."""

    manager: str
    phone: str = ""
    question: str
    answer: str = ""


class ShortTermConfirmed(Body, frozen=True, kw_only=True):
    """The caseworker has taken the decision over, on the weekday; `until` is how long it holds."""

    decision: UUID
    caseworker: str
    until: Instant | None = None
    note: str = ""


class ShortTermEnded(Body, frozen=True, kw_only=True):
    """The caseworker has ended what was granted outside office hours."""

    decision: UUID
    caseworker: str
    reason: str = ""


class ShortTermArrivalPlanned(Body, frozen=True, kw_only=True):
    """Somebody comes to a short stay (kommer till korttid): when, and what comes along.

    None where nobody has said.
    """

    arrives_at: Instant | None = None
    place: UUID | None = None
    place_name: str = ""
    report_taken: bool | None = None
    medicines_along: bool | None = None
    list_along: bool | None = None
    infection: str = ""
    aids: str = ""
    on_word: OnWord | None = None
