"""What is left of an event for somebody who may not know whom it is about.

What may stay is named here, not what must go: a field that is added later is hidden until somebody
has thought about it.
"""

from enum import Enum
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.notice import Conversation, MessageIdentity, StayFacts, SummonsFacts
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.staff import Receiver

_Body = TypeVar("_Body", bound=Body)

_NAMES_NOBODY: Final = frozenset(
    {
        "code",
        "digest",
        "form",
        "form_version",
        "hospital",
        "number",
        "original",
        "paper_number",
        "recipient_name",
        "sender_name",
        "sender_unit",
        "step",
        "system",
        "track",
        "ward",
        "ward_phone",
    }
)
"""Fields whose text is about places, systems and papers; `number` is that of a numbered paper."""


def bare(body: _Body) -> _Body:
    """Give the event with everything taken out that could tell whom it is about."""
    return replace(
        body,
        **{name: _bare(name, getattr(body, name)) for name in body.__struct_fields__},
    )


def placeless(body: Body) -> Body:
    """Give the event without address, phone or home of the person."""
    said = {
        name: without_whereabouts(value)
        for name in body.__struct_fields__
        if isinstance(value := getattr(body, name), PersonFacts)
    }
    return replace(body, **said) if said else body


def without_whereabouts(facts: PersonFacts) -> PersonFacts:
    """Give facts without address, phone and home."""
    return replace(facts, addresses=(), phone="", home_municipality="")


def _bare(name: str, value: Any) -> Any:  # noqa: PLR0911 - one line for each shape reads best together
    match value:
        case None | bool() | int() | UUID() | Enum() | Receiver() | MessageIdentity():
            return value
        case str():
            return value if name in _NAMES_NOBODY else ""
        case tuple():
            kept = cast("tuple[object, ...]", value)
            return tuple(one for one in kept if isinstance(one, UUID))
        case PersonFacts(protection=protection):
            return PersonFacts(protection=protection)
        case StayFacts():
            return replace(value, discharged_to="", stay_ids=())
        case SummonsFacts():
            return replace(value, place="", participants=())
        case Conversation():
            return Conversation()
        case _:
            return None
