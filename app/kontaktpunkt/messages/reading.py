"""Reads one original: bytes in, a notice or a set-aside original out; never raises."""

from typing import Final

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.pasted import PastedLabels
from kontaktpunkt.messages.bundle_reading import read_bundle
from kontaktpunkt.messages.found import NotUnderstood
from kontaktpunkt.messages.strict_json import Parsed, digest_of, parse

_BEFORE_XML: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_OTHER_FORMS: Final = (SetAsideReason.UNKNOWN_FORMAT, SetAsideReason.NOT_TEXT)


def read(data: bytes, file_name: str = "", labels: PastedLabels | None = None) -> Notice | SetAside:
    """Understand one original, or tell truly why it could not be understood.

    The content alone decides; the file's name is told by whoever has it and says nothing here.
    `labels` are those of the profile in force, for plain text; without them the law's own hold.
    """
    del file_name
    try:
        parsed = parse(data)
    except NotUnderstood as fault:
        aside = SetAside(reason=fault.reason, place=fault.place)
        return _otherwise(data, aside, labels) if fault.reason in _OTHER_FORMS else aside
    return read_bundle(parsed)


def _otherwise(data: bytes, aside: SetAside, labels: PastedLabels | None) -> Notice | SetAside:
    """Try what is no JSON in the other forms that messages come in."""
    # The other readers are opened when the first such original comes: most of what comes is JSON.
    try:
        if data.lstrip(_BEFORE_XML)[:1] == b"<":
            return _read_xml(data)
    except NotUnderstood as told:
        return SetAside(reason=told.reason, place=told.place)
    return _read_text(data, aside, labels)


def _read_xml(data: bytes) -> Notice | SetAside:
    from kontaktpunkt.messages.markup.fhir_json import json_form  # noqa: PLC0415 - opened when met
    from kontaktpunkt.messages.markup.strict_xml import parse_xml  # noqa: PLC0415 - opened when met

    root = json_form(parse_xml(data))
    return read_bundle(Parsed(root, digest_of(root)))


def _read_text(data: bytes, aside: SetAside, labels: PastedLabels | None) -> Notice | SetAside:
    from kontaktpunkt.messages.pasted.as_notice import read_text  # noqa: PLC0415 - opened when met
    from kontaktpunkt.messages.pasted.letters import plain_text  # noqa: PLC0415 - opened when met

    text = plain_text(data)
    if text is None:
        return aside
    answer = read_text(text, labels)
    if isinstance(answer, SetAside) and answer.reason is SetAsideReason.NOTHING_UNDERSTOOD:
        # Nothing in it looks like a message: what the first look said holds.
        return aside
    return answer
