"""What goes on paper, as values: forms, lists, the recovery sheet, and a page as picture."""

from collections.abc import Mapping

from msgspec import Struct

from kontaktpunkt.domain.paper.form import FormDefinition

PaperValue = str | bool | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""Text (a line end starts a new line); whether a box is ticked; chosen option keys; table rows."""


class PrintFoot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the foot of every page says, as ready Swedish texts: when, by whom, from when, whereto.

    `printed_at` in the form 2026-03-24 08:40 also dates the file; any other text is shown alone.
    `documented_where` overrides what the form itself says about where it is to be documented.
    `exercise`: the paper is only practice (övning). `no_number` is what stands in the place of the
    number on a form that has none; empty says that it is a preview.
    """

    printed_at: str
    printed_by: str
    data_from: str = ""
    form_version: str = ""
    documented_where: str = ""
    demo: bool = False
    exercise: bool = False
    no_number: str = ""


class SheetValues(Struct, frozen=True, kw_only=True):
    """One copy of a form: what to fill in, its number (nine digits, empty in a preview), its foot.

    `values` is keyed by source (dotted: person.name) or by the field's own key, which wins.
    `protected` keeps address, phone and whatever else places the person off the paper (OSL 22 kap.
    1 §); `blank` keeps everything off but who we are.
    """

    values: Mapping[str, PaperValue]
    foot: PrintFoot
    number: str = ""
    protected: bool = False
    blank: bool = False


class ListColumn(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A column of a printed list: its label, its share of the width, if one writes in it."""

    label: str
    weight: int = 1
    write_in: bool = False


class ListGroup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Rows of a list under a heading of their own; each row has one text per column.

    `marked` are the places (from 0) of rows that are framed heavily, as a number that is old.
    """

    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    marked: tuple[int, ...] = ()


class ListDocument(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A list for paper, such as today's: as few columns as will do (SoLPuL 2001:454 7 a §).

    `across` are words that stand large on every page above and below the rows, as of a phone list
    that is old; what comes after a colon stands below.
    """

    title: str
    columns: tuple[ListColumn, ...]
    groups: tuple[ListGroup, ...]
    foot: PrintFoot
    subtitle: str = ""
    shred_note: str = ""
    empty_note: str = "Inga rader."
    landscape: bool = True
    across: str = ""


class FormCopies(Struct, frozen=True, kw_only=True):
    """Copies of one form that stand together in a packet."""

    form: FormDefinition
    sheets: tuple[SheetValues, ...]


PacketPart = ListDocument | FormCopies
"""What a packet is bound of."""


class BoundPapers(Struct, frozen=True, kw_only=True):
    """A packet as PDF; `pages` counts the pages of each list and each copy, in their order."""

    pdf: bytes
    pages: tuple[int, ...]


class RecoverySheet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a municipality keeps in its safe: the store's key and id key, as text and as code.

    The groups carry their own check characters. `key_code` and `id_key_code` are what the codes
    hold; without them a code holds the groups in one piece.
    """

    municipality: str
    store_name: str
    key_groups: tuple[str, ...]
    id_key_groups: tuple[str, ...]
    made_at: str
    made_by: str
    instructions: tuple[str, ...] = ()
    key_code: str = ""
    id_key_code: str = ""
    demo: bool = False


class PageImage(Struct, frozen=True):
    """A page as picture: pixels, and rows of red, green, blue bytes, `stride` bytes apart."""

    width: int
    height: int
    rgb: bytes
    stride: int
