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
    return _resource(root, _shown(root.name))


def _resource(element: Element, path: str) -> Node:
    node: Node = {"resourceType": element.name}
    _fill(node, element, element.name, path)
    return node


def _fill(node: Node, element: Element, context: str, path: str) -> None:
    """Put an element's attributes and elements in a JSON object."""
    if element.text and not element.text.isspace():
        raise NotUnderstood(SetAsideReason.BAD_SHAPE, path)
    for name, value in element.attributes.items():
        if name not in _OWN_ATTRIBUTES:
            raise NotUnderstood(SetAsideReason.BAD_SHAPE, path)
        node[name] = value
    lists = REPEATING.get(context)
    for child in element.children:
        key = child.name
        if child.namespace != FHIR:
            _narrative(node, child, path)
            continue
        within = f"{path}.{_shown(key)}"
        value, more = _value(child, f"{context}.{key}", within)
        if key in EVERYWHERE if lists is None else key in lists:
            _append(node, key, value, more)
        elif context.partition(".")[0] not in REPEATING:
            _set_loosely(node, key, value)
        else:
            _set(node, key, value, more, within)


def _value(element: Element, context: str, path: str) -> tuple[object, Node | None]:
    """Give an element's value, and for a primitive what FHIR puts beside it (`_birthDate`)."""
    if element.name in _HOLDERS and len(element.children) == 1 and not element.attributes:
        inner = element.children[0]
        if inner.namespace == FHIR and inner.name[:1].isupper():
            return _resource(inner, path), None
    attributes = element.attributes
    if "value" in attributes:
        if not element.children and len(attributes) == 1:
            return _primitive(element.name, attributes["value"]), None
        bare = Element(element.namespace, element.name, dict(attributes))
        value = bare.attributes.pop("value")
        bare.children, bare.text = element.children, element.text
        return _primitive(element.name, value), _part(bare, context, path)
    if (
        element.name in _PRIMITIVES
        and element.children
        and all(child.name == "extension" for child in element.children)
    ):
        return None, _part(element, context, path)
    return _part(element, context, path), None


def _part(element: Element, context: str, path: str) -> Node:
    part: Node = {}
    _fill(part, element, context, path)
    return part


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


def _set(node: Node, key: str, value: object, more: Node | None, path: str) -> None:
    if key in node or "_" + key in node:
        # As in JSON: of two values for what is single, nobody can say which one counts.
        raise NotUnderstood(SetAsideReason.DUPLICATE_KEY, path)
    if value is not None:
        node[key] = value
    if more is not None:
        node["_" + key] = more


def _set_loosely(node: Node, key: str, value: object) -> None:
    """Keep all of a resource that nobody here reads; a list only where something repeats."""
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        cast("list[object]", node[key]).append(value)
    else:
        node[key] = [node[key], value]


def _narrative(node: Node, element: Element, path: str) -> None:
    if element.namespace != _XHTML or element.name != "div" or "div" in node:
        raise NotUnderstood(SetAsideReason.BAD_SHAPE, path)
    node["div"] = "".join(_xhtml(element))


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
