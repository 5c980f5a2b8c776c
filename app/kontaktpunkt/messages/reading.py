"""Reads one original: bytes in, a notice or a set-aside original out; never raises."""

from typing import Final

from msgspec import Struct, structs

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.pasted import PastedLabels
from kontaktpunkt.messages.bundle_reading import read_bundle
from kontaktpunkt.messages.found import NotUnderstood
from kontaktpunkt.messages.strict_json import Parsed, digest_of, parse

MAX_PARCELS: Final = 4
"""How deep parcels may lie in each other: a letter in a letter, a PDF in an SDK message."""

_BEFORE_XML: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_OTHER_FORMS: Final = (SetAsideReason.UNKNOWN_FORMAT, SetAsideReason.NOT_TEXT)


def read(data: bytes, file_name: str = "", labels: PastedLabels | None = None) -> Notice | SetAside:
    """Understand one original, or tell truly why it could not be understood.

    The content alone decides; the file's name is told by whoever has it and says nothing here.
    `labels` are those of the profile in force, for plain text; without them the law's own hold.
    """
    del file_name
    return _Opening(labels).read(data)


# The other readers are opened when the first such original comes: most of what comes is JSON.
class _Opening(Struct, frozen=True):
    """One original being opened, so many parcels deep."""

    labels: PastedLabels | None
    depth: int = 0

    def read(self, data: bytes) -> Notice | SetAside:
        """Read it as JSON, and what is no JSON in the other forms that messages come in."""
        try:
            parsed = parse(data)
        except NotUnderstood as fault:
            aside = SetAside(reason=fault.reason, place=fault.place)
            if fault.reason not in _OTHER_FORMS:
                return aside
            try:
                return self._otherwise(data, aside)
            except NotUnderstood as told:
                return SetAside(reason=told.reason, place=told.place)
        return read_bundle(parsed)

    def _otherwise(self, data: bytes, aside: SetAside) -> Notice | SetAside:
        if data.lstrip(_BEFORE_XML)[:1] == b"<":
            return self._xml(data)
        from kontaktpunkt.messages.parcels.mail import is_mail, read_mail  # noqa: PLC0415  loaded when such an original comes

        if is_mail(data):
            return read_mail(data, self._deeper().read, self._words)
        if b"%PDF-" in data[:1024]:
            from kontaktpunkt.messages.parcels.pdf_text import pdf_text  # noqa: PLC0415  loaded when such an original comes

            return self._words(pdf_text(data))
        return self._text(data, aside)

    def _deeper(self) -> "_Opening":
        if self.depth >= MAX_PARCELS:
            raise NotUnderstood(SetAsideReason.TOO_DEEP)
        return structs.replace(self, depth=self.depth + 1)

    def _xml(self, data: bytes) -> Notice | SetAside:
        from kontaktpunkt.messages.markup.fhir_json import json_form  # noqa: PLC0415  loaded when such an original comes
        from kontaktpunkt.messages.markup.strict_xml import parse_xml  # noqa: PLC0415  loaded when such an original comes
        from kontaktpunkt.messages.parcels.sdk import is_sdk, read_sdk  # noqa: PLC0415  loaded when such an original comes

        root = parse_xml(data)
        if is_sdk(root):
            return read_sdk(root, self._deeper().read, self._words)
        bundle = json_form(root)
        return read_bundle(Parsed(bundle, digest_of(bundle)))

    def _words(self, words: str) -> Notice | SetAside:
        from kontaktpunkt.messages.pasted.as_notice import read_text  # noqa: PLC0415  loaded when such an original comes

        return read_text(words, self.labels)

    def _text(self, data: bytes, aside: SetAside) -> Notice | SetAside:
        from kontaktpunkt.messages.pasted.letters import plain_text  # noqa: PLC0415  loaded when such an original comes

        text = plain_text(data)
        if text is None:
            return aside
        answer = self._words(text)
        if isinstance(answer, SetAside) and answer.reason is SetAsideReason.NOTHING_UNDERSTOOD:
            # Nothing in it looks like a message: what the first look said holds.
            return aside
        return answer
