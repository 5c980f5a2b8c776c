"""A packet of lists and forms in one file: what it holds, in which order, and how it is bound."""

import hashlib
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.paper.printout import (
    BoundPapers,
    FormCopies,
    ListColumn,
    ListDocument,
    ListGroup,
    PacketPart,
)
from kontaktpunkt.domain.paper.sheet_number import make, show
from kontaktpunkt.paper import page_count, render_form, render_packet
from kontaktpunkt.paper.pdf.fonts import Face
from unit.paper.copies import FOOT, blank, longest, ordinary, plan, protected, r2
from unit.paper.reading import code, fonts, text, texts, tree, walk


def _list(rows: int) -> ListDocument:
    return ListDocument(
        title="På sjukhus",
        columns=(ListColumn(label="Person", weight=1),),
        groups=(ListGroup(title="Alla", rows=tuple((f"Prov {row}",) for row in range(rows))),),
        foot=FOOT,
    )


def _parts() -> list[PacketPart]:
    blanks = tuple(replace(blank(), number=make(1, nth).digits) for nth in (21, 22, 23))
    return [
        _list(60),
        FormCopies(form=r2(), sheets=(ordinary(), longest(), protected(), *blanks)),
        FormCopies(form=plan(), sheets=(ordinary(),)),
    ]


def _made() -> BoundPapers:
    return render_packet(_parts(), "Driftstoppspaket", "Paket")


def test_each_page_says_which_sheet_of_the_packet_it_is() -> None:
    """A sheet that was left in the printer is missed at once."""
    made = _made()
    said = texts(made.pdf)

    assert len(said) == sum(made.pages) == page_count(made.pdf)
    for nth, words in enumerate(said, start=1):
        assert f"Paket, blad {nth} av {len(said)}" in words


def test_it_says_how_many_pages_each_paper_takes() -> None:
    """So a printer that stops in the middle leaves exactly those papers out that did not come."""
    made = _made()
    lists, *copies = made.pages
    said = texts(made.pdf)

    assert lists > 1
    assert copies[:6] == [1] * 6
    first = lists + 3
    assert "Nr 001 00021" in said[first]
    assert "Nr 001 00022" in said[first + 1]
    assert "Nr 001 00023" in said[first + 2]


def test_blank_copies_differ_in_nothing_but_their_number() -> None:
    """Laid out once and drawn often, each still has its own number and its own code."""
    blanks = tuple(replace(blank(), number=make(1, nth).digits) for nth in (21, 22))
    made = render_packet([FormCopies(form=r2(), sheets=blanks)], "Tomma", "Tomma")
    one, other = texts(made.pdf)

    assert code(made.pdf, 200) == [blanks[0].number]
    told = one.replace(show(blanks[0].number), show(blanks[1].number)).replace("blad 1", "blad 2")
    assert told == other


def test_a_copy_in_a_packet_reads_as_it_does_alone() -> None:
    """The packet changes nothing of what stands on a form."""
    alone = text(render_form(r2(), [ordinary()]))
    packed = render_packet([FormCopies(form=r2(), sheets=(ordinary(),))], "Ett", "Ett")

    assert text(packed.pdf).replace(" Ett, blad 1 av 1", "") == alone


def test_the_packet_can_be_read_aloud_and_holds_its_typefaces_once() -> None:
    """It is tagged, in Swedish, and each typeface is embedded once for all its papers."""
    with pikepdf.open(BytesIO(_made().pdf)) as document:
        roles = [node.role for node in walk(tree(document))]
        names = {str(font.BaseFont) for font in fonts(document) if "/FontDescriptor" in font}
        assert str(document.Root.Lang) == "sv-SE"
        assert bool(document.Root.MarkInfo.Marked)

    assert roles.count("/H1") == len(_made().pages)
    assert len(names) <= len(Face)


def test_the_same_packet_is_the_same_bytes() -> None:
    """Whoever makes it again from the same values gets the same file."""
    assert hashlib.sha256(_made().pdf).digest() == hashlib.sha256(_made().pdf).digest()


def test_a_protected_persons_address_stands_nowhere_in_a_packet() -> None:
    """Not on her form, and not in the file's own description."""
    made = render_packet([FormCopies(form=r2(), sheets=(protected(),))], "Ett", "Ett")

    assert "SKYDDADE PERSONUPPGIFTER" in text(made.pdf)
    assert "Storgatan" not in text(made.pdf)


def test_a_packet_of_nothing_is_a_fault() -> None:
    """Nothing is printed by mistake."""
    with pytest.raises(ValueError, match=r"\[\]"):
        render_packet([], "Inget", "Inget")
