"""What screens get about our own care requests: lines of the list, one whole, and what to send."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.care_request import (
    CareRequestContent,
    MedicalPlan,
    SharingConsent,
)
from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import TimelineEntry


class Standing(StrEnum):
    """How it stands with a person's care request, the most pressing first."""

    TO_SEND = "to_send"
    MISSING = "missing"
    OLD = "old"
    KEPT = "kept"


class CareRequestRow(Struct, frozen=True, kw_only=True):
    """One line of the list: whose, how it stands, since when; nothing of what help she has.

    `case` is the case that it is to be sent in, or her open one.
    """

    person: UUID
    standing: Standing
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False
    unit: str = ""
    in_hospital: bool = False
    case: UUID | None = None
    item: UUID | None = None
    since: Instant | None = None
    consent: SharingConsent | None = None
    medical_plan: MedicalPlan | None = None
    written_at: Instant | None = None
    written_by: str = ""
    looked_over_at: Instant | None = None
    look_over_by: date | None = None


class CareRequestCard(Struct, frozen=True, kw_only=True):
    """One care request whole: `text` is what waits to be sent, with the system it goes to."""

    row: CareRequestRow
    content: CareRequestContent | None = None
    text: str = ""
    system: str = ""
    timeline: tuple[TimelineEntry, ...] = ()


class Whom(Struct, frozen=True, kw_only=True):
    """Whom a care request is for: somebody known, or a number with a name for who is not."""

    person: UUID | None = None
    number_text: str = ""
    name: str = ""


class Going(Struct, frozen=True, kw_only=True):
    """Somebody goes to hospital: when (None = now), where, who sent her, and the text to send."""

    whom: Whom
    text: str
    system: str
    at: Instant | None = None
    hospital: str = ""
    by: str = ""
    on_word: OnWord | None = None
    note: str = ""
