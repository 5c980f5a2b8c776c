"""Reads an e-mail: a FHIR attachment as the message that it is, else the letter's own words.

Headers are taken to pieces by the older of Python's two ways (compat32): the newer one takes ten
times as long and falls over headers that no standard knows.

Bounds: 50 parts, 10 levels, 64 kB of headers, 300 000 lines, 200 000 characters of HTML. Neither
sender nor subject nor the name of a file is told in a place: each may name somebody.
"""

import email
import re
from collections.abc import Callable, Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice
from typing import Final, TypeAlias, cast

from msgspec import structs

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import NotUnderstood, cleaned
from kontaktpunkt.messages.parcels.contents import MAX_PARTS, Inner, Opened, message_in
from kontaktpunkt.messages.parcels.html_text import html_text

MAX_LEVELS: Final = 10
MAX_HEADERS: Final = 64 * 1024
MAX_LINES: Final = 300_000
MAX_BOUNDARIES: Final = 1_000
MAX_HTML: Final = 200_000

TextReader: TypeAlias = Callable[[str], Notice | SetAside]
"""Reads the words of a letter as pasted text."""

_HEADER: Final = re.compile(
    rb"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n?"
)
_OF_MAIL: Final = frozenset(
    {b"from", b"to", b"date", b"subject", b"message-id", b"mime-version", b"received"}
    | {b"return-path", b"content-type", b"delivered-to"}
)
_ENOUGH: Final = 2
_LONGEST_OF_CONTENT: Final = 2_000
_BLANK_LINE: Final = re.compile(rb"\r?\n\r?\n")
_HEADER_LIKE: Final = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{0,60}:", re.MULTILINE)
_MOST_HEADER_LIKE: Final = 20_000
_SEALED: Final = frozenset(
    {"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}
    | {"application/pgp-encrypted"}
)
_NOTHING: Final = SetAsideReason.NOTHING_UNDERSTOOD
_ENCODINGS: Final = frozenset(
    {"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252", "cp1252"}
)
"""Encodings that Swedish programs write; Python knows a hundred, some of which are no text."""

_FAULTS: Final = (
    MessageError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    RecursionError,
    AssertionError,
)
"""What Python's e-mail package raises on headers that no standard knows."""


def is_mail(data: bytes) -> bool:
    """Say whether the bytes begin with at least two headers that only letters have."""
    found: set[bytes] = set()
    position = data.find(b"\n") + 1 if data.startswith(b"From ") else 0
    while (header := _HEADER.match(data, position, position + MAX_HEADERS)) is not None:
        found.add(header[1].lower())
        position = header.end()
        if position > MAX_HEADERS or len(_OF_MAIL & found) >= _ENOUGH:
            break
    return len(_OF_MAIL & found) >= _ENOUGH


def read_mail(data: bytes, inner: Inner, read_words: TextReader) -> Notice | SetAside:
    """Read a letter; `inner` reads attachments, `read_words` the letter's own text."""
    try:
        _check_bounds(data)
        letter = email.message_from_bytes(data)
        parts = list(_parts(letter, 0))
        opened = [
            Opened(number, inner(content))
            for number, content in enumerate(filter(None, map(_attached, parts)), start=1)
        ]
        answer = message_in(opened, Remark.FROM_MAIL)
        if isinstance(answer, Notice) or _is_several(answer):
            return cast("Notice | SetAside", answer)
        return _from_words(parts, read_words) or answer or SetAside(reason=_NOTHING)
    except NotUnderstood as fault:
        return SetAside(reason=fault.reason, place=fault.place)
    except _FAULTS:
        return SetAside(reason=SetAsideReason.BAD_SHAPE)


def letter_text(data: bytes) -> str:
    """Give a letter as its reader sees it: who, when, about what, the words, the files' names.

    Raises `NotUnderstood` where it is sealed, beyond bounds or no letter.
    """
    _check_bounds(data)
    try:
        letter = email.message_from_bytes(data)
        parts = list(_parts(letter, 0))
        heads = [
            f"{words}: {_decoded(str(letter[name]))}"
            for words, name in (("Från", "from"), ("Skickat", "date"), ("Ämne", "subject"))
            if letter[name]
        ]
        files = [f"Bilaga: {_decoded(part.get_filename() or kind)}" for part, kind in _files(parts)]
        return "\n".join((*heads, "", *_own_words(parts), "", *files)).strip()
    except _FAULTS:
        raise NotUnderstood(SetAsideReason.BAD_SHAPE) from None


def _own_words(parts: list[Message]) -> list[str]:
    for kind in ("text/plain", "text/html"):
        found = [_words(p) for p in parts if p.get_content_type() == kind and not _is_file(p)]
        if any(words.strip() for words in found):
            return [html_text(words[:MAX_HTML]) for words in found] if "html" in kind else found
    return []


def _files(parts: list[Message]) -> Iterator[tuple[Message, str]]:
    for part in parts:
        if _is_file(part) or not part.get_content_type().startswith("text/"):
            yield part, part.get_content_type()


def _decoded(header: str) -> str:
    """Give a header in the letters that it stands for."""
    return cleaned(str(make_header(decode_header(header))))


def _check_bounds(data: bytes) -> None:
    """Look at a letter before it is parsed: Python's parser takes minutes for a million parts."""
    end = _BLANK_LINE.search(data)
    head = len(data) if end is None else end.start()
    if (
        head > MAX_HEADERS
        or data.count(b"\n") > MAX_LINES
        or data.count(b"\n--") > MAX_BOUNDARIES
        or sum(1 for _ in islice(_HEADER_LIKE.finditer(data), _MOST_HEADER_LIKE))
        == _MOST_HEADER_LIKE
    ):
        raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS)


