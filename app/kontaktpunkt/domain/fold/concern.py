"""Fold of what somebody is to look at about a person: raised, handed on, settled."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.concern import ConcernRaised, ConcernSettled
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.concern import Concern, ConcernState


def fold_concerns(story: Story) -> ConcernState:
    """Fold the concerns about a person; what is raised again after it was settled stands anew."""
    found: dict[object, Concern] = {}
    for event in story.told:
        if isinstance(event.body, ConcernRaised):
            found[event.body.concern] = _raised(
                found.get(event.body.concern), event.envelope, event.body
            )
        elif isinstance(event.body, ConcernSettled) and event.body.concern in found:
            found[event.body.concern] = _settled(
                found[event.body.concern], event.envelope, event.body
            )
    return ConcernState(concerns=tuple(found.values()), frozen=story.frozen)


def _raised(before: Concern | None, envelope: Envelope, body: ConcernRaised) -> Concern:
    """Raise a concern; handed on, it was still first seen when it was first raised."""
    first = before if before is not None and before.settled_at is None else None
    return Concern(
        concern=body.concern,
        about=body.about,
        text=body.text,
        to=body.to,
        due=body.due,
        raised_at=first.raised_at if first else envelope.at,
        raised_by=first.raised_by if first else envelope.by,
    )


def _settled(before: Concern, envelope: Envelope, body: ConcernSettled) -> Concern:
    """Settle a concern; of two who did so while apart the first word holds."""
    if before.settled_at is not None:
        return before
    return replace(before, settled_at=envelope.at, settled_by=envelope.by, outcome=body.text)
