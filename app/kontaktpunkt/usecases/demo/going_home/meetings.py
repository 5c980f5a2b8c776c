"""The demo's meetings (avstämning): whom the team went through, and what it decided."""

from collections.abc import Collection

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.names import case_of, meeting_id
from kontaktpunkt.usecases.demo.written import Written


class Decided(Written, frozen=True, kw_only=True):
    """What the team decided about one person, by the name of her story."""

    story: str
    decision: ReviewDecision
    text: str = ""
    expected: str = ""


class Meeting(Written, frozen=True, kw_only=True):
    """A meeting, from when to when; those of `unchanged` are waved through."""

    name: str
    at: str
    ends: str
    by: str
    participants: tuple[str, ...] = ()
    decisions: tuple[Decided, ...] = ()
    unchanged: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def meeting_wishes(
    meeting: Meeting, day: DemoDay, known: Collection[str]
) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
    """Give how the meeting begins, and what is decided and signed.

    Only `known` stories are spoken of: before a long weekend some had not come yet.
    """
    one = meeting_id(f"{meeting.name} {meeting.at}")
    begins = commands.BeginMeeting(
        meeting=one, name=meeting.name, participants=meeting.participants
    )
    waved = tuple(
        Decided(story=story, decision=ReviewDecision.UNCHANGED) for story in meeting.unchanged
    )
    reviews = tuple(
        commands.ReviewPerson(
            meeting=one,
            case=case_of(said.story),
            decision=said.decision,
            text=said.text,
            expected=day.maybe(said.expected),
        )
        for said in meeting.decisions + waved
        if said.story in known
    )
    left = tuple(case_of(story) for story in meeting.left_out if story in known)
    signed = commands.SignOffMeeting(meeting=one, left_out=left)
    return (begins,), (*reviews, signed)
