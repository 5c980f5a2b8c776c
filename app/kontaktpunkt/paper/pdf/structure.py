"""The tree of a tagged PDF: which element each piece of a page belongs to, in reading order."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Protocol

Number = int
"""The number of an object in the file."""


class Role(Enum):
    """What an element is (ISO 32000-1, 14.8.4: standard structure types)."""

    DOCUMENT = "Document"
    SHEET = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    PICTURE = "Figure"
    FIELD = "Form"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    ARTIFACT = "Artifact"


class Holder(Protocol):
    """An object of the file that takes its bytes later."""

    data: bytes


class Element:
    """One element: its role, its parent, and its kids: elements, or marks as (page, number)."""

    __slots__ = ("alt", "kids", "number", "parent", "role")

    def __init__(self, role: Role, parent: "Element | None", alt: str = "") -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.kids: list[Element | tuple[int, int]] = []
        self.number = 0
        # What repeats on each page, such as a table's head, is passed over when read aloud.
        if parent is not None and role is not Role.ARTIFACT:
            parent.kids.append(self)


Objects = Sequence[Sequence[tuple[Number, Element]]]
"""Of each page the fields on it: the number of each, and its element."""


def write_tree(
    root: Element,
    marks: Sequence[Sequence[Element]],
    pages: Sequence[Number],
    new: Callable[[], tuple[Number, Holder]],
    objects: Objects = (),
) -> Holder:
    """Write the tree below its root; gives the root object for the catalogue.

    `marks` names, for each page, the element of each marked piece: from a piece on the page a
    reader finds its element in the parent tree, which is required besides the tree itself.
    """
    tree_number, tree = new()
    held: list[tuple[Element, Holder]] = []
    _reserve(root, new, held)
    fields = {id(element): (number, at) for at, of in enumerate(objects) for number, element in of}
    for element, holder in held:
        parent = element.parent.number if element.parent else tree_number
        holder.data = _element(element, parent, pages, fields.get(id(element)))
    nums = b" ".join(
        b"%d [%s]" % (at, b" ".join(b"%d 0 R" % element.number for element in page))
        for at, page in enumerate(marks)
    )
    owners = [element for of in objects for _, element in of]
    for at, element in enumerate(owners, start=len(marks)):
        nums += b" %d %d 0 R" % (at, element.number)
    parents_number, parents = new()
    parents.data = b"<</Nums [%s]>>" % nums
    tree.data = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
        root.number,
        parents_number,
        len(marks) + len(owners),
    )
    return tree


def _reserve(
    element: Element,
    new: Callable[[], tuple[Number, Holder]],
    held: list[tuple[Element, Holder]],
) -> None:
    """Give every element its object number, parents before kids."""
    element.number, holder = new()
    held.append((element, holder))
    for kid in element.kids:
        if isinstance(kid, Element):
            _reserve(kid, new, held)


def _element(
    element: Element,
    parent: Number,
    pages: Sequence[Number],
    field: tuple[Number, int] | None = None,
) -> bytes:
    """Write one element; `field` is the number and page of what it is to be filled in by."""
    own = next((kid[0] for kid in element.kids if not isinstance(kid, Element)), None)
    kids: list[bytes] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(b"%d 0 R" % kid.number)
        elif kid[0] == own:
            kids.append(b"%d" % kid[1])
        else:
            kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid[0]], kid[1]))
    if field is not None:
        kids.append(b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (field[0], pages[field[1]]))
    page = b"/Pg %d 0 R" % pages[own] if own is not None else b""
    alt = b"/Alt <FEFF%s>" % element.alt.encode("utf-16-be").hex().encode() if element.alt else b""
    scope = b"/A <</O/Table/Scope/Column>>" if element.role is Role.HEAD_CELL else b""
    return b"<</Type/StructElem/S/%s/P %d 0 R%s%s%s/K [%s]>>" % (
        element.role.value.encode(),
        parent,
        page,
        alt,
        scope,
        b" ".join(kids),
    )
