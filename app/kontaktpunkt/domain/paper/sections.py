"""A paper made of sections, such as a protocol: facts, sentences, tables of own columns."""

from msgspec import Struct

from kontaktpunkt.domain.paper.printout import ListColumn, PrintFoot


class SectionTable(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A table of a section; each row has one text per column."""

    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class Section(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A section under its title: facts (label, text), then sentences, then a table.

    A section that holds none of them is left out; a table without rows too.
    """

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()
    table: SectionTable | None = None


class SectionDocument(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A paper of sections, upright; `sign_lines` are the labels of lines to write on below them.

    `appendix` stands after what is signed.
    """

    title: str
    sections: tuple[Section, ...]
    foot: PrintFoot
    subtitle: str = ""
    kept_note: str = ""
    sign_lines: tuple[str, ...] = ()
    appendix: tuple[Section, ...] = ()
