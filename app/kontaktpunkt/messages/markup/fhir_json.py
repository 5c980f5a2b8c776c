"""Turns FHIR's XML form into its JSON form (FHIR R4, 2.6.2 and 2.6.3): one reader reads both.

What differs from the letter of FHIR: a narrative is kept only as the text of its XHTML (nobody
reads it, but it counts as content), and a primitive that is no boolean or whole number stays text.
"""

import re
from typing import Final, cast

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.messages.found import Node, NotUnderstood
from kontaktpunkt.messages.markup.cardinality import EVERYWHERE, REPEATING
from kontaktpunkt.messages.markup.strict_xml import Element

FHIR: Final = "http://hl7.org/fhir"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_LOOSE: Final = "any resource that nobody here reads"
_DATATYPE: Final = "any part without a table of its own"
_HOLDERS: Final = frozenset({"contained", "resource", "outcome"})
_OWN_ATTRIBUTES: Final = ("id", "url")
_FLAGS: Final = frozenset({"active", "preferred", "required", "doNotPerform", "userSelected"})
_COUNTS: Final = frozenset({"size", "minutesDuration", "total", "rank"})
_COUNT_ENDINGS: Final = ("Integer", "PositiveInt", "UnsignedInt")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,63}")
_PRIMITIVES: Final = frozenset(
    {"family", "given", "prefix", "suffix", "text", "line", "city", "district", "state"}
    | {"postalCode", "country", "birthDate", "gender", "start", "end", "value", "system", "use"}
    | {"display", "status", "url", "timestamp", "sent", "received", "recorded", "title", "data"}
    | {"occurredDateTime", "priority", "contentType", "size", "reference", "deceasedBoolean"}
    | {"deceasedDateTime", "active", "fullUrl", "endpoint", "contentString", "intent", "id"}
)
"""Names that are primitives wherever we read them: without a value they hold only extensions."""


def json_form(root: Element) -> Node:
    """Give the resource as JSON would have it; raises `NotUnderstood` where the XML is no FHIR."""
    if root.namespace != FHIR:
        raise NotUnderstood(SetAsideReason.UNKNOWN_FORMAT, "rad 1, kolumn 1")
    return _Conversion(root.name).resource(root)


class _Conversion:
    """One conversion under way: `trail` names the elements from the root down to this one."""

    def __init__(self, name: str) -> None:
        self._trail = [name]

    def resource(self, element: Element) -> Node:
        """Give an element that is a resource, with its type."""
        node: Node = {"resourceType": element.name}
        context = element.name if element.name in REPEATING else _LOOSE
        self._fill(node, element, context)
        return node

    def _fill(self, node: Node, element: Element, context: str) -> None:
        """Put an element's attributes and elements in a JSON object."""
        self._attributes(node, element)
        lists = REPEATING.get(context, EVERYWHERE)
        for child in element.children:
            key = child.name
            if child.namespace != FHIR:
                self._narrative(node, child)
                continue
            self._trail.append(key)
            value, more = self._value(child, _within(context, key))
            if key in lists:
                _append(node, key, value, more)
            elif context is _LOOSE:
                _set_loosely(node, key, value)
            else:
                self._set(node, key, value, more)
            self._trail.pop()

    def _attributes(self, node: Node, element: Element) -> None:
        if element.text:
            raise self._misfit()
        for name, value in element.attributes.items():
            if name in _OWN_ATTRIBUTES:
                node[name] = value
            elif " " not in name:
                raise self._misfit()

    def _value(self, element: Element, context: str) -> tuple[object, Node | None]:
        """Give an element's value, and of a primitive what FHIR puts beside it (`_birthDate`)."""
        attributes = element.attributes
        if "value" in attributes:
            value = attributes["value"]
            if not element.children and len(attributes) == 1:
                return _primitive(element.name, value), None
            bare = Element(element.namespace, element.name, dict(attributes))
            del bare.attributes["value"]
            bare.children, bare.text = element.children, element.text
            return _primitive(element.name, value), self._part(bare, context)
        if element.name in _HOLDERS and len(element.children) == 1 and not attributes:
            inner = element.children[0]
            if inner.namespace == FHIR and inner.name[:1].isupper():
                return self.resource(inner), None
        if (
            element.name in _PRIMITIVES
            and element.children
            and all(child.name == "extension" for child in element.children)
        ):
            return None, self._part(element, context)
        return self._part(element, context), None

    def _part(self, element: Element, context: str) -> Node:
        part: Node = {}
        self._fill(part, element, context)
        return part

    def _set(self, node: Node, key: str, value: object, more: Node | None) -> None:
        if key in node or "_" + key in node:
            # As in JSON: of two values for what is single, nobody can say which one counts.
            raise self._misfit(SetAsideReason.DUPLICATE_KEY)
        if value is not None:
            node[key] = value
        if more is not None:
            node["_" + key] = more

    def _narrative(self, node: Node, element: Element) -> None:
        if element.namespace != _XHTML or element.name != "div" or "div" in node:
            raise self._misfit()
        node["div"] = "".join(_xhtml(element))

    def _misfit(self, reason: SetAsideReason = SetAsideReason.BAD_SHAPE) -> NotUnderstood:
        return NotUnderstood(reason, ".".join(map(_shown, self._trail)))


def _within(context: str, key: str) -> str:
    """Give the context of an element: one that the table knows, else a datatype's, or loose."""
    if context is _LOOSE or context is _DATATYPE:
        return context
    inner = f"{context}.{key}"
    return inner if inner in REPEATING else _DATATYPE


def _primitive(name: str, value: str) -> object:
    if name in _FLAGS or name.endswith("Boolean"):
        return {"true": True, "false": False}.get(value, value)
    if (name in _COUNTS or name.endswith(_COUNT_ENDINGS)) and _WHOLE.fullmatch(value):
        return int(value)
    return value


def _append(node: Node, key: str, value: object, more: Node | None) -> None:
    # A key is a list in a context or it is not, so what stands there is one.
    values = cast("list[object]", node.setdefault(key, []))
    values.append(value)
    beside = cast("list[object] | None", node.get("_" + key))
    if more is None and beside is None:
        return
    if beside is None:
        beside = cast("list[object]", [None] * (len(values) - 1))
        node["_" + key] = beside
    beside.append(more)


def _set_loosely(node: Node, key: str, value: object) -> None:
    """Keep all of a resource that nobody here reads; a list only where something repeats."""
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        cast("list[object]", node[key]).append(value)
    else:
        node[key] = [node[key], value]


def _xhtml(element: Element) -> list[str]:
    """Give the words and the elements of a narrative in order enough to tell two apart."""
    given = sorted(element.attributes.items())
    pieces = [f"<{element.name}", *(f" {name}={value!r}" for name, value in given), ">"]
    pieces.append(element.text)
    for child in element.children:
        pieces += _xhtml(child)
    return [*pieces, f"</{element.name}>"]


def _shown(name: str) -> str:
    return name if _NAME.fullmatch(name) else "…"
