"""What a case knows of its 23-timmars matter after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import ContactWay, EmergencyOutcome
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class PatientContact(Struct, frozen=True, kw_only=True):
    """One contact with the person, or a try at it: when, by whom, answered or not."""

    at: Instant
    by: UUID | None
    answered: bool
    way: ContactWay = ContactWay.PHONE
    counterpart: str = ""
    phone: str = ""
    text: str = ""
    on_word: OnWord | None = None


class NotedOutcome(Struct, frozen=True, kw_only=True):
    """Where the person went, when, and who noted it."""

    outcome: EmergencyOutcome
    at: Instant
    by: UUID | None
    text: str = ""


class KindCorrection(Struct, frozen=True, kw_only=True):
    """What kind of case somebody said that it really is, when and why."""

    case_kind: CaseKind
    noted_at: Instant
    by: UUID | None
    reason: str = ""


class EmergencyState(Struct, frozen=True, kw_only=True):
    """Contacts in order of time, the newest word on the outcome and on the kind of the case."""

    contacts: tuple[PatientContact, ...] = ()
    outcome: NotedOutcome | None = None
    correction: KindCorrection | None = None

    @property
    def first_contact(self) -> PatientContact | None:
        """Give the first contact that was one: a try without answer does not count."""
        return next((one for one in self.contacts if one.answered), None)

    @property
    def tries(self) -> int:
        """Count the tries without answer before the first contact."""
        first = self.first_contact
        return sum(
            not one.answered and (first is None or one.at <= first.at) for one in self.contacts
        )
