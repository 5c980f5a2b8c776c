"""What happens in a 23-timmars matter: contact with the person, how it ended, what it really is."""

from enum import StrEnum

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord


class ContactWay(StrEnum):
    """How the caseworker met the person in the emergency ward."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    VIDEO = "video"


class EmergencyOutcome(StrEnum):
    """How a 23-timmars matter ended; `STILL_THERE` takes an earlier word of that back."""

    HOME = "home"
    SHORT_TERM = "short_term"
    ADMITTED = "admitted"
    DIED = "died"
    STILL_THERE = "still_there"


class PatientContacted(Body, frozen=True, kw_only=True):
    """The caseworker reached the person in the emergency ward, or tried to (delregional rutin).

    Without answer it is a try and no contact. `on_word` is the caseworker, when somebody else
    noted it for her; `counterpart` is with whom she spoke, when that was not the person herself.
    """

    answered: bool
    way: ContactWay = ContactWay.PHONE
    counterpart: str = ""
    phone: str = ""
    text: str = ""
    on_word: OnWord | None = None


class EmergencyOutcomeNoted(Body, frozen=True, kw_only=True):
    """Somebody noted where the person went from the emergency ward, or that she is still there."""

    outcome: EmergencyOutcome
    text: str = ""


class CaseKindCorrected(Body, frozen=True, kw_only=True):
    """The case is of another kind than it was opened as; what was done in it stays."""

    case_kind: CaseKind
    reason: str
