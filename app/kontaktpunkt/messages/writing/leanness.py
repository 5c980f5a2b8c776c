"""FHIR knows no empty values: what was not said is left out of what is written."""

from kontaktpunkt.messages.found import Node


def lean(**parts: object) -> Node:
    """Give the parts that say something; a closing underscore keeps a name from Python's words."""
    return {
        name.removesuffix("_"): part
        for name, part in parts.items()
        if part is not None and part not in ("", [], {})
    }


def concept(words: str) -> Node:
    """Give a concept that has only words."""
    return lean(text=words)


def coding(system: str, code: str) -> Node:
    """Give a code of a system."""
    return {"system": system, "code": code}


def extended(url: str, **value: object) -> list[Node]:
    """Give an extension with its one value; none when the value is not said."""
    name, said = next(iter(value.items()))
    return [] if said in (None, "", {}) else [{"url": url, name: said}]
