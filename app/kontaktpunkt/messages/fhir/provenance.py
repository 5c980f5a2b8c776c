"""Reads what a message is to earlier ones: the Provenance that targets its own header decides."""

from collections.abc import Sequence

from msgspec import Struct

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.fhir.bundle import Reading, Resource, bare_id, codes, plain_value
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import Node, NotUnderstood, cleaned, node, nodes, text, word

_SOURCE = "source"
_REMOVAL = "removal"
_HEADER = "MessageHeader"


class Step(Struct, frozen=True, kw_only=True):
    """One message's place in a chain: what was done, when it was sent, which it follows.

    `parts` are the ids of the words and attachments that it added, `earlier` those of messages.
    """

    activity: str = ""
    sent_at: Instant | None = None
    parts: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    removes: bool = False


class Trail(Struct, frozen=True):
    """The message's own step, if it has one, and the steps of earlier messages by their ids."""

    own: Step | None
    before: dict[str, Step]

    def previous(self, step: Step) -> Step | None:
        """Give the step that this one follows, as far as the bundle repeats it."""
        return next((self.before[name] for name in step.earlier if name in self.before), None)


def read_trail(reading: Reading, header: Resource, mark: str) -> Trail:
    """Read all Provenances; `mark` stands in the names of the carrier's own code systems.

    Raises `NotUnderstood` when two of them say different things of this message.
    """
    own: list[Step] = []
    before: dict[str, Step] = {}
    for provenance in reading.bundle.of_kind("Provenance"):
        step = _step(reading, provenance, mark)
        for target in nodes(provenance.data, "target"):
            if _is_header(reading, target, provenance, header):
                own.append(step)
            elif name := bare_id(word(target, "reference")):
                before.setdefault(name, step)
    return Trail(_united(own), before)


def _united(steps: Sequence[Step]) -> Step | None:
    if not steps:
        return None
    if len({step.activity for step in steps}) > 1:
        raise NotUnderstood(SetAsideReason.UNKNOWN_ACTIVITY, "Provenance.activity")
    return Step(
        activity=steps[0].activity,
        sent_at=next((step.sent_at for step in steps if step.sent_at is not None), None),
        parts=tuple(part for step in steps for part in step.parts),
        earlier=tuple(dict.fromkeys(name for step in steps for name in step.earlier)),
        removes=any(step.removes for step in steps),
    )


def _is_header(reading: Reading, target: Node, within: Resource, header: Resource) -> bool:
    found = reading.bundle.meant_by(target, within)
    if found is not None:
        return found is header
    named = word(target, "reference")
    return (
        bool(header.id) and bare_id(named) == header.id and ("/" not in named or _HEADER in named)
    )


def _step(reading: Reading, provenance: Resource, mark: str) -> Step:
    data = provenance.data
    parts: list[str] = []
    earlier: list[str] = []
    removes = False
    for entity in nodes(data, "entity"):
        what, role = node(entity, "what"), word(entity, "role")
        reference, value = word(what, "reference"), text(node(what, "identifier"), "value")
        removes = removes or role == _REMOVAL
        if reference and (role != _SOURCE or _HEADER in reference):
            earlier.append(cleaned(bare_id(reference)))
        elif value and role == _SOURCE:
            parts.append(plain_value(value))
        elif value:
            earlier.append(plain_value(value))
    return Step(
        activity=next((code.lower() for code in codes(node(data, "activity"), mark)), ""),
        sent_at=_sent_at(reading, data),
        parts=tuple(parts),
        earlier=tuple(dict.fromkeys(earlier)),
        removes=removes,
    )


def _sent_at(reading: Reading, data: Node) -> Instant | None:
    """Give when the message was sent: said for people first, else what the system recorded.

    An unreadable time is not made good by another one: the payment clock may hang on it.
    """
    if word(data, "occurredDateTime") or "occurredPeriod" not in data:
        return reading.moment(data, "occurredDateTime", "recorded")
    return reading.moment(node(data, "occurredPeriod"), "end", "start")


def remark_on_missing(reading: Reading, step: Step) -> None:
    """Remark when a change points at no earlier message."""
    if not step.earlier:
        reading.remark(Remark.NOTHING_POINTED_AT)
