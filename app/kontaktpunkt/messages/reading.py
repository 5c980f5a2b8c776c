"""Reads one original: bytes in, a notice or a set-aside original out; never raises."""

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages.bundle_reading import read_bundle
from kontaktpunkt.messages.found import NotUnderstood
from kontaktpunkt.messages.strict_json import Parsed, digest_of, parse


def read(data: bytes, file_name: str = "") -> Notice | SetAside:
    """Understand one original, or tell truly why it could not be understood.

    The content alone decides; the file's name is told by whoever has it and says nothing here.
    """
    del file_name
    try:
        parsed = parse(data)
    except NotUnderstood as fault:
        return _otherwise(data, fault)
    return read_bundle(parsed)


def _otherwise(data: bytes, fault: NotUnderstood) -> Notice | SetAside:
    """Try what is no JSON as XML."""
    aside = SetAside(reason=fault.reason, place=fault.place)
    if fault.reason is not SetAsideReason.UNKNOWN_FORMAT:
        return aside
    try:
        if data.lstrip(_BEFORE_XML)[:1] == b"<":
            return _read_xml(data)
    except NotUnderstood as told:
        return SetAside(reason=told.reason, place=told.place)
    return aside


def _read_xml(data: bytes) -> Notice | SetAside:
    # The parser of XML is opened at the first XML: most of what comes is JSON.
    from kontaktpunkt.messages.markup.fhir_json import json_form  # noqa: PLC0415 - see above
    from kontaktpunkt.messages.markup.strict_xml import parse_xml  # noqa: PLC0415 - see above

    root = json_form(parse_xml(data))
    return read_bundle(Parsed(root, digest_of(root)))


_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
