"""Fold of one packet of papers."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.packet import PacketMade, PacketShredded
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.states.packet import PacketState


def fold_packet(story: Story) -> PacketState:
    """Fold a packet; of two who shredded it the first holds."""
    state = PacketState(frozen=story.frozen)
    for event in story.told:
        at, by = event.envelope.at, event.envelope.by
        match event.body:
            case PacketMade() as made:
                state = replace(state, made=made, made_at=at, made_by=by)
            case PacketShredded() if state.shredded_at is None:
                state = replace(state, shredded_at=at, shredded_by=by)
            case _:
                pass
    return state
