"""The register of all event kinds and versions, and how a stored body becomes an object again."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from kontaktpunkt.domain.events import (
    care_request,
    case,
    clock,
    concern,
    contact,
    contingency,
    deviation,
    emergency,
    handover,
    homecoming,
    joining,
    meeting,
    message,
    office,
    outage,
    packet,
    person,
    place,
    plan,
    reconciliation,
    report,
    shared,
    sheet,
    short_term,
    watch,
    weekend,
)
from kontaktpunkt.domain.ledger.body import Body, Unknown

Upcaster = Callable[[bytes], bytes]
"""Turns the JSON of one version of a body into that of the next; pure."""

UPCASTERS: Final[Mapping[tuple[str, int], Upcaster]] = {}
"""Upcasters by (kind, from version); a stored event is never rewritten."""


_MODULES: Final = (
    care_request,
    case,
    clock,
    concern,
    contact,
    deviation,
    contingency,
    emergency,
    handover,
    homecoming,
    joining,
    meeting,
    message,
    office,
    outage,
    packet,
    person,
    place,
    plan,
    reconciliation,
    report,
    shared,
    sheet,
    short_term,
    watch,
    weekend,
)


def _bodies() -> dict[str, type[Body]]:
    """Collect every concrete body that the event modules define."""
    found: dict[str, type[Body]] = {}
    for module in _MODULES:
        for thing in vars(module).values():
            if (
                isinstance(thing, type)
                and issubclass(thing, Body)
                and thing.__module__ == module.__name__
            ):
                found[thing.kind()] = thing
    del found[case.Noticed.kind()]
    return found


KINDS: Final[Mapping[str, type[Body]]] = _bodies()
_decoders = {kind: msgspec.json.Decoder(body) for kind, body in KINDS.items()}


def read_body(kind: str, version: int, text: bytes) -> Body | Unknown:
    """Read a stored body; one that is newer than this program comes back as Unknown, whole."""
    body = KINDS.get(kind)
    if body is None or version > body.version:
        return Unknown(text)
    for step in range(version, body.version):
        text = UPCASTERS[kind, step](text)
    try:
        return _decoders[kind].decode(text)
    except msgspec.ValidationError:
        return Unknown(text)
