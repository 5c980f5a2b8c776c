"""Reads bytes as JSON, strictly and within stated bounds; a refusal has a true reason and a place.

Bounds: 30 MB (30 x 1024 x 1024 bytes), 64 levels, 250 000 values. Depth and values are counted
before anything is parsed, so a hostile file costs no more than a look.
"""

import json
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Final, NoReturn, cast

from msgspec import Struct
from msgspec.json import Encoder

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.messages import json_places
from kontaktpunkt.messages.found import Node, NotUnderstood

MAX_BYTES: Final = 30 * 1024 * 1024
MAX_DEPTH: Final = 64
MAX_VALUES: Final = 250_000

_NOT_STRUCTURE = bytes(byte for byte in range(256) if byte not in b'"{}[],')
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LONGEST_WHOLE = 18
_SURROGATE_LEAD, _SURROGATE_FIRST = 0xED, 0xA0
_CANONICAL = Encoder(order="deterministic", decimal_format="number")


class Parsed(Struct, frozen=True):
    """A parsed document and the SHA-256 of its sorted content: blanks and order do not count."""

    root: Node
    digest: bytes


class _KeyRepeats(ValueError):
    pass


class _NoNumber(ValueError):
    pass


def parse(data: bytes) -> Parsed:
    """Parse the bytes of one JSON object, or say with `NotUnderstood` why not."""
    if len(data) > MAX_BYTES:
        raise NotUnderstood(SetAsideReason.TOO_LARGE)
    words = _decoded(data)
    is_plain = not data.startswith(_MARKS) and b"\0" not in data
    if not words or words.isspace():
        raise NotUnderstood(SetAsideReason.EMPTY)
    _check_kind_of_text(words)
    _check_bounds(words, data if is_plain else words.encode())
    root = _parsed(words)
    try:
        digest = digest_of(root)
    except UnicodeEncodeError:
        place = json_places.where_half_character(words)
        raise NotUnderstood(SetAsideReason.LONE_SURROGATE, place) from None
    if not isinstance(root, dict):
        raise NotUnderstood(SetAsideReason.NOT_A_MESSAGE, "$")
    return Parsed(cast("Node", root), digest)


def digest_of(root: object) -> bytes:
    """Give the SHA-256 of parsed content with its keys sorted: blanks and order do not count.

    Raises UnicodeEncodeError where a text holds half a character.
    """
    return sha256(_CANONICAL.encode(root)).digest()


def _decoded(data: bytes) -> str:
    """Give the text: UTF-8, with or without byte order mark, or UTF-16/32 as JSON allowed it."""
    encoding = json.detect_encoding(data) if b"\0" in data or data[:1] >= b"\xef" else "utf-8"
    try:
        words = data.decode(encoding)
    except UnicodeDecodeError as fault:
        if data.lstrip()[:1] == b"<":
            # Old XML in another encoding: text all the same, and told as XML further on.
            return data.decode("latin-1")
        raise NotUnderstood(*_undecodable(data, fault)) from None
    if (nul := words.find("\0")) >= 0 or (encoding[:5] != "utf-8" and _is_noise(words)):
        raise NotUnderstood(SetAsideReason.NOT_TEXT, json_places.place(words, max(nul, 0)))
    return words


def _undecodable(data: bytes, fault: UnicodeDecodeError) -> tuple[SetAsideReason, str]:
    if data.startswith(b"%PDF"):
        return SetAsideReason.UNKNOWN_FORMAT, ""
    before = data[: fault.start].decode(fault.encoding, errors="replace")
    place = json_places.place(before, len(before))
    half = data[fault.start : fault.start + 2]
    raw_half = len(half) > 1 and half[0] == _SURROGATE_LEAD and half[1] >= _SURROGATE_FIRST
    if "surrogate" in fault.reason or (fault.encoding == "utf-8" and raw_half):
        return SetAsideReason.LONE_SURROGATE, place
    return SetAsideReason.NOT_TEXT, place


