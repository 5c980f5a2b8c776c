"""The messages that a paper told by telephone becomes: the same as if they had come by wire."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, StayFacts, SummonsFacts
from kontaktpunkt.domain.paper.form import Field, fields_of
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.answers import HandEntry
from kontaktpunkt.usecases.arriving.entry_times import Direction
from kontaktpunkt.usecases.back_entry.document_text import lines_of
from kontaktpunkt.usecases.back_entry.names import NOT_IN_TEXT
from kontaktpunkt.usecases.back_entry.written import Written

K = MessageKind
_CONSENT: Final = {"yes": True, "no": False}
_WITHDRAWAL: Final = ("withdrawn.date", "withdrawn.time", "withdrawn.by", "withdrawn.why")
_SECOND: Final[Mapping[MessageKind, str]] = {
    K.READINESS_WITHDRAWN_NOTICE: "withdrawn.",
    K.DISCHARGE_INFORMATION: "info.",
}
"""The part of a paper that only the second of its messages says."""


class Told(Struct, frozen=True, kw_only=True):
    """The call that a paper tells of: when, from whom, read back; and about whom it was.

    `at` is None where nobody wrote when: then it is not guessed.
    """

    at: Instant | None
    on_word: OnWord | None
    read_back: bool
    person: PersonFacts


def told_of(written: Written, person: PersonFacts) -> Told:
    """Read who told us and when."""
    parts = (written.text("call.name"), written.text("call.title"))
    name, phone = ", ".join(part for part in parts if part), written.text("call.phone")
    return Told(
        at=_when_told(written),
        on_word=OnWord(name=name, phone=phone) if name or phone else None,
        read_back=written.ticked("call.read_back"),
        person=person,
    )


def _when_told(written: Written) -> Instant | None:
    """Give when we were told; a day without a clock is no time that anything could count from."""
    read = written.moment("call.date", "call.time")
    return read.instant if read is not None and read.clock_given else None


def messages_of(written: Written, told: Told) -> tuple[HandEntry, ...]:
    """Give the messages that a paper becomes, in the order that they were said."""
    return tuple(_message(kind, written, told) for kind in _kinds(written))


def _kinds(written: Written) -> list[MessageKind]:
    """Say which of the messages that the form stands for this paper is."""
    kinds = list(written.form.stands_for)
    if K.READINESS_WITHDRAWN_NOTICE in kinds:
        withdrawn = written.any_of(*_WITHDRAWAL)
        ready = written.any_of("ready.date", "ready.time") or not withdrawn
        kinds = _only(kinds, K.READINESS_WITHDRAWN_NOTICE, keep=withdrawn)
        kinds = _only(kinds, K.READINESS_NOTICE, keep=ready)
    if K.DISCHARGE_INFORMATION in kinds and K.DISCHARGE_NOTICE in kinds:
        kinds = _only(kinds, K.DISCHARGE_INFORMATION, keep=bool(_part(written, "info.")))
    return kinds


def _only(kinds: list[MessageKind], kind: MessageKind, *, keep: bool) -> list[MessageKind]:
    return [one for one in kinds if keep or one is not kind]


def _message(kind: MessageKind, written: Written, told: Told) -> HandEntry:
    # Only the call's own time is evidence of when readiness was told; anything else was told, too,
    # when the paper says that it happened.
    at = told.at if told.at is not None or kind is K.READINESS_NOTICE else written.at
    plain = HandEntry(
        kind=kind,
        person=told.person,
        stay=_stay(kind, written),
        sent_at=at,
        on_word=told.on_word,
        read_back=told.read_back,
    )
    special = _SPECIAL.get(kind)
    whole = plain if special is None else replace(plain, **special(written, plain))
    return replace(whole, text=_text(kind, written))  # last: what could not be read is text too


def _stay(kind: MessageKind, written: Written) -> StayFacts:
    """Read what any message may say of where she is."""
    return StayFacts(
        setting=CareSetting.INPATIENT if kind is K.ADMISSION_NOTICE else None,
        hospital=written.text("stay.hospital"),
        ward=written.text("stay.ward"),
        ward_phone=written.text("stay.ward_phone"),
        track=written.text("stay.track"),
        consent=_CONSENT.get(written.chosen("stay.consent")),
    )


def _admission(written: Written, plain: HandEntry) -> dict[str, Any]:
    admitted = written.instant("stay.admitted_on", "stay.admitted_time")
    return {
        "stay": replace(plain.stay, admitted_at=admitted, expected_discharge=_expected(written)),
        "happened_at": admitted,
    }


def _expected(written: Written) -> Instant | None:
    return written.instant("stay.expected_discharge", "stay.expected_time", Direction.COMING)


def _expected_notice(written: Written, plain: HandEntry) -> dict[str, Any]:
    return {"stay": replace(plain.stay, expected_discharge=_expected(written))}


def _ready(written: Written, plain: HandEntry) -> dict[str, Any]:
    ready = written.instant("ready.date", "ready.time")
    return {"stay": replace(plain.stay, ready_at=ready), "happened_at": ready}


def _withdrawn(written: Written, plain: HandEntry) -> dict[str, Any]:
    """Read a withdrawal; on a paper that tells of readiness too, it was told when it was made."""
    at = written.instant("withdrawn.date", "withdrawn.time")
    told = plain.sent_at
    later = at is not None and told is not None and at > told
    both = written.any_of("ready.date", "ready.time")
    return {"happened_at": at, "sent_at": at if both and later else told}


def _discharge(written: Written, plain: HandEntry) -> dict[str, Any]:
    left = written.instant("stay.discharged_on", "stay.discharged_time")
    to = written.text("stay.discharged_to")
    return {
        "stay": replace(plain.stay, discharged_at=left, discharged_to=to),
        "happened_at": left,
    }


def _summons(written: Written, _plain: HandEntry) -> dict[str, Any]:
    meeting = written.instant("meeting.date", "meeting.time", Direction.COMING)
    invited = (", ".join(part for part in row if part) for row in _invited(written))
    return {
        "summons": SummonsFacts(
            meeting_at=meeting,
            form=written.text("meeting.form"),
            place=written.text("meeting.place"),
            participants=tuple(invited),
        )
    }


def _invited(written: Written) -> tuple[tuple[str, ...], ...]:
    return written.rows("meeting.participants")


def _leave(written: Written, plain: HandEntry) -> dict[str, Any]:
    at = written.instant("leave.date", "leave.time")
    started = {"start": True, "end": False}.get(written.chosen("leave.kind"))
    return {"stay": replace(plain.stay, leave_at=at, leave_started=started), "happened_at": at}


def _death(written: Written, _plain: HandEntry) -> dict[str, Any]:
    return {"happened_at": written.instant("death.date", "death.time")}


def _emergency(written: Written, plain: HandEntry) -> dict[str, Any]:
    arrived = written.instant("stay.admitted_on", "stay.admitted_time")
    stay = replace(plain.stay, setting=CareSetting.EMERGENCY, admitted_at=arrived)
    return {"stay": stay, "happened_at": arrived}


_SPECIAL: Final[Mapping[MessageKind, Callable[[Written, HandEntry], dict[str, Any]]]] = {
    K.ADMISSION_NOTICE: _admission,
    K.EXPECTED_DISCHARGE_NOTICE: _expected_notice,
    K.READINESS_NOTICE: _ready,
    K.READINESS_WITHDRAWN_NOTICE: _withdrawn,
    K.DISCHARGE_NOTICE: _discharge,
    K.PLAN_SUMMONS: _summons,
    K.LEAVE_NOTICE: _leave,
    K.DEATH_NOTICE: _death,
    K.EMERGENCY_STAY_NOTICE: _emergency,
}


def _text(kind: MessageKind, written: Written) -> str:
    """Give what has no field in the message as lines; each part of a paper in its own message."""
    own = _SECOND.get(kind)
    if own is not None and len(_kinds(written)) > 1:
        return _part(written, own)
    others = [part for second, part in _SECOND.items() if second in _kinds(written)]
    unread = {one.key for one in written.faults}

    def goes_elsewhere(field: Field) -> bool:
        if field.key in unread:
            return False
        beside = any(field.back_entry.startswith(part) for part in others if part != own)
        return beside or field.back_entry in NOT_IN_TEXT

    skip = {field.key for field in fields_of(written.form) if goes_elsewhere(field)}
    return lines_of(written.form, written.values, frozenset(skip))


def _part(written: Written, start: str) -> str:
    """Give the lines of the fields whose place begins so."""
    skip = {f.key for f in fields_of(written.form) if not f.back_entry.startswith(start)}
    return lines_of(written.form, written.values, frozenset(skip))
