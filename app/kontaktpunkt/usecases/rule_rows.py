"""What the settings screen of rules shows: what a change would do, and what was changed when."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.domain.times import Instant


class EffectLine(Struct, frozen=True, kw_only=True):
    """One case, or one message without case, that comes out otherwise, for a look.

    `due_*` is the time of the message that differs first, `clocks` which clocks differ.
    """

    case: UUID | None = None
    message: UUID | None = None
    name: str = ""
    hospital: str = ""
    masked: bool = False
    due_before: Instant | None = None
    due_after: Instant | None = None
    clocks: tuple[ClockKind, ...] = ()


class RuleEffect(Struct, frozen=True, kw_only=True):
    """What a changed rule makes otherwise on the day it begins, as things are now.

    `messages` are the open ones whose line or time differs, `cases` the open ones that have such a
    message or whose own line or clocks differ, `loose` the messages without case among them.
    `later`: the day is still to come, and nothing is different today.
    """

    on: date
    later: bool = False
    cases: frozenset[UUID] = frozenset()
    messages: frozenset[UUID] = frozenset()
    loose: frozenset[UUID] = frozenset()
    lines: tuple[EffectLine, ...] = ()


class RuleChange(Struct, frozen=True, kw_only=True):
    """One change of a rule by the municipality: what held before on its day, and what came.

    `struck` says that it was taken back, `replaced` that a later change took the same day.
    """

    event: UUID
    act: UUID
    at: Instant
    key: str
    by_name: str = ""
    before: ProfileValue
    after: ProfileValue
    valid_from: date | None = None
    source: str = ""
    confirmed_by: str = ""
    follows_profile: bool = False
    struck: bool = False
    replaced: bool = False
    can_take_back: bool = False
