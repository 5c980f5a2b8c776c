"""One timeline of a case: what came, what was done, by whom, and what no longer holds."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.decide.take_back import can_be_taken_back
from kontaktpunkt.domain.events.care_request import CareRequestCalledFor
from kontaktpunkt.domain.events.case import (
    CaseHandedOver,
    CaseOpened,
    CaseReopened,
    CaseTaken,
    Noticed,
    NoticeMovedAway,
    NoticeTimed,
)
from kontaktpunkt.domain.events.message import (
    AnswerArrived,
    MessageCorrectedLater,
    MessageTakenIn,
    SetAsideCompleted,
)
from kontaktpunkt.domain.events.person import PersonDescribed
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.fold import taken_back
from kontaktpunkt.domain.fold.joining import JOININGS
from kontaktpunkt.domain.ledger.body import Body, Erased, Unknown
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import TimelineEntry

_FOLLOWS: Final = (
    AnswerArrived,
    CareRequestCalledFor,
    CaseHandedOver,
    CaseOpened,
    CaseReopened,
    CaseTaken,
    MessageCorrectedLater,
    NoticeMovedAway,
    Noticed,
    NoticeTimed,
    PersonDescribed,
    SetAsideCompleted,
)
"""What follows from something else in the same act: told once, by what it follows from."""


def timeline(
    streams: Iterable[Sequence[Event]],
    names: dict[UUID, str],
    me: UUID | None,
    void: frozenset[UUID],
    twins: Sequence[SheetTwinMatched] = (),
) -> tuple[TimelineEntry, ...]:
    """Make the timeline of several subjects' events, newest first.

    `void` holds the messages whose words no longer hold: they are struck through, never gone. Of
    `twins` the electronic message tells of both, in one line.
    """
    entries: dict[UUID, TimelineEntry] = {}
    told_once: set[UUID] = set()
    events = [(event, taken_back(stream)) for stream in streams for event in stream]
    leading = {event.envelope.act_id for event, _ in events if not isinstance(event.body, _FOLLOWS)}
    by_paper = {twin.paper: twin for twin in twins}
    by_message = {twin.message: twin for twin in twins}
    for event, withdrawn in events:
        body = event.body
        if isinstance(body, Erased | Unknown) or _is_told_by_twin(event, body, by_paper):
            continue
        act = event.envelope.act_id
        if isinstance(body, _FOLLOWS) and act in leading:
            continue
        if isinstance(
            body, (ActTakenBack, SheetTwinMatched, *JOININGS)
        ):  # stands on all it concerns: told once
            if act in told_once:
                continue
            told_once.add(act)
        entry = _entry(event, body, names, me, (withdrawn, void))
        if isinstance(body, MessageTakenIn) and entry.message in by_message:
            entry = _with_twin(entry, by_message[event.envelope.subject.id])
        entries[event.envelope.event_id] = entry
    return tuple(
        sorted(entries.values(), key=lambda entry: (entry.at, entry.noted_at), reverse=True)
    )


def _is_told_by_twin(event: Event, body: Body, by_paper: Mapping[UUID, SheetTwinMatched]) -> bool:
    """Say whether the line of the electronic message tells this too."""
    if isinstance(body, SheetTwinMatched):
        return body.paper in by_paper
    word = event.envelope.subject.id if isinstance(body, MessageTakenIn) else _word_of(event)
    return word in by_paper


def _with_twin(entry: TimelineEntry, twin: SheetTwinMatched) -> TimelineEntry:
    """Place the one line where we were told first."""
    told = [entry.at] if twin.told_at is None else [entry.at, twin.told_at]
    return replace(entry, at=min(told), twin=twin)


def _entry(
    event: Event,
    body: Body,
    names: dict[UUID, str],
    me: UUID | None,
    gone: tuple[frozenset[UUID], frozenset[UUID]],
) -> TimelineEntry:
    withdrawn, void = gone
    envelope = event.envelope
    is_withdrawn = envelope.act_id in withdrawn
    return TimelineEntry(
        event=envelope.event_id,
        act=envelope.act_id,
        at=_when(event, body),
        noted_at=envelope.noted_at,
        by=envelope.by,
        by_name=names.get(envelope.by, "") if envelope.by else "",
        body=body,
        message=envelope.subject.id if envelope.subject.kind is SubjectKind.MESSAGE else None,
        message_kind=body.message_kind if isinstance(body, MessageTakenIn) else None,
        struck=is_withdrawn or _word_of(event) in void,
        can_take_back=(
            me is not None
            and envelope.by == me
            and not is_withdrawn
            and can_be_taken_back(body)
            and not _came_with_a_message(body)
        ),
    )


def _word_of(event: Event) -> UUID | None:
    """Give the message whose word an event is, so that it is struck when the word is void."""
    if isinstance(event.body, MessageTakenIn):
        return event.envelope.subject.id
    return event.body.message if isinstance(event.body, Noticed) else None


def _came_with_a_message(body: Body) -> bool:
    """Say whether an event followed from a message, and can only be taken back with that."""
    if isinstance(body, PersonDescribed):
        return body.message is not None
    return isinstance(body, Noticed | CaseOpened | AnswerArrived | MessageCorrectedLater)


def _when(event: Event, body: Body) -> Instant:
    """Place a message where it was sent, everything else where it happened."""
    if isinstance(body, MessageTakenIn) and body.sent_at is not None:
        return body.sent_at
    return event.envelope.at
