"""What happens in a case (samordningsärende): one stay, or one 23-timmars matter."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, SummonsFacts
from kontaktpunkt.domain.staff import OnWord, Receiver
from kontaktpunkt.domain.times import Instant


class CaseKind(StrEnum):
    """A stay in hospital, a 23-timmars matter without admission, or a matter without a stay."""

    INPATIENT = "inpatient"
    EMERGENCY_STAY = "emergency_stay"
    MATTER = "matter"


class CaseOpened(Body, frozen=True, kw_only=True):
    """A case was opened for a person; `stay_ids` are the source's own ids of the stay."""

    person: UUID
    case_kind: CaseKind
    stay_ids: tuple[str, ...] = ()


class Noticed(Body, frozen=True, kw_only=True):
    """What every fact from a message carries: which message, when sent, what it replaces.

    `stay_ids` are the source's own ids of the stay that it speaks of. `stands_at` is where it
    stands in the course of the stay when it was written down here afterwards. `sheet` is the
    numbered paper that the message was made of, where it came on one.
    """

    message: UUID
    sent_at: Instant | None = None
    stands_at: Instant | None = None
    replaces: tuple[UUID, ...] = ()
    stay_ids: tuple[str, ...] = ()
    sheet: UUID | None = None
    paper_number: str = ""


class AdmissionNoticed(Noticed, frozen=True, kw_only=True):
    """The region told us of an admission (inskrivningsmeddelande, lag 2017:612 2 kap. 1 §)."""

    admitted_at: Instant | None = None
    expected_discharge: Instant | None = None
    setting: CareSetting | None = None
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    track: str = ""
    consent: bool | None = None


class EmergencyStayNoticed(Noticed, frozen=True, kw_only=True):
    """The emergency ward told us of a person who needs no inpatient care (23-timmarsplats)."""

    arrived_at: Instant | None = None
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""


class ExpectedDischargeNoticed(Noticed, frozen=True, kw_only=True):
    """The region changed the expected discharge (ändrad beräknad utskrivning, 2 kap. 4 §)."""

    expected_discharge: Instant | None = None


class LeaveNoticed(Noticed, frozen=True, kw_only=True):
    """The person went on leave from the ward, or came back (permission start/slut)."""

    started: bool
    leave_at: Instant | None = None


class PlanSummoned(Noticed, frozen=True, kw_only=True):
    """We were summoned to a coordinated plan (kallelse till SIP, 4 kap. 3 §)."""

    summons: SummonsFacts = SummonsFacts()


class ReadinessNoticed(Noticed, frozen=True, kw_only=True):
    """The region told us that the person is ready for discharge (utskrivningsklar, 3 kap. 1 §).

    `sent_at` is the notice's own time of sending: it is what starts the payment clock (5 kap. 4 §).
    """

    ready_at: Instant | None = None


class ReadinessWithdrawn(Noticed, frozen=True, kw_only=True):
    """The region withdrew the readiness (återtagen utskrivningsklar)."""

    withdrawn_at: Instant | None = None


class Discharged(Noticed, frozen=True, kw_only=True):
    """The region told us that the person has left the hospital (utskrivningsmeddelande)."""

    discharged_at: Instant | None = None
    to: str = ""


class DischargeInformed(Noticed, frozen=True, kw_only=True):
    """The region sent the information that goes with a discharge (3 kap. 2 §: the same day)."""


class DeathNoticed(Noticed, frozen=True, kw_only=True):
    """The region told us that the person has died (avliden)."""

    died_at: Instant | None = None


class CareRequestSent(Noticed, frozen=True, kw_only=True):
    """We sent a care request with the person to hospital ((förberedd) vårdbegäran).

    `item` is the text that was ticked as sent; then no message of ours tells of it.
    """

    prepared: bool = False
    item: UUID | None = None


class PrimaryCareRequested(Noticed, frozen=True, kw_only=True):
    """Regional primary care asked municipal primary care to take the person on (vårdbegäran)."""


class AdministrativeMessageNoted(Noticed, frozen=True, kw_only=True):
    """A message of words came (administrativt meddelande, fråga, svar, kvittens)."""


class NoticeCancelled(Noticed, frozen=True, kw_only=True):
    """The region cancelled earlier messages (makulering): what `replaces` names no longer holds.

    `notice_kind` is the kind of what was cancelled, which may come later than its cancellation.
    """

    notice_kind: MessageKind | None = None


class NoticeTimed(Body, frozen=True, kw_only=True):
    """When a message of the case was sent is known by now: what it said counts from then."""

    message: UUID
    sent_at: Instant


class NoticeMovedAway(Body, frozen=True, kw_only=True):
    """A message was moved to another case: what it said here no longer holds."""

    message: UUID


class CaseTaken(Body, frozen=True, kw_only=True):
    """Somebody is responsible for the case (ansvarig)."""

    staff: UUID


class CaseHandedOver(Body, frozen=True, kw_only=True):
    """The case was handed to a colleague, a unit or a role."""

    to: Receiver


class StepDone(Body, frozen=True, kw_only=True):
    """A planning step was done, by us or on somebody's word."""

    step: str
    on_word: OnWord | None = None


class StepUndone(Body, frozen=True, kw_only=True):
    """A planning step turned out not to be done."""

    step: str


class CallDirection(StrEnum):
    """Who rang whom."""

    OUT = "out"
    IN = "in"


class CallLogged(Body, frozen=True, kw_only=True):
    """A phone call about the case; an unanswered one counts too (ej svar)."""

    direction: CallDirection
    counterpart: str
    phone: str = ""
    answered: bool = True
    read_back: bool = False
    text: str = ""


class NoteAdded(Body, frozen=True, kw_only=True):
    """A working note (notering); never a journal entry."""

    text: str


class DeviationNoted(Body, frozen=True, kw_only=True):
    """Somebody saw a deviation from what was agreed (avvikelse); the report comes later."""

    code: str
    text: str = ""


class DocumentationDue(Body, frozen=True, kw_only=True):
    """Something is to be documented in the region's system; `text` is ready to copy."""

    item: UUID
    system: str
    text: str


class Documented(Body, frozen=True, kw_only=True):
    """Somebody has documented the item in the region's system."""

    item: UUID
    documented_at: Instant


class CaseClosed(Body, frozen=True, kw_only=True):
    """Nothing more is to be done in the case."""

    note: str = ""


class CaseReopened(Body, frozen=True, kw_only=True):
    """A closed case is open again."""
