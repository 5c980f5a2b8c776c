"""The page Helg & jour and what goes with it: frozen, flat, ready to paint."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.profile import Answerer, Manning
from kontaktpunkt.domain.profile.unstaffed import Unstaffed
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states import HandedLine
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.duty.rows import DayName, DutyDay
from kontaktpunkt.usecases.outages.rows import OutageStamp
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.short_term.rows import ArrivalRow, PlaceRow, ShortTermPage


class HandoverRow(Struct, frozen=True, kw_only=True):
    """A line that was handed over: where it stands, by whom, about whom, and whether it is late.

    `late`: nobody has taken it an hour after its receiver's duty began, so whoever is manned now
    must. Of a masked person the words are left out.
    """

    shift: UUID
    handed: HandedLine
    by_name: str = ""
    accepted_by_name: str = ""
    done_by_name: str = ""
    about: CaseRow | None = None
    late: bool = False

    @property
    def line(self) -> UUID:
        """Give the line's id."""
        return self.handed.line.line

    @property
    def masked(self) -> bool:
        """Say whether the words are hidden from this reader."""
        return self.about is not None and self.about.masked

    @property
    def text(self) -> str:
        """Give the words, unless they are hidden."""
        return "" if self.masked else self.handed.line.text


class NextShift(Struct, frozen=True, kw_only=True):
    """Who takes up duty next: on which day, when, and who it is; `confirmed` by the profile."""

    day: date
    begins: Instant
    who: Answerer | None = None
    confirmed: bool = True


class PhoneRow(Struct, frozen=True, kw_only=True):
    """A number to ring, with when it was last checked; `outdated` past its day or never checked.

    Without `phones` the number is missing. `by_rule`: it stands among the rules, where none checks.
    """

    name: str
    place: str = ""
    phones: tuple[str, ...] = ()
    verified_on: date | None = None
    outdated: bool = False
    by_rule: bool = False


class DidKind(StrEnum):
    """What an unstaffed time did, as the staff who come back want to know it."""

    STOPPED = "stopped"
    CAME_HOME = "came_home"
    MESSAGE_LEFT = "message_left"
    MESSAGE_DONE = "message_done"
    LINE_LEFT = "line_left"
    LINE_DONE = "line_done"


class DidLine(Struct, frozen=True, kw_only=True):
    """One thing that an unstaffed time did or left: when, what, about whom, by whom."""

    kind: DidKind
    at: Instant
    case: CaseRow | None = None
    message: InboxRow | None = None
    handover: HandoverRow | None = None
    stop: OutageStamp | None = None
    by_name: str = ""


class PacketRow(Struct, frozen=True, kw_only=True):
    """A packet that was made: when, by whom, how large, and whether its paper is to be shredded."""

    packet: UUID
    made_at: Instant
    made_by_name: str
    ends: Instant
    pages: int
    persons: int
    supplement: int = 0
    of: UUID | None = None
    shredded_at: Instant | None = None
    to_shred: bool = False


class WeekendPage(Struct, frozen=True, kw_only=True):
    """All that somebody alone on duty needs, on one page.

    `period` is the unstaffed time that goes on or comes next; `begun` says which. `came` are the
    messages since `since`, when the office last closed; `must` those to be seen to before `until`,
    when the watch of today ends, `not_taken` others that nobody has taken. `home_before` come home
    before the office closes, `homeward` in the unstaffed time. `before` and `did` tell what the
    unstaffed time did that ended today. `manned` is who can be reached now. `short_term` is the
    board of places with who is expected there; `to_short_term` go to one, with or without a planned
    arrival, and stand in no other list of those who come. `alone_until` is until when a place that
    is granted now holds; None while the office is open. `stops` are those (driftstopp) that are not
    closed, or were down in the time.
    """

    at: Instant
    period: Unstaffed
    begun: bool
    today: DayName
    days: tuple[DayName, ...]
    duty: tuple[DutyDay, ...]
    phone_now: Manning
    watch_now: Manning
    manned: Answerer | None
    otherwise: Answerer | None
    since: Instant
    until: Instant | None
    must: tuple[InboxRow, ...] = ()
    not_taken: tuple[InboxRow, ...] = ()
    came: tuple[InboxRow, ...] = ()
    came_done: int = 0
    people: tuple[CaseRow, ...] = ()
    home_before: tuple[CaseRow, ...] = ()
    homeward: tuple[CaseRow, ...] = ()
    to_short_term: tuple[CaseRow, ...] = ()
    short_term: ShortTermPage | None = None
    handover: tuple[HandoverRow, ...] = ()
    receiving: NextShift
    phones: tuple[PhoneRow, ...] = ()
    before: Unstaffed | None = None
    did: tuple[DidLine, ...] = ()
    alone_until: Instant | None = None
    packet: PacketRow | None = None
    to_shred: int = 0
    stops: tuple[OutageStamp, ...] = ()

    @property
    def places(self) -> tuple[PlaceRow, ...]:
        """Give the places that are free or become so before the office opens, in search order."""
        told = self.short_term
        if told is None:
            return ()
        soon = (row for row in told.places if not row.can_be_had and not row.held_for)
        ends = self.period.ends
        return (
            *told.free,
            *(row for row in soon if row.free_from is not None and row.free_from < ends),
        )

    @property
    def arrivals(self) -> tuple[ArrivalRow, ...]:
        """Give those who are expected at a short stay."""
        return self.short_term.arrivals if self.short_term is not None else ()

    @property
    def unplanned(self) -> tuple[CaseRow, ...]:
        """Give those who go to a short stay and for whom no arrival is planned there."""
        planned = {row.case for row in self.arrivals}
        return tuple(case for case in self.to_short_term if case.case not in planned)

    @property
    def untaken(self) -> tuple[HandoverRow, ...]:
        """Give the lines that need somebody and that nobody has taken."""
        return tuple(row for row in self.handover if row.handed.waits and _needs(row))

    @property
    def to_act_on(self) -> int:
        """Count what somebody must see to: lines that need somebody, or that are late."""
        return sum(row.handed.waits and (_needs(row) or row.late) for row in self.handover)


def _needs(row: HandoverRow) -> bool:
    return row.handed.line.needs_you


class HandoverWaits(Struct, frozen=True, kw_only=True):
    """What waits in the handover, for every workstation: lines that need somebody, lines too late.

    `manned` is who is to take them now.
    """

    needs: int = 0
    late: int = 0
    manned: Answerer | None = None


class LineDraft(Struct, frozen=True, kw_only=True):
    """A line to hand over, before it has an id."""

    text: str
    needs_you: bool = False
    case: UUID | None = None
    message: UUID | None = None
    is_call: bool = False


class Leaving(Struct, frozen=True, kw_only=True):
    """What I have open, to be handed over when I leave; to whom is proposed by the next duty."""

    messages: tuple[InboxRow, ...] = ()
    cases: tuple[CaseRow, ...] = ()
    lines: tuple[HandoverRow, ...] = ()
    receiving: NextShift
    role: Role | None = None

    @property
    def count(self) -> int:
        """Count what would be handed over."""
        return len(self.messages) + len(self.cases) + len(self.lines)


class PacketPreview(Struct, frozen=True, kw_only=True):
    """What a packet would look like: its PDF, without numbers, and what must be known of it."""

    pdf: bytes
    title: str
    file_name: str
    pages: int
    persons: int
    protected: bool


class PacketPaper(PacketPreview, frozen=True, kw_only=True):
    """A packet that was made: its sheets have numbers, and it is listed until it is shredded."""

    packet: UUID
