"""The rule that a workstation's events are numbered without gaps and each names the one before."""

from collections.abc import Sequence

from kontaktpunkt.domain.ledger.envelope import canonical_envelope, link
from kontaktpunkt.usecases.ports import SealedEvent, Tail


class BrokenChain(ValueError):
    """Events were offered that do not follow on this workstation's last one: a fault of ours."""


def follow(tail: Tail, events: Sequence[SealedEvent]) -> tuple[Tail, list[bytes]]:
    """Check the events of one act against the tail; give the new tail and the envelopes' texts.

    Raises BrokenChain for another workstation's number, a gap, a wrong predecessor or two acts.
    """
    if not events:
        raise BrokenChain("an act has at least one event")
    act = events[0].event.envelope.act_id
    number, last_link = tail.last_no, tail.last_link
    texts: list[bytes] = []
    for sealed in events:
        envelope = sealed.event.envelope
        number += 1
        if (envelope.origin, envelope.origin_no) != (tail.origin, number):
            raise BrokenChain("wrong workstation or number")
        if envelope.previous != last_link:
            raise BrokenChain("does not name its predecessor")
        if envelope.act_id != act:
            raise BrokenChain("events of two acts")
        texts.append(canonical_envelope(envelope))
        last_link = link(envelope)
    return Tail(tail.origin, number, last_link), texts