def _is_noise(words: str) -> bool:
    """Say if what was tried as UTF-16 or 32 begins as nothing that is written so."""
    return words.lstrip()[:1] not in ("{", "[", "<", '"')


def _check_kind_of_text(words: str) -> None:
    """Tell XML, PDF and other texts from JSON before anything is parsed."""
    first = words.lstrip()[0]
    if first == "<":
        at = _doctype(words)
        reason = SetAsideReason.UNKNOWN_FORMAT if at < 0 else SetAsideReason.DOCTYPE
        raise NotUnderstood(reason, json_places.place(words, max(at, words.index("<"))))
    if first not in '{["-0123456789tfn':
        raise NotUnderstood(
            SetAsideReason.UNKNOWN_FORMAT, json_places.place(words, words.index(first))
        )


def _doctype(words: str) -> int:
    """Give where the document type stands among what may precede it in XML, or -1.

    A document type can bring in entities that grow without bound or read files; none is followed.
    """
    position = words.index("<")
    while position >= 0:
        if words[position : position + 9].upper() == "<!DOCTYPE":
            return position
        if words.startswith("<!--", position):
            position = words.find("-->", position + 4)
        elif words.startswith("<?", position):
            position = words.find("?>", position + 2)
        else:
            return -1
        position = words.find("<", position) if position >= 0 else -1
    return -1


def _check_bounds(words: str, data: bytes) -> None:
    """Count values and depth without parsing: strings are cut out, what is left is structure."""
    structure = _without_escapes(data).translate(None, _NOT_STRUCTURE)
    structure = b"".join(structure.split(b'"')[::2])
    commas = structure.count(b",")
    if len(structure) + commas > MAX_VALUES * 2:
        raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS)
    brackets = structure.translate(_ONE_KIND, b",")
    for _ in range(MAX_DEPTH):
        if not brackets:
            return
        # Each round takes away just the innermost level.
        brackets = brackets.replace(b"[]", b"")
    if brackets and (place := json_places.where_too_deep(words, MAX_DEPTH)):
        raise NotUnderstood(SetAsideReason.TOO_DEEP, place)


def _without_escapes(data: bytes) -> bytes:
    """Leave out each backslash with what it escapes, so that every quote left ends a string."""
    pieces = data.split(b"\\")
    if len(pieces) == 1:
        return data
    if b"" in pieces:
        # A backslash escapes another: the general way, three times as slow.
        return data.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join((pieces[0], *(piece[1:] for piece in pieces[1:])))


def _parsed(words: str) -> object:
    try:
        return _DECODER.decode(words)
    except _KeyRepeats:
        place = json_places.where_key_repeats(words)
        raise NotUnderstood(SetAsideReason.DUPLICATE_KEY, place) from None
    except _NoNumber:
        place = json_places.where_no_number(words)
        raise NotUnderstood(SetAsideReason.NOT_JSON, place) from None
    except json.JSONDecodeError as fault:
        scalar = words.lstrip()[0] not in "{["
        reason = SetAsideReason.UNKNOWN_FORMAT if scalar else SetAsideReason.NOT_JSON
        raise NotUnderstood(reason, json_places.place(words, fault.pos)) from None
    except InvalidOperation:
        # A number whose exponent no machine can hold; such a value means nothing in a message.
        raise NotUnderstood(SetAsideReason.BAD_SHAPE) from None


def _object(pairs: list[tuple[str, object]]) -> Node:
    # Two values under one key: which one counts differs between programs, so neither does.
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _KeyRepeats
    return made


def _whole(digits: str) -> int | Decimal:
    # Python refuses to convert integers of more than 4 300 digits; Decimal has no such bound.
    return int(digits) if len(digits) <= _LONGEST_WHOLE else Decimal(digits)


def _constant(_: str) -> NoReturn:
    raise _NoNumber


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=Decimal, parse_int=_whole, parse_constant=_constant
)
