"""Fields to fill in on the screen (AcroForm, ISO 32000-1 12.7), over what the paper shows."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kontaktpunkt.paper.pdf.structure import Element, Holder, Number

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

_READ_ONLY = 1
_SEVERAL_LINES = 1 << 12
_ONE_OF_SEVERAL = (1 << 14) | (1 << 15)  # radio, and one stays chosen
_PRINTED = 4
_HIDDEN = 2
_SIZE = 10.0
_INSET = 2.2


class Widget(NamedTuple):
    """A field on a page: its name and label, where it is, and what stands there already.

    `tick` is the name of the state that a box has when ticked, '' of a field for text. Boxes of one
    `group` exclude each other. What has a value is read only: its words or cross are on the paper;
    `is_settled` is another box of a group in which one is ticked.
    """

    name: str
    label: str
    box: Box
    page: int
    element: Element
    value: str = ""
    tick: str = ""
    group: str = ""
    several_lines: bool = False
    is_settled: bool = False


class Files(Protocol):
    """What a document must offer, for fields to be written in it."""

    def reserve(self) -> tuple[Number, Holder]:
        """Reserve an object; gives its number and where its bytes go."""
        ...

    def stream(self, box: Box, content: bytes) -> Number:
        """Put a form XObject into the file; gives its number."""
        ...


class Written(NamedTuple):
    """The form as written: its dictionary, and the fields of each page as (number, element)."""

    form: bytes
    of_page: tuple[tuple[tuple[Number, Element], ...], ...]


def write_form(
    widgets: Sequence[Widget], pages: Sequence[Number], first_key: int, file: Files
) -> Written:
    """Write the fields; `first_key` is the first free key of the tree that explains the pages."""
    parents: dict[str, tuple[Number, Holder, list[Number], str]] = {}
    fields: list[Number] = []
    of_page: list[list[tuple[Number, Element]]] = [[] for _ in pages]
    for nth, one in enumerate(widgets):
        number, held = file.reserve()
        parent = 0
        if one.group:
            if one.group not in parents:
                made, holder = file.reserve()
                parents[one.group] = (made, holder, [], one.label)
                fields.append(made)
            parent = parents[one.group][0]
            parents[one.group][2].append(number)
        else:
            fields.append(number)
        held.data = _widget(one, (number, parent), (pages[one.page], first_key + nth), file)
        of_page[one.page].append((number, one.element))
    chosen = {one.group: one.value for one in widgets if one.group and one.value}
    for name, (_, holder, kids, label) in parents.items():
        holder.data = _group(name, label, kids, chosen.get(name, ""))
    listed = b" ".join(b"%d 0 R" % number for number in fields)
    # Letters for what is typed: every reader has Helvetica, and finds others for what it lacks.
    form = (
        b"<</Fields [%s]/NeedAppearances false/DA (/Helv %.1f Tf 0 g)/DR <</Font <</Helv <<"
        b"/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        b"/ZaDb <</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>>>" % (listed, _SIZE)
    )
    return Written(form, tuple(tuple(page) for page in of_page))


def _widget(
    one: Widget, place: tuple[Number, Number], where: tuple[Number, int], file: Files
) -> bytes:
    """Write one field, or one box of a group."""
    parent, (page, key) = place[1], where
    # What stands on the paper is not shown once more, whoever draws the fields anew.
    shown = _HIDDEN if one.value or one.is_settled else _PRINTED
    rect = b"/F %d/Rect [%.2f %.2f %.2f %.2f]" % (shown, *one.box)
    common = b"/Type/Annot/Subtype/Widget%s/P %d 0 R/StructParent %d" % (rect, page, key)
    if one.tick:
        return b"<<%s%s>>" % (common, _box(one, parent, file))
    flags = (_READ_ONLY if one.value else 0) | (_SEVERAL_LINES if one.several_lines else 0)
    value = b"/V %s" % _words(one.value) if one.value else b""
    return b"<<%s/FT/Tx/T %s/TU %s/Ff %d%s/DA (/Helv %.1f Tf 0 g)/AP <</N %d 0 R>>>>" % (
        common, _words(one.name), _words(one.label), flags, value, _SIZE,
        file.stream(_size(one.box), b"/Tx BMC EMC"),
    )  # fmt: skip


def _box(one: Widget, parent: Number, file: Files) -> bytes:
    """Write what a box shows ticked and not; of one that is ticked on paper the paper shows it."""
    size = _size(one.box)
    nothing = file.stream(size, b"")
    ticked = nothing if one.value else file.stream(size, _cross(size))
    state = b"/AS /%s" % (one.tick.encode() if one.value == one.tick else b"Off")
    looks = b"/AP <</N <</%s %d 0 R/Off %d 0 R>>>>" % (one.tick.encode(), ticked, nothing)
    if parent:
        return b"/Parent %d 0 R%s%s" % (parent, state, looks)
    flags = _READ_ONLY if one.value else 0
    value = b"/V /%s" % one.tick.encode() if one.value == one.tick else b"/V /Off"
    return b"/FT/Btn/T %s/TU %s/Ff %d%s%s%s" % (
        _words(one.name), _words(one.label), flags, value, state, looks,
    )  # fmt: skip


def _group(name: str, label: str, kids: Sequence[Number], chosen: str) -> bytes:
    flags = _ONE_OF_SEVERAL | (_READ_ONLY if chosen else 0)
    listed = b" ".join(b"%d 0 R" % number for number in kids)
    return b"<</FT/Btn/T %s/TU %s/Ff %d/V /%s/Kids [%s]>>" % (
        _words(name), _words(label), flags, chosen.encode() or b"Off", listed,
    )  # fmt: skip


def _cross(box: Box) -> bytes:
    _, _, wide, high = box
    near, right, upper = _INSET, wide - _INSET, high - _INSET
    return b"1.7 w %.2f %.2f m %.2f %.2f l %.2f %.2f m %.2f %.2f l S" % (
        near, near, right, upper, near, upper, right, near,
    )  # fmt: skip


def _size(box: Box) -> Box:
    return (0.0, 0.0, box[2] - box[0], box[3] - box[1])


def _words(text: str) -> bytes:
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()
