"""Typed access to parsed JSON: another shape than expected stops the reading, with its place."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias, cast

from kontaktpunkt.domain.message_kind import SetAsideReason

Node: TypeAlias = dict[str, object]

NOTHING: Final[Node] = {}
"""The answer for a part that is not there; nobody writes in it."""

_PLAIN_KEY = re.compile(r"_?[A-Za-z][A-Za-z0-9]{0,39}")
_CONTROL = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}


class NotUnderstood(Exception):
    """The original cannot be understood, why and where; never leaves the room but as `SetAside`."""

    def __init__(self, reason: SetAsideReason, place: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


class Misshapen(Exception):
    """A part has another shape than FHIR gives it; its place is looked up only when it happens."""

    def __init__(self, holder: Node, key: str) -> None:
        super().__init__(key)
        self.holder = holder
        self.key = key


def text(holder: Node, key: str) -> str:
    """Give the words under a key, without control characters and outer blanks; missing is empty."""
    value = holder.get(key)
    if isinstance(value, str):
        # Asked for a hundred times in each message: the ordinary case without another call.
        return value.strip() if value.isprintable() else cleaned(value)
    if value is None:
        return ""
    raise Misshapen(holder, key)


def word(holder: Node, key: str) -> str:
    """Give a technical word (a code, a name of a system, a reference) as it stands."""
    value = holder.get(key, "")
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    raise Misshapen(holder, key)


def texts(holder: Node, key: str) -> tuple[str, ...]:
    """Give a list of words; nulls, which stand for values with only an extension, are left out."""
    values: list[str] = []
    for value in _items(holder, key):
        if isinstance(value, str):
            values.append(cleaned(value))
        elif value is not None:
            raise Misshapen(holder, key)
    return tuple(word for word in values if word)


def flag(holder: Node, key: str) -> bool | None:
    """Give yes, no or not said."""
    value = holder.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise Misshapen(holder, key)


def node(holder: Node, key: str) -> Node:
    """Give the part under a key, `NOTHING` when it is missing."""
    value = holder.get(key, NOTHING)
    if value.__class__ is dict:
        return cast("Node", value)
    if value is None:
        return NOTHING
    raise Misshapen(holder, key)


def nodes(holder: Node, key: str) -> list[Node]:
    """Give the parts in the list under a key."""
    values = holder.get(key)
    if values is None:
        return []
    if not isinstance(values, list):
        raise Misshapen(holder, key)
    items = cast("list[Node]", values)
    for value in items:
        if value.__class__ is not dict:
            raise Misshapen(holder, key)
    return items


def extension(holder: Node, ending: str) -> Node:
    """Give the first extension whose address ends so, `NOTHING` when there is none."""
    if "extension" in holder:
        for found in nodes(holder, "extension"):
            if word(found, "url").endswith(ending):
                return found
    return NOTHING


def extensions(holder: Node) -> dict[str, Node]:
    """Give the extensions by their whole address, the first of each; for whoever asks for many."""
    found: dict[str, Node] = {}
    if "extension" in holder:
        for each in nodes(holder, "extension"):
            found.setdefault(word(each, "url"), each)
    return found


def cleaned(value: str) -> str:
    """Take out outer blanks and control characters: FHIR forbids them, databases refuse U+0000."""
    if value.isprintable():
        return value.strip()
    return value.translate(_CONTROL).strip()


def place_of(root: Node, fault: Misshapen) -> str:
    """Tell where the misshapen part stands; a key that is no plain FHIR name is not repeated."""
    for path, holder in _walk(root):
        if holder is fault.holder:
            return f"{path}.{_shown(fault.key)}"
    return _shown(fault.key)


def _items(holder: Node, key: str) -> list[object]:
    value = holder.get(key)
    if isinstance(value, list):
        return cast("list[object]", value)
    if value is None:
        return []
    raise Misshapen(holder, key)


def _walk(root: Node) -> Iterator[tuple[str, object]]:
    """Give every part with its path, without recursion."""
    waiting: list[tuple[str, object]] = [(_shown(str(root.get("resourceType", ""))) or "$", root)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, dict):
            parts = cast("Node", value).items()
            waiting.extend((f"{path}.{_shown(key)}", part) for key, part in parts)
        elif isinstance(value, list):
            items = enumerate(cast("list[object]", value))
            waiting.extend((f"{path}[{number}]", part) for number, part in items)


def _shown(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else "…"
