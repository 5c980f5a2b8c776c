"""Rules for packets of papers for unstaffed time (helgpaket)."""

from typing import Final

from kontaktpunkt.domain.commands.packet import MakePacket, ShredPacket
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.packet import PacketMade, PacketShredded
from kontaktpunkt.domain.ledger.subjects import packet_subject
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.states.packet import PacketState


def make(ground: Ground, wish: MakePacket) -> Decision:
    """Note a packet; a second one of the same id is none."""
    if packet_subject(wish.packet) in ground.states:
        return refuse(RefusalReason.ALREADY_DONE)
    body = PacketMade(
        ends=wish.ends,
        pages=wish.pages,
        supplement=wish.supplement,
        of=wish.of,
        sha256=wish.sha256,
        cases=wish.cases,
        items=wish.items,
    )
    return (Happening(packet_subject(wish.packet), body, ground.now),)


def shred(ground: Ground, wish: ShredPacket) -> Decision:
    """Tick that a packet's paper is gone; it is somebody's word."""
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    state = ground.states.get(packet_subject(wish.packet))
    if not isinstance(state, PacketState) or state.made is None:
        return refuse(RefusalReason.NOT_FOUND)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if not state.lies_about:
        return refuse(RefusalReason.ALREADY_SHREDDED)
    body = PacketShredded(note=wish.note.strip())
    return (Happening(packet_subject(wish.packet), body, ground.now),)


RULES: Final[Rules] = {MakePacket: make, ShredPacket: shred}
"""The rule of each wish about this."""