def _is_several(answer: Notice | SetAside | None) -> bool:
    return isinstance(answer, SetAside) and answer.reason is SetAsideReason.SEVERAL_MESSAGES


def _from_words(parts: list[Message], read_words: TextReader) -> Notice | SetAside | None:
    """Read the letter's own words: the plain ones, else those of its HTML."""
    told: SetAside | None = None
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and not _is_file(part):
                words = _words(part)
                if kind == "text/html":
                    words = html_text(words[:MAX_HTML])
                answer = read_words(words)
                if isinstance(answer, Notice):
                    return structs.replace(answer, remarks=(*answer.remarks, Remark.FROM_MAIL))
                if answer.reason is not _NOTHING:
                    told = told or answer
    return told


def _parts(part: Message, level: int) -> Iterator[Message]:
    """Give the leaves of a letter; raises `NotUnderstood` when it is sealed or beyond bounds."""
    seen = 0
    waiting = [(part, level)]
    while waiting:
        here, depth = waiting.pop(0)
        seen += 1
        if seen > MAX_PARTS:
            raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS)
        if depth > MAX_LEVELS:
            raise NotUnderstood(SetAsideReason.TOO_DEEP)
        if any(_is_too_long(name, str(value)) for name, value in here.raw_items()):
            raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS)
        kind = here.get_content_type()
        if kind in _SEALED and "signed-data" not in str(here.get("content-type", "")):
            raise NotUnderstood(SetAsideReason.ENCRYPTED)
        if here.get_content_maintype() == "multipart" and here.is_multipart():
            inside = cast("list[Message]", here.get_payload())
            waiting[:0] = [(one, depth + 1) for one in inside]
        else:
            yield here


def _is_too_long(name: str, value: str) -> bool:
    # Headers that say what a part is are taken to pieces; the others are only skipped.
    of_content = name.lower().startswith("content-")
    return len(value) > (_LONGEST_OF_CONTENT if of_content else MAX_HEADERS)


def _attached(part: Message) -> bytes | None:
    """Give the bytes of an attachment; None for the letter's own words and for what is empty."""
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inside = cast("list[Message]", part.get_payload())
        return inside[0].as_bytes() if inside else None
    if part.get_content_type() in ("text/plain", "text/html") and not _is_file(part):
        return None
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) and content.strip() else None


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _words(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    named = part.get_content_charset()
    for encoding in (named if named in _ENCODINGS else "utf-8", "utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    return content.decode("latin-1")
