"""From what was typed to a message by hand, or to a fault beside each field that needs one."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, StayFacts, SummonsFacts
from kontaktpunkt.domain.person.facts import PersonFacts, Protection
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.entry.fields import (
    REQUIRED,
    TIMES_COMING,
    TIMES_PAST,
    EntryField,
    fields_of_kind,
)
from kontaktpunkt.usecases.arriving.entry_times import Direction, TimeFault, TypedTime, read_time
from kontaktpunkt.usecases.desk import HandEntry

_WHO = (EntryField.NUMBER, EntryField.GIVEN_NAME, EntryField.FAMILY_NAME)
YES = "ja"
NO = "nej"


class Missing(StrEnum):
    """A field that this kind of message is nothing without is empty, or nobody is named at all."""

    MISSING = "missing"
    NUMBER_OR_NAME = "number_or_name"


Fault = TimeFault | Missing


class Origin(Struct, frozen=True, kw_only=True):
    """What the entry belongs to beforehand: a set-aside original, a case, known facts.

    `source` tells apart drafts that began from somewhere else, such as a line of an overview.
    `pasted` is a copied text and `dropped` a file that the fields came from.
    """

    completes: UUID | None = None
    case: UUID | None = None
    known: PersonFacts | None = None
    source: str = ""
    pasted: str = ""
    dropped: bytes = b""


def time_of(field: EntryField, typed: str, now: Instant) -> TypedTime | TimeFault | None:
    """Read a time field in its own direction; None when nothing was typed."""
    if not typed.strip():
        return None
    direction = Direction.COMING if field in TIMES_COMING else Direction.PAST
    found = read_time(typed, now, direction)
    if isinstance(found, TypedTime) and not found.clock_given and not _day_is_enough(field):
        return TimeFault.NEEDS_CLOCK
    return found


def _day_is_enough(field: EntryField) -> bool:
    """Say whether a day without a clock is an answer: only a planned discharge is told so."""
    return field is EntryField.EXPECTED_DISCHARGE


def faults(
    kind: MessageKind, typed: Mapping[EntryField, str], now: Instant
) -> dict[EntryField, Fault]:
    """Tell what needs another look, by field, in the order of the form."""
    found: dict[EntryField, Fault] = {}
    required = REQUIRED.get(kind, frozenset[EntryField]())
    # Without a number a name will do: the ward may not have said more.
    if not any(typed.get(field, "").strip() for field in _WHO):
        found[EntryField.NUMBER] = Missing.NUMBER_OR_NAME
    for field in fields_of_kind(kind):
        text = typed.get(field, "").strip()
        if not text and field in required:
            found[field] = Missing.MISSING
        elif field in TIMES_PAST | TIMES_COMING:
            time = time_of(field, text, now)
            if isinstance(time, TimeFault):
                found[field] = time
    return found


def compose(
    kind: MessageKind, typed: Mapping[EntryField, str], now: Instant, origin: Origin
) -> HandEntry:
    """Make the message; only the fields of its kind count, and `faults` has found none in them."""
    shown = fields_of_kind(kind)
    words = {field: typed.get(field, "").strip() for field in shown}
    times = {
        field: time.instant
        for field in shown
        if field in TIMES_PAST | TIMES_COMING
        and isinstance(time := time_of(field, words[field], now), TypedTime)
    }
    return HandEntry(
        kind=kind,
        person=_person(words, origin.known),
        number_text=words[EntryField.NUMBER],
        stay=_stay(kind, words, times),
        summons=_summons(words, times),
        text=words[EntryField.TEXT],
        happened_at=_happened(times),
        sent_at=times.get(EntryField.SENT_AT),
        on_word=_on_word(words),
        completes=origin.completes,
        case=origin.case,
        pasted=origin.pasted,
        dropped=origin.dropped,
        read_back=words[EntryField.READ_BACK] == YES,
    )


def _person(words: Mapping[EntryField, str], known: PersonFacts | None) -> PersonFacts:
    """Say who it is; an address and phone seen in a set-aside original come along."""
    base = known or PersonFacts()
    protected = words[EntryField.PROTECTED] == YES
    return PersonFacts(
        given_name=words[EntryField.GIVEN_NAME],
        family_name=words[EntryField.FAMILY_NAME],
        birth_date=base.birth_date,
        sex=base.sex,
        addresses=base.addresses,
        phone=base.phone,
        protection=_protection(base.protection, protected=protected),
        home_municipality=base.home_municipality,
    )


def _protection(known: Protection, *, protected: bool) -> Protection:
    """Never less protected than what is known: a phone call does not lift a marking."""
    if known is not Protection.NONE:
        return known
    return Protection.SECRECY_MARKING if protected else Protection.NONE


def _stay(
    kind: MessageKind, words: Mapping[EntryField, str], times: Mapping[EntryField, Instant]
) -> StayFacts:
    return StayFacts(
        setting=_setting(kind),
        admitted_at=times.get(EntryField.ADMITTED_AT),
        expected_discharge=times.get(EntryField.EXPECTED_DISCHARGE),
        ready_at=times.get(EntryField.READY_AT),
        discharged_at=times.get(EntryField.DISCHARGED_AT),
        discharged_to=words.get(EntryField.DISCHARGED_TO, ""),
        leave_started=_answer(words.get(EntryField.LEAVE_STARTED, "")),
        leave_at=times.get(EntryField.LEAVE_AT),
        hospital=words.get(EntryField.HOSPITAL, ""),
        ward=words.get(EntryField.WARD, ""),
        ward_phone=words.get(EntryField.WARD_PHONE, ""),
        track=words.get(EntryField.TRACK, ""),
        consent=_answer(words.get(EntryField.CONSENT, "")),
    )


def _setting(kind: MessageKind) -> CareSetting | None:
    return {
        MessageKind.ADMISSION_NOTICE: CareSetting.INPATIENT,
        MessageKind.EMERGENCY_STAY_NOTICE: CareSetting.EMERGENCY,
    }.get(kind)


def _answer(word: str) -> bool | None:
    return {YES: True, NO: False}.get(word)


def _summons(words: Mapping[EntryField, str], times: Mapping[EntryField, Instant]) -> SummonsFacts:
    named = words.get(EntryField.PARTICIPANTS, "").replace("\n", ",").split(",")
    return SummonsFacts(
        meeting_at=times.get(EntryField.MEETING_AT),
        form=words.get(EntryField.MEETING_FORM, ""),
        place=words.get(EntryField.MEETING_PLACE, ""),
        participants=tuple(name.strip() for name in named if name.strip()),
    )


def _happened(times: Mapping[EntryField, Instant]) -> Instant | None:
    """Say when that which the message is about happened, where the kind has such a time."""
    for field in (
        EntryField.HAPPENED_AT,
        EntryField.READY_AT,
        EntryField.DISCHARGED_AT,
        EntryField.LEAVE_AT,
        EntryField.ADMITTED_AT,
    ):
        if field in times:
            return times[field]
    return None


def _on_word(words: Mapping[EntryField, str]) -> OnWord | None:
    name = ", ".join(
        part for part in (words[EntryField.TOLD_BY], words[EntryField.TOLD_BY_TITLE]) if part
    )
    phone = words[EntryField.TOLD_BY_PHONE]
    return OnWord(name=name, phone=phone) if name or phone else None
