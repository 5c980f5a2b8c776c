"""Writes a FHIR resource in JSON form as XML, as the standard has it (FHIR R4, 2.6.2)."""

from typing import Any, cast
from xml.sax.saxutils import quoteattr

from msgspec import json

_HOLDERS = ("contained", "resource", "outcome")
_NAMESPACE = ' xmlns="http://hl7.org/fhir"'


def as_xml(data: bytes) -> bytes:
    """Give the XML form of a resource given as JSON bytes."""
    root = json.decode(data)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + _resource(root, _NAMESPACE)).encode()


def _resource(resource: dict[str, Any], namespace: str = "") -> str:
    kind = resource["resourceType"]
    rest = {key: part for key, part in resource.items() if key != "resourceType"}
    return f"<{kind}{namespace}>{_parts(rest)}</{kind}>"


def _parts(holder: dict[str, Any]) -> str:
    names = dict.fromkeys(key.removeprefix("_") for key in holder)
    return "".join(_named(key, holder.get(key), holder.get("_" + key)) for key in names)


def _named(key: str, part: Any, beside: Any) -> str:
    if not isinstance(part, list) and not isinstance(beside, list):
        return _one(key, part, beside)
    parts, besides = cast("list[Any]", part or []), cast("list[Any]", beside or [])
    count = max(len(parts), len(besides))
    pairs = zip(_filled(parts, count), _filled(besides, count), strict=True)
    return "\n".join(_one(key, one, more) for one, more in pairs)


def _filled(parts: list[Any], count: int) -> list[Any]:
    return parts or [None] * count


def _one(key: str, part: Any, beside: Any) -> str:
    if isinstance(part, dict):
        whole = cast("dict[str, Any]", part)
        if key in _HOLDERS and "resourceType" in whole:
            return f"<{key}>{_resource(whole)}</{key}>"
        return _element(key, whole, "")
    value = "" if part is None else f" value={quoteattr(_primitive(part))}"
    return _element(key, cast("dict[str, Any]", beside or {}), value)


def _element(key: str, part: dict[str, Any], attributes: str) -> str:
    own = ("id", "url") if key in ("extension", "modifierExtension") else ("id",)
    attributes += "".join(f" {name}={quoteattr(part[name])}" for name in own if name in part)
    rest = {name: inner for name, inner in part.items() if name not in own}
    return f"<{key}{attributes}>{_parts(rest)}</{key}>"


def _primitive(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
