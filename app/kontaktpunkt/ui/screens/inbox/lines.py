"""What a row of the inbox says, in words: pure, with the present handed in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.rows import DueReason, InboxRow, Mark
from kontaktpunkt.wording.emergency import NO_CONTACT
from kontaktpunkt.wording.names import NAMELESS, identity, person_name
from kontaktpunkt.wording.times import due, late, when, when_and_ago
from kontaktpunkt.wording.words import kind_name, word

NOT_TAKEN = "Ej taget"
UNKNOWN_HERE = "okänd hos oss"
_QUIET = frozenset({Mark.SET_ASIDE, Mark.PROTECTED, Mark.AWAITS_ANSWER})

ICONS: Final = {
    MessageKind.CARE_REQUEST_OUT: "kind_request_out",
    MessageKind.PRIMARY_CARE_REQUEST: "kind_request_in",
    MessageKind.ADMISSION_NOTICE: "kind_admission",
    MessageKind.EXPECTED_DISCHARGE_NOTICE: "kind_expected",
    MessageKind.LEAVE_NOTICE: "kind_leave",
    MessageKind.PLAN_SUMMONS: "kind_summons",
    MessageKind.READINESS_NOTICE: "kind_ready",
    MessageKind.READINESS_WITHDRAWN_NOTICE: "kind_withdrawn",
    MessageKind.DISCHARGE_NOTICE: "kind_discharge",
    MessageKind.DISCHARGE_INFORMATION: "kind_information",
    MessageKind.DEATH_NOTICE: "kind_death",
    MessageKind.ADMINISTRATIVE_MESSAGE: "kind_message",
    MessageKind.EMERGENCY_STAY_NOTICE: "kind_emergency",
    MessageKind.ACKNOWLEDGEMENT: "kind_acknowledgement",
}
"""A shape for each kind, so that neither colour nor reading alone tells them apart."""


class Urgency(StrEnum):
    """How pressing a row is for *us*: only these two have a colour."""

    CALM = "calm"
    TODAY = "today"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Line:
    """A row in words, ready to paint: two lines of four pieces, short ones for narrow lists."""

    icon: str
    kind: str
    came: str
    came_short: str
    name: str
    born: str
    hospital: str
    ward: str
    owner: str
    with_us: str
    due: str
    due_short: str
    marks: str
    marks_short: str
    urgency: Urgency
    is_taken: bool
    is_protected: bool
    is_struck: bool

    @property
    def place(self) -> str:
        """Give hospital and ward in one."""
        return " · ".join(part for part in (self.hospital, self.ward) if part)

    @property
    def spoken(self) -> str:
        """Give the whole row as a screen reader says it."""
        parts = (
            self.due if self.urgency is Urgency.LATE else "",
            self.kind,
            self.name,
            self.born,
            self.place,
            self.came,
            "" if self.urgency is Urgency.LATE else self.due,
            self.owner,
            self.with_us,
            self.marks,
        )
        return ", ".join(part for part in parts if part)


def line_of(row: InboxRow, now: Instant, profile: RuleProfile | None, *, whole: bool) -> Line:
    """Say a row in words; `whole` shows whole person numbers instead of birth dates."""
    return Line(
        icon=ICONS[row.kind] if row.kind is not None else "kind_unknown",
        kind=kind_words(row, profile),
        # The words are as old as the last minute; what has come since came just now.
        came=when_and_ago(row.received_at, max(now, row.received_at)),
        came_short=when(row.received_at, now),
        name=_name(row),
        born=_born(row, local_day(now), whole=whole),
        hospital=row.hospital,
        ward=row.ward,
        owner=owner_words(row),
        with_us=with_us_words(row),
        due=due_words(row, now),
        due_short=due_words(row, now).partition(",")[0],
        marks=mark_words(row, profile),
        marks_short=mark_words(row, None),
        urgency=urgency_of(row, now),
        is_taken=row.is_taken,
        is_protected=Mark.PROTECTED in row.marks or row.masked,
        is_struck=Mark.CANCELLED in row.marks or Mark.VOIDED in row.marks,
    )


def kind_words(row: InboxRow, profile: RuleProfile | None) -> str:
    """Say the kind of a message, and what it is to an earlier one."""
    if row.kind is None:
        return "Ej inläst"
    name = kind_name(row.kind, profile)
    return name if row.change is Change.NEW else f"{name}, {word(row.change)}"


def owner_words(row: InboxRow) -> str:
    """Say who has it, or that nobody has."""
    return row.owner_name if row.is_taken else NOT_TAKEN


def with_us_words(row: InboxRow) -> str:
    """Say who the person is with us; while it is on its way to somebody, to whom."""
    if row.receiver_name and not row.is_taken:
        return f"till {row.receiver_name}"
    return row.unit or (UNKNOWN_HERE if row.kind is not None else "")


def due_words(row: InboxRow, now: Instant) -> str:
    """Say by when *we* must act, or that it is done or waits for others."""
    if row.stage in (MessageStage.DONE, MessageStage.DISMISSED):
        done = "Klart" if row.stage is MessageStage.DONE else "Hör inte hit"
        at = f" {when(row.done_at, now)}" if row.done_at is not None else ""
        return f"{done}{at}{f', {row.done_by_name}' if row.done_by_name else ''}"
    if row.stage is MessageStage.WAITING:
        return f"väntar till {when(row.due_at, now)}" if row.due_at else "väntar svar"
    if row.due_at is None:
        return ""
    if row.due_reason is DueReason.DEFERRED and row.due_at <= now:
        return f"tillbaka sedan {when(row.due_at, now)}"
    what = "svar " if row.due_reason is DueReason.PLANNING_ANSWER else ""
    return what + (late(row.due_at, now) if row.due_at <= now else due(row.due_at, now))


def urgency_of(row: InboxRow, now: Instant) -> Urgency:
    """Say how pressing the row is for us; what waits for others is never pressing."""
    if row.due_at is None or row.stage is not MessageStage.OPEN:
        return Urgency.CALM
    if row.due_at <= now:
        return Urgency.LATE
    return Urgency.TODAY if local_day(row.due_at) == local_day(now) else Urgency.CALM


def mark_words(row: InboxRow, profile: RuleProfile | None) -> str:
    """Say the marks that neither the kind nor the name says already."""
    system = profile.system_short_name if profile is not None else ""
    matter = row.emergency
    waits = matter is not None and matter.ended_at is None and matter.contacted_at is None
    said: list[str] = [NO_CONTACT] if waits else []
    for mark in row.marks:
        if mark in _QUIET or (row.change is not Change.NEW and mark in _OWN_CHANGE):
            continue
        words = word(mark)
        said.append(f"{words} i {system}" if mark is Mark.NOT_ACKNOWLEDGED and system else words)
    if row.on_paper is not None:
        said.append("också på papper" if row.on_paper.joined else "har kommit på papper")
    return " · ".join(said)


_OWN_CHANGE = frozenset({Mark.CHANGES_EARLIER, Mark.CANCELS_EARLIER})


def short_name(row: InboxRow) -> str:
    """Name the person of a row as briefly as the strip does: "Anna A."."""
    if row.masked:
        return person_name("", masked=True)
    given, _, family = row.name.rpartition(" ")
    if not given:
        return row.name or row.file_name or NAMELESS
    return f"{given.split()[0]} {family[:1]}."


def _name(row: InboxRow) -> str:
    if row.kind is None and not row.name and not row.masked:
        return row.file_name or NAMELESS
    return person_name(row.name, masked=row.masked)


def _born(row: InboxRow, today: date, *, whole: bool) -> str:
    if row.masked or (row.kind is None and row.number is None and row.birth_date is None):
        return ""
    return identity(row.number, row.birth_date, today, whole=whole).removeprefix("född ")
