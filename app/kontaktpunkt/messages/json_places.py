"""Finds where in a text a JSON fault stands; slow and exact, used only when one has been found."""

import json
import re
from collections.abc import Iterator

_PIECE = re.compile(r'"|[\[\]{}]|NaN|-?Infinity')
_STRING_END = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_COLON = re.compile(r"[ \t\n\r]*+:")
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000


def place(text: str, position: int) -> str:
    """Tell a position as staff find it in an editor."""
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return f"rad {line}, kolumn {column}"


def where_too_deep(text: str, deepest: int) -> str:
    """Tell where the nesting first goes below the deepest that is read."""
    depth = 0
    for position, piece in _pieces(text):
        if piece in "{[":
            depth += 1
            if depth > deepest:
                return place(text, position)
        elif piece in "}]":
            depth -= 1
    return ""


def where_no_number(text: str) -> str:
    """Tell where NaN or Infinity stands, which Python's reader knows and JSON does not."""
    for position, piece in _pieces(text):
        if piece in ("NaN", "Infinity", "-Infinity"):
            return place(text, position)
    return ""


def where_key_repeats(text: str) -> str:
    """Tell where a key stands for the second time in the same object."""
    seen: list[set[str]] = []
    for position, piece in _pieces(text):
        if piece in "{[":
            seen.append(set())
        elif piece in "}]":
            seen = seen[:-1]
        elif seen and piece[0] == '"' and _COLON.match(text, position + len(piece)):
            key: str = json.loads(piece, strict=False)
            if key in seen[-1]:
                return place(text, position)
            seen[-1].add(key)
    return ""


def where_half_character(text: str) -> str:
    """Tell where half a character stands: a UTF-16 surrogate escape without its other half."""
    for position, piece in _pieces(text):
        if "\\u" not in piece:
            continue
        waiting = -1
        for found in _ESCAPE.finditer(piece):
            unit = int(found[1], 16) if found[1] else 0
            if waiting >= 0 and _LOW <= unit < _AFTER and found.start() == waiting + 6:
                waiting = -1
                continue
            if waiting >= 0 or _LOW <= unit < _AFTER:
                return place(text, position + (waiting if waiting >= 0 else found.start()))
            waiting = found.start() if _HIGH <= unit < _LOW else -1
        if waiting >= 0:
            return place(text, position + waiting)
    return ""


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Give brackets, strings and non-numbers with their places; stops at an unended string."""
    position = 0
    while found := _PIECE.search(text, position):
        start, piece = found.start(), found[0]
        position = found.end()
        if piece == '"':
            ending = _STRING_END.match(text, position)
            if ending is None:
                return
            position = ending.end()
            piece = text[start:position]
        yield start, piece
