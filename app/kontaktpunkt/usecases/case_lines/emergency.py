"""What screens get of a 23-timmars matter: one short line for lists, and the panel's whole page."""

from msgspec import Struct

from kontaktpunkt.domain.emergency import EmergencySpan
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.profile import Answerer, ProfileValue
from kontaktpunkt.domain.profile.emergency import EmergencyWatch
from kontaktpunkt.domain.profile.emergency_shapes import EmergencyStep
from kontaktpunkt.domain.states import DecisionState, NotedOutcome, PatientContact
from kontaktpunkt.domain.times import Instant


class EmergencyLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A 23-timmars matter in a list: since when, until when, and whether anybody has reached her.

    `tries` counts those without answer before the first contact.
    """

    started_at: Instant
    told_at: Instant
    due_at: Instant
    ended_at: Instant | None = None
    contacted_at: Instant | None = None
    tries: int = 0
    outcome: EmergencyOutcome | None = None


class EmergencyPage(Struct, frozen=True, kw_only=True):
    """All that the panel of a 23-timmars matter shows.

    `hours` is the profile's value with its source, empty where the place's name alone says it.
    `watches` say who takes it from now until the office opens the next time, the first of them
    holds now. `manager` is whom to ring when nobody is named (chef i beredskap), None where the
    profile does not say.
    """

    span: EmergencySpan
    hours: ProfileValue
    contacts: tuple[PatientContact, ...] = ()
    steps: tuple[EmergencyStep, ...] = ()
    decision: DecisionState | None = None
    outcome: NotedOutcome | None = None
    watches: tuple[EmergencyWatch, ...] = ()
    manager: Answerer | None = None

    @property
    def first_contact(self) -> PatientContact | None:
        """Give the first contact that was one."""
        return next((one for one in self.contacts if one.answered), None)


class EmergencyDuty(Struct, frozen=True, kw_only=True):
    """Who takes 23-timmars matters from now on, whichever person they are about."""

    watches: tuple[EmergencyWatch, ...]
    manager: Answerer | None = None
