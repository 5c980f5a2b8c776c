"""Ids of the demo, the same for the same key, and stand-ins for ids that the store gives."""

import uuid
from typing import Final
from uuid import UUID

_SPACE: Final = UUID("5b0c2f0e-6d1f-5b4e-9a63-7a1de0d3a5c4")


def staff_id(key: str) -> UUID:
    """Give a colleague's id; the first one's is a stand-in for the id that founding gave her."""
    return _named("staff", key)


def unit_id(key: str) -> UUID:
    """Give the id of a unit in the register."""
    return _named("unit", key)


def contact_id(name: str, role: str) -> UUID:
    """Give the id of somebody to ring in the register."""
    return _named("contact", f"{name} {role}")


def item_id(story: str, key: str) -> UUID:
    """Give the id of a text to document."""
    return _named("item", f"{story} {key}")


def message_of(key: str) -> UUID:
    """Give the stand-in for a message's id."""
    return _named("message", key)


def case_of(story: str) -> UUID:
    """Give the stand-in for the id of a story's case."""
    return _named("case", story)


def person_of(key: str) -> UUID:
    """Give the stand-in for a person's id."""
    return _named("person", key)


def place_id(key: str) -> UUID:
    """Give the id of a place for short stays."""
    return _named("place", key)


def meeting_id(key: str) -> UUID:
    """Give the id of a meeting."""
    return _named("meeting", key)


def wire_id(key: str) -> str:
    """Give the id that a message has on the wire."""
    return str(_named("wire", key))


def stay_id(story: str) -> str:
    """Give the hospital's id of a stay."""
    return str(_named("stay", story))


def _named(kind: str, key: str) -> UUID:
    return uuid.uuid5(_SPACE, f"{kind}\x1f{key}")
