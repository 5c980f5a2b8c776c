"""Fold of one day's watch: every look that was not taken back, in order of time."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.watch import InboxWatched
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.states.watch import WatchStamp, WatchState


def fold_watch(story: Story) -> WatchState:
    """Fold a day's watch; looks only add, so that the order in which they are told is the same."""
    state = WatchState(frozen=story.frozen)
    every = (*story.told, *story.withdrawn)
    noted = [each.envelope.noted_at for each in every if isinstance(each.body, InboxWatched)]
    stamps: list[WatchStamp] = []
    for event in every:
        body = event.body
        if not isinstance(body, InboxWatched):
            continue
        state = replace(state, system=body.system, municipality=body.municipality)
        if event in story.told:
            envelope = event.envelope
            stamps.append(
                WatchStamp(at=envelope.at, by=envelope.by, found_new=body.found_new, note=body.note)
            )
    ordered = sorted(stamps, key=lambda stamp: (stamp.at, str(stamp.by), stamp.note))
    return replace(state, stamps=tuple(ordered), first_noted_at=min(noted, default=0))
