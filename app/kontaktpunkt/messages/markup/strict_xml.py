"""Reads bytes as XML, strictly and within stated bounds; a refusal has a true reason and a place.

Bounds: 30 MB, 64 levels, 250 000 elements and attributes, counted while parsing. A document type
is refused before it is followed: it can bring in entities that grow without end or read files.
That is what defusedxml does too; its parser is a layer above this one that takes three times as
long, and it has no bounds on depth and number, so the refusal stands here and in the tests.
"""

from typing import Final, NoReturn
from xml.parsers import expat

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.messages.found import NotUnderstood
from kontaktpunkt.messages.strict_json import MAX_BYTES, MAX_DEPTH, MAX_VALUES

_NO_ATTRIBUTES: Final[dict[str, str]] = {}
_NO_CHILDREN: Final[list["Element"]] = []
"""What an element without elements holds; nobody writes in it."""

_BETWEEN: Final = "\x20"
"""What parts a namespace from a name: no character of either."""

_TEXT_AT_A_TIME: Final = 1024 * 1024
_ENCODING_FAULTS: Final = frozenset(
    {
        expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
        expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
    }
)


class Element:
    """One element: its namespace and name, its own attributes, text and elements.

    An attribute of another namespace (xsi:schemaLocation and its kin) has a blank in its name.
    `text` is what stands directly in the element, without blanks before it.
    """

    __slots__ = ("attributes", "children", "name", "namespace", "text")

    def __init__(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        self.namespace = namespace
        self.name = name
        self.attributes = attributes
        self.children = _NO_CHILDREN
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
    parser = builder.parser
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the signature of expat
    except expat.ExpatError as fault:
        encoding = fault.code in _ENCODING_FAULTS
        reason = SetAsideReason.NOT_TEXT if encoding else SetAsideReason.NOT_XML
        raise NotUnderstood(reason, _place(fault.lineno, fault.offset)) from None
    except _Refused as fault:
        place = _place(parser.CurrentLineNumber, parser.CurrentColumnNumber)
        raise NotUnderstood(fault.reason, place) from None
    except (LookupError, UnicodeError, ValueError):
        # The name of an encoding that nobody knows, or of one that is none for text.
        raise NotUnderstood(SetAsideReason.NOT_TEXT, _place(1, 0)) from None
    if builder.root is None:
        raise NotUnderstood(SetAsideReason.NOT_XML)
    return builder.root


class _Refused(Exception):
    def __init__(self, reason: SetAsideReason) -> None:
        super().__init__(reason)
        self.reason = reason


class _Builder:
    """Builds the elements while the parser goes through the document."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self.parser.buffer_text = True
        self.parser.buffer_size = _TEXT_AT_A_TIME
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = _refuse_doctype
        self.parser.EntityDeclHandler = _refuse_doctype
        self._open: list[Element] = []
        self._names: dict[str, tuple[str, str]] = {}
        self._values = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        known = self._names.get(name)
        if known is None:
            namespace, _, local = name.rpartition(_BETWEEN)
            known = self._names[name] = (namespace, local)
        self._values += 1 + len(attributes)
        if self._values > MAX_VALUES:
            raise _Refused(SetAsideReason.TOO_MANY_PARTS)
        element = Element(known[0], known[1], attributes or _NO_ATTRIBUTES)
        if self._open:
            parent = self._open[-1]
            if parent.children is _NO_CHILDREN:
                parent.children = [element]
            else:
                parent.children.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > MAX_DEPTH:
            raise _Refused(SetAsideReason.TOO_DEEP)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, content: str) -> None:
        if self._open[-1].text or not content.isspace():
            self._open[-1].text += content


def _refuse_doctype(*_: object) -> NoReturn:
    raise _Refused(SetAsideReason.DOCTYPE)


def _place(line: int, column: int) -> str:
    return f"rad {line}, kolumn {column + 1}"
