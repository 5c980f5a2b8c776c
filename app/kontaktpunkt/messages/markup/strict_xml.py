"""Reads bytes as XML, strictly and within stated bounds; a refusal has a true reason and a place.

Bounds: 30 MB, 64 levels, 250 000 elements and attributes, counted while parsing. A document type
is refused before it is followed: it can bring in entities that grow without end or read files.
"""

from typing import Final, cast
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import create_parser

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.messages.found import NotUnderstood
from kontaktpunkt.messages.strict_json import MAX_BYTES, MAX_DEPTH, MAX_VALUES

_NO_ATTRIBUTES: Final[dict[str, str]] = {}
_FOREIGN_ENCODING: Final = "encoding"


class Element:
    """One element: its namespace and name, its own attributes, text and elements.

    Attributes of other namespaces (xsi:schemaLocation and its kin) say nothing about content and
    are left out. `text` is what stands directly in the element, outer blanks included.
    """

    __slots__ = ("attributes", "children", "name", "namespace", "text")

    def __init__(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        self.namespace = namespace
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""

    def first(self, name: str) -> "Element | None":
        """Give the first element of that name within this one's namespace."""
        for child in self.children:
            if child.name == name and child.namespace == self.namespace:
                return child
        return None

    def all(self, name: str) -> "list[Element]":
        """Give the elements of that name within this one's namespace."""
        return [
            child
            for child in self.children
            if child.name == name and child.namespace == self.namespace
        ]

    def words(self, *path: str) -> str:
        """Give the trimmed text at the end of a path of names; '' where there is none."""
        here: Element | None = self
        for name in path:
            here = here.first(name) if here is not None else None
        return "" if here is None else here.text.strip()


def parse_xml(data: bytes) -> Element:
    """Parse the bytes of one XML document, or say with `NotUnderstood` why not."""
    if len(data) > MAX_BYTES:
        raise NotUnderstood(SetAsideReason.TOO_LARGE)
    builder = _Builder()
    parser = create_parser(forbid_dtd=True)
    parser.setFeature(feature_namespaces, 1)
    parser.setContentHandler(builder)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException:
        raise NotUnderstood(SetAsideReason.DOCTYPE, _place(parser)) from None
    except SAXParseException as fault:
        reason = SetAsideReason.NOT_XML
        if _FOREIGN_ENCODING in fault.getMessage():
            reason = SetAsideReason.NOT_TEXT
        raise NotUnderstood(reason, _place(parser)) from None
    except (SAXException, LookupError, UnicodeError, ValueError):
        # A name of an encoding that nobody knows, or one that is none for text.
        raise NotUnderstood(SetAsideReason.NOT_TEXT, _place(parser)) from None
    except _TooMuch as fault:
        raise NotUnderstood(fault.reason, _place(parser)) from None
    if builder.root is None:
        raise NotUnderstood(SetAsideReason.NOT_XML)
    return builder.root


class _TooMuch(Exception):
    def __init__(self, reason: SetAsideReason) -> None:
        super().__init__(reason)
        self.reason = reason


class _Builder(ContentHandler):
    """Builds the elements while the parser goes through the document."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._values = 0

    def startElementNS(  # noqa: N802 - named by xml.sax
        self, name: tuple[str | None, str], qname: str | None, attrs: object
    ) -> None:
        """Open an element."""
        del qname
        # The mapping itself: the wrapper's own methods cost a call for each attribute.
        given = cast("dict[tuple[str | None, str], str]", attrs._attrs)  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        self._values += 1 + len(given)
        if self._values > MAX_VALUES:
            raise _TooMuch(SetAsideReason.TOO_MANY_PARTS)
        own = (
            {key[1]: value for key, value in given.items() if not key[0]}
            if given
            else _NO_ATTRIBUTES
        )
        element = Element(name[0] or "", name[1], own)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])
        if len(self._open) > MAX_DEPTH:
            raise _TooMuch(SetAsideReason.TOO_DEEP)

    def endElementNS(self, name: object, qname: object) -> None:  # noqa: N802 - named by xml.sax
        """Close an element."""
        del name, qname
        element, pieces = self._open.pop(), self._texts.pop()
        if pieces:
            element.text = "".join(pieces)

    def characters(self, content: str) -> None:
        """Add text."""
        self._texts[-1].append(content)


def _place(parser: object) -> str:
    line = cast("int", parser.getLineNumber() or 1)  # type: ignore[attr-defined]  # xml.sax's locator
    column = cast("int", parser.getColumnNumber() or 0)  # type: ignore[attr-defined]  # xml.sax's locator
    return f"rad {line}, kolumn {column + 1}"
